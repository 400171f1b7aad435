import type { OpenStatement } from '../cypher/computed.ts';
import { overlaps } from '../cypher/conditions.ts';
import type { Asked } from '../cypher/mapping.ts';

/** The rows of a timeline while its statement is written. */
export interface TimelineRows {
  readonly lines: string[];
  /** The variables that have to be carried on. */
  readonly kept: readonly string[];
  /** What rows are sorted by, and then by. */
  readonly key: string;
  readonly tie: string;
  /** What is read of the rows of a page, and the clauses that it takes. */
  readonly cells: readonly string[];
  readonly then?: readonly string[];
}

/** A row of a timeline as it is served, and the id of its subject. */
export interface TimelineRow {
  readonly when: string | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly subject: string;
  readonly claims: readonly string[];
}

/** One of the three times that a timeline can follow: how its rows are found, and how their cells are read. */
export interface ClockRows {
  readonly open: (statement: OpenStatement, asked: Asked) => TimelineRows;
  readonly read: (cells: readonly unknown[]) => TimelineRow;
}

/** What the arguments `from` and `until` ask of a row's bounds; null where there is neither. */
export function within({ args, node }: Pick<Asked, 'args' | 'node'>, bounds: readonly [string, string]) {
  const { from, until } = args as { from?: string | null; until?: string | null };
  return (from ?? until) == null ? null : overlaps(null, { from, until }, bounds, node);
}
