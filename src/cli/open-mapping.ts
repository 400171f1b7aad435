import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BundleError } from '../bundle/problem.ts';
import { parseMapping } from '../formats/table/mapping-file.ts';
import { mappingReader } from '../formats/table/read.ts';
import { parsedJson } from '../formats/whole-file.ts';
import { EXIT, Failure, fileFailure, usage } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';

/** Room for the tables that a mapping looks values up in. */
const LIMITS = { keys: 100_000, items: 10_000 };

/** The reader of a table. Throws a Failure that names the mapping file if something is wrong with it. */
export function openMapping({ mapping: path, language }: ReadingOptions, table: string): FileReader {
  if (path === undefined) throw usage(`${table}: a table needs a mapping: --mapping <file>.`);
  const read = readMapping(path);
  const mapping = language !== undefined && read.language === 'und' ? { ...read, language } : read;
  return {
    reader: mappingReader(mapping),
    counts: mapping.rows.format === 'csv' ? 'line' : 'item',
    setup: createHash('sha256').update(JSON.stringify(mapping)).digest('hex'),
  };
}

function readMapping(path: string): ReturnType<typeof parseMapping> {
  const parsed = parsedJson(textOf(path), LIMITS);
  if ('problem' in parsed) throw new Failure(`The mapping ${path} ${parsed.problem}.`);
  try {
    return parseMapping(parsed.value, path);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const lines = error.problems.map(({ field, message }) => `  ${field === null ? '' : `${field}: `}${message}`);
    throw new Failure(`The mapping ${path} cannot be used:`, EXIT.fault, lines);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw fileFailure(`The mapping ${path}`, 'read', error);
  }
}
