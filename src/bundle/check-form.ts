import { Bundle, COLLECTIONS } from './bundle.ts';
import { formProblems, MOST_PROBLEMS, type Problem } from './problem.ts';

/** The records whose form is checked at a time: each may have several problems. */
const SLICE = 500;

/** A bundle whose form is right, or what is wrong with it. */
export type CheckedForm = { readonly bundle: Bundle } | { readonly problems: readonly Problem[] };

/** Checks the form of a bundle. Of a large one it checks as many records as it takes to find `MOST_PROBLEMS`. */
export function checkForm(value: unknown, file: string | null): CheckedForm {
  const lists = Object.entries((value ?? {}) as object).filter(
    ([, list]) => Array.isArray(list) && list.length > SLICE,
  );
  const problems = lists.length === 0 ? [] : problemsInSlices(value as object, lists, file);
  if (problems.length > 0) return { problems };
  const result = Bundle.safeParse(value);
  return result.success ? { bundle: result.data } : { problems: formProblems(result.error, value, file) };
}

function problemsInSlices(value: object, lists: readonly [string, unknown[]][], file: string | null): Problem[] {
  const problems: Problem[] = [];
  for (const [collection, list] of lists.filter(([name]) => COLLECTIONS.some((one) => one === name))) {
    for (let start = 0; start < list.length; start += SLICE) {
      const result = Bundle.safeParse({ [collection]: list.slice(start, start + SLICE) });
      if (result.success) continue;
      const issues = result.error.issues.map((issue) => ({ ...issue, path: shifted(issue.path, start) }));
      problems.push(...formProblems({ issues }, value, file));
      if (problems.length >= MOST_PROBLEMS) return problems;
    }
  }
  return problems;
}

function shifted([collection, index, ...rest]: readonly PropertyKey[], start: number): PropertyKey[] {
  return [collection as string, Number(index) + start, ...rest];
}
