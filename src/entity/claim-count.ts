import { countKey } from '../cypher/field-mappings.ts';

/** By how many claims touch the entity. */
export const claimCount = countKey('(self)<-[:ABOUT]-(claim:Claim)', 'claim', 'claimCount');
