import { renewBounds } from '../derive/date-bounds.ts';
import { renewStatedDates } from '../derive/renew-stated-dates.ts';
import { renewMarksOf } from '../derive/renew-trace-marks.ts';
import type { Run } from '../engine/engine.ts';
import type { NodeCollection } from '../store/read-records.ts';
import type { Stamp } from '../store/rows.ts';
import { renewCountsOfSuggested } from './renew-counts.ts';
import { renewClaimFindings, renewDocumentFindings } from './renew-findings.ts';

/** A part of a recomputation: it goes through the records of a collection, some in each transaction. */
export interface RecomputeStep {
  /** What it renews. */
  readonly name: string;
  readonly collection: NodeCollection;
  /** Why there is a revision, as the history gives it. */
  readonly reason: string;
  /** Renews what follows for these records, and returns the ids of those for which something else follows now. */
  renew(run: Run, ids: readonly string[], stamp: Stamp): Promise<readonly string[]>;
}

/** The steps in their order: each needs those before it. */
export const RECOMPUTE_STEPS: readonly RecomputeStep[] = [
  ...(['claims', 'documents', 'attributions'] as const).map(
    (collection): RecomputeStep => ({
      name: `dates of ${collection}`,
      collection,
      reason: 'Stated dates were read again.',
      renew: (run, ids) => renewStatedDates(run, collection, ids),
    }),
  ),
  {
    name: 'counts',
    collection: 'attributions',
    reason: 'Suggestions were left out of the counts.',
    renew: renewCountsOfSuggested,
  },
  ...(['documents', 'attributions'] as const).map(
    (collection): RecomputeStep => ({
      name: `date bounds of ${collection}`,
      collection,
      reason: 'Date bounds were derived again.',
      renew: renewBounds,
    }),
  ),
  {
    name: 'standings',
    collection: 'claims',
    reason: 'Standings and roots were computed again.',
    renew: (run, ids, { at }) => renewMarksOf(run, ids, at),
  },
  {
    name: 'findings on claims',
    collection: 'claims',
    reason: 'Contradictions and flags were looked for again.',
    renew: renewClaimFindings,
  },
  {
    name: 'findings in documents',
    collection: 'documents',
    reason: 'Flags on documents were looked for again.',
    renew: renewDocumentFindings,
  },
];
