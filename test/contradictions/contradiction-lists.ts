import { expect } from 'vitest';
import type { Ask } from '../ask.ts';

export const PEOPLE = ['ana', 'ben', 'cleo'];

/** A selection on a list of contradictions: who is on each side, with which attributions. */
export const SIDED = '{ nodes { id sides { claim { id } affirms actors { id } attributions { id } } } totalCount }';

/** The ids of contradictions in their order; `args` are those of the list, in brackets. */
export async function ids(ask: Ask, args = ''): Promise<readonly string[]> {
  const { data, errors, statements } = await ask(`{ contradictions${args} { nodes { id } } }`);
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  return data.contradictions.nodes.map(({ id }: { id: string }) => id);
}
