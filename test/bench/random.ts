/** A seeded source of chance (mulberry32): the same seed gives the same graph on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  hit(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
}

/** Draws places of a list by a power law: the one at place k (from 0) has the weight 1 / (k + 1) ^ exponent. */
export function powerLaw(size: number, exponent: number): (chance: Chance) => number {
  const sums: number[] = [];
  let total = 0;
  for (let place = 0; place < size; place++) {
    total += 1 / (place + 1) ** exponent;
    sums.push(total);
  }
  return (chance) => {
    const drawn = chance.next() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
