import type { Bundle } from '../bundle/bundle.ts';
import type { Dates } from '../bundle/dates.ts';
import { isCounted } from '../rules/stances.ts';
import { fold } from '../text/fold.ts';
import { NEVER } from '../time/edtf.ts';
import { boundsOfDate } from '../time/edtf-bounds.ts';
import type { MergedIds } from './merged-ids.ts';
import {
  type EdgeRow,
  edgeRow,
  edgeTo,
  type NodeRow,
  nodeRow,
  type Rows,
  rangeRow,
  type Stamp,
  sortKeys,
} from './rows.ts';

type AttributionRecord = Bundle['attributions'][number];

/** The rows of attributions and their edges; `merged` gives the shown id of speakers. */
export function attributionRows({ attributions }: Bundle, dates: Dates, merged: MergedIds, stamp: Stamp): Rows {
  return {
    nodes: attributions.map((attribution) => attributionNode(attribution, dates.saidAt(attribution), merged, stamp)),
    edges: attributions.flatMap(edgesOf),
  };
}

/** Without a date, its bounds are open until they are derived. */
function attributionNode(
  attribution: AttributionRecord,
  saidAt: string | undefined,
  merged: MergedIds,
  stamp: Stamp,
): NodeRow {
  const { stance, certainty, mode, onRecord, quote, locator, sources, rating, basis } = attribution;
  const bounds = boundsOfDate(saidAt);
  return nodeRow('Attribution', attribution, 'Attribution', stamp, {
    stance,
    certainty,
    mode,
    onRecord,
    quote,
    locator,
    ...rangeRow('sources', sources),
    ratingLabel: rating?.label,
    ratingValue: rating?.value,
    ratingBest: rating?.best,
    ratingWorst: rating?.worst,
    basis,
    folded: fold(quote ?? ''),
    statedAt: attribution.saidAt,
    saidAt,
    ...sortKeys('said', bounds),
    saidEarliest: bounds?.earliest ?? -NEVER,
    saidLatest: bounds?.latest ?? NEVER,
    // The stated interval, within which the bounds are narrowed.
    datedFrom: bounds?.earliest ?? -NEVER,
    datedUntil: bounds?.latest ?? NEVER,
    citedCount: 0,
    // Tracing marks what counts; a suggestion is on no side, and no root.
    ...(!isCounted(attribution) && { side: 'NONE', isRoot: false }),
    // The ids at the ends of BY and APPEARS_IN, so that attributions can be compared without following edges.
    speaker: merged.get(attribution.actor) ?? attribution.actor,
    within: attribution.document,
  });
}

function edgesOf({ id, claim, actor, document, cites, covers, basis: denialBasis }: AttributionRecord): EdgeRow[] {
  return [
    edgeRow('OF', id, claim),
    edgeRow('BY', id, actor),
    ...edgeTo('APPEARS_IN', id, document),
    ...cites.map(({ attribution, credited, joint, basis }) =>
      edgeRow('CITES', id, attribution, { credited, joint, basis }),
    ),
    // The input has no separate basis for covered claims, so they get that of the denial.
    ...covers.map((covered) => edgeRow('COVERS', id, covered, { basis: denialBasis })),
  ];
}
