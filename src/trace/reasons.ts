import type { Cascade } from './cascade.ts';
import { actorName, amount, attributionNames, capital, documentName, list } from './names.ts';
import { newsroomsOf, onRecordOf } from './newsrooms.ts';
import { familiesOf, type Origin } from './origin.ts';
import type { SourceCount, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { ofTrail } from './trail-reasons.ts';
import { LARGEST, type SourceGroup, type UltimateSources } from './ultimate-sources.ts';

/** What the numbers of an answer rest on, gathered for its reasons. */
export interface Grounds {
  readonly cascade: Cascade;
  readonly sources: UltimateSources;
  readonly dependsOn: readonly string[];
  readonly read: readonly string[];
  readonly unread: readonly string[];
  /** What may have been said in time, but not certainly. */
  readonly maybeInTime: readonly TracedAttribution[];
  /**
   * Whether claims that it rests on, or citations on the way back, lay too far away to be followed, or too many could
   * bring it down to try them all.
   */
  readonly cut: { readonly claims: boolean; readonly citations: boolean; readonly suspects: boolean };
}

/** Every number in a sentence, with those whom it counts. */
export function reasonsOf(view: SubgraphView, grounds: Grounds): string[] {
  const { cascade, sources, cut } = grounds;
  return [
    ...ofNewsrooms(view, cascade),
    ...ofSources(view, sources),
    ...ofRecord(view, cascade),
    ...ofTrail(view, cascade),
    ...ofDependence(view, grounds),
    ...ofCoverage(view, grounds),
    ...(cut.claims ? ['It rests on more claims than were followed here; the rest is left out.'] : []),
    ...(cut.citations ? ['The trail goes back further than was followed here.'] : []),
    ...(cut.suspects ? ['Not every withdrawal that could bring it down was tried.'] : []),
  ];
}

function ofNewsrooms(view: SubgraphView, { origins, attributions }: Cascade): string[] {
  const newsrooms = newsroomsOf(view.subgraph, origins);
  if (newsrooms.length === 0) {
    if (attributions.size === 0) return ['Nobody affirms it.'];
    return [origins.length === 0 ? 'No origin of it is known.' : 'No newsroom stands behind it.'];
  }
  const named = (owners: readonly string[]) => {
    const behind = origins.filter((origin) => familiesOf(view.subgraph, origin).some((one) => owners.includes(one)));
    return `${list(owners, (owner) => actorName(view, owner), 'or')} (${list(idsOf(behind))})`;
  };
  return [`${amount(newsrooms.length, 'newsroom')}: ${list(newsrooms, named)}.`];
}

function ofSources(view: SubgraphView, { groups, min, max, isExact, isCut }: UltimateSources): string[] {
  if (groups.length === 0) return [];
  const areSingle = groups.length === 1 || groups.every(({ count }) => count.min === 1 && count.max === 1);
  const each = ({ actors, origins, count }: SourceGroup) =>
    `${list(actors, (actor) => actorName(view, actor))}${actors.length > 1 ? ' together' : ''} (${list(idsOf(origins))})${areSingle ? '' : ` as ${bounds(count)}`}`;
  const total = groups.reduce((sum, { count }) => sum + count.min, 0);
  return [
    `${capital(range({ min, max }))} in all: ${list(groups, each)}.`,
    ...(min < Math.min(total, LARGEST)
      ? [`Nobody has judged all of them to be different people, so at least ${min} and not ${total} are counted.`]
      : []),
    ...(isCut ? [`Numbers above ${LARGEST} cannot be given: the least number may be higher.`] : []),
    ...(isExact ? [] : ['There are too many of them to try every combination: the least number may be higher.']),
  ];
}

function ofRecord(view: SubgraphView, { origins }: Cascade): string[] {
  if (origins.length === 0) return [];
  const actors = onRecordOf(view.subgraph, origins);
  if (actors.length === 0) return ['Nobody stands behind it by name.'];
  const named = (one: readonly string[]) => {
    const behind = origins.filter((origin) => origin.actors.some((actor) => one.includes(actor)));
    return `${list(one, (actor) => actorName(view, actor), 'or')} (${list(idsOf(behind))})`;
  };
  return [`${capital(list(actors, named))} ${actors.length === 1 ? 'stands' : 'stand'} behind it by name.`];
}

function ofDependence(view: SubgraphView, { cascade, dependsOn }: Grounds): string[] {
  if (cascade.origins.length === 0) return [];
  if (dependsOn.length === 0) return ['No single withdrawal would bring it down.'];
  return [`It falls if ${list(dependsOn, (actor) => actorName(view, actor), 'or')} withdraws.`];
}

function ofCoverage(view: SubgraphView, { cascade, read, unread, maybeInTime }: Grounds): string[] {
  const named = (document: string) => documentName(view, document);
  return [
    ...(unread.length > 0
      ? [
          `${capital(list(unread, named))} ${unread.length === 1 ? 'was not read here: it is' : 'were not read here: they are'} known only through others.`,
        ]
      : []),
    ...(cascade.attributions.size > 0
      ? [read.length > 0 ? `It was read in ${list(read, named)}.` : 'None of it was read.']
      : []),
    ...(maybeInTime.length > 0
      ? [
          `${amount(maybeInTime.length, 'attribution')} may have been said by then, but not certainly, and ${maybeInTime.length === 1 ? 'is' : 'are'} left out: ${attributionNames(
            view,
            maybeInTime.map(({ id }) => id),
          )}.`,
        ]
      : []),
  ];
}

function idsOf(origins: readonly Origin[]): string[] {
  return origins.flatMap(({ attributions }) => attributions.map(({ id }) => id));
}

function range(count: SourceCount): string {
  return `${bounds(count)} ${count.min === 1 && (count.max ?? 1) === 1 ? 'source' : 'sources'}`;
}

function bounds({ min, max }: SourceCount): string {
  if (max === null) return `at least ${min === 1 ? 'one' : min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}
