import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BundleError, lineOf } from '../bundle/problem.ts';
import { readManifest } from '../bundle/read-files.ts';
import type { Source } from '../formats/reader.ts';
import type { Input } from '../import/survey-input.ts';
import { EXIT, Failure } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';
import { openFormat } from './input-formats.ts';

/** An input of the command line. */
export interface NamedInput extends Input {
  readonly counts: FileReader['counts'];
  /** The size in bytes; null for standard input. */
  readonly size: number | null;
}

/** A file with this name lists other files, which are read in its place. */
const MANIFEST = 'manifest.json';

/** The inputs for paths of the command line; `-` is standard input. Throws a Failure if one cannot be read. */
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
    if (!(error instanceof BundleError)) throw error;
    throw new Failure(`${path} cannot be used as a manifest:`, EXIT.fault, error.problems.map(lineOf));
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
  if (!found) throw new Failure(`${path}: no such file.`);
  if (found.isDirectory()) throw new Failure(`${path} is a folder: name the files in it.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Failure(`${path} cannot be read: permission denied.`);
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

/** The size of all inputs together, in bytes; null if that of one is not known. */
export function totalSize(inputs: readonly NamedInput[]): number | null {
  return inputs.reduce<number | null>((sum, { size }) => (sum === null || size === null ? null : sum + size), 0);
}

/** The noun for the pieces of the inputs: "line", "item" or "line or item". */
export function nounOf(inputs: readonly NamedInput[]): string {
  const nouns = new Set(inputs.map(({ counts }) => counts));
  return nouns.size === 1 ? ([...nouns][0] ?? 'line') : 'line or item';
}
