import { Bundle } from '../ingest/bundle.ts';
import { BundleError, formProblems, type Problem } from '../ingest/problem.ts';
import { problem } from './refusal.ts';

/**
 * The bundle that a client sent as an argument. Throws a BundleError with all that is wrong with its form; the paths
 * start inside of the bundle.
 */
export function bundleOf(input: unknown): Bundle {
  const problems: Problem[] = [];
  const value = plain(input, [], problems);
  const result = Bundle.safeParse(value);
  const found = [...problems, ...(result.success ? [] : formProblems(result.error, value, null))];
  if (!result.success || found.length > 0) throw new BundleError(found);
  return result.data;
}

/** Without what is null, and without a visibility that says nothing; one that says something cannot be kept yet. */
function plain(value: unknown, path: readonly string[], problems: Problem[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, String(index)], problems));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null || inner === undefined) return [];
    const place = [...path, name];
    if (name !== 'visibility' && name !== 'embargoedUntil') return [[name, plain(inner, place, problems)] as const];
    if (inner !== 'PUBLIC') {
      problems.push(problem('INVALID', place, 'everything is public here as yet; nothing can be kept back'));
    }
    return [];
  });
  return Object.fromEntries(entries);
}

/** Puts the place of a bundle among the arguments before the paths of what is wrong with it. */
export function within<T>(place: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placed(place, error);
  }
}

export function placed(place: readonly string[], error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  return new BundleError(error.problems.map((one) => ({ ...one, path: [...place, ...one.path] })));
}
