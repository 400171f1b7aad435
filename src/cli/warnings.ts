import { WARNING_CODES, type WarningCode } from '../bundle/warnings/warning.ts';
import { MOST_REPORTED, type PlacedWarning } from '../import/survey-input.ts';
import { type ProblemPlace, placedLineOf } from './problems.ts';
import { counted } from './terminal.ts';

/** The most warnings of one sort that are shown; the rest is counted. */
const MOST_SHOWN = 20;

/** Collects warnings: all are counted, the first ones of each sort are kept to be shown, and more of them for programs. */
export class WarningSummary {
  readonly #shown = new Map<WarningCode, PlacedWarning[]>(WARNING_CODES.map((code) => [code, []]));
  readonly #counts = new Map<WarningCode, number>();
  readonly #listed: PlacedWarning[] = [];
  readonly #isListing: boolean;

  constructor(isListing: boolean) {
    this.#isListing = isListing;
  }

  add(warning: PlacedWarning): void {
    const { code } = warning;
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    const shown = this.#shown.get(code) ?? [];
    if (shown.length < MOST_SHOWN) shown.push(warning);
    if (this.#isListing && this.#listed.length < MOST_REPORTED) this.#listed.push(warning);
  }

  get count(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The warnings for programs, no more than are reported of problems. */
  get listed(): readonly PlacedWarning[] {
    return this.#listed;
  }

  /** A line for each warning that is shown, by sort. */
  lines(place: ProblemPlace): string[] {
    return [...this.#shown].flatMap(([code, shown]) => {
      const lines = shown.map((one) => `Warning: ${placedLineOf(one, place)}`);
      const more = (this.#counts.get(code) ?? 0) - shown.length;
      return more > 0 ? [...lines, `Warning: ${counted(more, 'more warning')} of this sort (${code}).`] : lines;
    });
  }
}
