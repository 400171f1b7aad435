import type { z } from 'zod';
import { visible } from '../text/visible.ts';
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

/** The most problems that are reported of one file, line or bundle: whoever has as many does not read them one by one. */
export const MOST_PROBLEMS = 1_000;

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
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${visible(lineOf(problem))}`);
    super(`The bundle has ${count}:\n${lines.join('\n')}`);
    this.name = 'BundleError';
    this.problems = problems;
  }
}

/** A problem as one line: the file, the record, the field, and what is wrong. */
export function lineOf({ file, record, field, message }: Problem): string {
  return [file, record, field, message].filter((part) => part !== null).join(': ');
}

/** What a schema found wrong with a value, as one problem for each field of a record; the first `most` of them. */
export function formProblems(
  { issues }: Pick<z.ZodError, 'issues'>,
  value: unknown,
  file: string | null,
  most = MOST_PROBLEMS,
): Problem[] {
  const problems: Problem[] = [];
  for (const issue of issues) {
    const known = issue.code !== 'unrecognized_keys';
    const missing = known && issue.path.length > 0 && valueAt(value, issue.path) === undefined;
    const message = known ? (missing ? 'is missing' : issue.message) : 'is not a known field';
    for (const path of known ? [issue.path] : issue.keys.map((key) => [...issue.path, key])) {
      if (problems.length === most) return problems;
      problems.push(problemAt(path, message, value, file));
    }
  }
  return problems;
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
