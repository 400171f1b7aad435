import { createHash } from 'node:crypto';
import { type ASTNode, Kind, print, visit } from 'graphql';
import type { Operation, UnresolvedRoot } from './plan-operation.ts';

/**
 * The same text for subscriptions that are equal but for where they begin: the operation with all fragments, without the
 * `after` of its root field, the variables that are left, and the viewer.
 */
export function subscriptionKey({ document, operation, variables }: Operation, root: UnresolvedRoot): string {
  const used = new Set<string>();
  const enter = (node: ASTNode) => {
    if (node.kind === Kind.VARIABLE_DEFINITION) return null;
    if (node.kind === Kind.VARIABLE) used.add(node.name.value);
    if (node.kind !== Kind.FIELD || !root.nodes.includes(node)) return undefined;
    return { ...node, arguments: node.arguments?.filter(({ name }) => name.value !== 'after') };
  };
  const texts = document.definitions
    .filter((definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((definition) => print(visit(definition, { enter })));
  const values = [...used]
    .sort()
    .map((name) => [name, name in root.variables, name in variables ? variables[name] : root.variables[name]]);
  return createHash('sha256')
    .update(JSON.stringify([texts, values, root.viewer]))
    .digest('base64');
}
