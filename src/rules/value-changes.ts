import { grouped } from '../collections/grouped.ts';
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

/** What an attribution says, and what those that it cites of other claims say. */
export interface Citing {
  readonly citing: CitationSide;
  readonly cited: readonly CitationSide[];
}

/** Flags on the claim of an attribution that gives another value or date than those that it cites: one for each of the two. */
export function valueChanges({ citing, cited }: Citing): FoundFlag[] {
  const changes = cited.flatMap((one) =>
    one.claim === citing.claim ? [] : changesBetween(citing, one).map((change) => ({ ...change, cited: one })),
  );
  const bySlot = grouped(
    changes.filter(({ slot }) => slot !== 'certainty'),
    ({ slot }) => slot,
  );
  return [...bySlot].map(([slot, all]) => {
    const inOrder = all.sort((one, other) => (one.cited.attribution < other.cited.attribution ? -1 : 1));
    return {
      id: flagId(citing.claim, 'VALUE_CHANGED', citing.attribution, slot),
      kind: 'VALUE_CHANGED',
      message: messageOf(citing.attribution, slot, inOrder),
      owner: citing.claim,
      grounds: [citing, ...inOrder.map((change) => change.cited)].map(({ claim, attribution }) => ({
        claim,
        among: [attribution],
      })),
    };
  });
}

type ChangeFrom = Change & { readonly cited: CitationSide };

/** "a gives the date 2, where b and c, which it cites, give 1, and d gives 3." */
function messageOf(citing: string, slot: Change['slot'], changes: readonly ChangeFrom[]): string {
  const isDate = slot === 'when';
  const stated = (value: string) => (isDate ? value : `"${value}"`);
  const said = [...grouped(changes, ({ to }) => to).keys()].map(stated).join(' and ');
  const others = [...grouped(changes, ({ from }) => from)].map(([from, all], index) => {
    const ids = all.map(({ cited }) => cited.attribution);
    const say = isDate ? (ids.length > 1 ? 'give' : 'gives') : ids.length > 1 ? 'say' : 'says';
    return `${ids.join(' and ')}${index === 0 ? ', which it cites,' : ''} ${say} ${stated(from)}`;
  });
  return `${citing} ${isDate ? 'gives the date' : 'says'} ${said}, where ${others.join(', and ')}.`;
}
