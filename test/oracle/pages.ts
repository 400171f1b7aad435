import { noLaterThan, type View } from './view.ts';

/** One row of a list: the name that distinguishes it, and what is served for it. */
export interface Row {
  readonly name: string;
  readonly node: unknown;
}

/** The paging arguments of a list. */
export interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const USUAL = 50;

/** What every cursor of the oracle begins with. */
export const CURSOR = 'oracle ';

/**
 * A page cut by position out of the whole list, which is read as of the record time of the cursors. `rowsIn` gives
 * the list in a view, in its order.
 */
export function pageOf(view: View, paging: Paging, rowsIn: (view: View) => readonly Row[]) {
  const cursors = [paging.after, paging.before].filter((text) => typeof text === 'string').map(read);
  const pinned = cursors.reduce((seen, { at }) => noLaterThan(seen, at), view);
  const rows = rowsIn(pinned);
  const at = pinned.scope.recorded;
  const start = paging.after ? positionIn(rows, paging.after) + 1 : 0;
  const end = paging.before ? positionIn(rows, paging.before) : rows.length;
  const there = rows.slice(start, end);
  const size = paging.first ?? paging.last ?? USUAL;
  const isBackward = typeof paging.last === 'number';
  const cut = isBackward ? there.slice(Math.max(0, there.length - size)) : there.slice(0, size);
  const more = there.length > cut.length;
  const edges = cut.map(({ name, node }) => ({ node, cursor: CURSOR + JSON.stringify({ at, name }) }));
  return {
    nodes: cut.map(({ node }) => node),
    edges,
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: isBackward ? typeof paging.before === 'string' : more,
      hasPreviousPage: isBackward ? more : typeof paging.after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function read(cursor: string): { at: number; name: string } {
  return JSON.parse(cursor.slice(CURSOR.length));
}

function positionIn(rows: readonly Row[], cursor: string): number {
  const { name } = read(cursor);
  return rows.findIndex((row) => row.name === name);
}
