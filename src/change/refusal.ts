import { BundleError, type Problem, type ProblemCode } from '../bundle/problem.ts';

/** A change that cannot be made; `path` is the place in the arguments. */
export function refusal(code: ProblemCode, path: readonly string[], message: string): BundleError {
  return new BundleError([problem(code, path, message)]);
}

export function problem(code: ProblemCode, path: readonly string[], message: string): Problem {
  return { code, file: null, record: null, field: null, path, message };
}
