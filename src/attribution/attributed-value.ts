import type { AttributedValue } from '../rules/value-changes.ts';

const OF_CLAIM = ['valueText', 'valueMin', 'valueMax', 'valueUnit', 'valueWhen', 'statedWhen'];

/** What an attribution states with its claim, as expressions over both; `attributedValueOf` reads the values. */
export function attributedValueCells(attribution: string, claim: string): string {
  return [`${attribution}.certainty`, ...OF_CLAIM.map((name) => `${claim}.${name}`)].join(', ');
}

/** The values of `attributedValueCells`, in the same order. */
export function attributedValueOf(cells: readonly unknown[]): AttributedValue {
  const [certainty, text, min, max, unit, date, when] = cells as never[];
  return { certainty, text, min, max, unit, date, when } as unknown as AttributedValue;
}
