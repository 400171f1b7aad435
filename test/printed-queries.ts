import { readFileSync } from 'node:fs';

/** Replaces rows, or the rest of a text, that a document does not print. */
const LEFT_OUT = '…';

/** A query that a document prints, with its variables, and its answer where that is printed too. */
export interface Printed {
  /** The document and the line, to be found by. */
  readonly at: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: unknown;
  /** Whether it is printed for its error. */
  readonly isError: boolean;
}

/**
 * The queries of a Markdown document, in their order. A `json variables` block behind a query gives its variables, a
 * `json answer` block what it answers. Variables alone ask the query above again. A `json mapping` block is no answer.
 */
export function printedIn(path: string): Printed[] {
  const markdown = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const printed: Printed[] = [];
  let asksAgain = false;
  for (const { index, 1: kind = '', 2: text = '' } of markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    const last = printed.at(-1);
    const at = `${path}:${markdown.slice(0, index).split('\n').length}`;
    if (kind.startsWith('graphql')) {
      printed.push({ at, query: text, variables: {}, answer: undefined, isError: kind === 'graphql error' });
      asksAgain = false;
    } else if (kind === 'json variables' && last) {
      if (!asksAgain) printed.pop();
      printed.push({ ...last, at, variables: JSON.parse(text), answer: undefined });
      asksAgain = true;
    } else if (kind === 'json answer' && last) {
      if (last.answer !== undefined) throw new Error(`${at} answers nothing`);
      printed.push({ ...(printed.pop() as Printed), answer: readAnswer(text) });
      asksAgain = true;
    } else if (kind.startsWith('json') && kind !== 'json mapping')
      throw new Error(`${at} is neither an answer nor variables`);
  }
  return printed;
}

/** A line with `…` alone replaces rows; it becomes an item of its list. */
function readAnswer(text: string): unknown {
  return JSON.parse(
    text.replaceAll(/^\s*…\n(\s*)(\]?)/gm, (_all, blank, end) => `"…"${end ? '' : ','}\n${blank}${end}`),
  );
}

/** Whether an answer is the printed one. A text that ends in `…` is cut short there; a row `…` is one row or more. */
export function isAsPrinted(answer: unknown, printed: unknown): boolean {
  if (Array.isArray(printed)) return Array.isArray(answer) && areAsPrinted(answer, printed);
  if (typeof printed === 'string' && printed.endsWith(LEFT_OUT)) {
    return typeof answer === 'string' && answer.startsWith(printed.slice(0, -LEFT_OUT.length));
  }
  if (typeof printed !== 'object' || printed === null) return answer === printed;
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
  const [given, shown] = [answer as Record<string, unknown>, printed as Record<string, unknown>];
  const keys = Object.keys(shown);
  return keys.join() === Object.keys(given).join() && keys.every((key) => isAsPrinted(given[key], shown[key]));
}

function areAsPrinted(rows: readonly unknown[], [first, ...rest]: readonly unknown[]): boolean {
  if (first === undefined) return rows.length === 0;
  if (rows.length === 0) return false;
  if (first !== LEFT_OUT) return isAsPrinted(rows[0], first) && areAsPrinted(rows.slice(1), rest);
  return rows.some((_row, index) => areAsPrinted(rows.slice(index + 1), rest));
}
