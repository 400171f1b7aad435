import { fold } from '../../src/text/fold.ts';
import { boundsOf } from './dates.ts';
import { touchedBy } from './filters.ts';
import { shownName } from './names.ts';
import type { View } from './view.ts';
import { type Attribution, type Claim, type Document, type Entity, isCounted, saidAt } from './world.ts';

/** What a row is sorted by; null sorts last in both directions. */
type Key = number | string | null;

export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

/** Rows by a key in a direction; those that tie by name, from A to Z. */
export function sorted<T>(
  rows: readonly T[],
  direction: Order['direction'],
  keyOf: (row: T) => Key,
  nameOf: (row: T) => string,
): T[] {
  const turn = direction === 'ASC' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else if (left !== right) return left < right ? -turn : turn;
    return compare(nameOf(one), nameOf(other));
  });
}

export function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

export function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return sorted(
    rows,
    'ASC',
    () => null,
    ({ id }) => id,
  );
}

/** Dates sort by their earliest moment. */
export function moment(date: string | null | undefined): Key {
  return date ? boundsOf(date).earliest : null;
}

/** Whether one date is not before another, as far as they say. */
export function isNoEarlier(one: string | null, other: string | null): boolean {
  const [left, right] = [moment(one), moment(other)];
  return left === null || right === null || left >= right;
}

function said(view: View, id: string): number[] {
  const dates = view.attributions.filter(({ claim }) => claim === id).map((one) => moment(saidAt(view, one)));
  return dates.filter((date) => typeof date === 'number');
}

function extreme(values: readonly number[], of: (...values: number[]) => number): Key {
  return values.length > 0 ? of(...values) : null;
}

export function claimKey(view: View, { id, when, recorded }: Claim, by: string): Key {
  switch (by) {
    case 'WHEN':
      return moment(when);
    case 'LAST_SAID':
      return extreme(said(view, id), Math.max);
    case 'FIRST_SAID':
      return extreme(said(view, id), Math.min);
    case 'RECORDED_AT':
      return recorded;
    default:
      return view.attributions.filter(({ claim }) => claim === id).length;
  }
}

export function attributionKey(view: View, attribution: Attribution, by: string): Key {
  if (by === 'RECORDED_AT') return attribution.recorded;
  if (by === 'SAID_AT') return moment(saidAt(view, attribution));
  return view.attributions.filter(({ cites }) =>
    cites.some((cited) => isCounted(cited) && cited.attribution === attribution.id),
  ).length;
}

export function documentKey(view: View, { id, title, publishedAt }: Document, by: string): Key {
  if (by === 'PUBLISHED_AT') return moment(publishedAt);
  if (by === 'TITLE') return title === undefined ? null : alphabetical(title);
  return view.attributions.filter(({ document }) => document === id).length;
}

export function entityKey(view: View, entity: Entity, by: string): Key {
  switch (by) {
    case 'NAME':
      return alphabetical(shownName(entity.names, null));
    case 'CLAIM_COUNT':
      return view.claims.filter((claim) => touchedBy(claim).includes(entity.id)).length;
    case 'ATTRIBUTION_COUNT':
      return view.attributions.filter(({ actor }) => actor === entity.id).length;
    default:
      return extreme(
        view.claims
          .filter(({ subject }) => subject === entity.id)
          .map(({ when }) => moment(when))
          .filter((date) => typeof date === 'number'),
        Math.min,
      );
  }
}

function alphabetical(text: string): string {
  return fold(text).trim();
}
