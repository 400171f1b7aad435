import type { Bundle } from '../bundle/bundle.ts';
import { fold } from '../text/fold.ts';
import { NEVER } from '../time/edtf.ts';
import type { Merged } from './merged-entities.ts';
import {
  boundsOfDate,
  type EdgeRow,
  edgeRow,
  edgeTo,
  type NodeRow,
  nodeRow,
  rangeRow,
  type Stamp,
  sortKeys,
} from './rows.ts';

/** The date of a document by its id; undefined where it has none. */
export type PublishedAt = (document: string) => string | undefined;

type AttributionRecord = Bundle['attributions'][number];

/**
 * Attributions as nodes. One without any date may have been said at any time, until its bounds are derived. `merged`
 * tells whose words they are shown as.
 */
export function attributionNodes(
  { attributions }: Bundle,
  publishedAt: PublishedAt,
  merged: Merged,
  stamp: Stamp,
): NodeRow[] {
  return attributions.map((attribution) => {
    const { stance, certainty, mode, onRecord, quote, locator, sources, rating, basis } = attribution;
    const saidAt = attribution.saidAt ?? dateOfDocument(attribution, publishedAt);
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
      ...sortKeys('said', saidAt),
      saidEarliest: bounds?.earliest ?? -NEVER,
      saidLatest: bounds?.latest ?? NEVER,
      citedCount: 0,
      // The ids behind BY and APPEARS_IN, so that words can be told apart without a step to their speaker.
      speaker: merged.get(attribution.actor) ?? attribution.actor,
      within: attribution.document,
    });
  });
}

function dateOfDocument({ document }: AttributionRecord, publishedAt: PublishedAt): string | undefined {
  return document === undefined ? undefined : publishedAt(document);
}

export function attributionEdges({ attributions }: Bundle): EdgeRow[] {
  return attributions.flatMap(({ id, claim, actor, document, cites, covers, basis: own }) => [
    edgeRow('OF', id, claim),
    edgeRow('BY', id, actor),
    ...edgeTo('APPEARS_IN', id, document),
    ...cites.map(({ attribution, credited, joint, basis }) =>
      edgeRow('CITES', id, attribution, { credited, joint, basis }),
    ),
    // The input gives no grounds for what a denial covers but those of the denial itself.
    ...covers.map((covered) => edgeRow('COVERS', id, covered, { basis: own })),
  ]);
}
