import { percentile } from '../bench/measure.ts';
import type { MeasuredAnswer } from '../hostile/measured-answer.ts';

/** What any permitted operation must keep to. */
export interface Bounds {
  /** Until there is an answer and nothing works on it any more. */
  readonly milliseconds: number;
  /** Of the server's whole process, in MB. */
  readonly memory: number;
  /** A trivial question beside it, at the 95th percentile, in milliseconds. */
  readonly beside: number;
}

/** The bounds of 20,000 attributions on the embedded engine. */
export const BOUNDS: Bounds = { milliseconds: 10_000, memory: 1_024, beside: 1_000 };

/** What it may take to say that the time is over, and to see that the server has nothing left to do, in milliseconds. */
const SLACK = 1_000;

/** Codes with which a server may refuse an operation that the schema permits. */
const REFUSALS = ['LIMIT_EXCEEDED', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

/** What came of an operation, and when the server had nothing left to do for it. */
export interface Outcome extends MeasuredAnswer {
  readonly idleAfter: number;
}

/** The bounds that were broken, in a few words each. */
export function brokenBounds(outcome: Outcome, bounds: Bounds): string[] {
  const { status, idleAfter, peak, codes, beside } = outcome;
  const uncoded = codes.filter((code) => !REFUSALS.includes(code));
  const worst = beside.length > 0 ? percentile(beside, 95) : 0;
  return [
    ...(uncoded.length > 0 || status >= 500 ? [`answer: HTTP ${status}, ${uncoded.join(', ')}`] : []),
    ...(idleAfter > bounds.milliseconds + SLACK ? [`time: ${Math.round(idleAfter)} ms`] : []),
    ...(peak > bounds.memory ? [`memory: ${Math.round(peak)} MB`] : []),
    ...(worst > bounds.beside ? [`beside: a trivial question took ${Math.round(worst)} ms`] : []),
  ];
}

/** How much of its bounds an operation took, the largest share of them; `before` is the memory before it, in MB. */
export function shareOf({ idleAfter, peak }: Outcome, bounds: Bounds, before: number): number {
  return Math.max(idleAfter / bounds.milliseconds, (peak - before) / bounds.memory);
}
