import type { Coverage } from '../contract.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { copiedFrom, newsroomsOf, onRecordOf } from './origin.ts';
import { reasonsOf } from './reasons.ts';
import type { SourceCount, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { countSources } from './ultimate-sources.ts';
import { dependenciesOf, isCutAtCitations, isCutAtClaims, supportOf } from './withdrawal.ts';

/** How many independent sources stand behind a claim; ids in their order. */
export interface Independence {
  readonly newsrooms: number;
  readonly ultimateSources: SourceCount;
  readonly onRecord: number;
  readonly loops: readonly (readonly string[])[];
  readonly dependsOn: readonly string[];
  readonly readIn: readonly string[];
  readonly coverage: Coverage;
  readonly reasons: readonly string[];
}

export function independenceOf(view: SubgraphView, claim: string): Independence {
  const { subgraph } = view;
  const cascade = cascadeOf(view, claim);
  const sources = countSources(subgraph, cascade.origins);
  const affirmed = affirming(view, claim);
  const support = supportOf(view, affirmed);
  const { actors: dependsOn, isWhole } = dependenciesOf(view, support, affirmed);
  const documents = documentsOf(view, cascade);
  const read = documents.filter((document) => subgraph.isRead.get(document));
  const unread = documents.filter((document) => !subgraph.isRead.get(document));
  const maybeInTime = possiblyInTime(view, cascade);
  const cut = { claims: isCutAtClaims(view, claim), citations: isCutAtCitations(view, support), suspects: !isWhole };
  const isPartial = unread.length > 0 || maybeInTime.length > 0 || cut.claims || cut.suspects;
  return {
    newsrooms: newsroomsOf(subgraph, cascade.origins).length,
    ultimateSources: { min: sources.min, max: sources.max },
    onRecord: onRecordOf(subgraph, cascade.origins).length,
    loops: cascade.loops,
    dependsOn,
    readIn: read,
    coverage: isPartial ? 'PARTIAL' : 'FULL',
    reasons: reasonsOf(view, { cascade, sources, dependsOn, read, unread, maybeInTime, cut }),
  };
}

/** What may have been said in time of a claim, or been cited for it in others that it rests on; by id. */
function possiblyInTime(view: SubgraphView, { claim, attributions }: Cascade): TracedAttribution[] {
  const { subgraph } = view;
  const near = view.sameOrNarrower(claim);
  const own = [...view.sameAs(claim)].flatMap((one) => subgraph.ofClaim.get(one) ?? []);
  const cited = [...attributions.keys()].flatMap((id) =>
    (subgraph.cites.get(id) ?? []).flatMap(({ to }) => subgraph.attributions.get(to) ?? []),
  );
  const maybeInTime = new Set(
    [...own, ...cited.filter((one) => near.has(one.claim))].filter((one) => view.maySee(one)),
  );
  return [...maybeInTime].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The ids of all that affirms a claim or one that is the same. */
export function affirming(view: SubgraphView, claim: string): string[] {
  return [...view.sameAs(claim)].flatMap((one) =>
    view.attributionsOf(one).flatMap((attribution) => (view.sideOf(attribution) === 'AFFIRMS' ? [attribution.id] : [])),
  );
}

/** The documents in which a cascade stands, and those that they were copied from. */
function documentsOf({ subgraph }: SubgraphView, { attributions }: Cascade): string[] {
  const own = [...attributions.values()].flatMap(({ document }) => document ?? []);
  return [...new Set(own.flatMap((document) => [document, copiedFrom(subgraph, document)]))].sort();
}
