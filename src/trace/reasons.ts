import { type Cascade, counterpartsOf } from './cascade.ts';
import { copiedFrom, newsroomsOf, type Origin, onRecordOf, topOwnerOf } from './origin.ts';
import type { SourceCount, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { LARGEST, type UltimateSources } from './ultimate-sources.ts';

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
   * Whether claims that it rests on, or citations elsewhere that decide whether it falls, lay too far away to be
   * followed, or too many could bring it down to try them all.
   */
  readonly cut: { readonly claims: boolean; readonly citations: boolean; readonly suspects: boolean };
}

/** Ids that one sentence names; of more it says how many they are. */
const MOST_NAMED = 10;

/** Sentences of one kind. */
const MOST_ALIKE = 50;

/** Every number in a sentence, with the attributions that it comes from. */
export function reasonsOf(view: SubgraphView, grounds: Grounds): string[] {
  const { cascade, sources } = grounds;
  return [
    ...ofNewsrooms(view, cascade),
    ...ofSources(view, cascade, sources),
    ...ofRecord(view, cascade),
    ...first(ofLoops(cascade)),
    ...first(ofCopies(view, cascade)),
    ...first(ofJointCitations(view, cascade)),
    ...ofDependence(view, grounds),
    ...ofCoverage(grounds),
    ...(grounds.cut.claims ? ['It rests on more claims than were followed here; the rest is left out.'] : []),
    ...(grounds.cut.citations
      ? ['Other claims cite more than was followed here: other withdrawals may bring it down too.']
      : []),
    ...(grounds.cut.suspects ? ['Not every withdrawal that could bring it down was tried.'] : []),
  ];
}

function ofNewsrooms(view: SubgraphView, { origins }: Cascade): string[] {
  const topOwners = newsroomsOf(view.subgraph, origins);
  if (topOwners.length === 0) return [origins.length === 0 ? 'Nobody affirms it.' : 'No newsroom stands behind it.'];
  const named = (topOwner: string) => {
    const behind = origins.filter(({ outlets }) =>
      outlets.some((outlet) => topOwnerOf(view.subgraph, outlet) === topOwner),
    );
    return `${nameOf(view, topOwner)} (${list(idsOf(behind))})`;
  };
  return [`${amount(topOwners.length, 'newsroom')}: ${list(topOwners, named)}.`];
}

function ofSources(view: SubgraphView, { origins }: Cascade, sources: UltimateSources): string[] {
  const { counts, min, max, isExact, isCut } = sources;
  if (counts.size === 0) return [];
  const each = ([actor, count]: readonly [string, SourceCount]) => {
    const own = origins.filter((origin) => origin.actor === actor);
    return `${nameOf(view, actor)} counts as ${range(count)} (${list(idsOf(own))})`;
  };
  const total = [...counts.values()].reduce((sum, count) => sum + count.min, 0);
  return [
    `${capital(range({ min, max }))} in all: ${list([...counts], each)}.`,
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
  const named = (actor: string) =>
    `${nameOf(view, actor)} (${list(idsOf(origins.filter((origin) => origin.actor === actor)))})`;
  return [`${capital(list(actors, named))} ${actors.length === 1 ? 'stands' : 'stand'} behind it by name.`];
}

function ofLoops({ loops }: Cascade): string[] {
  return loops.map((ids) => `${list(ids)} cite each other in a circle: none of them is where it began.`);
}

function ofCopies(view: SubgraphView, { attributions }: Cascade): string[] {
  return [...attributions.values()].flatMap((one) => {
    const origin = one.document === null ? null : copiedFrom(view.subgraph, one.document);
    if (origin === one.document) return [];
    const there = counterpartsOf(view, one).map(({ id }) => id);
    const as = there.length > 0 ? ` and goes back to ${list(there)}` : '';
    return [
      `${one.id} stands in ${one.document}, which copies ${origin} without credit; it counts as that document${as}.`,
    ];
  });
}

function ofJointCitations(view: SubgraphView, { attributions, edges }: Cascade): string[] {
  return [...attributions.keys()].sort().flatMap((id) => {
    const joint = (view.subgraph.cites.get(id) ?? []).filter((citation) => citation.joint);
    const named = joint.map(({ to }) => to).filter((to) => edges.get(id)?.includes(to));
    if (named.length < 2) return [];
    return [`In ${id}, ${list(named)} are named together, without saying which of them said it; each counts.`];
  });
}

function ofDependence(view: SubgraphView, { cascade, dependsOn }: Grounds): string[] {
  if (cascade.attributions.size === 0) return [];
  if (dependsOn.length === 0) return ['No single withdrawal would bring it down.'];
  return [`It falls if ${list(dependsOn, (actor) => nameOf(view, actor), 'or')} withdraws.`];
}

function ofCoverage({ cascade, read, unread, maybeInTime }: Grounds): string[] {
  const behind = [...cascade.attributions.values()];
  const from = (document: string) =>
    behind.filter((attribution) => attribution.document === document).map(({ id }) => id);
  const found = (document: string) => `${document} (${list(from(document))})`;
  return [
    ...(unread.length > 0
      ? [`Nobody here has read ${list(unread, found)}: known only through those who cite it.`]
      : []),
    ...(behind.length > 0 ? [read.length > 0 ? `It was read in ${list(read)}.` : 'None of it was read.'] : []),
    ...(maybeInTime.length > 0
      ? [
          `${amount(maybeInTime.length, 'attribution')} may have been said by then, but not certainly, and ${maybeInTime.length === 1 ? 'is' : 'are'} left out: ${list(maybeInTime, ({ id }) => id)}.`,
        ]
      : []),
  ];
}

function idsOf(origins: readonly Origin[]): string[] {
  return origins.map(({ attribution }) => attribution.id);
}

function nameOf(view: SubgraphView, actor: string): string {
  return view.subgraph.speakers.get(actor)?.name ?? actor;
}

function range({ min, max }: SourceCount): string {
  if (max === null) return `at least ${min === 1 ? 'one source' : `${min} sources`}`;
  return min === max ? amount(min, 'source') : `${min} to ${max} sources`;
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function list<T = string>(items: readonly T[], show: (item: T) => string = String, word = 'and'): string {
  const shown = items.slice(0, MOST_NAMED).map(show);
  if (items.length > MOST_NAMED) shown.push(`${items.length - MOST_NAMED} more`);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}

/** The first sentences of a kind, of which there can be thousands. */
function first(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - MOST_ALIKE;
  return more > 0 ? [...sentences.slice(0, MOST_ALIKE), `And ${more} more like these.`] : sentences;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
