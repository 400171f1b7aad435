import { CURSOR } from './pages.ts';
import { SENTENCES } from './trace/resolvers.ts';

/**
 * The answer of the oracle as JSON, with the other's cursors and sentences in the place of its own: all that can be
 * compared of them is that both have some.
 */
export function withCursorsOf(oracle: unknown, other: unknown): unknown {
  if (typeof oracle === 'string' && oracle.startsWith(CURSOR)) return isCursor(other) ? other : oracle;
  if (oracle instanceof Date) return oracle.toISOString();
  if (Array.isArray(oracle) && oracle[0] === SENTENCES) return areSentences(other) ? other : oracle;
  if (Array.isArray(oracle)) {
    const others = Array.isArray(other) ? other : [];
    return oracle.map((one, index) => withCursorsOf(one, others[index]));
  }
  if (typeof oracle !== 'object' || oracle === null) return oracle;
  const others = (other ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(oracle).map(([key, inner]) => [key, withCursorsOf(inner, others[key])]));
}

function isCursor(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0;
}

function areSentences(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.endsWith('.'));
}
