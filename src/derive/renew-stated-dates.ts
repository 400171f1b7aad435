import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { sortKeys } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { boundsOfDate } from '../time/edtf-bounds.ts';

/** The dates of attributions, documents or claims, as they were stated. */
const STATED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
RETURN id, coalesce(n.saidAt, n.publishedAt, n.statedWhen) AS date`;

/** What an attribution or a document has of its own date; without one, what it was derived to be stays. */
const RENEW = (name: 'said' | 'published') => `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
  AND (n.datedFrom IS NULL OR row.isDated AND (n.datedFrom <> row.from OR n.datedUntil <> row.until))
WITH n, row, n.${name}Asc <> row.${name}Asc AS moved
SET n.datedFrom = row.from, n.datedUntil = row.until, n.${name}Asc = row.${name}Asc, n.${name}Desc = row.${name}Desc
RETURN n.id AS id, moved`;

const RENEW_CLAIMS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id AND row.isDated AND (n.whenEarliest <> row.from OR n.whenLatest <> row.until)
SET n.whenEarliest = row.from, n.whenLatest = row.until, n.whenAsc = row.whenAsc, n.whenDesc = row.whenDesc
RETURN n.id AS id, true AS moved`;

const TEXTS = { attributions: RENEW('said'), documents: RENEW('published'), claims: RENEW_CLAIMS };
const NAMES = { attributions: 'said', documents: 'published', claims: 'when' };

/** Renews what is stored of stated dates, to compare and sort by. Returns the ids of those that are placed elsewhere now. */
export async function renewStatedDates(
  run: Run,
  collection: keyof typeof TEXTS,
  ids: readonly string[],
): Promise<string[]> {
  const rows = (await batched(run, STATED, ids)).map(({ id, date }) => {
    const bounds = boundsOfDate((date as string | null) ?? undefined);
    const [from, until] = [bounds?.earliest ?? -NEVER, bounds?.latest ?? NEVER];
    return { id, isDated: bounds !== null, from, until, ...sortKeys(NAMES[collection], bounds) };
  });
  const renewed = await batched(run, TEXTS[collection], rows);
  return renewed.flatMap(({ id, moved }) => (moved ? (id as string) : []));
}
