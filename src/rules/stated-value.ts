/** The value and the date of a claim, as far as two claims can differ in them. */
export interface StatedValue {
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  /** The value, where it is a date. */
  readonly date: string | null;
  readonly when: string | null;
}
