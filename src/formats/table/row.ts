/** A row with its line (CSV) or number (JSON), from 1. */
export interface ValidRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row, or what is wrong with it. */
export type Row = ValidRow | { readonly line: number; readonly problem: string };
