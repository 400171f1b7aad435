import type { ASTNode, FieldNode } from 'graphql';
import type { Basis } from '../contract.ts';
import type { Engine, Row, Statement } from '../engine/engine.ts';
import type { Arguments } from './arguments.ts';
import type { Shape } from './computed-shape.ts';
import type { Bindings, Pattern } from './pattern.ts';
import type { SaidTime, Viewer } from './scope.ts';
import type { Tracer } from './tracing.ts';

/** Adds a value to the statement and returns the text that stands for it. */
export type Parameter = (value: unknown) => string;

/** The expression for a derived property, as it was known at the record time of that place; of the variable itself, or of another. */
export type Bound = (property: string, of?: string) => string;

/** The predicates that another node of a label must meet to be seen in the scope of that place. */
export type Seen = (label: string, variable: string) => readonly string[];

/**
 * Predicates on a role, once it is bound; `roles` are those that were bound before it. `hasSaidTime` says whether the scope
 * leaves out what was said later.
 */
export type Predicates = (
  variable: string,
  parameter: Parameter,
  roles: Bindings,
  bound: Bound,
  seen: Seen,
  hasSaidTime?: boolean,
) => readonly string[];

/** Predicates by the role that they speak of; values go through `parameter`. */
export type Where = Readonly<Record<string, Predicates>>;

/**
 * One thing that a row must meet. Without a pattern it is a predicate on the row itself; with one, the row must be
 * the end of at least one match. `anchor` names a role that `where` pins down by unique ids, so that a root field can
 * be entered there: the lower its rank, the fewer rows are expected; `label` carries the unique index, if not `Node`. `every` asks that so many nodes of a role match;
 * `whole` that for one node of a role the matches reach as many positions of an edge as its property `grounds` says.
 */
export interface Condition {
  readonly pattern?: Pattern;
  readonly where: Where;
  readonly anchor?: { readonly role: string; readonly rank: number; readonly label?: string };
  readonly every?: { readonly role: string; readonly count: number };
  readonly whole?: { readonly role: string; readonly edge: string };
  /**
   * The bases of the attributions that it matches; those that count, if it names none. Without a pattern these are the
   * bases of the row itself, or of what it is seen through.
   */
  readonly bases?: readonly Basis[] | undefined;
  /** The same computed, for a said time, where what `where` reads off the row does not hold. */
  readonly traced?: (tracing: unknown, id: string, moment: Moment) => boolean;
}

/** An expression over one pattern that starts at the row: counts, extremes, collections. */
export interface Fold {
  readonly pattern: Pattern;
  readonly where?: Where;
  readonly fold: (roles: Bindings) => string;
}

/**
 * A key to sort by. A `stored` fold is kept on the row's node under that name, is renewed whenever `viewAt` is, and
 * holds for the present; for any other time it is computed. `missing` stands for a fold over nothing; a key of time
 * (`isTime`) then sorts last in both directions.
 */
export type OrderKey =
  | { readonly asc: (roles: Bindings) => string; readonly desc: (roles: Bindings) => string }
  | (Fold & { readonly stored: string; readonly missing: number; readonly isTime?: boolean });

export interface Order {
  /** What distinguishes this order from the others in a cursor. */
  readonly name: string;
  readonly key: OrderKey;
  readonly direction: 'ASC' | 'DESC';
}

/** Rows of a type: where they start and which pattern leads to them. */
export interface Source {
  /** The type of the contract, object or interface, that each row is read as. */
  readonly type: string;
  /** Alternatives; their rows are put together. A root field has one, without steps. */
  readonly patterns: readonly Pattern[];
  /** The roles of the row's type, by the roles of the patterns; what a pattern does not name is its start, `self`. */
  readonly rows: Readonly<Record<string, string>>;
  /** The record time to see the rows at, as an expression over the roles of the parent; the scope's where there is none. */
  readonly at?: (parent: Bindings) => string;
  readonly where?: Where;
  /** Whether the patterns can lead to the same row more than once. */
  readonly distinct?: boolean;
  /** Conditions on the rows; they may be others for each of the patterns. */
  readonly conditions?: (args: Arguments, node: ASTNode, pattern: Pattern) => readonly Condition[];
}

/**
 * A field that is an expression over the roles of its type; `decode` turns the stored value into the served one. Of the
 * arguments, the text may depend on their presence only.
 */
export interface ValueField {
  readonly kind: 'value';
  readonly read: (roles: Bindings, args: Arguments) => string;
  readonly decode?: (value: unknown, args: Arguments) => unknown;
}

/** A node that the row has bound already. */
export interface BoundField {
  readonly kind: 'bound';
  readonly type: string;
  readonly role: string;
}

