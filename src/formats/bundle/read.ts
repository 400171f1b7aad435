import { COLLECTIONS, type Collection } from '../../bundle/bundle.ts';
import { isObject, jsonLines } from '../lines.ts';
import { type BundleParts, type Piece, type Reader, unreadable } from '../reader.ts';
import { wholeJson } from '../whole-file.ts';

/**
 * Reads a bundle in one JSON document. Gives one piece for each record, in the order of the collections; its `line` is
 * the number of the record, from 1. Keeps the document in memory, so NDJSON is better for large bundles.
 */
export const readJsonBundle: Reader = async function* (source) {
  const read = await wholeJson(source);
  const problems = 'problem' in read ? [read.problem] : problemsOf(read.value);
  if ('problem' in read || problems.length > 0) {
    yield unreadable(1, ...problems);
    return;
  }
  let line = 0;
  const parts = read.value as Partial<Record<Collection, unknown[]>>;
  for (const collection of COLLECTIONS) {
    for (const record of parts[collection] ?? []) yield piece(++line, { [collection]: [record] });
  }
};

/** Reads a bundle line by line. Each line is a bundle itself, such as `{"claims":[{…}]}`, and gives one piece. */
export const readNdjson: Reader = (source) =>
  jsonLines(source, (value, line) => {
    const problems = problemsOf(value);
    if (problems.length > 0) return [unreadable(line, ...problems)];
    const { $schema, ...parts } = value as Record<string, unknown>;
    return [piece(line, parts)];
  });

function piece(line: number, records: object): Piece {
  return { line, records: records as BundleParts, problems: [], leftOut: [] };
}

/** Why a value is not a bundle. Does not check its records. */
function problemsOf(value: unknown): string[] {
  if (!isObject(value)) return ['is not an object with collections, such as {"claims": [ … ]}'];
  if ('files' in value) return ['is the manifest of a bundle: it has no records itself'];
  const names: readonly string[] = COLLECTIONS;
  const problems = Object.entries(value).flatMap(([name, records]) => {
    if (name === '$schema') return [];
    if (!names.includes(name)) return [`"${name}" is not a collection; the collections are ${names.join(', ')}`];
    return Array.isArray(records) ? [] : [`"${name}" is not a list`];
  });
  const isEmpty = problems.length === 0 && !names.some((name) => name in value);
  return isEmpty ? ['has no collection of records, such as "claims"'] : problems;
}
