/** A row with its line (CSV) or number (JSON) from 1. */
export interface GoodRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row, or what is wrong with it. */
export type Row = GoodRow | { readonly line: number; readonly problem: string };
