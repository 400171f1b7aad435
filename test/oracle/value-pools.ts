import type { Bundle } from '../../src/bundle/bundle.ts';
import { DATES, WORDS } from './arbitraries.ts';
import { touchedBy } from './filters.ts';
import type { Load, World } from './world.ts';

/** Values that arguments are drawn from: such as exist in a world, and some that do not. */
export type Pools = Readonly<Record<PoolName | TypeName, readonly unknown[]>>;

export type PoolName =
  | 'nodes'
  | 'entities'
  | 'actors'
  | 'organizations'
  | 'sources'
  | 'places'
  | 'events'
  | 'documents'
  | 'claims'
  | 'predicates'
  | 'roles'
  | 'kinds'
  | 'countries'
  | 'texts'
  | 'urls'
  | 'languages'
  | 'dates'
  | 'moments'
  | 'identifiers';

const DAY = 86_400_000;

const OTHER_DATES = ['2025-11-22', '2025-10', '1990', '2031', '2025-11-24/..', '2025-11-21T12:00:00Z', '2025-11-20~'];
const OTHER_TEXTS = ['', ' ', 'amn', 'CÁL', 'zz', 'call the', 'nan. 15', '%', 'e'];
const LANGUAGES = ['en', 'es', 'es-VE', 'fr', 'en-GB', 'de'];

/** Types that have ids: under each of them are those of its records. */
const TYPES = [
  'Person',
  'Organization',
  'Group',
  'UnnamedSource',
  'Place',
  'Thing',
  'Event',
  'Document',
  'Claim',
  'Attribution',
  'Mention',
] as const;

export type TypeName = (typeof TYPES)[number];

export function isTypeName(name: string): name is TypeName {
  return TYPES.some((type) => type === name);
}

export function poolsOf(world: World, loads: readonly Load[]): Pools {
  const ids = (records: readonly { readonly id: string }[], ...others: readonly string[]) => [
    ...records.map(({ id }) => id),
    ...others,
  ];
  const { entities, claims, documents, attributions, mentions } = world;
  const ofType = (...types: readonly string[]) => ids(entities.filter(({ type }) => types.includes(type)));
  const actors = ofType('Person', 'Organization', 'Group', 'UnnamedSource');
  const moments = loads.flatMap(({ at }) => [at, at - 1, at + 1]);
  const kinds = Object.fromEntries(TYPES.map((type) => [type, [...ofType(type), 'person:nobody']]));
  return {
    ...(kinds as Record<TypeName, string[]>),
    Document: ids(documents, 'document:none'),
    Claim: ids(claims, 'claim:none'),
    Attribution: ids(attributions, 'attribution:none'),
    Mention: ids(mentions, 'mention:none'),
    nodes: ids([...entities, ...claims, ...documents, ...attributions, ...mentions], 'person:nobody', ''),
    entities: [...claims.flatMap(touchedBy), ...ids(entities, 'person:nobody')],
    actors: [...actors, 'person:nobody'],
    organizations: [...ofType('Organization'), 'organization:none'],
    sources: [...actors, ...ids(documents)],
    places: [...ofType('Place'), 'place:nowhere'],
    events: [...ofType('Event'), 'event:none'],
    documents: ids(documents, 'document:none'),
    claims: ids(claims, 'claim:none', ''),
    predicates: present(claims, ({ predicate }) => predicate, 'never'),
    roles: [...new Set(claims.flatMap(({ participants }) => participants.map(({ role }) => role))), 'nobody'],
    kinds: present(entities, ({ kind }) => kind, 'none'),
    countries: ['VE', 'US', 'XX'],
    texts: [...wordsIn(world), ...WORDS, ...OTHER_TEXTS],
    urls: present(documents, ({ url }) => url, 'https://example.org/none'),
    languages: LANGUAGES,
    dates: [...DATES, ...OTHER_DATES],
    moments: [...moments, Math.min(...moments) - DAY, Math.max(...moments) + DAY].map((at) =>
      new Date(at).toISOString(),
    ),
    identifiers: [
      ...entities.flatMap(({ identifiers }) => identifiers ?? []).map(({ scheme, value }) => ({ scheme, value })),
      { scheme: 'wikidata', value: 'none' },
    ],
  };
}

/** The same values in another order, so that the same numbers choose others. */
export function turned(pools: Pools, by: number): Pools {
  const entries = Object.entries(pools).map(([name, values]): [string, readonly unknown[]] => {
    const start = by % Math.max(values.length, 1);
    return [name, [...values.slice(start), ...values.slice(0, start)]];
  });
  return Object.fromEntries(entries) as Pools;
}

function present<T>(records: readonly T[], of: (record: T) => string | undefined, other: string): string[] {
  return [...new Set([...records.flatMap((record) => of(record) ?? []), other])];
}

/** Some words of what can be searched. */
function wordsIn({ claims, documents, attributions, entities }: World): string[] {
  const texts = [
    ...claims.flatMap((claim: Bundle['claims'][number]) => claim.texts.map(({ text }) => text)),
    ...documents.flatMap(({ title }) => title ?? []),
    ...attributions.flatMap(({ quote }) => quote ?? []),
    ...entities.flatMap(({ names }) => names.map(({ text }) => text)),
  ];
  return texts.map((text, index) => text.split(' ')[index % text.split(' ').length] ?? text);
}
