import { entityIn, see } from './find.ts';
import {
  attributionsWhere,
  claimsAbout,
  documentsWhere,
  type ListArguments,
  type PartArguments,
  participantsOf,
  relationshipsOf,
  type Tie,
  type TieArguments,
} from './lists.ts';
import { shownName } from './names.ts';
import { byId, compare, moment, sorted } from './orders.ts';
import { type AsOf, inView, type Seen } from './view.ts';
import type { Claim, Entity } from './world.ts';

type Name = Entity['names'][number];
type Identifier = NonNullable<Entity['identifiers']>[number];

interface AsOfArguments {
  readonly asOf?: AsOf | null;
}

interface Range {
  readonly min: number;
  readonly max?: number | null;
}

function key({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

const entity = {
  name: ({ record }: Seen<Entity>, args: { language?: string | null }) => shownName(record.names, args.language),
  names: ({ record }: Seen<Entity>) => record.names.map((name: Name) => ({ record: name })),
  identifiers: ({ record }: Seen<Entity>) =>
    [...(record.identifiers ?? [])]
      .sort((one, other) => compare(key(one), key(other)))
      .map((identifier) => ({ record: identifier })),
  unresolvedMentions: ({ record, view }: Seen<Entity>) =>
    view.mentions.filter(({ entity: meant, candidates }) => meant === undefined && candidates.includes(record.id))
      .length,
  claims: ({ record, view }: Seen<Entity>, args: ListArguments) => claimsAbout(view, record.id, args),
  relationships: ({ record, view }: Seen<Entity>, args: TieArguments) => relationshipsOf(view, record.id, args),
};

const actor = {
  ...entity,
  attributions: ({ record, view }: Seen<Entity>, args: ListArguments) =>
    attributionsWhere(view, args, (one) => one.actor === record.id),
};

export const Person = actor;

function ownerOf({ record, view }: Seen<Entity>) {
  const owner = record.actor?.type === 'ORGANIZATION' ? record.actor.publisherFamily : undefined;
  return entityIn(view, owner ?? record.id);
}

export const Organization = {
  ...actor,
  publisherFamily: ownerOf,
  documents: ({ record, view }: Seen<Entity>, args: ListArguments) =>
    documentsWhere(view, args, ({ publisher }) => publisher === record.id),
};

function range(stated: Range | undefined, least: number) {
  return { record: { min: stated?.min ?? least, max: stated?.max ?? null } };
}

export const Group = {
  ...actor,
  size: ({ record }: Seen<Entity>) => range(record.actor?.type === 'GROUP' ? record.actor.size : undefined, 2),
};

function asSource({ record }: Seen<Entity>) {
  return record.actor?.type === 'UNNAMED_SOURCE' ? record.actor : null;
}

export const UnnamedSource = {
  ...actor,
  description: (seen: Seen<Entity>) => asSource(seen)?.description ?? shownName(seen.record.names, null),
  count: (seen: Seen<Entity>) => range(asSource(seen)?.count, 1),
  access: (seen: Seen<Entity>) => asSource(seen)?.access,
  shieldedBy: (seen: Seen<Entity>) => entityIn(seen.view, asSource(seen)?.shieldedBy),
};

export const Place = entity;
export const Thing = entity;

function datesOf(event: string, claims: readonly Claim[]): Claim[] {
  const dated = claims.filter(({ subject, when }) => subject === event && when !== undefined);
  return sorted(
    dated,
    'ASC',
    ({ when }) => moment(when),
    ({ id }) => id,
  );
}

export const Event = {
  ...entity,
  when: ({ record, view }: Seen<Entity>, { asOf }: AsOfArguments) => {
    const dates = new Set(datesOf(record.id, inView(view, asOf).claims).map(({ when }) => when));
    return dates.size === 1 ? [...dates][0] : null;
  },
  dates: ({ record, view: from }: Seen<Entity>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    return datesOf(record.id, view.claims).map((claim) => see('StatedDate', claim, view));
  },
  places: ({ record, view: from }: Seen<Entity>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    const claims = sorted(
      view.claims.filter(({ subject }) => subject === record.id),
      'ASC',
      ({ when }) => moment(when),
      ({ id }) => id,
    );
    return claims.flatMap((claim) => {
      const there = [claim.object, ...claim.participants.map((part) => part.entity)];
      const places = view.entities.filter(({ id, type }) => type === 'Place' && there.includes(id));
      return byId(places).map((place) => see('StatedPlace', { claim, place: place.id }, view));
    });
  },
  participants: ({ record, view }: Seen<Entity>, args: PartArguments) => participantsOf(view, record.id, args),
};

export const StatedDate = {
  when: ({ record }: Seen<Claim>) => record.when,
  claim: ({ record, view }: Seen<Claim>) => see('Claim', record, view),
};

export const StatedPlace = {
  place: ({ record, view }: Seen<{ place: string }>) => entityIn(view, record.place),
  claim: ({ record, view }: Seen<{ claim: Claim }>) => see('Claim', record.claim, view),
};

export const Relationship = {
  predicate: ({ record }: Seen<Tie>) => record.claim.predicate,
  other: ({ record, view }: Seen<Tie>) => entityIn(view, record.other),
  when: ({ record }: Seen<Tie>) => record.claim.when ?? null,
  claim: ({ record, view }: Seen<Tie>) => see('Claim', record.claim, view),
};

/** Where the catalogues have a page for each entry. */
const PAGES: Readonly<Record<string, (value: string) => string>> = {
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  viaf: (value) => `https://viaf.org/viaf/${value}`,
  isni: (value) => `https://isni.org/isni/${value}`,
  lei: (value) => `https://search.gleif.org/#/record/${value}`,
  website: (value) => value,
};

export const Identifier = {
  url: ({ record }: { record: Identifier }) => PAGES[record.scheme]?.(record.value) ?? null,
};
