/** The parts of the page that are measured separately, in their order on it. */
export const PARTS = ['reads', 'imports', 'cascade'] as const;

export type PartName = (typeof PARTS)[number];

/** Something that was measured against an aim. */
export interface Aim {
  readonly measured: string;
  readonly ours: string;
  readonly comparedWith: string;
  readonly ratio: string;
  readonly aim: string;
  readonly isMet: boolean;
}

/** What one run puts on the page. */
export interface Part {
  readonly name: PartName;
  /** Sentences for the top of the page, each about one number; a miss is called a miss. */
  readonly numbers: readonly string[];
  readonly aims: readonly Aim[];
  /** The section, without its heading. */
  readonly section: string;
  /** When, on which machine and under which load it was measured. */
  readonly run: string;
}

/** An aim behind a number, in a sentence: "(aim: at most 5 s, met)". */
export function aimed(aim: string, isMet: boolean): string {
  return `(aim: ${aim}, ${resultOf(isMet)})`;
}

export function resultOf(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
