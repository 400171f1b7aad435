import type { FieldNode, GraphQLError } from 'graphql';
import { limitExceeded } from '../errors.ts';

/** What one request may ask for. */
export interface Limits {
  /** Rows that a whole operation may read, by its page sizes. */
  readonly rows: number;
  /** Values that these rows may hold, aliases included. */
  readonly cells: number;
  /** Subqueries in one operation: every one costs the database planning. */
  readonly subqueries: number;
  /** Values in the lists of all arguments of a query: filters by ids, predicates and so on. */
  readonly listedValues: number;
  /** Bytes of an answer, about: its texts, its keys, and a few for any other value. */
  readonly bytes: number;
}

/** What an operation asks for so far, and what it may. Every method throws LIMIT_EXCEEDED beyond the limit. */
export class Budget {
  rows = 0;
  cells = 0;
  subqueries = 0;
  listedValues = 0;
  bytes = 0;
  readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Counts the values of a selection. */
  spendCells(cells: number, node: FieldNode | undefined): void {
    this.cells += cells;
    if (this.cells > this.limits.cells) {
      throw beyond(
        `This operation could read more than ${this.limits.cells} values: ${this.cells} so far.`,
        'Ask for smaller pages or fewer fields.',
        node,
      );
    }
  }

  /** Counts objects of an answer that take no subquery. */
  spendObjects(rows: number, node: FieldNode): void {
    this.rows += rows;
    if (this.rows > this.limits.rows) {
      throw beyond(
        `This operation could read more than ${this.limits.rows} rows: ${this.rows} so far (page sizes multiply with depth; a list without first or last counts 50).`,
        'Ask for smaller pages or fewer levels.',
        node,
      );
    }
  }

  /** Counts a subquery that may read so many rows. */
  spendRows(rows: number, node: FieldNode): void {
    this.spendObjects(rows, node);
    this.spendSubquery(node);
  }

  /** Counts what costs the database planning. */
  spendSubquery(node: FieldNode): void {
    this.subqueries += 1;
    if (this.subqueries > this.limits.subqueries) {
      throw beyond(`This operation has more than ${this.limits.subqueries} lists.`, 'Ask in several operations.', node);
    }
  }

  /** Counts the values in the lists of a field's arguments. */
  spendListedValues(values: number, node: FieldNode): void {
    this.listedValues += values;
    if (this.listedValues > this.limits.listedValues) {
      throw beyond(
        `The arguments of this operation list ${this.listedValues} values, up to "${node.name.value}"; ${this.limits.listedValues} are allowed.`,
        'Ask in several operations.',
        node,
      );
    }
  }

  /** Counts bytes of the answer. */
  spendBytes(bytes: number, node: FieldNode | undefined): void {
    this.bytes += bytes;
    if (this.bytes > this.limits.bytes) {
      throw beyond(
        `The answer has more than ${this.limits.bytes} bytes: ${this.bytes} so far.`,
        'Ask for smaller pages, or for long texts once only.',
        node,
      );
    }
  }
}

function beyond(problem: string, remedy: string, node: FieldNode | undefined): GraphQLError {
  return limitExceeded(`${problem} ${remedy}`, node);
}
