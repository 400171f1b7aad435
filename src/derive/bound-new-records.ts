import type { Bundle } from '../bundle/bundle.ts';
import type { Dates } from '../bundle/dates.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { type Bounds, NEVER } from '../time/edtf.ts';
import { deriveBounds } from './date-bounds.ts';
import { dateFromClaims, undatedAboutEvents } from './dates-from-claims.ts';
import { type Neighbour, narrowNewBounds } from './narrow-new-bounds.ts';
import { type OrderOfNew, orderOfNew } from './order-of-new.ts';
import { borrowsItsDate, earliestOf, latestOf } from './time-order.ts';

const AROUND = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND coalesce(n.basis, 'STATED') IN $counted
CALL (n) { MATCH (n)-[:DERIVED_FROM]->(original) RETURN count(original) AS originals }
RETURN n.id AS id, ${earliestOf('n')} AS earliest, ${latestOf('n')} AS latest, n.datedFrom AS since, n.datedUntil AS until,
  ${borrowsItsDate('n')} AS isLoose, originals > 0 AS derives`;

/** Those of these words that older ones cite. */
const CITED_BEFORE = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[e:CITES]-(o)
  WHERE e.basis IN $counted AND ${isCurrent('o')} AND o.basis IN $counted AND o.recorded < $at
  RETURN o.id AS other LIMIT 1
}
RETURN n.id AS id`;

const writing = (name: 'said' | 'published') => `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET n.${name}Earliest = row.earliest, n.${name}Latest = row.latest`;

const WRITE_SAID = writing('said');
const WRITE_PUBLISHED = writing('published');

