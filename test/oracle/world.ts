import type { Bundle } from '../../src/bundle/bundle.ts';
import { withDerived } from './oppositions.ts';

/** A bundle and when it was loaded, in milliseconds; `by` names who loaded it. */
export interface Load {
  readonly bundle: Bundle;
  readonly at: number;
  readonly by: string;
}

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

/** Everything that was loaded, or the part of it that somebody can see. */
export interface World {
  readonly entities: readonly Entity[];
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly attributions: readonly Attribution[];
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
export function worldOf(loads: readonly Load[]): World {
  const all = <T extends object>(records: (bundle: Bundle) => readonly T[]): Stored<T>[] => {
    const stored = loads.flatMap(({ bundle, at, by }) =>
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
  return {
    entities: [
      ...actors,
      ...kinds('Place', (bundle) => bundle.places),
      ...kinds('Thing', (bundle) => bundle.things),
      ...kinds('Event', (bundle) => bundle.events),
    ],
    documents: all((bundle) => bundle.documents),
    claims,
    attributions: all((bundle) => bundle.attributions),
    relations: withDerived(
      loads,
      claims,
      all((bundle) => bundle.relations),
    ),
    derivations: all((bundle) => bundle.derivations),
    mentions: all((bundle) => bundle.mentions),
  };
}

/** What had been recorded by a moment. */
export function asRecorded(world: World, until: number): World {
  const known = <T extends { readonly recorded: number }>(records: readonly T[]) =>
    records.filter(({ recorded }) => recorded <= until);
  return {
    entities: known(world.entities),
    documents: known(world.documents),
    claims: known(world.claims),
    attributions: known(world.attributions),
    relations: known(world.relations),
    derivations: known(world.derivations),
    mentions: known(world.mentions),
  };
}

/** The said time as it is served: its own, else that of the document. */
export function saidAt(world: World, { saidAt: own, document: id }: Attribution): string | null {
  return own ?? world.documents.find((document) => document.id === id)?.publishedAt ?? null;
}

/** Whether an edge counts: what a rule or a model suggests changes no answer. */
export function isCounted({ basis }: { readonly basis: string }): boolean {
  return basis === 'STATED' || basis === 'ANALYST';
}
