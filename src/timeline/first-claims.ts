/** The most claims that a row of a timeline names. */
const MOST_CLAIMS = 50;

/** The claims behind a row, by id: the first of them, where there are many. */
export function firstClaims(ids: unknown): string[] {
  return [...(ids as readonly string[])].sort().slice(0, MOST_CLAIMS);
}
