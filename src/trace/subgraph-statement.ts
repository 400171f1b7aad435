import type { GateRules } from '../cypher/gate.ts';
import type { Viewer } from '../cypher/scope.ts';
import { writeActors, writeDocuments } from './document-clauses.ts';
import { COUNTED_BASES, eachOnce, GatedClauses, RECORD_TIME } from './gated-clauses.ts';
import { writeAttributions, writeReadings, writeTakenBack } from './said-clauses.ts';

/** How far relations between claims are followed. */
const STEPS = { relations: 4, opposed: 2 };

/**
 * The statement that fetches the subgraph around claims, one row for each record time that is asked for: the claims
 * joined to them, all that was said of these with what it goes back to, and the denials of their parts. Each request also
 * has claims that these go back to and of which all is fetched as well. Lists instead of maps keep the rows short;
 * `readSubgraph` knows their order. The far ends of edges carry no labels, which the types of edges imply: an almost
 * empty Neo4j would scan the label for each row, and keep that plan when the graph has grown.
 */
export function subgraphText(gates: GateRules, viewer: Viewer): string {
  const clauses = new GatedClauses(gates, viewer);
  clauses.lines.push(
    'UNWIND $requests AS request',
    `WITH request[0] AS ${RECORD_TIME}, request[1] AS asked, request[2] AS others`,
  );
  writeClaims(clauses);
  writeCount(clauses);
  writeDenials(clauses);
  writeParts(clauses);
  writeAttributions(clauses);
  writeTakenBack(clauses);
  writeReadings(clauses);
  writeDocuments(clauses);
  writeActors(clauses);
  clauses.lines.push(
    'WITH *, [n IN claims | n.id] AS fetched',
    `RETURN ${RECORD_TIME} AS recorded, counted, [${TABLES.join(', ')}] AS tables`,
  );
  return clauses.lines.join('\n');
}

/** What the statement returns, in this order. */
export const TABLES = [
  'relations',
  'parts',
  'covers',
  'attributions',
  'replaced',
  'places',
  'citations',
  'pages',
  'copies',
  'publishers',
  'writers',
  'people',
  'shields',
  'owners',
  'judgements',
  'topics',
  'fetched',
] as const;

function writeClaims(clauses: GatedClauses): void {
  clauses.call(
    ['asked'],
    'UNWIND asked AS id',
    `MATCH (n:Node) WHERE n.id = id AND ${clauses.node('Node', 'n')}`,
    `CALL (n, at) { MATCH (n)-[:OF]->(c) WHERE ${clauses.node('Claim', 'c')} RETURN collect(c) AS made }`,
    'UNWIND CASE WHEN size(made) > 0 THEN made ELSE [n] END AS c',
    'RETURN collect(DISTINCT c) AS first',
  );
  clauses.call(
    ['others'],
    'UNWIND others AS id',
    `MATCH (c:Node) WHERE c.id = id AND ${clauses.node('Claim', 'c')}`,
    'RETURN collect(c) AS distant',
  );
  const joined = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:SAME_AS|REFINES|ENTAILS]-(found)
 WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'found')} AND (type(r) = 'SAME_AS' OR endNode(r) = c)`,
  ];
  clauses.together(clauses.levels('first', 'joined', STEPS.relations, [], joined), 'nearby');
  const against = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:CONTRADICTS|CONTRARY_TO]-(found) WHERE ${clauses.edge('CONTRADICTS', 'r')} AND ${clauses.node('Claim', 'found')}`,
  ];
  const [, opposed] = clauses.levels('nearby', 'opposed', 1, [], against) as [string, string];
  clauses.together([opposed, 'distant'], 'farther');
  clauses.together(['nearby', ...clauses.levels('farther', 'beside', STEPS.opposed, [], joined)], 'connected');
}

/** Counts by what is stored, before anything is fetched; a count that is newer than the record time may be of more. */
function writeCount(clauses: GatedClauses): void {
  clauses.call(
    ['connected'],
    'UNWIND connected AS c',
    'RETURN coalesce(sum(CASE WHEN c.viewAt > at THEN 0 ELSE coalesce(c.attributionCount, 0) END), 0) AS counted',
  );
  const few = (nodes: string) => `CASE WHEN counted > $most THEN [] ELSE ${nodes} END`;
  clauses.lines.push(`WITH *, ${few('nearby')} AS near, ${few('connected')} AS claims`);
}

function writeDenials(clauses: GatedClauses): void {
  clauses.call(
    ['near'],
    'UNWIND near AS c',
    `MATCH way = (c)<-[:PART_OF*1..8]-(found) WHERE ${clauses.nodes('Claim', 'way')}`,
    'RETURN collect(DISTINCT found) AS parted',
  );
  clauses.withSame('parted', 'within');
  clauses.call(
    ['near', 'within'],
    'UNWIND near + within AS c',
    `MATCH (c)<-[:OF|COVERS]-(found) WHERE found.stance = 'DENIES' AND ${clauses.counted('found')}`,
    `${eachOnce('found')} LIMIT $more`,
    'RETURN collect(found) AS denying',
  );
  clauses.call(
    ['denying'],
    'UNWIND denying AS a',
    `MATCH (a)-[e:OF|COVERS]->(c) WHERE (type(e) = 'OF' OR e.basis ${COUNTED_BASES}) AND ${clauses.node('Claim', 'c')}`,
    'RETURN collect([a.id, c.id]) AS covers, collect(DISTINCT c) AS covered',
  );
  clauses.withSame('covered', 'denied');
}

/** The parts of claims and of the wholes that they are parts of. */
function writeParts(clauses: GatedClauses): void {
  clauses.call(
    ['claims', 'denied', 'within'],
    'UNWIND claims + denied + within AS c',
    eachOnce('c'),
    `CALL (c, at) {
 MATCH (c)<-[:PART_OF]-(part) WHERE ${clauses.node('Claim', 'part')} RETURN c.id AS whole, part.id AS part
 UNION ALL
 MATCH (c)-[:PART_OF]->(w) WHERE ${clauses.node('Claim', 'w')}
 MATCH (w)<-[:PART_OF]-(part) WHERE ${clauses.node('Claim', 'part')} RETURN w.id AS whole, part.id AS part
}`,
    'RETURN collect([whole, part]) AS parts',
  );
}
