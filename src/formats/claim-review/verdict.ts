import type { BundleParts } from '../reader.ts';
import { type Node, numberOf, textOf } from './json-ld-nodes.ts';

type Attribution = NonNullable<BundleParts['attributions']>[number];

export interface Verdict {
  readonly rating: Attribution['rating'];
  /** The side that the fact checker takes. */
  readonly side: 'ASSERTS' | 'DENIES' | 'NONE';
  /** A sentence if number and label say opposite things, else null. */
  readonly conflict: string | null;
}

/** Labels of verdicts that take a side, in lower case; other labels take none. */
const TRUE = new Set(
  (
    'true|mostly true|correct|mostly correct|accurate|mostly accurate|supported|confirmed|verified|fact|' +
    'verdadero|cierto|verdadeiro|vrai|exact|wahr|richtig|größtenteils wahr|vero|waar|prawda|правда|верно'
  ).split('|'),
);
const FALSE = new Set(
  (
    'false|mostly false|incorrect|mostly incorrect|inaccurate|untrue|not true|wrong|fake|hoax|refuted|debunked|' +
    'pants on fire|pants on fire!|four pinocchios|fabricated|baseless|no evidence|fiction|' +
    'falso|bulo|mentira|faux|infondé|falsch|größtenteils falsch|fälschung|onwaar|fałsz|неправда|ложь|фейк'
  ).split('|'),
);

/** The default scale of schema.org, for ratings that state none. */
const SCALE = { worst: 1, best: 5 };

/**
 * The verdict of a rating. Its number decides by its place on the scale: the upper quarter affirms ("true" and "mostly
 * true" of five steps), the lower quarter denies, the middle takes no side. Labels vary too much to decide first. If
 * there is no number on a scale, the label decides, if it is in a short list of plain words in several languages;
 * "misleading", "half true", "satire" and the like take no side.
 */
export function verdictOf(rating: Node | undefined): Verdict {
  if (!rating) return { rating: undefined, side: 'NONE', conflict: null };
  const value = numberOf(rating.ratingValue);
  const label = textOf(rating.alternateName) ?? textOf(rating.name) ?? textOf(rating.ratingValue) ?? value?.toString();
  if (label === undefined) return { rating: undefined, side: 'NONE', conflict: null };
  const [best, worst] = [numberOf(rating.bestRating), numberOf(rating.worstRating)];
  const byNumber = value === null ? null : sideOfNumber(value, best ?? SCALE.best, worst ?? SCALE.worst);
  const byLabel = sideOfLabel(label);
  const opposite = byNumber !== null && byLabel !== 'NONE' && byNumber !== byLabel;
  return {
    rating: {
      label,
      ...(value !== null && { value }),
      ...(best !== null && { best }),
      ...(worst !== null && { worst }),
    },
    side: byNumber ?? byLabel,
    conflict: opposite ? `"${label}" does not match ${value}: the number decides` : null,
  };
}

/** Null for a number off the scale, such as the 0 or -1 of publishers who rate in words only. */
function sideOfNumber(value: number, best: number, worst: number): Verdict['side'] | null {
  if (best <= worst || value < worst || value > best) return null;
  const share = (value - worst) / (best - worst);
  if (share >= 0.75) return 'ASSERTS';
  return share <= 0.25 ? 'DENIES' : 'NONE';
}

function sideOfLabel(label: string): Verdict['side'] {
  const word = label
    .toLowerCase()
    .replace(/[\s.!"'“”«»:]+/g, ' ')
    .trim();
  if (TRUE.has(word)) return 'ASSERTS';
  return FALSE.has(word) ? 'DENIES' : 'NONE';
}
