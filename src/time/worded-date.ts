const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date as people write it, "1 December 2025", without its time of day; what is no plain date stays as it is. */
export function wordedDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T.*)?)?$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [...(day ? [Number(day)] : []), name, year].join(' ');
}
