import { createHash } from 'node:crypto';
import type { Bundle, Collection } from './bundle.ts';
import { shownName } from './record-names.ts';

export type AnyRecord = Bundle[Collection][number];

/** Lists whose order says nothing, by what their items are sorted by. */
const SETS: Readonly<Record<string, (item: never) => string>> = {
  about: (id: string) => id,
  covers: (id: string) => id,
  candidates: (id: string) => id,
  cites: ({ attribution }: { attribution: string }) => attribution,
  identifiers: ({ scheme, value }: { scheme: string; value: string }) => `${scheme}:${value}`,
};

/**
 * A record in the one form that all ways of writing it share: sets in order, and what is left out when it goes without
 * saying (an outlet that owns itself, a group of at least two). It is a record of the same kind.
 */
export function canonicalRecord<T extends AnyRecord>(record: T): T {
  const fields = Object.entries(record).map(([name, value]) => [name, plain(name, value)] as const);
  const said = fields.filter(([name, value]) => value !== undefined && !isImplied(name, value, record));
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1))) as T;
}

const digests = new WeakMap<AnyRecord, string>();

/** What tells two contents of a record apart: 22 characters. A record is never changed, so it is reckoned once. */
export function digestOf(record: AnyRecord): string {
  const cached = digests.get(record);
  if (cached !== undefined) return cached;
  const text = JSON.stringify(canonicalRecord(record), withoutEmpty);
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  digests.set(record, digest);
  return digest;
}

function plain(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const key = SETS[name] as ((item: unknown) => string) | undefined;
    const items = value.map((item) => plain('', item));
    return key ? items.sort((one, other) => (key(one) < key(other) ? -1 : 1)) : items;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const entries = Object.entries(value).flatMap(([inner, held]) => {
    const kept = plain(inner, held);
    return kept === undefined ? [] : [[inner, kept] as const];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isImplied(name: string, value: unknown, record: AnyRecord): boolean {
  if (!('names' in record)) return false;
  if (name === 'publisherFamily') return value === record.id;
  if (name === 'size') return isAtLeast(value, 2);
  if (name === 'count') return isAtLeast(value, 1);
  return name === 'description' && value === shownName(record);
}

function isAtLeast(value: unknown, least: number): boolean {
  const { min, max } = value as { min: number; max?: number };
  return min === least && max === undefined;
}

/** An empty list is as good as none. */
function withoutEmpty(_name: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
