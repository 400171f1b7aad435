import type { Coverage } from '../contract.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { newsroomsOf, onRecordOf } from './newsrooms.ts';
import { withOriginals } from './originals.ts';
import { reasonsOf } from './reasons.ts';
import type { SourceCount, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { countSources } from './ultimate-sources.ts';
import { dependenciesOf, isCutAtCitations, isCutAtClaims } from './withdrawal.ts';

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
  const { origins } = cascade;
  const sources = countSources(subgraph, origins);
  const { actors: dependsOn, isWhole } = dependenciesOf(view, origins);
  const documents = documentsOf(view, cascade);
  const isRead = (document: string) => subgraph.documents.get(document)?.read === true;
  const read = documents.filter(isRead);
  const unread = documents.filter((document) => !isRead(document));
  const maybeInTime = possiblyInTime(view, cascade);
  const cut = { claims: isCutAtClaims(view, claim), citations: isCutAtCitations(view, cascade), suspects: !isWhole };
  const isPartial =
    unread.length + maybeInTime.length + cascade.untraced.size > 0 || cut.claims || cut.citations || cut.suspects;
  return {
    newsrooms: newsroomsOf(subgraph, origins).length,
    ultimateSources: { min: sources.min, max: sources.max },
    onRecord: onRecordOf(subgraph, origins).length,
    loops: cascade.loops,
    dependsOn,
    readIn: read,
    coverage: isPartial ? 'PARTIAL' : 'FULL',
    reasons: reasonsOf(view, { cascade, sources, dependsOn, read, unread, maybeInTime, cut }),
  };
}

/** What may have been said in time of a claim, or been cited on the way back from it; by id. */
function possiblyInTime(view: SubgraphView, { claim, attributions }: Cascade): TracedAttribution[] {
  const { subgraph } = view;
  const near = [...view.sameOrNarrower(claim)].flatMap((one) => subgraph.ofClaim.get(one) ?? []);
  const own = near.filter((one) => view.sideOf(one) === 'AFFIRMS');
  const cited = [...attributions.keys()].flatMap((id) =>
    (subgraph.cites.get(id) ?? []).flatMap(({ to }) => subgraph.attributions.get(to) ?? []),
  );
  const maybeInTime = new Set([...own, ...cited].filter((one) => view.maySee(one)));
  return [...maybeInTime].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The documents on the way: in which it stands, and those that they were taken from where that is the way back. */
function documentsOf(view: SubgraphView, { attributions }: Cascade): string[] {
  const onWay = [...attributions.values()].filter(({ document }) => document !== null);
  const of = (byCitation: boolean) =>
    onWay.flatMap((one) => (view.wayBack(one).byCitation === byCitation ? (one.document ?? []) : []));
  return [...new Set([...of(true), ...withOriginals(view.subgraph, of(false))])].sort();
}
