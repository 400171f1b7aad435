/**
 * How the predicates of demands, plans, offers and deadlines begin. What such a claim speaks of may come later than its words,
 * so its time says nothing about when it was said.
 */
export const LATER_MATTERS: readonly string[] = [
  ...['demand', 'request', 'propos', 'offer', 'plan', 'schedul', 'announc', 'threat', 'warn'],
  ...['deadline', 'due', 'lapse', 'expire'],
];
