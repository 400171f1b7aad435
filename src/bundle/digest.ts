import { createHash } from 'node:crypto';
import type { Bundle, Collection } from './bundle.ts';
import { shownName } from './record-names.ts';

export type AnyRecord = Bundle[Collection][number];

/** The lists whose order means nothing, each with the sort key of its items. */
const SETS: Readonly<Record<string, (item: never) => string>> = {
  about: (id: string) => id,
  covers: (id: string) => id,
  candidates: (id: string) => id,
  cites: ({ attribution }: { attribution: string }) => attribution,
  identifiers: ({ scheme, value }: { scheme: string; value: string }) => `${scheme}:${value}`,
};

/**
 * A record in canonical form, the same for all ways of writing it: sets are sorted, and values that are implied are
 * left out (an outlet that owns itself, a group of at least two). It is a record of the same kind.
 */
export function canonicalRecord<T extends AnyRecord>(record: T): T {
  const fields = Object.entries(record).map(([name, value]) => [name, canonicalValue(name, value)] as const);
  const stated = fields.filter(([name, value]) => value !== undefined && !isImplied(name, value, record));
  return Object.fromEntries(stated.sort(([one], [other]) => (one < other ? -1 : 1))) as T;
}

const digests = new WeakMap<AnyRecord, string>();

/** A digest of a record's content, 22 characters long. Records never change, so each is computed once. */
export function digestOf(record: AnyRecord): string {
  const cached = digests.get(record);
  if (cached !== undefined) return cached;
  const text = JSON.stringify(canonicalRecord(record), withoutEmpty);
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  digests.set(record, digest);
  return digest;
}

function canonicalValue(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const key = SETS[name] as ((item: unknown) => string) | undefined;
    const items = value.map((item) => canonicalValue('', item));
    return key ? items.sort((one, other) => (key(one) < key(other) ? -1 : 1)) : items;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const canonical = canonicalValue(key, inner);
    return canonical === undefined ? [] : [[key, canonical] as const];
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

/** An empty list counts as none. */
function withoutEmpty(_name: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
