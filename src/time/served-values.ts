/** A stored record time, in milliseconds, as it is served. */
export function instant(at: unknown): Date {
  return new Date(at as number);
}

/** A range that is stored as its two ends; null where no lower end is. */
export function range(min: unknown, max: unknown): { min: number; max: number | null } | null {
  return typeof min === 'number' ? { min, max: (max ?? null) as number | null } : null;
}
