import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BundleError } from '../bundle/problem.ts';
import { readManifest } from '../bundle/read-files.ts';
import type { Source } from '../formats/reader.ts';
import type { Input } from '../import/survey.ts';
import { Failure } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';
import { openFormat } from './input-formats.ts';

export interface NamedInput extends Input {
  readonly counts: FileReader['counts'];
  /** In bytes; null for standard input. */
  readonly size: number | null;
}

/** What is called so lists other files: they are read in its place. */
const MANIFEST = 'manifest.json';

/** The files of a command line, `-` for standard input. Throws a Failure for one that cannot be read. */
export function inputsOf(paths: readonly string[], reading: ReadingOptions): NamedInput[] {
  if (paths.filter((path) => path === '-').length > 1) throw new Failure('Standard input can be read only once.');
  return paths
    .flatMap((path) => (isManifest(path, reading) ? filesOf(path) : [path]))
    .map((path) => input(path, reading));
}

function isManifest(path: string, { format = 'json', mapping }: ReadingOptions): boolean {
  return basename(path) === MANIFEST && format === 'json' && mapping === undefined;
}

function filesOf(path: string): string[] {
  try {
    return readManifest(path).files.map((name) => join(dirname(path), name));
  } catch (error) {
    if (error instanceof BundleError) throw new Failure(`${path} is no list of files. ${error.message}`);
    throw error;
  }
}

function input(path: string, reading: ReadingOptions): NamedInput {
  const isLines = path === '-' && reading.format === undefined && reading.mapping === undefined;
  const { counts, reader, setup } = openFormat(path, isLines ? { ...reading, format: 'ndjson' } : reading);
  const source = path === '-' ? standardInput() : { name: path, open: () => createReadStream(path) };
  return { source, reader, format: setup, counts, size: path === '-' ? null : sizeOf(path) };
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Failure(`${path}: there is no such file.`);
  if (found.isDirectory()) throw new Failure(`${path} is a folder: name the files in it.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Failure(`${path} may not be read by this user.`);
  }
  return found.size;
}

function standardInput(): Source {
  let isOpen = false;
  const open = () => {
    if (isOpen) throw new Failure('This format is read twice, so it cannot come from standard input: use a file.');
    isOpen = true;
    return process.stdin;
  };
  return { name: '<stdin>', open };
}

/** Bytes of all inputs together; null where one does not tell. */
export function totalSize(inputs: readonly NamedInput[]): number | null {
  return inputs.reduce<number | null>((sum, { size }) => (sum === null || size === null ? null : sum + size), 0);
}

/** What the pieces of the inputs are: lines, items, or some of both. */
export function nounOf(inputs: readonly NamedInput[]): string {
  const nouns = new Set(inputs.map(({ counts }) => counts));
  return nouns.size === 1 ? ([...nouns][0] ?? 'line') : 'line or item';
}
