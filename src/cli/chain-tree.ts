import type { Line } from './terminal.ts';

/** A value in a tree, with the branches below it. */
export interface Branch<T> {
  readonly value: T;
  readonly children: Branch<T>[];
}

/**
 * Chains as trees: chains with the same beginning share it. A chain that is only the end of another one is left out,
 * because it is shown there.
 */
export function treesOf<T extends { readonly id: string }>(chains: readonly (readonly T[])[]): Branch<T>[] {
  const cited = new Set(chains.flatMap((chain) => chain.slice(1).map(({ id }) => id)));
  const tops = chains.filter(([first]) => first && !cited.has(first.id));
  // If the chains form a cycle, each is cited by another one: then all are shown.
  const shown = tops.length > 0 ? tops : chains;
  const trees: Branch<T>[] = [];
  for (const chain of shown) {
    let level = trees;
    for (const value of chain) {
      let branch = level.find((one) => one.value.id === value.id);
      if (!branch) {
        branch = { value, children: [] };
        level.push(branch);
      }
      level = branch.children;
    }
  }
  return trees;
}

/** The lines of trees, drawn as the command `tree` draws folders. All lines of a value stay under its branch. */
export function drawn<T>(trees: readonly Branch<T>[], linesOf: (value: T, isLeaf: boolean) => Line[]): Line[] {
  return trees.flatMap((tree) => branchLines(tree, linesOf));
}

function branchLines<T>({ value, children }: Branch<T>, linesOf: (value: T, isLeaf: boolean) => Line[]): Line[] {
  const [head = '', ...more] = linesOf(value, children.length === 0);
  const stem = children.length > 0 ? '│  ' : '   ';
  const lines = [head, ...more.map((line) => after(stem, line))];
  children.forEach((child, index) => {
    const isLast = index === children.length - 1;
    const [first = '', ...rest] = branchLines(child, linesOf);
    lines.push(after(isLast ? '└─ ' : '├─ ', first), ...rest.map((line) => after(isLast ? '   ' : '│  ', line)));
  });
  return lines;
}

function after(stem: string, line: Line): Line {
  return typeof line === 'string' ? `${stem}${line}` : [stem, ...line];
}
