import type { z } from 'zod';
import { Id } from './value-schemas.ts';

/** What sort of problem it is, in the terms of the contract. */
export type ProblemCode =
  | 'INVALID'
  | 'UNKNOWN_REFERENCE'
  | 'DUPLICATE_ID'
  | 'UNATTRIBUTED_CLAIM'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'NOT_FOUND';

/** One thing that is wrong with a bundle, and where. */
export interface Problem {
  readonly code: ProblemCode;
  /** The file as the manifest names it; null for a bundle without files. */
  readonly file: string | null;
  /** The record's id, or its place ("claims.3") if it has none; null for the file as a whole. */
  readonly record: string | null;
  /** The field as a path ("cites.0.attribution"); null for the record as a whole. */
  readonly field: string | null;
  /** The place in the bundle, step by step: "attributions", "3", "cites", "0", "attribution". */
  readonly path: readonly string[];
  readonly message: string;
}

/** Thrown when nothing of a bundle was stored. Carries all the problems that were found; the message lists them. */
export class BundleError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`The bundle has ${count}:\n${problems.map((problem) => `  ${lineOf(problem)}`).join('\n')}`);
    this.name = 'BundleError';
    this.problems = problems;
  }
}

function lineOf({ file, record, field, message }: Problem): string {
  return [file, record, field, message].filter((part) => part !== null).join(': ');
}

/** What a schema found wrong with a value, as one problem for each field of a record. */
export function formProblems(error: z.ZodError, value: unknown, file: string | null): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problemAt([...issue.path, key], 'is not a known field', value, file));
    }
    const missing = issue.path.length > 0 && valueAt(value, issue.path) === undefined;
    return [problemAt(issue.path, missing ? 'is missing' : issue.message, value, file)];
  });
}

function problemAt(path: readonly PropertyKey[], message: string, value: unknown, file: string | null): Problem {
  const record = recordOf(path, value);
  const field = fieldOf(record === null ? path : path.slice(2));
  return { code: 'INVALID', file, record, field, path: path.map(String), message };
}

function recordOf([collection, index]: readonly PropertyKey[], value: unknown): string | null {
  if (collection === undefined || typeof index !== 'number') return null;
  const record = valueAt(value, [collection, index]);
  if (record === null || typeof record !== 'object') return null;
  const { id } = record as { id?: unknown };
  return typeof id === 'string' && Id.safeParse(id).success ? id : `${String(collection)}.${index}`;
}

function fieldOf(path: readonly PropertyKey[]): string | null {
  return path.length > 0 ? path.map(String).join('.') : null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}
