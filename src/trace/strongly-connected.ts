/** The edges of a directed graph: what a node leads to. */
export type Edges = (node: string) => readonly string[];

/**
 * The strongly connected components of a directed graph (Tarjan's algorithm, without recursion), each after all those
 * that it leads to.
 */
export function componentsOf(nodes: Iterable<string>, edges: Edges): string[][] {
  const search = new Search(edges);
  for (const node of nodes) search.from(node);
  return search.components;
}

interface Frame {
  readonly node: string;
  readonly targets: readonly string[];
  next: number;
}

class Search {
  readonly components: string[][] = [];
  readonly #edges: Edges;
  readonly #index = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(edges: Edges) {
    this.#edges = edges;
  }

  from(start: string): void {
    if (this.#index.has(start)) return;
    const frames = [this.#enter(start)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const target = frame.targets[frame.next++];
      if (target === undefined) {
        frames.pop();
        this.#leave(frame.node, frames.at(-1)?.node);
      } else if (!this.#index.has(target)) frames.push(this.#enter(target));
      else if (this.#isOpen.has(target)) this.#lower(frame.node, this.#index.get(target) as number);
    }
  }

  #enter(node: string): Frame {
    this.#low.set(node, this.#index.size);
    this.#index.set(node, this.#index.size);
    this.#open.push(node);
    this.#isOpen.add(node);
    return { node, targets: this.#edges(node), next: 0 };
  }

  #leave(node: string, parent: string | undefined): void {
    const low = this.#low.get(node) as number;
    if (parent !== undefined) this.#lower(parent, low);
    if (low !== this.#index.get(node)) return;
    const component = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of component) this.#isOpen.delete(member);
    this.components.push(component.sort());
  }

  #lower(node: string, low: number): void {
    this.#low.set(node, Math.min(this.#low.get(node) as number, low));
  }
}
