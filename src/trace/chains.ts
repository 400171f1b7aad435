import type { Cascade } from './cascade.ts';

/** Steps of the search for chains, after which it gives what it has. */
const MOST_STEPS = 20_000;

interface OpenChain {
  readonly path: readonly string[];
  /** Hops that a way takes in all, as far as is known: never fewer than it will. */
  readonly length: number;
  readonly key: string;
}

/**
 * The ways back from an attribution to where they end, shortest first, then by ids; none meets an attribution twice. A
 * way that is not at its end after `maxHops` stops where it is.
 */
export function chainsFrom(cascade: Cascade, start: string, maxHops: number, first: number): string[][] {
  const ends = endsOf(cascade);
  const distance = distancesTo(ends, cascade);
  const lengthOf = (path: readonly string[]) => {
    const rest = distance.get(path.at(-1) as string) ?? Number.POSITIVE_INFINITY;
    return Math.min(path.length - 1 + rest, maxHops);
  };
  const open = new Queue();
  open.add({ path: [start], length: lengthOf([start]), key: start });
  const chains: string[][] = [];
  for (let step = 0; step < MOST_STEPS && chains.length < first; step++) {
    const chain = open.next();
    if (!chain) break;
    const at = chain.path.at(-1) as string;
    if (ends.has(at) || chain.path.length > maxHops) {
      chains.push([...chain.path]);
      continue;
    }
    for (const next of cascade.edges.get(at) ?? []) {
      if (chain.path.includes(next)) continue;
      const path = [...chain.path, next];
      open.add({ path, length: lengthOf(path), key: `${chain.key} ${next}` });
    }
  }
  return chains;
}

/** Where ways end: what goes back to nothing, and each member of a circle that goes back to nothing else. */
function endsOf({ edges, loops }: Cascade): ReadonlySet<string> {
  const single = [...edges].flatMap(([id, targets]) => (targets.length === 0 ? [id] : []));
  const circles = loops.filter((loop) => {
    const members = new Set(loop);
    return loop.every((id) => edges.get(id)?.every((to) => members.has(to)));
  });
  return new Set([...single, ...circles.flat()]);
}

/** How many hops each attribution is from the nearest end. */
function distancesTo(ends: ReadonlySet<string>, { edges }: Cascade): Map<string, number> {
  const citers = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const known = citers.get(to);
      if (known) known.push(from);
      else citers.set(to, [from]);
    }
  }
  const distance = new Map([...ends].map((id) => [id, 0]));
  for (const [id, hops] of distance) {
    for (const citer of citers.get(id) ?? []) if (!distance.has(citer)) distance.set(citer, hops + 1);
  }
  return distance;
}

/** Ways in the order of their length, then of their ids (a binary heap). */
class Queue {
  readonly #heap: OpenChain[] = [];

  add(chain: OpenChain): void {
    let at = this.#heap.push(chain) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(chain, this.#heap[parent] as OpenChain)) break;
      this.#heap[at] = this.#heap[parent] as OpenChain;
      at = parent;
    }
    this.#heap[at] = chain;
  }

  next(): OpenChain | undefined {
    const [top] = this.#heap;
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child =
        right < this.#heap.length && isBefore(this.#heap[right] as OpenChain, this.#heap[left] as OpenChain)
          ? right
          : left;
      if (child >= this.#heap.length || !isBefore(this.#heap[child] as OpenChain, last)) break;
      this.#heap[at] = this.#heap[child] as OpenChain;
      at = child;
    }
    this.#heap[at] = last;
    return top;
  }
}

function isBefore(one: OpenChain, other: OpenChain): boolean {
  return one.length - other.length < 0 || (one.length === other.length && one.key < other.key);
}
