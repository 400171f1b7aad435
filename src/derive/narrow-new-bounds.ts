import type { Bounds } from '../time/edtf.ts';
import type { OrderOfNew } from './order-of-new.ts';

/** An existing record that new ones are older or newer than. */
export interface Neighbour {
  readonly bounds: Bounds;
  /** The interval that its own date states. */
  readonly stated: Bounds;
}

/** The bounds of new records, and those of them that narrow a bound of an existing one. */
export interface NarrowedBounds {
  readonly bounds: ReadonlyMap<string, Bounds>;
  /** For each existing record, the new one that narrows its bound the most. */
  readonly leading: { readonly earliest: readonly string[]; readonly latest: readonly string[] };
}

/** One bound as it is narrowed: upwards. */
interface Narrowing {
  /** The values of all records that start with one, by id. */
  readonly values: ReadonlyMap<string, number>;
  readonly limitOf: (id: string) => number;
  readonly next: (id: string) => readonly string[];
}

/** Derives the bounds of new records from those that they state and from the existing ones around them. */
export function narrowNewBounds(
  stated: ReadonlyMap<string, Bounds>,
  existing: ReadonlyMap<string, Neighbour>,
  order: OrderOfNew,
): NarrowedBounds {
  const all = [...stated, ...[...existing].map(([id, { bounds }]) => [id, bounds] as const)];
  const limits = (id: string) => (stated.get(id) ?? existing.get(id)?.stated) as Bounds;
  const up: Narrowing = {
    values: new Map(all.map(([id, { earliest }]) => [id, earliest])),
    limitOf: (id) => limits(id).latest,
    next: (id) => order.after.get(id) ?? [],
  };
  const down: Narrowing = {
    values: new Map(all.map(([id, { latest }]) => [id, -latest])),
    limitOf: (id) => -limits(id).earliest,
    next: (id) => order.before.get(id) ?? [],
  };
  const isNew = (id: string) => stated.has(id);
  const earliest = withCiters(narrowed(up, isNew), order);
  const latest = narrowed(down, isNew);
  const bounds = [...stated.keys()].map((id): [string, Bounds] => [
    id,
    { earliest: earliest.get(id) as number, latest: -(latest.get(id) as number) },
  ]);
  const leading = { earliest: leadingOnes(up, earliest, isNew), latest: leadingOnes(down, latest, isNew) };
  return { bounds: new Map(bounds), leading };
}

/** The highest values settle first, and are passed on where they do not exceed a limit. */
function narrowed({ values, limitOf, next }: Narrowing, isNew: (id: string) => boolean): Map<string, number> {
  const settled = new Map<string, number>();
  const highestFirst = [...values].sort(([, one], [, other]) => other - one);
  for (const [start, value] of highestFirst) {
    if (settled.has(start)) continue;
    if (isNew(start)) settled.set(start, value);
    const reached = [start];
    for (const from of reached) {
      for (const id of next(from)) {
        if (!isNew(id) || settled.has(id) || value > limitOf(id)) continue;
        settled.set(id, value);
        reached.push(id);
      }
    }
  }
  return settled;
}

/** Words without a date and a document are there only with something that cites them: raises them to the first of these. */
function withCiters(earliest: Map<string, number>, { loose, after, before }: OrderOfNew): Map<string, number> {
  let open = [...loose];
  while (open.length > 0) {
    const raised = open.filter((id) => {
      const citers = after.get(id) ?? [];
      const first = citers.reduce((least, citer) => Math.min(least, earliest.get(citer) as number), Infinity);
      if (citers.length === 0 || first <= (earliest.get(id) as number)) return false;
      earliest.set(id, first);
      return true;
    });
    open = [...new Set(raised.flatMap((id) => before.get(id) ?? []))].filter((id) => loose.has(id));
  }
  return earliest;
}

function leadingOnes(
  { values, limitOf, next }: Narrowing,
  settled: ReadonlyMap<string, number>,
  isNew: (id: string) => boolean,
): string[] {
  const best = new Map<string, { readonly from: string; readonly value: number }>();
  for (const [from, value] of settled) {
    for (const id of next(from)) {
      if (isNew(id) || value > limitOf(id)) continue;
      if (value > (best.get(id)?.value ?? (values.get(id) as number))) best.set(id, { from, value });
    }
  }
  return [...new Set([...best.values()].map(({ from }) => from))];
}
