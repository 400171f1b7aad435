import { boundOf, edgeGate, type GateRules, gate, wasEverRecorded } from '../cypher/gate.ts';
import { presentScope, type Scope, type Viewer } from '../cypher/scope.ts';
import { textList } from '../cypher/text-list.ts';
import { COUNTED } from '../rules/stances.ts';

/** Edges that somebody stated or read; what a rule or a model suggests changes no number. */
export const COUNTED_BASES = `IN ${textList(COUNTED)}`;

/** The variable with the record time to read at. */
export const RECORD_TIME = 'at';

/**
 * Keeps each node of the rows once. For `WITH DISTINCT` the embedded engine copies and compares, with every row, the
 * lists that the subquery imports: gigabytes for some thousand rows.
 */
export function eachOnce(variable: string, name = variable): string {
  return `WITH ${variable === name ? name : `${variable} AS ${name}`}, ${RECORD_TIME}, count(*) AS times`;
}

/** Writes the clauses of the statement, every node and edge of it through the gate. */
export class GatedClauses {
  readonly lines: string[] = [];
  readonly #gates: GateRules;
  readonly #scope: Scope;

  constructor(gates: GateRules, viewer: Viewer) {
    this.#gates = gates;
    this.#scope = { ...presentScope(viewer), present: RECORD_TIME, now: RECORD_TIME, hasBasis: null };
  }

  node(label: string, variable: string): string {
    return gate(this.#gates, label, variable, this.#scope).join(' AND ');
  }

  /** The gate of every node of a path. */
  nodes(label: string, path: string): string {
    return `all(step IN nodes(${path}) WHERE ${this.node(label, 'step')})`;
  }

  edge(types: string, variable: string): string {
    return [`${variable}.basis ${COUNTED_BASES}`, ...edgeGate(this.#gates, types, variable, this.#scope)].join(' AND ');
  }

  /** An attribution that is there and counts: what a rule or a model suggests does not. */
  counted(variable: string): string {
    return `${variable}.basis ${COUNTED_BASES} AND ${this.node('Attribution', variable)}`;
  }

  /** A node that was recorded by then, even if it has been retracted or replaced since. */
  everRecorded(variable: string): string {
    return wasEverRecorded(variable, this.#scope);
  }

  /** Gathers the claims of a list and those that were ever recorded as the same, two steps away at most. */
  withSame(list: string, name: string): void {
    this.call(
      [list],
      `UNWIND ${list} AS c`,
      `MATCH (c)-[:SAME_AS*0..2]-(found) WHERE ${this.node('Claim', 'found')}`,
      `RETURN collect(DISTINCT found) AS ${name}`,
    );
  }

  bound(variable: string, property: string): string {
    return boundOf(variable, property, this.#scope);
  }

  call(imports: readonly string[], ...inner: readonly string[]): void {
    this.lines.push(`CALL (${[...imports, RECORD_TIME].join(', ')}) {`, ...inner, '}');
  }

  /** Gathers the distinct nodes of several lists under a new name. */
  together(lists: readonly string[], name: string): void {
    this.call(lists, `UNWIND ${lists.join(' + ')} AS one`, `RETURN collect(DISTINCT one) AS ${name}`);
  }

  /**
   * Follows a step several times from a list of nodes, each time from what was found last; returns all lists.
   */
  levels(
    start: string,
    prefix: string,
    steps: number,
    more: readonly string[],
    inner: (from: string) => string[],
  ): string[] {
    const names = [start];
    for (let step = 1; step <= steps; step++) {
      const from = names.at(-1) as string;
      this.call([from, ...more], ...inner(from), `RETURN collect(DISTINCT found) AS ${prefix}${step}`);
      names.push(`${prefix}${step}`);
    }
    return names;
  }
}
