import { type Bounds, boundsOf } from './edtf.ts';

const SIZE = 50_000;
const seen = new Map<string, Bounds>();

/** The bounds of an EDTF string as `boundsOf` gives them; cached, since a bundle has many records of few dates. */
export function dateBounds(text: string): Bounds {
  const known = seen.get(text);
  if (known) return known;
  const bounds = boundsOf(text);
  if (seen.size >= SIZE) seen.clear();
  seen.set(text, bounds);
  return bounds;
}

/** The same; null where there is no date. */
export function boundsOfDate(date: string | undefined): Bounds | null {
  return date === undefined ? null : dateBounds(date);
}
