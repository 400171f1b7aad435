import type { FieldNode, FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { limitExceeded } from '../errors.ts';
import type { Field, Model } from './mapping.ts';
import type { Names } from './names.ts';
import type { Place } from './rows.ts';
import type { Traces } from './traces.ts';
import type { Writer } from './writer.ts';

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
  fill(cells: number, node: FieldNode | undefined): void {
    this.cells += cells;
    if (this.cells > this.limits.cells) {
      throw limitExceeded(
        `This operation could read more than ${this.limits.cells} values. Ask for smaller pages or fewer fields.`,
        node,
      );
    }
  }

  /** Counts a subquery that may read so many rows; throws LIMIT_EXCEEDED beyond the limits. */
  spend(rows: number, node: FieldNode): void {
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

/** Everything that stays the same while one root field is compiled. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Which ids are other names of what is shown. */
  readonly names: Names;
  readonly writer: Writer;
  readonly budget: Budget;
  /** What its traced fields ask for; null inside of what they return. */
  readonly traces: Traces | null;
  /** Compiles a field of a selection; a part of the compilation, since selections and fields contain each other. */
  readonly compileField: CompileField;
}

/** What it takes to write patterns through the gate. */
export type Writing = Pick<Compilation, 'model' | 'writer'>;

/** A type of the contract and the field nodes whose selections apply to it. */
export interface Selected {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
  /** Whether the contract promises that there is one. */
  readonly required?: boolean;
}

/** Compiles one field of a row; what is more than an expression becomes a subquery in `lines`. */
export type CompileField = (
  compilation: Compilation,
  field: Field,
  place: Place,
  selected: Selected,
  lines: string[],
) => Compiled;

/** Text that stands for a value inside a statement, and how the value becomes part of the answer. */
export interface Compiled {
  readonly expression: string;
  readonly decode: (value: unknown) => unknown;
}
