import { Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { BundleError, formProblems, type Problem } from '../bundle/problem.ts';
import { type Existing, validate } from '../bundle/validate.ts';
import { problem } from './refusal.ts';

/** What a client sent as a bundle: the well-formed records, and what is wrong with the others. */
export interface BundleInput {
  readonly bundle: Bundle;
  /** What is wrong with the form; the paths start at the bundle. */
  readonly problems: readonly Problem[];
  /** For each collection, the positions of the bundle's records in what was sent. */
  readonly places: Readonly<Record<Collection, readonly number[]>>;
  /** The records that are not in the bundle, as they were sent. */
  readonly rejected: readonly unknown[];
}

/** Reads a bundle that a client sent, with all problems of form. */
export function readBundleInput(input: unknown): BundleInput {
  const problems: Problem[] = [];
  const value = withoutNulls(input, [], problems) as Partial<Record<Collection, unknown[]>>;
  const result = Bundle.safeParse(value);
  if (!result.success)
    for (const one of formProblems(result.error, value, null, Number.POSITIVE_INFINITY)) problems.push(one);
  const wrong = new Set(problems.map(({ path: [collection, index] }) => `${collection} ${index}`));
  const recordsOf = (collection: Collection) => (value[collection] ?? []).map((record, index) => ({ record, index }));
  const isValid = (collection: Collection, index: number) => !wrong.has(`${collection} ${index}`);
  const valid = COLLECTIONS.map((name) => [name, recordsOf(name).filter(({ index }) => isValid(name, index))] as const);
  const kept = valid.map(([name, records]) => [name, records.map(({ record }) => record)]);
  const places = valid.map(([name, records]) => [name, records.map(({ index }) => index)]);
  const rejected = COLLECTIONS.flatMap((name) => recordsOf(name).filter(({ index }) => !isValid(name, index)));
  return {
    bundle: result.success && problems.length === 0 ? result.data : Bundle.parse(Object.fromEntries(kept)),
    problems,
    places: Object.fromEntries(places) as BundleInput['places'],
    rejected: rejected.map(({ record }) => record),
  };
}

/** Reads a bundle that a client sent. Throws a BundleError with all that is wrong with its form. */
export function parseBundleInput(input: unknown): Bundle {
  const { bundle, problems } = readBundleInput(input);
  if (problems.length > 0) throw new BundleError(problems);
  return bundle;
}

/**
 * The problems between the well-formed records of a bundle and with their references, without those that only follow
 * from records that are not well-formed.
 */
export function problemsBetweenRecords(
  { places, rejected }: BundleInput,
  index: BundleIndex,
  existing: Existing,
): Problem[] {
  const field = (name: string) => new Set(rejected.map((record) => (record as Record<string, unknown> | null)?.[name]));
  const [ids, claims] = [field('id'), field('claim')];
  const named = new Map(index.references.map((one) => [`${one.collection} ${one.index} ${one.field}`, one.id]));
  return validate(index, existing).flatMap((one) => {
    const [collection, index, ...rest] = one.path as [Collection, string, ...string[]];
    const isConsequence =
      (one.code === 'UNKNOWN_REFERENCE' && ids.has(named.get(`${collection} ${index} ${rest.join('.')}`))) ||
      (one.code === 'UNATTRIBUTED_CLAIM' && claims.has(one.record));
    return isConsequence ? [] : [{ ...one, path: [collection, String(places[collection][Number(index)]), ...rest] }];
  });
}

/**
 * The value without nulls and without visibility PUBLIC; any other visibility is a problem, because it is not possible
 * yet.
 */
function withoutNulls(value: unknown, path: readonly string[], problems: Problem[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withoutNulls(item, [...path, String(index)], problems));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null || inner === undefined) return [];
    const place = [...path, name];
    if (name !== 'visibility' && name !== 'embargoedUntil')
      return [[name, withoutNulls(inner, place, problems)] as const];
    if (inner !== 'PUBLIC') {
      problems.push(problem('INVALID', place, 'must be left out or PUBLIC: everything is public for now'));
    }
    return [];
  });
  return Object.fromEntries(entries);
}

/** Runs `work`, and adds the path of the bundle among the arguments to the paths of its problems. */
export function withPathPrefix<T>(place: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw prefixed(place, error);
  }
}

/** A BundleError with a path before the paths of its problems; any other error as it is. */
export function prefixed(place: readonly string[], error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  return new BundleError(error.problems.map((one) => ({ ...one, path: [...place, ...one.path] })));
}
