import { UNITS } from './deadlines.ts';
import { type FoundFlag, flagId } from './flags.ts';
import type { StatedValue } from './stated-value.ts';

/** What an attribution states, as far as one that cites it can state something else. */
export interface AttributedValue extends StatedValue {
  readonly certainty: string;
  readonly text: string | null;
}

/** One part of a value that an attribution states differently from the one that it cites. */
export interface Change {
  readonly slot: 'value' | 'when' | 'certainty';
  readonly from: string;
  readonly to: string;
}

/** What an attribution changes of what it cites: number, amount or value; date; how sure it sounds. */
export function changesBetween(citing: AttributedValue, cited: AttributedValue): Change[] {
  const changes: Change[] = [];
  const [from, to] = [cited, citing];
  if (from.text !== null && to.text !== null && isDifferent(from, to)) {
    changes.push({ slot: 'value', from: shownValue(from, to), to: shownValue(to, from) });
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

/** A value as text, with its unit where the text alone is the same as the other's. */
function shownValue({ text, unit }: AttributedValue, other: AttributedValue): string {
  return text === other.text && unit !== null ? `${text} ${unit}` : (text as string);
}

/** Whether values differ that can be compared: in the same unit, or as stretches of time. */
function isDifferent(one: AttributedValue, other: AttributedValue): boolean {
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

/** An attribution, the claim that it makes and what it states, as one side of a citation. */
export interface CitationSide extends AttributedValue {
  readonly attribution: string;
  readonly claim: string;
}

/** Flags on a claim of which an attribution cites another claim with another value or date. */
export function valueChanges(citing: CitationSide, cited: CitationSide): FoundFlag[] {
  if (citing.claim === cited.claim) return [];
  const changes = changesBetween(citing, cited).filter(({ slot }) => slot !== 'certainty');
  return changes.map((change) => ({
    id: flagId(citing.claim, 'VALUE_CHANGED', citing.attribution, cited.attribution, change.slot),
    kind: 'VALUE_CHANGED',
    message: messageOf(change, citing.attribution, cited.attribution),
    owner: citing.claim,
    grounds: [citing, cited].map(({ claim, attribution }) => ({ claim, among: [attribution] })),
  }));
}

function messageOf({ slot, from, to }: Change, citing: string, cited: string): string {
  return slot === 'when'
    ? `${citing} gives the date ${to}, where ${cited}, which it cites, gives ${from}.`
    : `${citing} says "${to}", where ${cited}, which it cites, says "${from}".`;
}
