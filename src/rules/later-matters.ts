/**
 * How the predicates of demands, plans, offers and deadlines begin. What such a claim speaks of may come later than its words,
 * so its time says nothing about when it was said. What was asked for or proposed in an event (`requested`, `proposed`) is a
 * deed: its time is that of the event.
 */
export const LATER_MATTERS: readonly string[] = [
  ...['demand', 'offer', 'plan', 'schedul', 'announc', 'threat', 'warn'],
  ...['deadline', 'due', 'lapse', 'expire'],
];
