import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/combine.ts';
import { ClaimRelationKind } from '../bundle/enums.ts';
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

/**
 * The records that a change can affect: connected ones, claims about an event, and attributions that cite those on a
 * claim.
 */
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

/** The attributions that count differently when owners, shielding outlets or counts of actors change. */
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

/** The claims about an entity, its documents, and the undated attributions on claims about an event. */
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

/** The requested records, and all records that a change of them can affect (`all`), read before the change. */
export interface Neighbourhood {
  readonly requested: ReadonlyMap<string, StoredRecord>;
  readonly all: Bundle;
}

/**
 * Reads records with all that a change of them can affect. `recountedActors` are the actors whose attributions count
 * differently afterwards, `entities` those whose shown id changes. `at` is the record time, in milliseconds.
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
  const requested = new Map([...records].filter(([id]) => ids.includes(id)));
  return { requested, all: await bundleWithEdges(run, [...records.values()], at) };
}

/** Records as a bundle, with the relations and derivations that start from them. */
async function bundleWithEdges(run: Run, records: readonly StoredRecord[], at: number): Promise<Bundle> {
  const bundle = bundleOf(records);
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  bundle.relations.push(...(await readRelations(run, idsOf(bundle.claims), at)));
  bundle.derivations.push(...(await readDerivations(run, idsOf(bundle.documents), at)));
  return bundle;
}