/** Nodes or rows without pages: all of them in an order, or the only one. */
export interface RowsField {
  readonly kind: 'list' | 'one';
  readonly source: Source;
  readonly sort?: (roles: Bindings) => readonly string[];
  /** Rows put into the places of a list of ids, null where there is none. */
  readonly places?: (args: Arguments) => readonly string[];
  /** How many rows of the answer one row of the graph becomes; a value that differs between them is an `Each`. */
  readonly unfold?: { readonly read: (roles: Bindings) => string; readonly count: (value: unknown) => number };
}

/** A list with pages, as the Cursor Connections specification has them. */
export interface ConnectionField {
  readonly kind: 'connection';
  /** Where its cursors belong: "Entity.claims". */
  readonly name: string;
  readonly source: Source;
  readonly order: (args: Arguments) => Order;
  /** Unique per row, the last key of every order. */
  readonly tie: (roles: Bindings) => string;
}

export interface FoldField extends Fold {
  readonly kind: 'fold';
  readonly decode?: (value: unknown) => unknown;
}

/** The times that an answer is computed as of, in milliseconds. */
export interface Moment {
  readonly recorded: number;
  /** Null where any time counts. */
  readonly said: SaidTime | null;
}

/**
 * A field that is computed in JavaScript from the subgraph around its node, which one statement fetches for all nodes
 * of a root field together. `compute` returns plain objects by field name of the contract, with a `NodeRef` for every node;
 * what is selected of those is filled in by one more statement.
 */
export interface TracedField {
  readonly kind: 'traced';
  /** The derived property that holds it where any said time counts, so that nothing has to be traced. */
  readonly stored?: string;
  /** What is given where an older version of the program stored nothing. */
  readonly missing?: unknown;
  /** Whether the stored property holds as of each said time as well. */
  readonly isTimeless?: boolean;
  /** Refuses arguments that cannot be, before anything runs. */
  readonly check?: (args: Arguments, node: FieldNode) => void;
  readonly compute: (tracing: unknown, id: string, args: Arguments, moment: Moment) => unknown;
}

/** Runs the statements of a root field. Throws LIMIT_EXCEEDED once the time of its operation is over. */
export interface Read {
  (statement: Statement): Promise<readonly Row[]>;
  /** Gives others a turn during long work between statements; throws what a statement would throw then. */
  readonly turn: () => Promise<void>;
}

/** Somebody who may write: a name for the record, and the way to run a transaction. */
export interface AuthorizedWriter {
  readonly by: string;
  readonly write: Engine['write'];
}

/** A root field as it was asked. */
export interface Asked {
  readonly args: Arguments;
  readonly node: FieldNode;
  readonly model: Model;
  readonly viewer: Viewer;
  readonly read: Read;
  /** Who may write; null where nobody has shown to be allowed. */
  readonly writer: AuthorizedWriter | null;
  /** What is selected of the value, so that nothing is looked for in vain. */
  readonly shape: Shape;
}

/** A tree as `TracedField.compute` returns it, and the record time that it was read at. */
export interface Computed {
  readonly value: unknown;
  readonly recorded: number;
  /** The present that a time further down is measured by; that time itself where there is none. */
  readonly present?: number;
}

/** A root field whose rows are found by statements of its own, at most two, and put together in JavaScript. */
export interface ComputedField {
  readonly kind: 'computed';
  /** Refuses arguments that cannot be, before anything runs. */
  readonly check?: (args: Arguments, node: FieldNode) => void;
  /** How many rows its answer may have, for the cost. */
  readonly rows: (args: Arguments) => number;
  /** Whether what it returns is read at the times that it names, and none of it at the present. */
  readonly hasTimes?: boolean;
  readonly compute: (asked: Asked) => Promise<Computed>;
}

export type Field = ValueField | BoundField | RowsField | ConnectionField | FoldField | TracedField;

/** How the fields of one type lie in the graph. */
export type TypeMapping = Readonly<Record<string, Field>>;

/** A mapping that has each field of a type of the contract, and no other. */
export type MappingOf<T, Kind = Field> = { readonly [K in keyof T]-?: Kind };

/**
 * When a node was said, for `asOf.said`: by bounds of its own, or by being said at least once through a pattern.
 * Labels without a rule are identities, which no said time touches.
 */
export type SaidRule =
  | { readonly earliest: string; readonly latest: string }
  | { readonly through: Pattern; readonly role: string };

/** All that the compiler knows of the graph. */
export interface Model {
  /** Mappings of object types by name. */
  readonly types: Readonly<Record<string, TypeMapping>>;
  /** Root fields by name. */
  readonly query: Readonly<Record<string, Field | ComputedField>>;
  readonly tracer: Tracer;
  readonly said: Readonly<Record<string, SaidRule>>;
  /** Edge types that have a record time of their own. */
  readonly datedEdges: ReadonlySet<string>;
  /** Labels whose nodes may be suggestions: only those are seen that the scope lets through. */
  readonly suggestible: ReadonlySet<string>;
}
