import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { denialsCiting, shakenAttributions } from './shaken-attributions.ts';

/** The claims whose marks depend on a claim: those that are the same, that it refines or entails, or that it is a part of. */
const NEXT = `UNWIND $rows AS id
MATCH (c:Node) WHERE c.key = id
CALL (c) {
  MATCH (c)-[:SAME_AS]-(d) WHERE ${isCurrent('d')} RETURN d.id AS found
  UNION ALL
  MATCH (c)-[:REFINES|ENTAILS|PART_OF]->(d) WHERE ${isCurrent('d')} RETURN d.id AS found
}
RETURN DISTINCT found AS id`;

const OPPOSED = `UNWIND $rows AS id
MATCH (c:Node) WHERE c.key = id
CALL (c) { MATCH (c)-[:CONTRADICTS|CONTRARY_TO]-(d) WHERE ${isCurrent('d')} RETURN d.id AS found }
RETURN DISTINCT found AS id`;

const OF_SAME_TEXT = `UNWIND $rows AS id
MATCH (d:Node) WHERE d.key = id
CALL (d) {
  MATCH (d)-[e:DERIVED_FROM]-(other) WHERE e.kind = 'SAME_TEXT' AND ${isCurrent('other')}
  RETURN other.id AS found
}
RETURN DISTINCT found AS id`;

/** The claims of the attributions in the pages that a way leads to from a document `d`. */
const claimsIn = (page: string, way = '') => `UNWIND $rows AS id
MATCH (d:Node) WHERE d.key = id
CALL (d) {${way}
  MATCH (${page})<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')}
  MATCH (said)-[:OF]->(c) WHERE ${isCurrent('c')}
  RETURN DISTINCT c.id AS found
}
RETURN DISTINCT found AS id`;

const IN_DOCUMENTS = claimsIn('d');

/** In documents that were taken from a document. */
const IN_COPIES = claimsIn('copy', '\n  MATCH (d)<-[:DERIVED_FROM*1..5]-(copy)');

/** In the older versions of a document. */
const IN_OLDER_VERSIONS = claimsIn('older', '\n  MATCH (d)-[:DERIVED_FROM*1..3]->(older)');

/**
 * The claims of unnamed sources that an attribution cites, or cited in an earlier version: it says how many they are, and
 * they are known through it. And those of attributions with which it cites in a circle.
 */
const CITED = `UNWIND $rows AS id
MATCH (a:Node) WHERE a.id = id
CALL (a) {
  MATCH (a)-[:CITES*1..2]->(cited)-[:BY]->(u) WHERE u.type = 'UnnamedSource' RETURN cited
  UNION
  MATCH (a)-[:CITES*1..4]->(cited)-[:CITES]->(again) WHERE again.id = a.id RETURN cited
}
MATCH (cited)-[:OF]->(c) WHERE ${isCurrent('c')}
RETURN DISTINCT c.id AS id`;

const DENIED = `UNWIND $rows AS id
MATCH (a:Node) WHERE a.key = id
CALL (a) { MATCH (a)-[:OF|COVERS]->(c) WHERE ${isCurrent('c')} RETURN c.id AS found }
RETURN DISTINCT found AS id`;

/** Records that were there before a change, and on which others may rest; ids. */
export interface Changed {
  readonly documents: readonly string[];
  readonly attributions: readonly string[];
}

/** The ids of the claims whose stored marks new, changed or ended records can have changed. */
export async function affectedClaims(
  run: Run,
  { bundle, addressedClaims }: BundleIndex,
  changed: Changed,
): Promise<string[]> {
  const { attributions, claims, derivations, relations } = bundle;
  const affected = new Set([
    ...claims.map(({ id }) => id),
    ...addressedClaims,
    ...relations.flatMap(({ from, to }) => [from, to]),
  ]);
  const add = async (text: string, ids: Iterable<string | undefined>) => {
    const rows = await batched(run, text, [...new Set(ids)].filter((id) => id !== undefined) as string[]);
    for (const { id } of rows) affected.add(id as string);
  };
  const derived = await withSameText(
    run,
    derivations.flatMap(({ document, from, kind }) => (kind === 'SAME_TEXT' ? [document, from] : [document])),
  );
  await add(IN_DOCUMENTS, derived);
  await add(IN_COPIES, [...derived, ...(await withSameText(run, changed.documents))]);
  const corrections = attributions.filter(({ stance }) => stance === 'CORRECTS').map(({ document }) => document);
  const updates = derivations.filter(({ kind }) => kind === 'UPDATE').map(({ document }) => document);
  await add(IN_OLDER_VERSIONS, [...corrections, ...updates]);
  const citing = attributions.filter(({ cites }) => cites.length > 0).map(({ id }) => id);
  const shaken = new Set([...changed.attributions, ...(await shakenAttributions(run, bundle))]);
  await add(CITED, [...citing, ...shaken]);
  await add(DENIED, await denialsCiting(run, shaken));
  await addReached(run, NEXT, affected);
  await add(OPPOSED, affected);
  await addReached(run, NEXT, affected);
  return [...affected];
}

/** Documents, and all that share a text with them. */
async function withSameText(run: Run, documents: readonly string[]): Promise<ReadonlySet<string>> {
  const all = new Set(documents);
  await addReached(run, OF_SAME_TEXT, all);
  return all;
}

/** Adds to ids all that a statement leads to from them, directly or through others. */
async function addReached(run: Run, text: string, ids: Set<string>): Promise<void> {
  for (let open = [...ids]; open.length > 0; ) {
    const found = (await batched(run, text, open)).map(({ id }) => id as string);
    open = [...new Set(found)].filter((id) => !ids.has(id));
    for (const id of open) ids.add(id);
  }
}
