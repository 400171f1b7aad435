import { COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Problem } from '../bundle/problem.ts';
import { keyOf } from '../bundle/records.ts';
import type { IdTable } from './id-table.ts';
import type { Spool } from './spool.ts';

/** In place of a piece number: the input has the id, but in a piece that was left out. */
export const LEFT_OUT = 0xffff_ffff;

/** The contract types, by their number in the table; the first one is for keys that are not nodes. */
export const TYPES = [
  '',
  'Person',
  'Organization',
  'Group',
  'UnnamedSource',
  'Place',
  'Thing',
  'Event',
  'Document',
  'Claim',
  'Attribution',
  'Mention',
] as const;

/** The key of a record or an identifier, which an input must not have twice with different content. */
export interface Key {
  readonly key: string;
  readonly content: string;
  readonly type: number;
  readonly collection: Collection;
  readonly field: string | null;
  readonly record: string;
}

/** The keys of everything that an input must not have twice with different content. */
export function keysOf({ bundle, types, identifiers }: BundleIndex): Key[] {
  const records = COLLECTIONS.flatMap((collection) =>
    bundle[collection].map((record, index): Key => {
      const key = keyOf(record);
      const id = 'id' in record ? record.id : null;
      const type = Math.max(0, TYPES.indexOf((types.get(key) ?? '') as (typeof TYPES)[number]));
      const content = `${collection} ${JSON.stringify(record)}`;
      return { key, content, type, collection, field: id && 'id', record: id ?? `${collection}.${index}` };
    }),
  );
  const identifierKeys = identifiers.map(({ key, owner, collection, position }): Key => {
    const field = `identifiers.${position}`;
    return { key: `identifier ${key}`, content: owner, type: 0, collection, field, record: owner };
  });
  return [...records, ...identifierKeys];
}

/** The keys of a piece that it, or an earlier piece, has with different content. */
export function idConflicts(
  keys: readonly Key[],
  file: string,
  { table, spool }: { readonly table: IdTable; readonly spool: Spool },
): Problem[] {
  const seen = new Map<string, string>();
  return keys.flatMap(({ key, content, field, record }): Problem[] => {
    const before = seen.get(key);
    seen.set(key, content);
    const entry = table.find(key, content);
    const earlier = entry && entry.piece !== LEFT_OUT ? entry : null;
    if ((before === undefined || before === content) && (!earlier || earlier.isSame)) return [];
    const other = earlier && !earlier.isSame ? spool.read(earlier.piece) : null;
    if (key.startsWith('identifier ')) {
      const owner = other ? `another record at ${other.file}:${other.line}` : 'two records here';
      const message = `${key.slice('identifier '.length)} is the identifier of ${owner}`;
      return [{ code: 'CONFLICT', file, record, field, path: [], message }];
    }
    const message = other
      ? `has different content at ${other.file}:${other.line}`
      : 'is here twice with different content';
    return [{ code: 'DUPLICATE_ID', file, record, field, path: [], message }];
  });
}
