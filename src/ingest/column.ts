type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A list of numbers that grows, at no more memory than the numbers themselves take. */
export class Column<Kind extends Numbers> {
  readonly #make: new (
    length: number,
  ) => Kind;
  #values: Kind;
  #length = 0;

  constructor(make: new (length: number) => Kind) {
    this.#make = make;
    this.#values = new make(1_024);
  }

  get length(): number {
    return this.#length;
  }

  push(...values: number[]): void {
    if (this.#length + values.length > this.#values.length) {
      const grown = new this.#make(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    for (const value of values) this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
