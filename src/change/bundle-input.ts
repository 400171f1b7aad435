import { Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { BundleError, formProblems, type Problem } from '../bundle/problem.ts';
import { type Existing, validate } from '../bundle/validate.ts';
import { problem } from './refusal.ts';

/** What a client sent as a bundle: the records whose form is good, and what is wrong with the others. */
export interface BundleInput {
  readonly bundle: Bundle;
  /** What is wrong with the form; the paths start inside of what was sent. */
  readonly problems: readonly Problem[];
  /** For each collection, where the records of the bundle stood in what was sent. */
  readonly places: Readonly<Record<Collection, readonly number[]>>;
  /** Whatever was not taken into the bundle, as it was sent. */
  readonly rejected: readonly unknown[];
}

export function readBundleInput(input: unknown): BundleInput {
  const problems: Problem[] = [];
  const value = plain(input, [], problems) as Partial<Record<Collection, unknown[]>>;
  const result = Bundle.safeParse(value);
  if (!result.success) problems.push(...formProblems(result.error, value, null));
  const wrong = new Set(problems.map(({ path: [collection, index] }) => `${collection} ${index}`));
  const of = (collection: Collection) => (value[collection] ?? []).map((record, index) => ({ record, index }));
  const isFit = (collection: Collection, index: number) => !wrong.has(`${collection} ${index}`);
  const fit = COLLECTIONS.map((name) => [name, of(name).filter(({ index }) => isFit(name, index))] as const);
  const kept = fit.map(([name, records]) => [name, records.map(({ record }) => record)]);
  const places = fit.map(([name, records]) => [name, records.map(({ index }) => index)]);
  const rejected = COLLECTIONS.flatMap((name) => of(name).filter(({ index }) => !isFit(name, index)));
  return {
    bundle: result.success && problems.length === 0 ? result.data : Bundle.parse(Object.fromEntries(kept)),
    problems,
    places: Object.fromEntries(places) as BundleInput['places'],
    rejected: rejected.map(({ record }) => record),
  };
}

/** The bundle that a client sent. Throws a BundleError with all that is wrong with its form. */
export function parseBundleInput(input: unknown): Bundle {
  const { bundle, problems } = readBundleInput(input);
  if (problems.length > 0) throw new BundleError(problems);
  return bundle;
}

/**
 * What is wrong between the good records of a bundle and with their references, where others have a problem of their own;
 * what only follows from that is left out.
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
export function withPathPrefix<T>(place: readonly string[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw prefixed(place, error);
  }
}

export function prefixed(place: readonly string[], error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  return new BundleError(error.problems.map((one) => ({ ...one, path: [...place, ...one.path] })));
}
