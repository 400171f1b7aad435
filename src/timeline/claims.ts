import { Ref } from '../cypher/ref.ts';

/** The most claims that a row of a timeline names. */
const MOST = 50;

/** The claims behind a row, by id; what is odd about them is filled in for each of them. */
export function claimsAndFlags(read: readonly string[]) {
  const claims = read.toSorted().slice(0, MOST);
  return { claims, flags: claims.map((id) => new Ref(id)) };
}
