import type { SortedRows } from '../cypher/computed-list.ts';
import { overlaps } from '../cypher/conditions.ts';
import type { Asked } from '../cypher/mapping.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';

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
  readonly open: (statement: OpenStatement, asked: Asked) => SortedRows;
  readonly read: (cells: readonly unknown[]) => TimelineRow;
}

/** What the arguments `from` and `until` ask of a row's bounds; null where there is neither. */
export function within({ args, node }: Pick<Asked, 'args' | 'node'>, bounds: readonly [string, string]) {
  const { from, until } = args as { from?: string | null; until?: string | null };
  return (from ?? until) == null ? null : overlaps(null, { from, until }, bounds, node);
}
