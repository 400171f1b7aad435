import { MOST_REPORTED, type PlacedLeftOut, type PlacedProblem, type PlacedWarning } from '../import/survey-input.ts';
import type { NamedInput } from './input-files.ts';
import { counted } from './terminal.ts';

/** A function that names places in the inputs: "claims.ndjson:12", "bundle.json: item 12". */
export function placeOf(inputs: readonly NamedInput[]) {
  const counts = new Map(inputs.map(({ source, counts }) => [source.name, counts]));
  return ({ file, line }: { readonly file: string | null; readonly line: number }): string =>
    counts.get(file ?? '') === 'item' ? `${file}: item ${line}` : `${file}:${line}`;
}

export type ProblemPlace = ReturnType<typeof placeOf>;

/** A problem or a warning as one line: the place, the record, the field, and what it is. */
export function placedLineOf(problem: PlacedProblem | PlacedWarning, place: ProblemPlace): string {
  const { record, field, message } = problem;
  return [place(problem), record, field, message].filter((part) => part !== null).join(': ');
}

/** Said where reading has stopped because so much is wrong. */
export const CUT = `Stopped after ${counted(MOST_REPORTED, 'problem')}: the rest was not looked at.`;

interface Kind {
  readonly field: string;
  readonly why: string;
  readonly example: PlacedLeftOut;
  readonly count: number;
}

/** The most kinds of left-out values that are listed; the rest is counted together. */
const MOST_KINDS = 500;

/** Counts left-out values by field and reason, with the first value as an example. */
export class LeftOutSummary {
  readonly #kinds = new Map<string, Kind>();
  #others = 0;

  add(leftOut: PlacedLeftOut): void {
    const key = `${leftOut.field}\n${leftOut.why}`;
    const kind = this.#kinds.get(key);
    if (!kind && this.#kinds.size >= MOST_KINDS) {
      this.#others += 1;
      return;
    }
    const { field, why } = leftOut;
    this.#kinds.set(key, { field, why, example: kind?.example ?? leftOut, count: (kind?.count ?? 0) + 1 });
  }

  get kinds(): readonly Kind[] {
    return [...this.#kinds.values()];
  }

  get others(): number {
    return this.#others;
  }

  lines(place: ProblemPlace): string[] {
    const lines = this.kinds.map(
      ({ field, why, count, example }) => `${field}: ${why} (${counted(count, 'time')}, first at ${place(example)})`,
    );
    return this.#others === 0 ? lines : [...lines, `${counted(this.#others, 'value')} of more kinds`];
  }
}
