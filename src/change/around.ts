import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/combine.ts';
import { ClaimRelationKind } from '../bundle/terms.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { readDerivations, readRecords, readRelations } from '../store/read-records.ts';
import type { StoredRecord } from '../store/row-records.ts';
import { live } from '../store/rows.ts';

const TIES = ['OF', 'COVERS', 'APPEARS_IN', 'CITES', 'PART_OF', 'DERIVED_FROM', ...ClaimRelationKind.options].join('|');

/** What a change of a record can bear on: what is tied to it, what is said of an event, and what relies on what is said of a claim. */
const AROUND = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[:${TIES}]-(x) WHERE ${live('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:SUBJECT]-(x) WHERE n.type = 'Event' AND ${live('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:OF]-(said)<-[:CITES]-(x) WHERE ${live('said')} AND ${live('x')} RETURN x.id AS found
}
RETURN DISTINCT found AS id`;

/** The words that count otherwise when somebody is owned, shielded or counted otherwise. */
const VOICES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:FAMILY*0..4]-(one) RETURN DISTINCT one
}
CALL (one) {
  MATCH (one)<-[:BY]-(said) RETURN said
  UNION ALL
  MATCH (one)<-[:PUBLISHED_BY|AUTHORED_BY]-(d) WHERE ${live('d')}
  MATCH (d)<-[:DERIVED_FROM*0..3]-(copy)
  MATCH (copy)<-[:APPEARS_IN]-(said) RETURN said
  UNION ALL
  MATCH (one)<-[:SHIELDED_BY]-(u) WHERE ${live('u')}
  MATCH (u)<-[:BY]-(said) RETURN said
}
WITH DISTINCT said WHERE ${live('said')}
CALL (said) { MATCH (said)<-[:CITES*0..5]-(citer) WHERE ${live('citer')} RETURN DISTINCT citer }
RETURN DISTINCT citer.id AS id`;

/** What speaks of an entity, stands under its name, and was said of an event without a date. */
const TOUCHING = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:ABOUT|PUBLISHED_BY|AUTHORED_BY]-(x) WHERE ${live('x')} RETURN x.id AS found
  UNION ALL
  MATCH (n)<-[:SUBJECT|OBJECT]-(claim) WHERE n.type = 'Event' AND ${live('claim')}
  MATCH (claim)<-[:OF]-(said) WHERE ${live('said')}
  RETURN said.id AS found
}
RETURN DISTINCT found AS id`;

/** Records by themselves and with all that a change of them can bear on, read before the change. */
export interface Surroundings {
  readonly own: ReadonlyMap<string, StoredRecord>;
  readonly all: Bundle;
}

/**
 * Reads what stands around records; `voices` are the actors of whom more than the name changes, `entities` those that
 * are to be shown as others.
 */
export async function readAround(
  run: Run,
  ids: readonly string[],
  at: number,
  voices: readonly string[] = [],
  entities: readonly string[] = [],
): Promise<Surroundings> {
  const found = [
    ...(await batched(run, AROUND, ids)),
    ...(await batched(run, VOICES, voices)),
    ...(await batched(run, TOUCHING, entities)),
  ];
  const records = await readRecords(run, [...ids, ...found.map(({ id }) => id as string)], at);
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
