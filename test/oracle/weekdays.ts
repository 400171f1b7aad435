import { fold } from '../../src/text/fold.ts';
import { boundsOf } from './dates.ts';

const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SPANISH = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'];

function weekdayOf(word: string | undefined): number {
  return Math.max(ENGLISH.map((name) => name.toLowerCase()).indexOf(word ?? ''), SPANISH.indexOf(word ?? ''));
}

/** The names of the months in either language, as the calendar of the machine spells them. */
const MONTHS = ['en', 'es'].map((language) =>
  Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2025, month, 15));
    return fold(date.toLocaleString(language, { month: 'long', timeZone: 'UTC' })).trim();
  }),
);

/** The number of a month by its name. */
function monthOf(word: string | undefined): number {
  return Math.max(...MONTHS.map((names) => names.indexOf(word ?? '')));
}

function numberOf(word: string | undefined): number {
  return /^\d{1,2}(st|nd|rd|th)?$/.test(word ?? '') ? Number.parseInt(word ?? '', 10) : Number.NaN;
}

/** A day and a month at the start of some words, and how many words they take. */
function dayAndMonth(words: readonly string[]): { day: number; month: number; taken: number } | null {
  const day = numberOf(words[0]);
  const joined = ['of', 'de'].includes(words[1] ?? '') ? 2 : 1;
  if (!Number.isNaN(day) && monthOf(words[joined]) >= 0)
    return { day, month: monthOf(words[joined]), taken: joined + 1 };
  const gap = words[1] === 'the' ? 2 : 1;
  const month = monthOf(words[0]);
  return month >= 0 && !Number.isNaN(numberOf(words[gap]))
    ? { day: numberOf(words[gap]), month, taken: gap + 1 }
    : null;
}

/** The weekdays that a text names beside a day of a month. */
function named(text: string): { weekday: number; day: number; month: number }[] {
  const words = fold(text).trim().split(' ');
  return words.flatMap((word, index) => {
    const rest = words.slice(index + 1);
    const after = dayAndMonth(['the', 'el'].includes(rest[0] ?? '') ? rest.slice(1) : rest);
    const found = weekdayOf(word) >= 0 && after ? [{ weekday: weekdayOf(word), ...after }] : [];
    const before = dayAndMonth(words.slice(index));
    if (!before) return found;
    let next = words.slice(index + before.taken);
    if (['de', 'del'].includes(next[0] ?? '') && /^\d{4}$/.test(next[1] ?? '')) next = next.slice(1);
    if (/^\d{4}$/.test(next[0] ?? '')) next = next.slice(1);
    if (['a', 'un'].includes(next[0] ?? '')) next = next.slice(1);
    return weekdayOf(next[0]) >= 0 ? [...found, { weekday: weekdayOf(next[0]), ...before }] : found;
  });
}

/** What is wrong with the weekdays of some texts beside these dates, each in a sentence, once. */
export function wrongWeekdays(
  id: string,
  texts: readonly (string | undefined)[],
  dates: readonly (string | undefined)[],
) {
  const days = dates.flatMap((date) => {
    if (date === undefined) return [];
    const [first, last] = [boundsOf(date).earliest, boundsOf(date).latest].map((at) => Math.floor(at / 86_400_000));
    return first === last ? [new Date((first as number) * 86_400_000)] : [];
  });
  const messages = texts.flatMap((text) => {
    const found = named(text ?? '');
    return found.flatMap(({ weekday, day, month }) =>
      days
        .filter((date) => date.getUTCDate() === day && date.getUTCMonth() === month && date.getUTCDay() !== weekday)
        .map((date) => {
          const iso = date.toISOString().slice(0, 10);
          return `${id} says ${ENGLISH[weekday]}, but ${iso} is a ${ENGLISH[date.getUTCDay()]}.`;
        }),
    );
  });
  return [...new Set(messages)];
}
