import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A release of Neo4j that the tests can start. */
export interface Neo4jVersion {
  /** As people name it, and as CLAIMGRAPH_TEST_NEO4J_VERSION chooses it. */
  readonly name: string;
  /** As Maven names it. */
  readonly release: string;
  /** The oldest Java that runs it. */
  readonly java: number;
  /** The class that starts its server. */
  readonly main: string;
  /** The Cypher that its databases speak unless a statement says otherwise. */
  readonly cypher: '5' | '25';
}

export const POM = fileURLToPath(new URL('pom.xml', import.meta.url));

const pom = readFileSync(POM, 'utf8');

function releaseOf(name: string): string {
  const release = pom.split(`<neo4j-${name}>`)[1]?.split('<')[0];
  if (!release) throw new Error(`${POM} has no property neo4j-${name}`);
  return release;
}

/** The versions that the tests run on, the usual one first. */
export const NEO4J_VERSIONS: readonly [Neo4jVersion, ...Neo4jVersion[]] = [
  {
    name: '5.26',
    release: releaseOf('5.26'),
    java: 17,
    main: 'org.neo4j.server.CommunityEntryPoint',
    cypher: '5',
  },
  {
    name: '2026.09',
    release: releaseOf('2026.09'),
    java: 21,
    main: 'org.neo4j.server.Neo4jCommunity',
    cypher: '25',
  },
];

/** The version that CLAIMGRAPH_TEST_NEO4J_VERSION chooses. Throws where it names none of them. */
export function chosenVersion(): Neo4jVersion {
  const [usual] = NEO4J_VERSIONS;
  const name = process.env.CLAIMGRAPH_TEST_NEO4J_VERSION || usual.name;
  const chosen = NEO4J_VERSIONS.find((one) => one.name === name);
  if (chosen) return chosen;
  const names = NEO4J_VERSIONS.map((one) => one.name).join(' or ');
  throw new Error(`CLAIMGRAPH_TEST_NEO4J_VERSION is ${name}, but it can be ${names}.`);
}
