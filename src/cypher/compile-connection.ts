import { type FieldNode, type GraphQLObjectType, getNamedType } from 'graphql';
import { AnswerObject } from './answer-object.ts';
import type { Compilation, Compiled, FieldPlace, Selected } from './compilation.ts';
import { cellsText, compileSelection, distinctCells, subfields } from './compile-selection.ts';
import type { ConnectionField } from './mapping.ts';
import { type CutPage, checkOwner, cutPage, encodeCursor, type Page, pageOf, pinnedBy } from './page.ts';
import { enter, openRows, type RecordTimes } from './row-clauses.ts';
import { sortPage } from './sort-page.ts';

/** A row: its selections in the order of the groups, then key and tie where cursors are asked for. */
type Cells = readonly unknown[];

/** A page as it came from the database. */
interface ReadPage extends CutPage<Cells> {
  readonly totalCount: unknown;
  readonly cursor: (row: Cells) => string;
}

/** What a connection's selection asks for. */
interface Parts {
  readonly type: GraphQLObjectType;
  /** How each response key is filled from a page that was read. */
  readonly fields: Array<readonly [string, (page: ReadPage) => unknown]>;
  /** Each selection on the rows: by `nodes`, or by `node` within `edges`. */
  readonly groups: Selected[];
  readonly decoders: Array<(row: Cells) => unknown>;
  readonly needs: Set<'rows' | 'cursors' | 'count'>;
}

/** Compiles a list with pages: its rows in one subquery, its count in another if it was asked for. */
export function compileConnection(
  compilation: Compilation,
  field: ConnectionField,
  place: FieldPlace,
  selected: Selected,
  lines: string[],
): Compiled {
  const page = pageOf(field.name, place.args, place.node);
  const parts = partsOf(compilation, selected);
  const pinned = pinnedBy(page);
  const { rows, times } = compileRows(compilation, field, { place, pinned, page }, parts, lines);
  const count = parts.needs.has('count') ? compileCount(compilation, field, place, pinned, lines) : 'null';
  const owner = place.parent.self ? `${place.parent.self}.id` : 'null';
  const withOwner = parts.needs.has('cursors') || page.after !== null || page.before !== null;
  return {
    expression: cellsText([rows, count, ...(withOwner ? [times.outer, owner] : [])]),
    decode: (value) => {
      if (withOwner) checkOwner(page, (value as Cells)[3] as string | null, place.node);
      const read = readPage(page, value as Cells, times.pinned);
      return new AnswerObject(parts.type.name, Object.fromEntries(parts.fields.map(([key, of]) => [key, of(read)])));
    },
  };
}

function compileRows(
  compilation: Compilation,
  field: ConnectionField,
  { place, pinned, page }: { place: FieldPlace; pinned: number | null; page: Page },
  parts: Parts,
  lines: string[],
): { rows: string; times: RecordTimes } {
  if (!parts.needs.has('rows')) return { rows: 'null', times: enter(compilation, place, pinned) };
  const open = openRows(compilation, field.source, place, pinned);
  const rows = place.scope.rows * (page.size + 1);
  compilation.budget.spendRows(rows, place.node);
  const key = sortPage(compilation, field, open, field.order(place.args), page);
  const compiled = parts.groups.map((group, index) => {
    if (index > 0) compilation.budget.spendSubquery(place.node);
    return compileSelection(compilation, group, open.roles, { ...open.scope, rows }, open.lines);
  });
  const { cells, places } = distinctCells(compiled);
  parts.decoders.push(
    ...compiled.map(
      ({ decode }, index) =>
        (row: Cells) =>
          decode(row[places[index] as number]),
    ),
  );
  if (parts.needs.has('cursors')) cells.push(key, field.tie(open.roles));
  const name = compilation.writer.variable();
  lines.push(
    `CALL (${open.imports.join(', ')}) {`,
    ...open.lines,
    `RETURN collect(${cellsText(cells)}) AS ${name}`,
    '}',
  );
  return { rows: name, times: open };
}

