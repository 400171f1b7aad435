import { END_PREDICATES } from './deadlines.ts';

/**
 * Predicates of demands, plans, offers and deadlines: what such a claim speaks of may come later than its words, so its time
 * says nothing about when it was said. All other claims are taken to speak of what has happened.
 */
export const LATER_MATTERS: readonly string[] = [
  ...['requested', 'demanded', 'demanded-arrest', 'called-for', 'urged', 'seeks-change-of'],
  ...['planned', 'plans', 'intends', 'scheduled', 'announced', 'threatened', 'predicted', 'would-have-to-change'],
  ...['proposed', 'offered', 'promised', 'provides-for', 'agreed-to-consider', 'not-ruled-out'],
  ...['must', 'deadline', ...END_PREDICATES],
];
