import { topOwner } from '../rules/newsrooms.ts';
import type { Subgraph } from './subgraph.ts';

/** The organization that owns another, or owns its owner; itself where none is recorded. */
export function topOwnerOf({ ownerOf }: Pick<Subgraph, 'ownerOf'>, organization: string): string {
  return topOwner(organization, (id) => ownerOf.get(id));
}
