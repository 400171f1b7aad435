import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/combine.ts';
import { ClaimRelationKind } from '../bundle/terms.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { readCurrentRecords, readDerivations, readRelations } from '../store/read-records.ts';
import type { StoredRecord } from '../store/records-from-rows.ts';
import { isCurrent } from '../store/rows.ts';

const EDGE_TYPES = [
  'OF',
  'COVERS',
  'APPEARS_IN',
  'CITES',
  'PART_OF',
  'DERIVED_FROM',
  ...ClaimRelationKind.options,
].join('|');

/** What a change of a record can bear on: what is tied to it, what is said of an event, and what relies on what is said of a claim. */
const NEIGHBOURS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[:${EDGE_TYPES}]-(x) WHERE ${isCurrent('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:SUBJECT]-(x) WHERE n.type = 'Event' AND ${isCurrent('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:OF]-(said)<-[:CITES]-(x) WHERE ${isCurrent('said')} AND ${isCurrent('x')} RETURN x.id AS found
}
RETURN DISTINCT found AS id`;

/** The words that count otherwise when somebody is owned, shielded or counted otherwise. */
const AFFECTED_ATTRIBUTIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:FAMILY*0..4]-(one) RETURN DISTINCT one
}
CALL (one) {
  MATCH (one)<-[:BY]-(said) RETURN said
  UNION ALL
  MATCH (one)<-[:PUBLISHED_BY|AUTHORED_BY]-(d) WHERE ${isCurrent('d')}
  MATCH (d)<-[:DERIVED_FROM*0..3]-(copy)
  MATCH (copy)<-[:APPEARS_IN]-(said) RETURN said
  UNION ALL
  MATCH (one)<-[:SHIELDED_BY]-(u) WHERE ${isCurrent('u')}
  MATCH (u)<-[:BY]-(said) RETURN said
}
WITH DISTINCT said WHERE ${isCurrent('said')}
CALL (said) { MATCH (said)<-[:CITES*0..5]-(citer) WHERE ${isCurrent('citer')} RETURN DISTINCT citer }
RETURN DISTINCT citer.id AS id`;

/** What speaks of an entity, stands under its name, and was said of an event without a date. */
const REFERRING = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:ABOUT|PUBLISHED_BY|AUTHORED_BY]-(x) WHERE ${isCurrent('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:SUBJECT|OBJECT]-(claim) WHERE n.type = 'Event' AND ${isCurrent('claim')}
  MATCH (claim)<-[:OF]-(said) WHERE ${isCurrent('said')}
  RETURN said.id AS found
}
RETURN DISTINCT found AS id`;

/** Records by themselves and with all that a change of them can bear on, read before the change. */
export interface Neighbourhood {
  readonly own: ReadonlyMap<string, StoredRecord>;
  readonly all: Bundle;
}

/**
 * Reads what stands around records; `voices` are the actors of whom more than the name changes, `entities` those that
 * are to be shown as others.
 */
export async function readNeighbourhood(
  run: Run,
  ids: readonly string[],
  at: number,
  recountedActors: readonly string[] = [],
  entities: readonly string[] = [],
): Promise<Neighbourhood> {
  const found = [
    ...(await batched(run, NEIGHBOURS, ids)),
    ...(await batched(run, AFFECTED_ATTRIBUTIONS, recountedActors)),
    ...(await batched(run, REFERRING, entities)),
  ];
  const records = await readCurrentRecords(run, [...ids, ...found.map(({ id }) => id as string)], at);
  const own = new Map([...records].filter(([id]) => ids.includes(id)));
  return { own, all: await bundleWithEdges(run, [...records.values()], at) };
}

/** Records as a bundle, with the relations and derivations that start from them. */
async function bundleWithEdges(run: Run, records: readonly StoredRecord[], at: number): Promise<Bundle> {
  const bundle = bundleOf(records);
  const idsOf = (of: readonly { id: string }[]) => of.map(({ id }) => id);
  bundle.relations.push(...(await readRelations(run, idsOf(bundle.claims), at)));
  bundle.derivations.push(...(await readDerivations(run, idsOf(bundle.documents), at)));
  return bundle;
}
