import type { FieldNode, FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { PendingValue } from './answer-object.ts';
import type { Arguments } from './arguments.ts';
import type { Budget } from './budget.ts';
import type { Shape, Slot } from './computed-shape.ts';
import type { Field, Model, Moment, TracedField } from './mapping.ts';
import type { Bindings } from './pattern.ts';
import type { Scope } from './scope.ts';
import type { ShownIds } from './shown-ids.ts';
import type { Writer } from './writer.ts';

/** Everything that stays the same while one root field is compiled. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Which ids are other names of what is shown. */
  readonly shownIds: ShownIds;
  readonly writer: Writer;
  readonly budget: Budget;
  /** What its traced fields ask for. */
  readonly traces: TraceQueue;
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
  place: FieldPlace,
  selected: Selected,
  lines: string[],
) => Compiled;

/** Text that stands for a value inside a statement, and how the value becomes part of the answer. */
export interface Compiled {
  readonly expression: string;
  readonly decode: (value: unknown) => unknown;
}

/** What a field needs to know of its place to open its rows. */
export interface FieldPlace {
  readonly node: FieldNode;
  readonly args: Arguments;
  /** Roles of the type that the field belongs to. */
  readonly parent: Bindings;
  readonly scope: Scope;
  /** Predicate that says for which of the possible types of the parent the field was asked. */
  readonly guard: string | null;
}

/** Gives slots to the nodes that computing will find; what is selected of them is read into these. */
export interface Slots {
  /** A slot for nodes of a type with all that is selected of them. */
  nodes(selected: Selected, scope: Scope): Slot;
  /** A slot for one field with a mapping, of nodes that are its `self`. */
  field(field: Field, args: Arguments, selected: Selected, scope: Scope): Slot;
}

/** One traced field of one row. */
export interface Trace {
  readonly field: TracedField;
  readonly id: string;
  readonly args: Arguments;
  readonly moment: Moment;
  readonly shape: Shape;
}

/** Takes the traced fields of rows while the answer of a statement is read. */
export interface TraceQueue {
  /** Where the nodes that tracing finds get their slots. */
  readonly fill: Slots;
  /** Asks for a field of a row; the value will stand in the place that is returned. */
  add(trace: Trace): PendingValue;
}
