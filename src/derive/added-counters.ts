import type { Bundle } from '../bundle/bundle.ts';
import { entityRecords, nodeRecords } from '../bundle/records.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import type { PublishedAt } from '../store/attribution-rows.ts';
import { batched } from '../store/batched.ts';
import { touchedBy } from '../store/claim-rows.ts';
import { boundsOfDate, type Properties } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { renewDocuments } from './counters.ts';
import { renewBounds } from './date-bounds.ts';

/** What new records add to the stored views of the nodes that they touch, by the id of the node. */
export interface Additions {
  /** How many claims touch an entity. */
  readonly claimCount: ReadonlyMap<string, number>;
  /** How many attributions an actor, a claim or a document has. */
  readonly attributionCount: ReadonlyMap<string, number>;
  /** How many attributions cite an attribution. */
  readonly citedCount: ReadonlyMap<string, number>;
  /** When a claim was said first and last, by the keys that dates are sorted by. */
  readonly said: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
  /** The first date that claims give for something. */
  readonly firstWhen: ReadonlyMap<string, number>;
}

export function additionsOf({ claims, attributions }: Bundle, publishedAt: PublishedAt): Additions {
  const said = new Map<string, { first: number; last: number }>();
  for (const { claim, saidAt, document } of attributions) {
    const date = saidAt ?? (document === undefined ? undefined : publishedAt(document));
    const earliest = boundsOfDate(date)?.earliest;
    const before = said.get(claim) ?? { first: NEVER, last: -NEVER };
    said.set(claim, {
      first: Math.min(before.first, earliest ?? NEVER),
      last: Math.max(before.last, earliest ?? -NEVER),
    });
  }
  const firstWhen = new Map<string, number>();
  for (const { subject, when } of claims) {
    const earliest = boundsOfDate(when)?.earliest;
    if (subject === undefined || earliest === undefined) continue;
    firstWhen.set(subject, Math.min(firstWhen.get(subject) ?? NEVER, earliest));
  }
  return {
    claimCount: counted(claims.flatMap(touchedBy)),
    attributionCount: counted(
      attributions.flatMap(({ actor, claim, document }) => [
        actor,
        claim,
        ...(document === undefined ? [] : [document]),
      ]),
    ),
    citedCount: counted(attributions.flatMap(({ cites }) => cites.map(({ attribution }) => attribution))),
    said,
    firstWhen,
  };
}

/** The views of new nodes, on which nothing bears but what comes with them. */
export function newViews(added: Bundle, additions: Additions): Map<string, Properties> {
  const { claimCount, attributionCount, citedCount, said, firstWhen } = additions;
  const count = (counts: ReadonlyMap<string, number>, id: string) => counts.get(id) ?? 0;
  const views = new Map<string, Properties>();
  for (const { id } of entityRecords(added)) views.set(id, { claimCount: count(claimCount, id) });
  for (const { id } of added.events) views.set(id, { ...views.get(id), firstWhen: firstWhen.get(id) ?? NEVER });
  for (const { id } of [...added.actors, ...added.documents]) {
    views.set(id, { ...views.get(id), attributionCount: count(attributionCount, id) });
  }
  for (const { id } of added.claims) {
    const { first, last } = said.get(id) ?? { first: NEVER, last: -NEVER };
    views.set(id, { attributionCount: count(attributionCount, id), firstSaid: first, lastSaid: last });
  }
  for (const { id } of added.attributions) views.set(id, { citedCount: count(citedCount, id) });
  return views;
}

const COUNTERS = ['claimCount', 'attributionCount', 'citedCount'] as const;

/** Adds to those counters of nodes that grow: a property that stays would be written like any other. */
function adding(counters: readonly string[]): string {
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET ${counters.map((name) => `n.${name} = n.${name} + row.${name}, `).join('')}n.viewAt = $at`;
}

const SAID = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET n.firstSaid = CASE WHEN row.first < n.firstSaid THEN row.first ELSE n.firstSaid END,
  n.lastSaid = CASE WHEN row.last > n.lastSaid THEN row.last ELSE n.lastSaid END`;

/** Returns the events whose first date is another now: what was said of them without a date depends on it. */
const FIRST_WHEN = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id AND n.firstWhen > row.first
SET n.firstWhen = row.first, n.viewAt = $at
RETURN n.id AS id`;

/** Adds what new records bring to the views of nodes that were there before, and derives the bounds of what has no date. */
export async function addToViews(
  run: Run,
  added: Bundle,
  additions: Additions,
  publishedAt: PublishedAt,
  at: number,
): Promise<void> {
  const fresh = new Set(nodeRecords(added).map(({ id }) => id));
  const old = (ids: Iterable<string>) => [...ids].filter((id) => !fresh.has(id));
  const { claimCount, attributionCount, citedCount, said, firstWhen } = additions;
  await addToCounters(
    run,
    old([...claimCount.keys(), ...attributionCount.keys(), ...citedCount.keys()]),
    additions,
    at,
  );
  await batched(
    run,
    SAID,
    old(said.keys()).map((id) => ({ id, ...said.get(id) })),
  );
  const dated = old(firstWhen.keys()).map((id) => ({ id, first: firstWhen.get(id) }));
  const events = (await batched(run, FIRST_WHEN, dated, { at })).map(({ id }) => id as string);
  const moved = await renewBounds(run, openTo(added, publishedAt), events, at);
  const pages = [
    ...added.documents.map(({ id }) => id),
    ...added.attributions.flatMap(({ document }) => document ?? []),
  ];
  await renewDocuments(
    run,
    pages.filter((id) => publishedAt(id) === undefined),
    moved,
    at,
  );
}

async function addToCounters(run: Run, ids: readonly string[], additions: Additions, at: number): Promise<void> {
  const countersOf = (id: string) => COUNTERS.filter((name) => additions[name].has(id));
  const groups = grouped([...new Set(ids)], (id) => countersOf(id).join(' '));
  const added = [...groups.values()].map((group) => {
    const counters = countersOf(group[0] ?? '');
    const rows = group.map((id) => ({
      id,
      ...Object.fromEntries(counters.map((name) => [name, additions[name].get(id)])),
    }));
    return batched(run, adding(counters), rows, { at });
  });
  await Promise.all(added);
}

/** The new attributions that have no date, or cite something that may have none. */
function openTo(added: Bundle, publishedAt: PublishedAt): Bundle {
  const dateOf = ({ saidAt, document }: Bundle['attributions'][number]) =>
    saidAt ?? (document === undefined ? undefined : publishedAt(document));
  const dated = new Set(added.attributions.flatMap((said) => (dateOf(said) === undefined ? [] : [said.id])));
  const attributions = added.attributions.filter(
    ({ id, cites }) => !dated.has(id) || cites.some(({ attribution }) => !dated.has(attribution)),
  );
  return { ...added, attributions };
}

function counted(ids: readonly string[]): Map<string, number> {
  return new Map([...grouped(ids, (id) => id)].map(([id, all]) => [id, all.length]));
}
