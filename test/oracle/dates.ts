import { type Bounds, boundsOf as read } from '../../src/time/edtf.ts';

const known = new Map<string, Bounds>();

/** The bounds of a date as the product reads them; each text is read once, for an oracle asks again and again. */
export function boundsOf(text: string): Bounds {
  const bounds = known.get(text) ?? read(text);
  known.set(text, bounds);
  return bounds;
}
