import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Dates } from '../bundle/dates.ts';
import { entitiesOf } from '../bundle/records.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { isCounted } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import type { Properties, Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { boundNewRecords } from './bound-new-records.ts';

/** What new records add to the stored counters of nodes, by the id of the node. */
export interface Additions {
  /** How many claims are about an entity. */
  readonly claimCount: ReadonlyMap<string, number>;
  /** How many attributions an actor, a claim or a document has. */
  readonly attributionCount: ReadonlyMap<string, number>;
  /** How many attributions cite an attribution. */
  readonly citedCount: ReadonlyMap<string, number>;
  /** The first and the last time that a claim was said, as sort keys. */
  readonly said: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
  /** The first date that claims give for an event. */
  readonly firstWhen: ReadonlyMap<string, number>;
}

/**
 * The counters of new nodes by id, which count only the new records, and the additions to the counters of all nodes.
 */
export interface Counters {
  readonly ofNew: ReadonlyMap<string, Properties>;
  readonly added: Additions;
}

/** The counters that new records set and add to. */
export function countersOf(index: BundleIndex, dates: Dates): Counters {
  const added = additionsOf(index.bundle, dates);
  return { added, ofNew: countersOfNew(index, added) };
}

/** Suggestions add nothing. */
function additionsOf({ claims, attributions: all }: Bundle, { saidWithin, whenWithin }: Dates): Additions {
  const attributions = all.filter(isCounted);
  return {
    claimCount: counted(claims.flatMap(entitiesOf)),
    attributionCount: counted(
      attributions.flatMap(({ actor, claim, document }) => [
        actor,
        claim,
        ...(document === undefined ? [] : [document]),
      ]),
    ),
    citedCount: counted(
      attributions.flatMap(({ cites }) => cites.filter(isCounted).map(({ attribution }) => attribution)),
    ),
    said: firstAndLast(attributions, saidWithin),
    firstWhen: firstDates(claims, whenWithin),
  };
}

function firstAndLast(attributions: Bundle['attributions'], saidWithin: Dates['saidWithin']): Additions['said'] {
  const said = new Map<string, { first: number; last: number }>();
  for (const attribution of attributions) {
    const earliest = saidWithin(attribution)?.earliest;
    const before = said.get(attribution.claim) ?? UNSAID;
    said.set(attribution.claim, {
      first: Math.min(before.first, earliest ?? NEVER),
      last: Math.max(before.last, earliest ?? -NEVER),
    });
  }
  return said;
}

const UNSAID = { first: NEVER, last: -NEVER };

function firstDates(claims: Bundle['claims'], whenWithin: Dates['whenWithin']): Additions['firstWhen'] {
  const firstWhen = new Map<string, number>();
  for (const claim of claims) {
    const { subject } = claim;
    const earliest = whenWithin(claim)?.earliest;
    if (subject === undefined || earliest === undefined) continue;
    firstWhen.set(subject, Math.min(firstWhen.get(subject) ?? NEVER, earliest));
  }
  return firstWhen;
}

function countersOfNew({ bundle, entities }: BundleIndex, additions: Additions): Map<string, Properties> {
  const { claimCount, attributionCount, citedCount, said, firstWhen } = additions;
  const count = (counts: ReadonlyMap<string, number>, id: string) => counts.get(id) ?? 0;
  const counters = new Map<string, Properties>();
  const set = (id: string, properties: Properties) => counters.set(id, { ...counters.get(id), ...properties });
  for (const { id } of entities) set(id, { claimCount: count(claimCount, id) });
  for (const { id } of bundle.events) set(id, { firstWhen: firstWhen.get(id) ?? NEVER });
  for (const { id } of [...bundle.actors, ...bundle.documents, ...bundle.claims]) {
    set(id, { attributionCount: count(attributionCount, id) });
  }
  for (const { id } of bundle.claims) {
    const { first, last } = said.get(id) ?? UNSAID;
    set(id, { firstSaid: first, lastSaid: last });
  }
  for (const { id } of bundle.attributions) set(id, { citedCount: count(citedCount, id) });
  return counters;
}

const COUNTERS = ['claimCount', 'attributionCount', 'citedCount'] as const;

/** A statement that adds to these counters only: adding 0 to another one would be a write too. */
function adding(counters: readonly string[]): string {
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET ${counters.map((name) => `n.${name} = n.${name} + row.${name}, `).join('')}n.viewAt = $at`;
}

const SAID = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET n.firstSaid = CASE WHEN row.first < n.firstSaid THEN row.first ELSE n.firstSaid END,
  n.lastSaid = CASE WHEN row.last > n.lastSaid THEN row.last ELSE n.lastSaid END`;

/** Returns the events whose first date has changed: undated attributions about them depend on it. */
const FIRST_WHEN = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id AND n.firstWhen > row.first
SET n.firstWhen = row.first, n.viewAt = $at
RETURN n.id AS id`;

/**
 * Adds to the counters of existing nodes what new records bring, and derives the date bounds that they change.
 */
export async function addToCounters(
  run: Run,
  index: BundleIndex,
  additions: Additions,
  dates: Dates,
  stamp: Stamp,
): Promise<void> {
  const { at } = stamp;
  const existing = (ids: Iterable<string>) => [...ids].filter((id) => !index.types.has(id));
  const { claimCount, attributionCount, citedCount, said, firstWhen } = additions;
  const counted = existing([...claimCount.keys(), ...attributionCount.keys(), ...citedCount.keys()]);
  await Promise.all(counterRows(counted, additions).map(([text, rows]) => batched(run, text, rows, { at })));
  const saidRows = existing(said.keys()).map((id) => ({ id, ...said.get(id) }));
  await batched(run, SAID, saidRows);
  const dated = existing(firstWhen.keys()).map((id) => ({ id, first: firstWhen.get(id) }));
  const events = (await batched(run, FIRST_WHEN, dated, { at })).map(({ id }) => id as string);
  await boundNewRecords(run, index.bundle, dates, events, stamp);
}

/** The statements that add to counters, each with its rows. */
function counterRows(ids: readonly string[], additions: Additions): [text: string, rows: object[]][] {
  const countersOf = (id: string) => COUNTERS.filter((name) => additions[name].has(id));
  const groups = grouped([...new Set(ids)], (id) => countersOf(id).join(' '));
  return [...groups.values()].map((group) => {
    const counters = countersOf(group[0] ?? '');
    const rows = group.map((id) => ({
      id,
      ...Object.fromEntries(counters.map((name) => [name, additions[name].get(id)])),
    }));
    return [adding(counters), rows];
  });
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
