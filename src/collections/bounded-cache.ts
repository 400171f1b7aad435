/** Keeps the values that were used last, up to a size of all together, and none that is larger than `most`. */
export class BoundedCache<Value> {
  readonly #all: number;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: Value; readonly size: number }>();
  #size = 0;

  constructor(all: number, most: number) {
    this.#all = all;
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, size: number): void {
    this.delete(key);
    if (size > this.#most) return;
    this.#kept.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#all) return;
      this.delete(oldest);
    }
  }

  delete(key: string): boolean {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    return this.#kept.delete(key);
  }
}
