const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const DOUBTS: Readonly<Record<string, string>> = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' };

/**
 * A date of EDTF as people write it, "about 1 December 2025" for `2025-12-01~`, without its time of day; what is neither a
 * day nor a month stays as it is.
 */
export function wordedDate(date: string): string {
  const [, year, month, day, doubt = ''] = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T.*?)?)?([~?%])?$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return (DOUBTS[doubt] ?? '') + [...(day ? [Number(day)] : []), name, year].join(' ');
}
