import { createHash } from 'node:crypto';
import type { FieldNode } from 'graphql';
import { badInput } from '../errors.ts';
import type { Arguments } from './arguments.ts';

/** The largest page, and the page of those who do not ask for a size. */
export const LARGEST_PAGE = 200;
export const DEFAULT_PAGE = 50;

/** A place in a list: the keys of its row and the record time, in milliseconds, that the list was read at. */
export interface Cursor {
  readonly at: number;
  readonly key: string | number;
  readonly tie: string;
  /** The id of the node that the list belongs to; null for a list of the whole graph. */
  readonly of: string | null;
}

/** Which part of a list was asked for. */
export interface Page {
  readonly size: number;
  /** True for `last`: read from the end. */
  readonly backward: boolean;
  readonly after: Cursor | null;
  readonly before: Cursor | null;
  /** Names the list and the arguments that make it this list. */
  readonly list: string;
}

/** Reads the paging arguments; BAD_USER_INPUT names the one that is wrong. */
export function pageOf(name: string, args: Arguments, node: FieldNode): Page {
  const first = sizeOf('first', args, node);
  const last = sizeOf('last', args, node);
  if (first !== null && last !== null) throw badInput('last', 'give first or last, not both', node);
  const list = listOf(name, args);
  return {
    size: first ?? last ?? DEFAULT_PAGE,
    backward: last !== null,
    after: cursorOf('after', args, list, node),
    before: cursorOf('before', args, list, node),
    list,
  };
}

function sizeOf(argument: string, args: Arguments, node: FieldNode): number | null {
  const size = (args[argument] ?? null) as number | null;
  if (size === null) return null;
  if (size < 0) throw badInput(argument, `${size} is less than 0`, node);
  if (size > LARGEST_PAGE) throw badInput(argument, `${size} is more than a page holds (${LARGEST_PAGE})`, node);
  return size;
}

/** The list by name and by all arguments but those of paging. */
function listOf(name: string, args: Arguments): string {
  const { first: _first, last: _last, after: _after, before: _before, ...rest } = args;
  const text = JSON.stringify(rest, (_key, value) => (value === null ? undefined : value));
  return text === '{}' ? name : `${name} ${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`;
}

/** The opaque text of a cursor. */
export function encodeCursor(list: string, { at, key, tie, of }: Cursor): string {
  return Buffer.from(JSON.stringify([list, at, key, tie, of])).toString('base64url');
}

function cursorOf(argument: string, args: Arguments, list: string, node: FieldNode): Cursor | null {
  const text = args[argument] as string | null | undefined;
  if (text === null || text === undefined) return null;
  const parts = decode(text);
  if (!parts) throw badInput(argument, 'this is not a cursor of this service', node);
  const [from, at, key, tie, of] = parts;
  if (from !== list) {
    throw badInput(argument, `this cursor belongs to another list (${from.split(' ')[0]}, or other arguments)`, node);
  }
  return { at, key, tie, of };
}

/** The record time that the cursors of a field were read at, so that its pages stay the same; null without cursors. */
export function readAt({ after, before }: Arguments): number | null {
  const times = [after, before].flatMap((text) => (typeof text === 'string' ? (decode(text)?.[1] ?? []) : []));
  return times.length > 0 ? Math.min(...times) : null;
}

/** The record time that a page's cursors were read at, so that it shows the same list; null on a first page. */
export function pinnedBy({ after, before }: Page): number | null {
  const times = [after?.at, before?.at].filter((at) => at !== undefined);
  return times.length > 0 ? Math.min(...times) : null;
}

/** The rows of a page in the order of the list, and whether there are others around it. */
export interface CutPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * The page among rows as they were read, one more than asked if there are more. A page that goes on from a cursor has
 * rows behind it: the cursor's own, read as of the same record time.
 */
export function cutPage<Row>(page: Page, found: readonly Row[]): CutPage<Row> {
  const more = found.length > page.size;
  const cut = more ? found.slice(0, page.size) : found;
  return {
    rows: page.backward ? cut.toReversed() : cut,
    hasNextPage: page.backward ? page.before !== null : more,
    hasPreviousPage: page.backward ? more : page.after !== null,
  };
}

/** A cursor shows only at the list itself whether it is of the same node. */
export function checkOwner(page: Page, owner: string | null, node: FieldNode): void {
  for (const argument of ['after', 'before'] as const) {
    const cursor = page[argument];
    if (cursor && cursor.of !== owner) {
      throw badInput(
        argument,
        `this cursor belongs to the same list of another node (${cursor.of}, not ${owner})`,
        node,
      );
    }
  }
}

function decode(text: string): [string, number, string | number, string, string | null] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 5) return null;
    const [list, at, key, tie, of] = parts;
    const sound =
      typeof list === 'string' &&
      Number.isSafeInteger(at) &&
      (typeof key === 'string' || Number.isFinite(key)) &&
      typeof tie === 'string' &&
      (of === null || typeof of === 'string');
    return sound ? [list, at, key, tie, of] : null;
  } catch {
    return null;
  }
}
