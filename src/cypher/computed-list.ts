import type { Arguments } from './arguments.ts';
import type { Writing } from './compilation.ts';
import { asksFor } from './computed-shape.ts';
import type { Asked, Computed } from './mapping.ts';
import { cutPage, DEFAULT_PAGE, encodeCursor, type Page, pageOf, pinnedBy } from './page.ts';
import { timeVariables } from './scope.ts';
import { keyset } from './sort-page.ts';
import { type OpenStatement, openStatement } from './statement-head.ts';

/** The text that rows are sorted by in a statement of a computed field. */
export interface Sorting {
  readonly key: string;
  /** Unique per row, from A to Z. */
  readonly tie: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A row of a computed list: what it is sorted by, and its place in the answer. */
export interface ListedNode {
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

/** The rows of a computed list while its statement is written. */
export interface SortedRows {
  readonly lines: readonly string[];
  /** The variables that have to be carried on. */
  readonly kept: readonly string[];
  /** What rows are sorted by, and then by. */
  readonly key: string;
  readonly tie: string;
  /** What is read of the rows of a page, and the clauses that it takes. */
  readonly cells: readonly string[];
  readonly then?: readonly string[];
}

/**
 * A list of Query by one statement: a page of its rows, those with the lowest key first, and their number where it is
 * asked for. `nodeOf` makes a node of the answer from the cells of a row.
 */
export async function readListing(
  asked: Asked,
  name: string,
  rowsOf: (statement: OpenStatement) => SortedRows,
  nodeOf: (cells: readonly unknown[]) => unknown,
): Promise<Computed> {
  const page = pageOf(name, asked.args, asked.node);
  const statement = openStatement(asked, pinnedBy(page));
  const rows = pageText(statement, rowsOf(statement), page);
  const total = asksFor(asked.shape, 'totalCount') ? countText(statement, rowsOf(statement)) : 'null';
  const { present, now } = statement.scope;
  const text = [
    ...statement.lines,
    `RETURN ${rows} AS rows, ${total} AS total, ${present} AS present, ${now} AS recorded`,
  ].join('\n');
  const [row] = await asked.read({ text, parameters: statement.compilation.writer.parameters });
  const times = { present: row?.present as number, recorded: row?.recorded as number };
  const found = (row?.rows ?? []) as ReadonlyArray<readonly [key: number, tie: string, ...cells: unknown[]]>;
  const listed = found.map(([key, tie, ...cells]) => ({ key, tie, node: nodeOf(cells) }));
  return { value: listing(page, listed, row?.total, times.present), ...times };
}

function pageText({ compilation, scope, lines }: OpenStatement, rows: SortedRows, page: Page): string {
  const name = compilation.writer.variable();
  lines.push(
    `CALL (${timeVariables(scope).join(', ')}) {`,
    ...rows.lines,
    ...pageLines(compilation, page, { ...rows, direction: 'ASC' }, rows.kept),
    ...(rows.then ?? []),
    `RETURN collect([${[rows.key, rows.tie, ...rows.cells].join(', ')}]) AS ${name}`,
    '}',
  );
  return name;
}

function countText({ compilation, scope, lines }: OpenStatement, rows: SortedRows): string {
  const name = compilation.writer.variable();
  lines.push(`CALL (${timeVariables(scope).join(', ')}) {`, ...rows.lines, `RETURN count(*) AS ${name}`, '}');
  return name;
}

/** A page as the Cursor Connections specification has it, from rows as they came: one more than asked if there are more. */
export function listing(page: Page, found: readonly ListedNode[], totalCount: unknown, at: number) {
  const { rows, hasNextPage, hasPreviousPage } = cutPage(page, found);
  const edges = rows.map(({ key, tie, node }) => ({
    node,
    cursor: encodeCursor(page.list, { at, key, tie, of: null }),
  }));
  return {
    edges,
    nodes: rows.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** How many rows a page may have, for the cost. */
export function pageRows({ first, last }: Arguments): number {
  return ((first ?? last) as number | null | undefined) ?? DEFAULT_PAGE;
}
