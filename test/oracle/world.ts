import type { Bundle } from '../../src/bundle/bundle.ts';
import { merged } from '../change/merged-bundles.ts';
import { withDerived } from './oppositions.ts';

/** A change of the graph: records, an attribution that is retracted though it is not the only one of its claim, or a judgement. */
export type Step =
  | { readonly bundle: Bundle }
  | { readonly retracted: string }
  | { readonly different: readonly [string, string] }
  | { readonly same: readonly [shown: string, other: string] };

/** A change, when it was made, in milliseconds, and who made it. */
export type Load = Step & { readonly at: number; readonly by: string };

/** A record of a bundle, with the moment it came into the graph. */
type Stored<T> = T & { readonly recorded: number; readonly by: string };

type Actor = Bundle['actors'][number];
type Kind = Bundle['places'][number];

export type Entity = Stored<
  { readonly type: string; readonly country?: string } & Pick<Kind, 'id' | 'names' | 'identifiers'>
> & { readonly actor: Actor | null; readonly kind: string | undefined };
export type Document = Stored<Bundle['documents'][number]>;
export type Claim = Stored<Bundle['claims'][number]>;
export type Attribution = Stored<Bundle['attributions'][number]>;
export type Relation = Stored<Bundle['relations'][number]>;
export type Derivation = Stored<Bundle['derivations'][number]>;
export type Mention = Stored<Bundle['mentions'][number]>;

/** Two actors that are not the same, by a judgement. */
export interface Difference {
  readonly pair: readonly [string, string];
  readonly recorded: number;
}

/** Everything that was loaded, and when attributions were retracted. */
export interface Recorded extends Omit<World, 'suggested' | 'retracted'> {
  readonly retractions: ReadonlyMap<string, number>;
}

/** What is in the graph at some time, or the part of it that somebody can see. */
export interface World {
  readonly entities: readonly Entity[];
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly attributions: readonly Attribution[];
  /** Attributions that a rule or a model suggests. They count for nothing. */
  readonly suggested: readonly Attribution[];
  /** Attributions that were recorded once and are retracted. */
  readonly retracted: readonly Attribution[];
  readonly differences: readonly Difference[];
  /** When each attribution was said, by id: also where its document is not in view. */
  readonly dates: ReadonlyMap<string, string | null>;
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  readonly mentions: readonly Mention[];
}

const ACTOR_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GROUP: 'Group',
  UNNAMED_SOURCE: 'UnnamedSource',
} as const;

/** What makes two records the same: their id, or what they join. */
function nameOf(record: object): string {
  if ('id' in record) return String(record.id);
  const { document, from, kind, to } = record as { document?: string; from: string; kind: string; to?: string };
  return [document, from, kind, to].join(' ');
}

/** All that was loaded, one load after the other; what is there already is left as it is. */
export function worldOf(loads: readonly Load[]): Recorded {
  const bundles = bundlesOf(loads);
  const all = <T extends object>(records: (bundle: Bundle) => readonly T[]): Stored<T>[] => {
    const stored = bundles.flatMap(({ bundle, at, by }) =>
      records(bundle).map((record) => ({ ...record, recorded: at, by })),
    );
    const names = stored.map(nameOf);
    return stored.filter((_, index) => names.indexOf(names[index] as string) === index);
  };
  const kinds = (type: string, records: (bundle: Bundle) => readonly Kind[]): Entity[] =>
    all(records).map((record) => ({ ...record, type, actor: null, kind: record.kind }));
  const actors: Entity[] = all((bundle) => bundle.actors).map((actor) => ({
    ...actor,
    type: ACTOR_TYPES[actor.type],
    actor,
    kind: actor.type === 'ORGANIZATION' ? actor.kind : undefined,
  }));
  const claims: readonly Claim[] = all((bundle) => bundle.claims);
  const documents: readonly Document[] = all((bundle) => bundle.documents);
  const attributions: readonly Attribution[] = all((bundle) => bundle.attributions);
  const published = new Map(documents.map(({ id, publishedAt }) => [id, publishedAt]));
  return {
    entities: [
      ...actors,
      ...kinds('Place', (bundle) => bundle.places),
      ...kinds('Thing', (bundle) => bundle.things),
      ...kinds('Event', (bundle) => bundle.events),
    ],
    documents,
    claims,
    attributions,
    dates: new Map(attributions.map((one) => [one.id, one.saidAt ?? published.get(one.document ?? '') ?? null])),
    relations: withDerived(
      bundles,
      claims,
      all((bundle) => bundle.relations),
    ),
    derivations: all((bundle) => bundle.derivations),
    mentions: all((bundle) => bundle.mentions),
    differences: loads.flatMap((one) => ('different' in one ? [{ pair: one.different, recorded: one.at }] : [])),
    retractions: new Map(loads.flatMap((one) => ('retracted' in one ? [[one.retracted, one.at] as const] : []))),
  };
}

/** The bundles as they read now: as if their authors had known which entities are the same. */
function bundlesOf(loads: readonly Load[]): { bundle: Bundle; at: number; by: string }[] {
  const bundles = loads.flatMap((one) => ('bundle' in one ? [one] : []));
  const clusters = loads.flatMap((one) => ('same' in one ? [one.same] : []));
  const [first] = bundles;
  if (!first || clusters.length === 0) return bundles;
  const [entities, ...rest] = merged(
    bundles.map(({ bundle }) => bundle),
    clusters,
  );
  const others = bundles.map((one, index) => ({ ...one, bundle: rest[index] as Bundle }));
  return [{ ...first, bundle: entities as Bundle }, ...others];
}

/** What was in the graph at a moment. */
export function asRecorded(all: Recorded, until: number): World {
  const known = <T extends { readonly recorded: number }>(records: readonly T[]) =>
    records.filter(({ recorded }) => recorded <= until);
  const attributions = known(all.attributions);
  const isRetracted = ({ id }: Attribution) => (all.retractions.get(id) ?? Number.POSITIVE_INFINITY) <= until;
  const current = attributions.filter((one) => !isRetracted(one));
  return {
    entities: known(all.entities),
    documents: known(all.documents),
    claims: known(all.claims),
    attributions: current.filter(isCounted),
    suggested: current.filter((one) => !isCounted(one)),
    retracted: attributions.filter(isRetracted),
    relations: known(all.relations),
    derivations: known(all.derivations),
    mentions: known(all.mentions),
    differences: known(all.differences),
    dates: all.dates,
  };
}

/** The said time as it is served: its own, else that of the document. */
export function saidAt({ dates }: Pick<World, 'dates'>, { id }: Attribution): string | null {
  return dates.get(id) ?? null;
}

/** Whether an edge counts: what a rule or a model suggests changes no answer. */
export function isCounted({ basis }: { readonly basis: string }): boolean {
  return basis === 'STATED' || basis === 'ANALYST';
}
