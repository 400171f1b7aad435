import { reachableFrom } from '../collections/reachable.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { readClosure } from './closure.ts';

const updates = (edge: string) => `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH ${edge} WHERE e.kind = 'UPDATE' AND e.basis IN $counted AND ${isCurrent('e')} AND ${isCurrent('version')}
  RETURN DISTINCT version.id AS version
}
RETURN id AS later, version AS origin`;

const VERSIONS = updates('(n)-[e:DERIVED_FROM]-(version)');
const OLDER = updates('(n)-[e:DERIVED_FROM]->(version)');

const CLAIMS_IN = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')}
  MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')}
  RETURN DISTINCT claim.id AS claim
}
RETURN DISTINCT claim`;

/** The versions of documents: what updates them or is updated by them, transitively; each of them itself among these. */
export async function readVersions(
  run: Run,
  documents: readonly string[],
): Promise<(document: string) => ReadonlySet<string>> {
  const edges = await readClosure(run, VERSIONS, documents, { counted: COUNTED });
  return (document) => reachableFrom([document], (id) => edges.get(id) ?? []);
}

/** The older versions of documents, transitively. */
export async function readOlderVersions(
  run: Run,
  documents: readonly string[],
): Promise<(document: string) => ReadonlySet<string>> {
  const edges = await readClosure(run, OLDER, documents, { counted: COUNTED });
  return (document) =>
    new Set([...reachableFrom([document], (id) => edges.get(id) ?? [])].filter((id) => id !== document));
}

/** The claims that somebody speaks of in documents. */
export async function readClaimsIn(run: Run, documents: readonly string[]): Promise<string[]> {
  return (await batched(run, CLAIMS_IN, documents)).map(({ claim }) => claim as string);
}
