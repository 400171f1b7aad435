import type { FieldNode } from 'graphql';
import { limitExceeded } from '../errors.ts';

/** What one request may ask for. */
export interface Limits {
  /** Rows that a whole operation may read, by its page sizes. */
  readonly rows: number;
  /** Values that these rows may hold, aliases included. */
  readonly cells: number;
  /** Subqueries in one operation: every one costs the database planning. */
  readonly subqueries: number;
}

/** What an operation asks for so far, and what it may. */
export class Budget {
  rows = 0;
  cells = 0;
  subqueries = 0;
  readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Counts the values of a selection; throws LIMIT_EXCEEDED beyond the limit. */
  spendCells(cells: number, node: FieldNode | undefined): void {
    this.cells += cells;
    if (this.cells > this.limits.cells) {
      throw limitExceeded(
        `This operation could read more than ${this.limits.cells} values. Ask for smaller pages or fewer fields.`,
        node,
      );
    }
  }

  /** Counts a subquery that may read so many rows; throws LIMIT_EXCEEDED beyond the limits. */
  spendRows(rows: number, node: FieldNode): void {
    this.rows += rows;
    this.subqueries += 1;
    if (this.rows > this.limits.rows) {
      throw limitExceeded(
        `This operation could read more than ${this.limits.rows} rows (page sizes multiply with depth; a list without first or last counts 50). ` +
          'Ask for smaller pages or fewer levels.',
        node,
      );
    }
    if (this.subqueries > this.limits.subqueries) {
      throw limitExceeded(
        `This operation has more than ${this.limits.subqueries} lists. Ask in several operations.`,
        node,
      );
    }
  }
}
