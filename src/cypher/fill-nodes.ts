import type { FieldNode } from 'graphql';
import { AnswerObject } from './answer-object.ts';
import type { Arguments } from './arguments.ts';
import type { Compilation, Compiled, Selected, Slots } from './compilation.ts';
import { compileSelection } from './compile-selection.ts';
import type { Shape, Slot } from './computed-shape.ts';
import { gate } from './gate.ts';
import type { Field, Moment, Read } from './mapping.ts';
import { matchWitness } from './match-pattern.ts';
import type { NodeRef } from './node-ref.ts';
import { CLOCK, isPresent, type Scope } from './scope.ts';
import { Writer } from './writer.ts';

/** Nodes that a traced field is expected to return, for the cost. */
const EXPECTED_NODES = 5;

/**
 * The one statement that fills in what a selection asks of nodes that were found by computing. It is compiled before
 * anything runs, so that its arguments and its cost are known; the ids are put in when they are.
 */
export class Fill implements Slots {
  readonly #compilation: Compilation;
  readonly #present: string;
  readonly #lines: string[];
  readonly #slots: Slot[] = [];

  /** What is filled in can be traced in turn: `traces` takes what it asks for. */
  constructor(compilation: Omit<Compilation, 'writer' | 'traces'>, traces: Compilation['traces']) {
    const writer = new Writer();
    this.#compilation = { ...compilation, writer, traces };
    this.#present = name(writer.parameter(0));
    this.#lines = [`WITH $${this.#present} AS ${CLOCK}`];
  }

  /** A place for nodes of a type with all that is selected of them. */
  nodes(selected: Selected, scope: Scope): Slot {
    return this.#slot(selected.type.name, selected.nodes[0], scope, (self, inner, lines) =>
      compileSelection(this.#compilation, selected, { self }, inner, lines),
    );
  }

  /** A place for one field with a mapping, of nodes that are its `self`. */
  field(field: Field, args: Arguments, selected: Selected, scope: Scope): Slot {
    const node = selected.nodes[0] as FieldNode;
    return this.#slot('Node', node, scope, (self, inner, lines) => {
      const place = { node, args, parent: { self }, scope: inner, guard: null };
      return this.#compilation.compileField(this.#compilation, field, place, selected, lines);
    });
  }

  #slot(
    label: string,
    node: FieldNode | undefined,
    outer: Scope,
    compile: (self: string, scope: Scope, lines: string[]) => Compiled,
  ): Slot {
    const { writer, budget, model } = this.#compilation;
    const rows = outer.rows * EXPECTED_NODES;
    if (node) budget.spendRows(rows, node);
    const lines: string[] = [];
    const wanted = writer.parameter([]);
    const { scope, id } = this.#unwind(outer, rows, wanted, lines);
    // What was computed from a suggestion has it in it.
    const any = { ...scope, hasBasis: null };
    const self = writer.variable();
    lines.push(`MATCH (${self}:Node) WHERE ${[`${self}.id = ${id}`, ...gate(model, label, self, any)].join(' AND ')}`);
    matchWitness(this.#compilation, { lines, roles: { self } }, { steps: [], labels: { self: label } }, 'self', scope);
    const row = compile(self, scope, lines);
    const variable = writer.variable();
    this.#lines.push(
      `CALL (${CLOCK}) {`,
      ...lines,
      `RETURN collect([${self}.id, ${scope.now}, ${row.expression}]) AS ${variable}`,
      '}',
    );
    const slot: Slot = {
      wanted: new Map(),
      found: new Map(),
      isPresent: isPresent(outer),
      parameter: name(wanted),
      variable,
      decode: row.decode,
    };
    this.#slots.push(slot);
    return slot;
  }

  /** The scope of a place in this statement, and the variable with the id of a node; each may have its own record time. */
  #unwind(outer: Scope, rows: number, wanted: string, lines: string[]): { scope: Scope; id: string } {
    const { writer } = this.#compilation;
    const said = outer.said && { ...outer.said, until: writer.parameter(outer.said.end) };
    const scope = { ...outer, said, rows, present: CLOCK, now: CLOCK };
    const id = writer.variable();
    if (isPresent(outer)) {
      lines.push(`UNWIND ${wanted} AS ${id}`);
      return { scope, id };
    }
    const [pair, now] = writer.variables(2);
    lines.push(`UNWIND ${wanted} AS ${pair}`, `WITH ${CLOCK}, ${pair}[0] AS ${id}, ${pair}[1] AS ${now}`);
    return { scope: { ...scope, now }, id };
  }

  /** Takes down the nodes of a computed value. */
  collect(shape: Shape, value: unknown, moment: Moment): void {
    if (value === null || value === undefined || shape.kind === 'leaf') return;
    if (Array.isArray(value)) {
      for (const item of value) this.collect(shape, item, moment);
    } else if (shape.kind === 'node') {
      const { id, at } = value as NodeRef;
      const recorded = at ?? moment.recorded;
      shape.slot.wanted.set(keyIn(shape.slot, id, recorded), [id, recorded]);
    } else {
      for (const field of shape.fields) this.collect(field.shape, heldBy(value, field), moment);
    }
  }

  /** Runs the statement, if there is a node to fill in. */
  async run(run: Read, present: number): Promise<void> {
    if (this.#slots.every(({ wanted }) => wanted.size === 0)) return;
    const { parameters } = this.#compilation.writer;
    parameters[this.#present] = present;
    for (const slot of this.#slots) {
      const nodes = [...slot.wanted.values()];
      parameters[slot.parameter] = slot.isPresent ? nodes.map(([id]) => id) : nodes;
    }
    const text = [...this.#lines, `RETURN ${this.#slots.map(({ variable }) => variable).join(', ')}`].join('\n');
    const [row] = await run({ text, parameters });
    for (const slot of this.#slots) {
      const read = (row?.[slot.variable] ?? []) as Array<[string, number, unknown]>;
      for (const [id, recorded, cells] of read) slot.found.set(keyIn(slot, id, recorded), slot.decode(cells));
    }
  }

  /**
   * A computed value as the selection asks for it, at the moment that it was collected for; a node that cannot be seen is left out of its list, and what a
   * field reads as a list from each of several nodes becomes one list.
   */
  realize(shape: Shape, value: unknown, moment: Moment): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.realize(shape, item, moment)).filter((item) => item !== null);
      return shape.kind === 'node' && shape.spread ? items.flat() : items;
    }
    if (shape.kind === 'leaf') return value;
    if (shape.kind === 'node') {
      const { id, at } = value as NodeRef;
      return shape.slot.found.get(keyIn(shape.slot, id, at ?? moment.recorded)) ?? null;
    }
    const entries = shape.fields.map((field) => [field.key, this.realize(field.shape, heldBy(value, field), moment)]);
    return new AnswerObject(shape.type, Object.fromEntries(entries));
  }
}

/** A field of a computed object; where it has arguments of its own, it may be a function of them. */
function heldBy(value: unknown, { name: field, args }: { name: string; args: Arguments }): unknown {
  const held = (value as Readonly<Record<string, unknown>>)[field];
  return typeof held === 'function' ? held(args) : held;
}

/** The key of a node in its slot: the versions of a record share its id. */
function keyIn({ isPresent: one }: Slot, id: string, recorded: number): string {
  return one ? id : `${id} ${recorded}`;
}

/** The name of a parameter by the text that stands for it. */
function name(parameter: string): string {
  return parameter.slice(1);
}
