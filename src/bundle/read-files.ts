import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../text/json.ts';
import { type Bundle, BundleFile, type FileOf } from './bundle.ts';
import { checkForm } from './check-form.ts';
import { concatenated } from './combine.ts';
import { BundleError, formProblems, type Problem } from './problem.ts';
import { Id, Text } from './value-schemas.ts';

const Manifest = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  title: Text,
  description: Text.optional(),
  files: z.array(Text).min(1),
});

export type Manifest = z.infer<typeof Manifest>;

export interface ReadBundle {
  readonly manifest: Manifest;
  readonly bundle: Bundle;
  readonly fileOf: FileOf;
}

/**
 * Reads the files that a manifest lists into one bundle. Throws one BundleError with all that is wrong with their
 * form. `validate` checks the references between records, when they are loaded.
 */
export function readBundle(path: string): ReadBundle {
  const manifest = readManifest(path);
  const problems: Problem[] = [];
  const files = manifest.files.map((name) => ({
    name,
    part: parsed(BundleFile, resolve(dirname(path), name), name, problems),
  }));
  if (problems.length > 0) throw new BundleError(problems);
  return { manifest, ...joined(files.flatMap(({ name, part }) => (part ? [{ name, part }] : []))) };
}

/** Reads only a manifest. Throws a BundleError with all that is wrong with its form, or with the places of its files. */
export function readManifest(path: string): Manifest {
  const problems: Problem[] = [];
  const file = basename(path);
  const manifest = parsed(Manifest, path, file, problems);
  for (const [index, name] of (manifest?.files ?? []).entries()) {
    if (isInside(dirname(path), name)) continue;
    const place = ['files', String(index)];
    const message = `"${name}" is not in the folder of the manifest or in one below it`;
    problems.push({ code: 'INVALID', file, record: null, field: place.join('.'), path: place, message });
  }
  if (!manifest || problems.length > 0) throw new BundleError(problems);
  return manifest;
}

/** Whether a name leads to something in a folder, links followed. What cannot be read is told when it is read. */
function isInside(folder: string, name: string): boolean {
  const isBelow = (from: string, to: string) => {
    const way = relative(from, to);
    return !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
  };
  if (isAbsolute(name) || !isBelow(resolve(folder), resolve(folder, name))) return false;
  try {
    return isBelow(realpathSync(folder), realpathSync(resolve(folder, name)));
  } catch {
    return true;
  }
}

/** Checks the form of a bundle without files. Throws a BundleError with all that is wrong with it. */
export function parseBundle(value: unknown): Bundle {
  const checked = checkForm(value, null);
  if ('bundle' in checked) return checked.bundle;
  throw new BundleError(checked.problems);
}

function joined(files: readonly { name: string; part: Bundle }[]): Pick<ReadBundle, 'bundle' | 'fileOf'> {
  const bundle = concatenated(...files.map(({ part }) => part));
  const fileOf: FileOf = (collection, index) => {
    let remaining = index;
    const found = files.find(({ part }) => {
      remaining -= part[collection].length;
      return remaining < 0;
    });
    return found?.name ?? null;
  };
  return { bundle, fileOf };
}

function parsed<T>(schema: z.ZodType<T>, path: string, file: string, problems: Problem[]): T | null {
  const value = readJson(path, file, problems);
  if (value === undefined) return null;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  problems.push(...formProblems(result.error, value, file));
  return null;
}

/** The content of a JSON file; undefined, with a problem, if it cannot be read. */
function readJson(path: string, file: string, problems: Problem[]): unknown {
  const fail = (message: string) => {
    problems.push({ code: 'INVALID', file, record: null, field: null, path: [], message });
  };
  const text = readText(path);
  if (text === null) return fail('cannot be read');
  const parsed = parseJson(text);
  if ('value' in parsed) return parsed.value;
  return fail(`${parsed.problem} at line ${parsed.line}, column ${parsed.column}`);
}

/** Drops the byte order mark that some editors put before a text. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