function compileCount(
  compilation: Compilation,
  field: ConnectionField,
  place: FieldPlace,
  pinned: number | null,
  lines: string[],
): string {
  compilation.budget.spendRows(place.scope.rows, place.node);
  const open = openRows(compilation, field.source, place, pinned);
  const name = compilation.writer.variable();
  lines.push(`CALL (${open.imports.join(', ')}) {`, ...open.lines, `RETURN count(*) AS ${name}`, '}');
  return name;
}

function partsOf(compilation: Compilation, selected: Selected): Parts {
  const type = selected.type as GraphQLObjectType;
  const parts: Parts = { type, fields: [], groups: [], decoders: [], needs: new Set() };
  for (const [key, nodes] of subfields(compilation, type, selected.nodes)) {
    const name = nodes[0].name.value;
    if (name === 'totalCount') add(parts, key, ['count'], (page) => page.totalCount);
    else if (name === 'pageInfo') addPageInfo(compilation, parts, key, nodes);
    else if (name === 'nodes') addNodes(parts, key, nodes);
    else if (name === 'edges') addEdges(compilation, parts, key, nodes);
  }
  return parts;
}

function add(
  parts: Parts,
  key: string,
  needs: readonly ('rows' | 'cursors' | 'count')[],
  of: (page: ReadPage) => unknown,
) {
  for (const need of needs) parts.needs.add(need);
  parts.fields.push([key, of]);
}

/** Adds a selection on the rows and returns how a row is read for it. */
function addGroup(parts: Parts, type: GraphQLObjectType, name: string, nodes: readonly FieldNode[]) {
  const index = parts.groups.length;
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no ${name}`);
  parts.groups.push({ type: getNamedType(field.type), nodes });
  return (row: Cells) => parts.decoders[index]?.(row);
}

function addNodes(parts: Parts, key: string, nodes: readonly FieldNode[]): void {
  const read = addGroup(parts, parts.type, 'nodes', nodes);
  add(parts, key, ['rows'], (page) => page.rows.map(read));
}

function addEdges(compilation: Compilation, parts: Parts, key: string, nodes: readonly FieldNode[]): void {
  const edge = getNamedType(parts.type.getFields().edges?.type) as GraphQLObjectType;
  const cells: Array<[string, (page: ReadPage, row: Cells) => unknown]> = [];
  for (const [name, inner] of subfields(compilation, edge, nodes)) {
    if (inner[0].name.value === 'cursor') {
      parts.needs.add('cursors');
      cells.push([name, (page, row) => page.cursor(row)]);
    } else if (inner[0].name.value === 'node') {
      const read = addGroup(parts, edge, 'node', inner);
      cells.push([name, (_page, row) => read(row)]);
    }
  }
  add(parts, key, ['rows'], (page) =>
    page.rows.map(
      (row) => new AnswerObject(edge.name, Object.fromEntries(cells.map(([name, of]) => [name, of(page, row)]))),
    ),
  );
}

function addPageInfo(compilation: Compilation, parts: Parts, key: string, nodes: readonly FieldNode[]): void {
  const type = getNamedType(parts.type.getFields().pageInfo?.type) as GraphQLObjectType;
  const names = [...subfields(compilation, type, nodes).values()].map(([node]) => node.name.value);
  const withCursors = names.includes('startCursor') || names.includes('endCursor');
  add(parts, key, withCursors ? ['rows', 'cursors'] : ['rows'], (page) => {
    const [first, last] = [page.rows[0], page.rows.at(-1)];
    return {
      __typename: type.name,
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: withCursors && first ? page.cursor(first) : null,
      endCursor: withCursors && last ? page.cursor(last) : null,
    };
  });
}

function readPage(page: Page, value: Cells, pinned: number | null): ReadPage {
  const [rows, totalCount, outer, of] = value as [Cells[] | null, unknown, number, string | null];
  const at = Math.min(outer, pinned ?? Number.POSITIVE_INFINITY);
  return {
    ...cutPage(page, rows ?? []),
    totalCount,
    cursor: (row) => {
      const [key, tie] = row.slice(-2) as [string | number, string];
      return encodeCursor(page.list, { at, key, tie, of });
    },
  };
}
