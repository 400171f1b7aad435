import { NEVER } from '../time/edtf.ts';

const DAY = 86_400_000;

/** Days from 1 March of the year -400,000 to 1 January 1970: all that can be a date lies after it. */
const OFFSET = 719_468 + 1_000 * 146_097;

const YEARS = 400_000;

/**
 * The number of the month of a time in milliseconds, as clauses that begin at a row: `kept` lives on, and the month
 * stands under `name`, null where the time is open. Months are counted from March, whose years end with their leap
 * day; `monthName` makes one readable.
 */
export function monthLines(time: string, name: string, kept: readonly string[]): string[] {
  const all = kept.join(', ');
  const floored = `(${time} - ((${time} % ${DAY}) + ${DAY}) % ${DAY}) / ${DAY} + ${OFFSET}`;
  const [days, day, year] = [`${name}Days`, `${name}Day`, `${name}Year`];
  return [
    `WITH ${all}, CASE WHEN ${time} IS NULL OR abs(${time}) >= ${NEVER} THEN null ELSE ${floored} END AS ${days}`,
    `WITH ${all}, ${days}, ${days} % 146097 AS ${day}`,
    `WITH ${all}, ${days}, ${day}, (${day} - ${day} / 1460 + ${day} / 36524 - ${day} / 146096) / 365 AS ${year}`,
    `WITH ${all}, ((${days} / 146097) * 400 + ${year}) * 12 + (5 * (${day} - (365 * ${year} + ${year} / 4 - ${year} / 100)) + 2) / 153 AS ${name}`,
  ];
}

/** "2025-11" for the number of a month. */
export function monthName(month: number): string {
  const fromJanuary = month + 2;
  const year = Math.floor(fromJanuary / 12) - YEARS;
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${String((fromJanuary % 12) + 1).padStart(2, '0')}`;
}
