/** All that edges lead to from some nodes, these among it. */
export function reachableFrom(start: Iterable<string>, edges: (node: string) => Iterable<string>): Set<string> {
  const reached = new Set(start);
  for (const node of reached) for (const next of edges(node)) reached.add(next);
  return reached;
}
