import { UNITS } from './deadlines.ts';
import type { StatedValue } from './stated-value.ts';

/** What an attribution states, as far as one that cites it can state something else. */
export interface AttributedValue extends StatedValue {
  readonly certainty: string;
  readonly text: string | null;
}

/** One thing that is told in another way than by whom it is taken from. */
export interface Change {
  readonly slot: 'value' | 'when' | 'certainty';
  readonly from: string;
  readonly to: string;
}

/** What an attribution changes of what it cites: number, amount or value; date; how sure it sounds. */
export function changesBetween(citing: AttributedValue, cited: AttributedValue): Change[] {
  const changes: Change[] = [];
  const [from, to] = [cited, citing];
  if (from.text !== null && to.text !== null && differ(from, to)) {
    changes.push({ slot: 'value', from: shown(from, to), to: shown(to, from) });
  }
  if (from.when !== null && to.when !== null && from.when !== to.when) {
    changes.push({ slot: 'when', from: from.when, to: to.when });
  }
  const sure = from.certainty !== 'UNCOMMITTED' && to.certainty !== 'UNCOMMITTED';
  if (sure && from.certainty !== to.certainty) {
    changes.push({ slot: 'certainty', from: from.certainty, to: to.certainty });
  }
  return changes;
}

/** A value in words, and with its unit where the words alone do not tell it from the other. */
function shown({ text, unit }: AttributedValue, other: AttributedValue): string {
  return text === other.text && unit !== null ? `${text} ${unit}` : (text as string);
}

/** Whether values differ that can be compared: in the same unit, or as stretches of time. */
function differ(one: AttributedValue, other: AttributedValue): boolean {
  if (one.unit === other.unit) {
    return (['text', 'min', 'max', 'date'] as const).some((part) => one[part] !== other[part]);
  }
  const [left, right] = [UNITS[one.unit ?? ''], UNITS[other.unit ?? '']];
  if (left === undefined || right === undefined) return false;
  return (['min', 'max'] as const).some((part) => scaled(one[part], left) !== scaled(other[part], right));
}

function scaled(amount: number | null, unit: number): number | null {
  return amount === null ? null : amount * unit;
}
