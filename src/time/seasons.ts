/** The first and the last month of a season, counted from January of its year: December of the year before is -1. */
type Months = readonly [first: number, last: number];

const SPRING: Months = [2, 4];
const SUMMER: Months = [5, 7];
const AUTUMN: Months = [8, 10];
/** A winter may be the one that begins in the year, or the one that ends in it. */
const WINTER: Months = [-1, 13];

/** What a season can be on either hemisphere. */
const EITHER_SPRING: Months = [2, 10];
const EITHER_SUMMER: Months = [-1, 13];

/** The codes of ISO 8601-2 for parts of a year, from 21 on. */
const PARTS: readonly Months[] = [
  ...[EITHER_SPRING, EITHER_SUMMER, EITHER_SPRING, EITHER_SUMMER],
  // Northern, then southern.
  ...[SPRING, SUMMER, AUTUMN, WINTER],
  ...[AUTUMN, WINTER, SPRING, SUMMER],
  ...([0, 3, 6, 9].map((first) => [first, first + 2]) as unknown as Months[]),
  ...([0, 4, 8].map((first) => [first, first + 3]) as unknown as Months[]),
  ...([0, 6].map((first) => [first, first + 5]) as unknown as Months[]),
];

const PART_OF_YEAR = /^(\d{4})-(2[1-9]|3\d|4[01])[?~%]?$/;

/** The first and the last millisecond of a season, a quarter or another part of a year; null for any other text. */
export function boundsOfSeason(text: string): { readonly earliest: number; readonly latest: number } | null {
  const [, year, code] = PART_OF_YEAR.exec(text) ?? [];
  const months = PARTS[Number(code) - 21];
  if (!months) return null;
  const [first, last] = months;
  const start = (month: number) => new Date(0).setUTCFullYear(Number(year), month, 1);
  return { earliest: start(first), latest: start(last + 1) - 1 };
}
