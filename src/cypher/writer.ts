/**
 * The state of one statement while it is written: parameters by position and fresh variable names,
 * so that the text depends on the operation's shape alone.
 */
export class Writer {
  readonly parameters: Record<string, unknown> = {};
  #parameters = 0;
  #variables = 0;

  /** Adds a value and returns the text that stands for it. Never merged by value. */
  parameter(value: unknown): string {
    const name = `p${this.#parameters++}`;
    this.parameters[name] = value;
    return `$${name}`;
  }

  variable(): string {
    return `v${this.#variables++}`;
  }

  /** So many fresh variables. */
  variables<Count extends number>(count: Count): Texts<Count> {
    return Array.from({ length: count }, () => this.variable()) as Texts<Count>;
  }
}

/** A tuple of so many texts. */
type Texts<Count extends number, Found extends string[] = []> = Found['length'] extends Count
  ? Found
  : Texts<Count, [...Found, string]>;
