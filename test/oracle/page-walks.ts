import fc from 'fast-check';
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { Drawer, type Drawn, type DrawnField, fieldsOf, NOT_DRAWN, ownArguments, plainField } from './operations.ts';
import { type Operation, render } from './render.ts';
import { isTypeName, type Pools } from './value-pools.ts';
import { fromPool, type Value } from './values.ts';

/** A list with pages, as it is drawn, and how it is to be read. */
export interface DrawnWalk {
  readonly field: DrawnField;
  readonly isTwoWay: boolean;
  readonly size: number;
  /** A part of the list between two of its rows, or from or up to one of them. */
  readonly window: { readonly limits: 'after' | 'before' | 'both'; readonly size: 'first' | 'last' | 'none' };
}

/** A page as a client has it. */
export interface ReadPage {
  readonly nodes: readonly unknown[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Reads the list with these paging arguments. */
export type ReadList = (paging: Readonly<Record<string, unknown>>) => Promise<ReadPage | null>;

const PAGING = { first: 'Int', last: 'Int', after: 'String', before: 'String' };

/** Draws lists of the contract, at the root or of any record; `only` names those of some root fields. */
export function walks(schema: GraphQLSchema, only: readonly string[] | null = null): fc.Arbitrary<DrawnWalk> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const owners = types.filter(({ name }) => name === 'Query' || isTypeName(name));
  const draw = new Drawer(schema);
  const lists = owners.flatMap((owner) =>
    Object.values(fieldsOf(owner))
      .filter((field) => /Connection$/.test(getNamedType(field.type).name))
      .filter(({ name }) => owner.name !== 'Query' || !NOT_DRAWN.includes(name))
      .filter((field) => !only || (owner.name === 'Query' && only.includes(field.name)))
      .map((field) => walk(draw, owner, field)),
  );
  return fc.oneof(...lists);
}

function walk(draw: Drawer, owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>): fc.Arbitrary<DrawnWalk> {
  const paging = field.args.filter(({ name }) => name in PAGING).map(({ name }) => name);
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const row = getNamedType(connection.getFields().nodes?.type) as GraphQLObjectType;
  return fc.record({
    field: fc
      .tuple(ownArguments(owner.name, field), draw.selection(row, 1, 1), rootOf(owner.name))
      .map(([values, selection, wrap]) => {
        const names = paging.map((name): [string, Value] => [name, { kind: 'name', name }]);
        const list = plainField(field.name, connection.name, pageOf(row.name, selection));
        return wrap({ ...list, values: { ...values, ...Object.fromEntries(names) } });
      }),
    isTwoWay: fc.constant(paging.includes('last')),
    size: fc.integer({ min: 1, max: 4 }),
    window: fc.record({
      limits: fc.constantFrom('after', 'before', 'both'),
      size: fc.constantFrom('first', 'last', 'none'),
    }),
  });
}

/** The list by itself, or within a record of its owner's type. */
function rootOf(owner: string): fc.Arbitrary<(list: DrawnField) => DrawnField> {
  if (!isTypeName(owner)) return fc.constant((list) => list);
  return fromPool(owner).map((id) => (list) => ({
    ...plainField('node', 'Node', [{ kind: 'inline', on: owner, directive: null, selection: [list] }]),
    values: { id },
  }));
}

function pageOf(row: string, selection: readonly Drawn[]): Drawn[] {
  const named = (name: string, type: string, inner: readonly Drawn[] | null): DrawnField => ({
    ...plainField(name, type, inner),
    alias: 'never',
  });
  const leaves = (...names: readonly string[]) => names.map((name) => named(name, 'String', null));
  return [
    named('nodes', row, selection),
    named('edges', 'Edge', leaves('cursor')),
    named('pageInfo', 'PageInfo', leaves('hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor')),
    ...leaves('totalCount'),
  ];
}

/** The operation that reads a page of the list; its paging arguments are variables. */
export function renderWalk(schema: GraphQLSchema, { field, isTwoWay }: DrawnWalk, pools: Pools): Operation {
  const names = isTwoWay ? (['first', 'last', 'after', 'before'] as const) : (['first', 'after'] as const);
  return render(
    schema,
    [field],
    pools,
    names.map((name) => `$${name}: ${PAGING[name]}`),
  );
}

/** The list in an answer to `renderWalk`; null where its owner is not there. */
export function listIn(data: unknown): ReadPage | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('pageInfo' in data) return data as unknown as ReadPage;
  return listIn(Object.values(data)[0]);
}

/** More pages than this count as a walk without end. */
const FAR = 500;

/** All pages of a list in the order of reading; `meanwhile` runs after the first. */
export async function pagesOf(
  read: ReadList,
  size: number,
  backward: boolean,
  meanwhile: () => Promise<void> = async () => {},
): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  let cursor: string | null = null;
  do {
    const page: ReadPage | null = await read(
      backward ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    if (pages.length === 0) await meanwhile();
    if (!page) return [];
    pages.push(page);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (backward ? hasPreviousPage : hasNextPage) cursor = backward ? startCursor : endCursor;
    else cursor = null;
  } while (cursor !== null && pages.length < FAR);
  return pages;
}

/** The part of a list that was drawn; its limits are rows of the whole list. */
export async function windowOf(read: ReadList, { window, size }: DrawnWalk): Promise<ReadPage | null> {
  const edges = (await read({}))?.edges ?? [];
  const after = edges[Math.floor(edges.length / 4)]?.cursor;
  const before = edges[Math.floor((edges.length * 3) / 4)]?.cursor;
  return read({
    ...(window.size !== 'none' && { [window.size]: size }),
    ...(window.limits !== 'before' && { after }),
    ...(window.limits !== 'after' && { before }),
  });
}

/** The rows of pages in the order of the list. */
export function rowsOf(pages: readonly ReadPage[], backward: boolean): unknown[] {
  return (backward ? pages.toReversed() : pages).flatMap(({ nodes }) => nodes);
}
