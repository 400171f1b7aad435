import type { Parameter } from '../cypher/mapping.ts';
import { fold, searchWords } from '../text/fold.ts';

/** What is looked for, folded in the ways in which it is compared. No stored text is `whole` or holds a word of a blank one. */
export interface SearchText {
  readonly whole: string;
  /** Each with its blank before it, the rarest first. */
  readonly words: readonly string[];
}

export function searchTextOf(text: string): SearchText {
  return { whole: fold(text), words: searchWords(text) };
}

/** How much whole words count beyond beginnings of words, and the least and the most that a short text counts. */
const WHOLE = 0.5;
const LEAST = 0.05;
const SHORT = 0.4;

/** How well a folded name or text fits; 0 where a word is missing. */
export function scoreOf(text: string, { whole, words }: SearchText): number {
  if (!words.every((word) => text.includes(word))) return 0;
  if (text === whole) return 1;
  const share = whole.length > text.length ? 1 : whole.length / text.length;
  const isWhole = words.every((word) => `${text} `.includes(`${word} `));
  return (isWhole ? WHOLE : LEAST) + SHORT * share;
}

/** Predicates that a variable holds all words, and its score as an expression; the same as `scoreOf`. */
export function scoreText(text: string, search: SearchText, parameter: Parameter): { holds: string; score: string } {
  const all = parameter(search.words);
  const whole = parameter(search.whole);
  const ended = parameter(search.words.map((word) => `${word} `));
  const length = `toFloat(${parameter([...search.whole].length)})`;
  const share = `CASE WHEN ${length} > size(${text}) THEN 1.0 ELSE ${length} / size(${text}) END`;
  const base = `CASE WHEN all(word IN ${ended} WHERE ${text} + ' ' CONTAINS word) THEN ${WHOLE} ELSE ${LEAST} END`;
  return {
    holds: `all(word IN ${all} WHERE ${text} CONTAINS word)`,
    score: `CASE WHEN ${text} = ${whole} THEN 1.0 ELSE ${base} + ${SHORT} * ${share} END`,
  };
}

/**
 * The name or text that fits best, of those in a language if there are any; the first of those that fit equally well.
 * The two lists are parallel.
 */
export function bestOf(
  texts: readonly string[],
  languages: readonly (string | null)[],
  search: SearchText,
  language?: string | null,
): string {
  const fitting = texts
    .map((text, index) => ({ text, score: scoreOf(fold(text), search), tag: (languages[index] ?? '').toLowerCase() }))
    .filter(({ score }) => score > 0);
  const wanted = language?.toLowerCase();
  const exact = fitting.filter(({ tag }) => tag === wanted);
  const similar = fitting.filter(({ tag }) => wanted && base(tag) === base(wanted));
  const among = [exact, similar, fitting].find((some) => some.length > 0) ?? [];
  return among.reduce((best, one) => (one.score > best.score ? one : best), { text: texts[0] ?? '', score: 0 }).text;
}

function base(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
