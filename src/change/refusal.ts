import { BundleError, type Problem, type ProblemCode } from '../bundle/problem.ts';

/** The error for a change that is refused; `path` is the place in the arguments. */
export function refusal(code: ProblemCode, path: readonly string[], message: string): BundleError {
  return new BundleError([problem(code, path, message)]);
}

/** A problem with the arguments of a change. */
export function problem(code: ProblemCode, path: readonly string[], message: string): Problem {
  return { code, file: null, record: null, field: null, path, message };
}
