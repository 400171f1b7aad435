import type { Bundle } from '../bundle/bundle.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { readOlderVersions } from './document-versions.ts';
import { readSameClaims } from './same-claims.ts';

const ON_CLAIMS = `UNWIND $rows AS id
MATCH (c:Node) WHERE c.key = id
CALL (c) { MATCH (c)<-[:OF]-(said) WHERE ${isCurrent('said')} RETURN said.id AS found }
RETURN found AS id`;

const IN_DOCUMENTS = `UNWIND $rows AS id
MATCH (d:Node) WHERE d.key = id
CALL (d) { MATCH (d)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')} RETURN said.id AS found }
RETURN found AS id`;

const COPIES = `UNWIND $rows AS id
MATCH (d:Node) WHERE d.key = id
CALL (d) { MATCH (d)<-[:DERIVED_FROM*1..5]-(copy) WHERE ${isCurrent('copy')} RETURN DISTINCT copy.id AS found }
RETURN DISTINCT found AS id`;

const CITERS = `UNWIND $rows AS id
MATCH (a:Node) WHERE a.id = id
CALL (a) { MATCH (a)<-[:CITES]-(citer) WHERE ${isCurrent('citer')} RETURN citer }
RETURN DISTINCT citer.id AS id, citer.stance = 'DENIES' AS denies`;

/** How many citations are followed up, one after another. */
const MOST_CITERS = 8;

/**
 * The attributions that were there before new records and may have lost their way back, or found one, by them: what
 * retractions, corrections in newer versions and new derivations of older documents concern.
 */
export async function shakenAttributions(
  run: Run,
  { attributions, documents, derivations }: Bundle,
): Promise<ReadonlySet<string>> {
  const ids = async (text: string, rows: Iterable<string>) =>
    (await batched(run, text, [...new Set(rows)])).map(({ id }) => id as string);
  const retracted = attributions.flatMap(({ stance, claim }) => (stance === 'RETRACTS' ? [claim] : []));
  const sameAs = await readSameClaims(run, retracted);
  const corrected = attributions.flatMap(({ stance, document }) => (stance === 'CORRECTS' ? (document ?? []) : []));
  const updated = derivations.flatMap(({ kind, document }) => (kind === 'UPDATE' ? [document] : []));
  const newer = [...new Set([...corrected, ...updated])];
  const olderThan = await readOlderVersions(run, newer);
  const added = new Set(documents.map(({ id }) => id));
  const derived = derivations.flatMap(({ kind, document, from }) =>
    kind === 'SAME_TEXT' ? [document, from] : [document],
  );
  const older = derived.filter((id) => !added.has(id));
  const pages = [...newer.flatMap((id) => [...olderThan(id)]), ...older, ...(await ids(COPIES, older))];
  return new Set([
    ...(await ids(
      ON_CLAIMS,
      retracted.flatMap((claim) => [...sameAs(claim)]),
    )),
    ...(await ids(IN_DOCUMENTS, pages)),
  ]);
}

/** The denials that cite these attributions, directly or through others: whether they count depends on these. */
export async function denialsCiting(run: Run, attributions: Iterable<string>): Promise<string[]> {
  const denials = new Set<string>();
  const known = new Set(attributions);
  let level: readonly string[] = [...known];
  for (let step = 0; step < MOST_CITERS && level.length > 0; step++) {
    const citers = await batched(run, CITERS, level);
    for (const { id, denies } of citers) if (denies === true) denials.add(id as string);
    level = [...new Set(citers.map(({ id }) => id as string))].filter((id) => !known.has(id));
    for (const id of level) known.add(id);
  }
  return [...denials];
}