/** Keeps a lower bound that is above the upper one, for what follows from it. */
const WRITE_RAW = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET n.rawEarliest = row.raw`;

const ANY_TIME: Bounds = { earliest: -NEVER, latest: NEVER };

/** `isLoose`: there only with what cites it. `derives`: a document that is taken from others. */
type Around = Neighbour & { readonly isLoose: boolean; readonly derives: boolean };

/**
 * Derives the date bounds that new records change: their own, and those of older ones that they narrow. `events` are those
 * whose first date has changed. What follows from the bundle and the records next to it is computed here; only where that
 * changes an older record, or where the bundle does not say enough, is the order followed in the graph.
 */
export async function boundNewRecords(
  run: Run,
  bundle: Bundle,
  dates: Dates,
  events: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const undated = bundle.attributions.filter((said) => dates.saidAt(said) === undefined).map(({ id }) => id);
  const redated = await dateFromClaims(run, [...undated, ...(await undatedAboutEvents(run, events))], stamp.at);
  const around = await readAround(run, bundle);
  const order = orderOfNew(bundle, (id) => around.has(id));
  const since = new Map(redated.map(({ id, since: from }) => [id, from]));
  const stated = statedBounds(bundle, dates, since);
  const { bounds, leading } = narrowNewBounds(stated, around, order);
  await writeBounds(run, bundle, dates, bounds);
  const older = redated.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const loose = await citedLoosely(run, stated, around, order, stamp.at);
  const fresh = bundle.attributions.filter(({ document }) => around.get(document ?? '')?.derives).map(({ id }) => id);
  const originals = bundle.derivations.filter(({ document }) => !stated.has(document)).map(({ from }) => from);
  await deriveBounds(
    run,
    {
      earliest: {
        fresh: [...fresh, ...loose.first],
        leading: [...originals, ...leading.earliest],
        widened: [...older, ...loose.overtaken],
      },
      latest: { fresh: [...fresh, ...originals], leading: leading.latest, widened: older },
      checked: [...fresh, ...originals, ...inWrongOrder(stated, around, order, bounds)],
      ended: [],
    },
    stamp,
  );
}

async function readAround(run: Run, { attributions, documents, derivations }: Bundle): Promise<Map<string, Around>> {
  const added = new Set([...attributions, ...documents].map(({ id }) => id));
  const named = [
    ...attributions.flatMap(({ document, cites }) => [document, ...cites.map(({ attribution }) => attribution)]),
    ...derivations.flatMap(({ document, from }) => [document, from]),
  ];
  const ids = [...new Set(named)].filter((id) => id !== undefined && !added.has(id));
  const rows = await batched(run, AROUND, ids, { counted: COUNTED });
  return new Map(
    rows.map(({ id, earliest, latest, since, until, isLoose, derives }) => [
      id as string,
      {
        bounds: { earliest, latest } as Bounds,
        stated: { earliest: since, latest: until } as Bounds,
        isLoose: isLoose as boolean,
        derives: derives as boolean,
      },
    ]),
  );
}

/** The intervals that the dates of new records state; what has no date is bounded by its claim, as `since` gives it. */
function statedBounds(
  { attributions, documents }: Bundle,
  { saidWithin, publishedWithin }: Dates,
  since: ReadonlyMap<string, number>,
): Map<string, Bounds> {
  return new Map([
    ...attributions.map((said): [string, Bounds] => {
      const { id } = said;
      return [id, saidWithin(said) ?? { ...ANY_TIME, earliest: since.get(id) ?? -NEVER }];
    }),
    ...documents.map(({ id }): [string, Bounds] => [id, publishedWithin(id) ?? ANY_TIME]),
  ]);
}

/** Stores the bounds of new records that are not those of their dates. */
async function writeBounds(
  run: Run,
  { attributions, documents }: Bundle,
  { saidWithin, publishedWithin }: Dates,
  bounds: ReadonlyMap<string, Bounds>,
): Promise<void> {
  const rowOf = (id: string, written: Bounds | null) => {
    const { earliest: raw, latest } = bounds.get(id) as Bounds;
    const earliest = Math.min(raw, latest);
    const { earliest: from, latest: until } = written ?? ANY_TIME;
    return raw === from && latest === until ? [] : [{ id, earliest, latest, raw }];
  };
  const said = attributions.flatMap((one) => rowOf(one.id, saidWithin(one)));
  const published = documents.flatMap(({ id }) => rowOf(id, publishedWithin(id)));
  const above = [...said, ...published].filter(({ raw, latest }) => raw > latest);
  await Promise.all([
    batched(run, WRITE_SAID, said),
    batched(run, WRITE_PUBLISHED, published),
    batched(run, WRITE_RAW, above),
  ]);
}

/**
 * Older words without a date and a document that new ones cite: those that nothing cited before, and those that may be as
 * early as one of the new ones, and are bounded later.
 */
async function citedLoosely(
  run: Run,
  stated: ReadonlyMap<string, Bounds>,
  around: ReadonlyMap<string, Around>,
  { after }: OrderOfNew,
  at: number,
): Promise<{ readonly first: readonly string[]; readonly overtaken: readonly string[] }> {
  const loose = [...around].filter(([id, { isLoose }]) => isLoose && after.has(id));
  const overtaken = loose.filter(([id, one]) => {
    const { earliest } = one.bounds;
    const isLater = (citer: string) => earliest > (stated.get(citer)?.earliest ?? earliest);
    return earliest > one.stated.earliest && after.get(id)?.some(isLater);
  });
  const ids = loose.map(([id]) => id);
  const before = new Set((await batched(run, CITED_BEFORE, ids, { counted: COUNTED, at })).map(({ id }) => id));
  return { first: ids.filter((id) => !before.has(id)), overtaken: overtaken.map(([id]) => id) };
}

/** The new records that are beside one in the wrong order, as far as the bundle and the records next to it say. */
function inWrongOrder(
  stated: ReadonlyMap<string, Bounds>,
  around: ReadonlyMap<string, Around>,
  { after }: OrderOfNew,
  bounds: ReadonlyMap<string, Bounds>,
): string[] {
  const found = [...after].flatMap(([earlier, all]) => {
    const from = (bounds.get(earlier) ?? around.get(earlier)?.bounds)?.earliest as number;
    const isBefore = (id: string) => ((stated.get(id) ?? around.get(id)?.stated)?.latest as number) < from;
    return all.filter(isBefore).map((later) => (stated.has(later) ? later : earlier));
  });
  return [...new Set(found)];
}
