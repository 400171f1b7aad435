import { flagsOf, type StoredFlags } from '../flag/mapping.ts';

/** The most claims that a row of a timeline names. */
const MOST = 50;

/** A claim's id with its flags as they are stored. */
export type ReadClaim = readonly [
  id: string,
  kinds: StoredFlags['flagKinds'],
  messages: StoredFlags['flagMessages'],
  bases: StoredFlags['flagBases'],
];

/** The claims behind a row, by id, and what is odd about them. */
export function claimsAndFlags(read: readonly ReadClaim[]) {
  const claims = read.toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(0, MOST);
  return {
    claims: claims.map(([id]) => id),
    flags: claims.flatMap(([, flagKinds, flagMessages, flagBases]) => flagsOf({ flagKinds, flagMessages, flagBases })),
  };
}
