import type { Arguments } from './arguments.ts';
import type { Writing } from './compilation.ts';
import { keyset } from './order.ts';
import { DEFAULT_PAGE, encodeCursor, type Page } from './page.ts';

/** The text that rows are sorted by in a statement of a computed field. */
export interface Sorting {
  readonly key: string;
  /** Unique per row, from A to Z. */
  readonly tie: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A row of a computed list: what it is sorted by, and its place in the answer. */
export interface Listed {
  readonly key: string | number;
  readonly tie: string;
  readonly node: unknown;
}

/** The clauses that sort rows and cut a page out of them, one row longer than asked; `kept` are the row's variables. */
export function pageLines(writing: Writing, page: Page, sorting: Sorting, kept: readonly string[]): string[] {
  const { key, tie, direction } = sorting;
  const beyond = keyset(writing, { direction }, key, tie, page);
  const [up, down] = page.backward ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  const all = kept.join(', ');
  return [
    ...(beyond.length > 0 ? [`WITH ${all} WHERE ${beyond.join(' AND ')}`] : []),
    `WITH ${all} ORDER BY ${key} ${direction === 'ASC' ? up : down}, ${tie} ${up}`,
    `LIMIT ${writing.writer.parameter(page.size + 1)}`,
  ];
}

/** A page as the Cursor Connections specification has it, from rows as they came: one more than asked if there are more. */
export function listing(page: Page, found: readonly Listed[], totalCount: unknown, at: number) {
  const more = found.length > page.size;
  const cut = more ? found.slice(0, page.size) : found;
  const rows = page.backward ? cut.toReversed() : cut;
  const edges = rows.map(({ key, tie, node }) => ({
    node,
    cursor: encodeCursor(page.list, { at, key, tie, of: null }),
  }));
  return {
    edges,
    nodes: rows.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** The record time that a page's cursors were read at, so that it shows the same list; null on a first page. */
export function pinnedBy({ after, before }: Page): number | null {
  const times = [after?.at, before?.at].filter((at) => at !== undefined);
  return times.length > 0 ? Math.min(...times) : null;
}

/** How many rows a page may have, for the cost. */
export function pageRows({ first, last }: Arguments): number {
  return ((first ?? last) as number | null | undefined) ?? DEFAULT_PAGE;
}
