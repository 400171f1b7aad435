import type { OrderKey } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';

/** By how many claims touch the entity. */
export const claimCount: OrderKey = {
  pattern: pattern('(self)<-[:ABOUT]-(claim:Claim)'),
  fold: ({ claim }) => `count(${claim})`,
  stored: 'claimCount',
  missing: 0,
};
