import fc from 'fast-check';

/** A bad bundle: its JSON as text, in which every "@@" is replaced by the number of the case. */
export interface Case {
  readonly name: string;
  readonly text: string;
}

/** A bundle with every collection, of which the parts lead to one another. */
const GOOD: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  actors: [
    {
      id: 'organization:h@@',
      type: 'ORGANIZATION',
      kind: 'OUTLET',
      names: [{ text: 'Почта', language: 'ru', kind: 'PREFERRED' }],
      identifiers: [{ scheme: 'website', value: 'https://@@.example/' }],
      country: 'VE',
    },
    { id: 'source:h@@', type: 'UNNAMED_SOURCE', names: [{ text: 'Sources' }], count: { min: 2 }, access: 'BRIEFED' },
  ],
  places: [{ id: 'place:h@@', kind: 'city', names: [{ text: 'Caracas' }] }],
  things: [{ id: 'thing:h@@', kind: 'ship', names: [{ text: 'Ship' }] }],
  events: [{ id: 'event:h@@', kind: 'call', names: [{ text: 'Call' }] }],
  documents: [
    {
      id: 'document:h@@',
      kind: 'ARTICLE',
      title: 'A report',
      url: 'https://post.example/1',
      publishedAt: '2025-11-21~',
      publisher: 'organization:h@@',
      authors: ['organization:h@@'],
      contentHash: 'sha256:00',
    },
    { id: 'document:h@@b', kind: 'ARTICLE' },
  ],
  claims: [
    {
      id: 'claim:h@@',
      texts: [{ text: 'Something happened.', language: 'en' }],
      predicate: 'called',
      subject: 'organization:h@@',
      object: 'place:h@@',
      value: { text: 'two', min: 2, max: 2, unit: 'call' },
      participants: [{ entity: 'thing:h@@', role: 'means' }],
      about: ['event:h@@'],
      when: '2025-11-21',
    },
    { id: 'claim:h@@b', texts: [{ text: 'A part of it.', language: 'en' }], partOf: 'claim:h@@' },
  ],
  attributions: [
    {
      id: 'attribution:h@@',
      claim: 'claim:h@@',
      actor: 'source:h@@',
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: false,
    },
    {
      id: 'attribution:h@@b',
      claim: 'claim:h@@b',
      actor: 'organization:h@@',
      document: 'document:h@@',
      stance: 'REPORTS',
      certainty: 'UNCOMMITTED',
      mode: 'DIRECT_QUOTE',
      onRecord: true,
      saidAt: '2025-11-21',
      quote: 'It happened.',
      sources: { min: 1, max: 3 },
      cites: [{ attribution: 'attribution:h@@', credited: true }],
      rating: { label: 'True', value: 5, best: 5, worst: 1 },
    },
  ],
  relations: [{ from: 'claim:h@@', to: 'claim:h@@b', kind: 'SUPPORTS', basis: 'ANALYST' }],
  derivations: [{ document: 'document:h@@', from: 'document:h@@b', kind: 'COPY', credited: true, basis: 'ANALYST' }],
  mentions: [{ id: 'mention:h@@', text: 'the ship', document: 'document:h@@', candidates: ['thing:h@@'] }],
};

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Replacements for any value: JSON, or what only looks like JSON. */
const VALUES: readonly (readonly [name: string, json: string])[] = [
  ['null', 'null'],
  ['a truth value', 'true'],
  ['an object', '{}'],
  ['a list', '[]'],
  ['a list of lists', deep(1000)],
  ['a number', '-1'],
  ['a fraction', '0.5'],
  ['a number beyond all others', '1e999'],
  ['NaN', 'NaN'],
  ['an empty text', '""'],
  ['a blank', '" "'],
  ['a null byte', '"a\\u0000b"'],
  ['half of a character', '"\\ud800"'],
  ['a line break', '"claim:a\\nb"'],
  ['a blank in an id', '"claim:a b"'],
  ['__proto__', '"__proto__"'],
  ['an object with __proto__', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'],
  ['the id of a revision', '"revision:1"'],
  ['the id of nothing', '"claim:nowhere"'],
  ['an id in other letters', '"claim:дом"'],
  ['text from right to left', '"\\u202eevil\\u202c"'],
  ['a text of 10,000 characters', JSON.stringify('x'.repeat(10_000))],
  ['an id of 10,000 characters', JSON.stringify(`claim:${'x'.repeat(10_000)}`)],
  ['Cypher', JSON.stringify("'}) MATCH (n) DETACH DELETE n //")],
  ['a formula', '"=cmd|\' /C calc\'!A0"'],
  ['an impossible date', '"2025-02-30"'],
];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const own = Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? own : [path, ...own];
}

/** The good bundle with something else at one place; as text, since not all of it is JSON. */
function withAt(path: Path, json: string | null): string {
  const copy = structuredClone(GOOD) as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as typeof copy)[key], copy) as typeof copy;
  if (json === null) delete holder[last];
  else holder[last] = '##';
  return JSON.stringify(copy).replace('"##"', () => json ?? '');
}

const GOOD_TEXT = JSON.stringify(GOOD);

/** So many places of the good bundle with so many other values, the same on every machine. */
export function changedCases(count: number): Case[] {
  const paths = pathsOf(GOOD);
  const other = fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...VALUES, ['nothing', null] as const));
  return fc.sample(other, { seed: 20251121, numRuns: count }).map(([path, [name, json]]) => ({
    name: `${name} at ${path.join('.')}`,
    text: withAt(path, json),
  }));
}

/** The good bundle, ending too early. */
export function truncatedCases(count: number): Case[] {
  return Array.from({ length: count }, (_, index) => {
    const length = Math.floor((GOOD_TEXT.length * (index + 1)) / (count + 1));
    return { name: `only the first ${length} characters`, text: GOOD_TEXT.slice(0, length) };
  });
}

const said = (name: string, more: object = {}) => ({
  id: `attribution:${name}`,
  claim: 'claim:base',
  actor: 'organization:base',
  stance: 'ASSERTS',
  certainty: 'CERTAIN',
  mode: 'DATA',
  onRecord: true,
  ...more,
});

const text = [{ text: 'A claim.', language: 'en' }];
const outlet = (name: string, more: object = {}) => ({
  id: `organization:${name}`,
  type: 'ORGANIZATION',
  names: [{ text: name }],
  ...more,
});

/** Loops, duplicates and other faults between records. */
export const BETWEEN: readonly Case[] = (
  [
    [
      'an attribution that cites itself',
      { attributions: [said('x@@', { cites: [{ attribution: 'attribution:x@@' }] })] },
    ],
    [
      'attributions that cite each other',
      {
        attributions: [
          said('x@@', { cites: [{ attribution: 'attribution:y@@' }] }),
          said('y@@', { cites: [{ attribution: 'attribution:x@@' }] }),
        ],
      },
    ],
    [
      'a claim that is a part of its part',
      {
        claims: [
          { id: 'claim:x@@', texts: text, partOf: 'claim:y@@' },
          { id: 'claim:y@@', texts: text, partOf: 'claim:x@@' },
        ],
        attributions: [said('x@@', { claim: 'claim:x@@' }), said('y@@', { claim: 'claim:y@@' })],
      },
    ],
    [
      'a claim that is a part of itself',
      {
        claims: [{ id: 'claim:x@@', texts: text, partOf: 'claim:x@@' }],
        attributions: [said('x@@', { claim: 'claim:x@@' })],
      },
    ],
    [
      'owners that own each other',
      {
        actors: [
          outlet('x@@', { publisherFamily: 'organization:y@@' }),
          outlet('y@@', { publisherFamily: 'organization:z@@' }),
          outlet('z@@', { publisherFamily: 'organization:x@@' }),
        ],
      },
    ],
    ['one id twice', { actors: [outlet('x@@'), outlet('x@@', { names: [{ text: 'another' }] })] }],
    [
      'one id for two kinds',
      { actors: [outlet('x@@')], places: [{ id: 'organization:x@@', kind: 'city', names: [{ text: 'x' }] }] },
    ],
    ['an id that is there with other content', { actors: [outlet('base', { names: [{ text: 'another' }] })] }],
    ['an id that is there as another kind', { places: [{ id: 'claim:base', kind: 'city', names: [{ text: 'x' }] }] }],
    ['a claim that nobody makes', { claims: [{ id: 'claim:x@@', texts: text }] }],
    ['a claim as an actor', { attributions: [said('x@@', { actor: 'claim:base' })] }],
    [
      'a relation of a claim to itself',
      { relations: [{ from: 'claim:base', to: 'claim:base', kind: 'SUPPORTS', basis: 'STATED' }] },
    ],
    [
      'a document from itself',
      {
        documents: [{ id: 'document:x@@', kind: 'OTHER' }],
        derivations: [
          { document: 'document:x@@', from: 'document:x@@', kind: 'COPY', credited: true, basis: 'STATED' },
        ],
      },
    ],
    [
      'one identifier of two',
      { actors: ['x', 'y'].map((one) => outlet(`${one}@@`, { identifiers: [{ scheme: 's', value: '@@' }] })) },
    ],
    ['an unknown collection', { people: [] }],
    ['an unknown field', { actors: [outlet('x@@', { secret: true })] }],
    ['a collection that is not a list', { actors: outlet('x@@') }],
    ['nothing', {}],
  ] as const
).map(([name, bundle]) => ({ name, text: JSON.stringify(bundle) }));

/** What is no bundle at all. */
export const SHAPELESS: readonly Case[] = [
  ...VALUES.map(([name, json]) => ({ name: `${name} in place of a bundle`, text: json })),
  ...VALUES.map(([name, json]) => ({ name: `${name} in place of claims`, text: `{"claims": ${json}}` })),
  ...VALUES.map(([name, json]) => ({ name: `${name} in place of a claim`, text: `{"claims": [${json}]}` })),
  { name: 'lists to a depth of 100,000', text: deep(100_000) },
  { name: 'objects to a depth of 20,000', text: `{"claims":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}` },
  { name: 'a second value after the first', text: `${GOOD_TEXT} ${GOOD_TEXT}` },
  { name: 'a comment', text: `{"claims": [] /* none */}` },
  { name: 'JavaScript', text: `{claims: []}` },
];

/** Files that are no JSON in UTF-8, as bytes. */
export const ENCODED: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['UTF-16', Buffer.from(`\ufeff${GOOD_TEXT}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${GOOD_TEXT}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(GOOD_TEXT, 'utf16le')],
  ['Latin-1', Buffer.from(GOOD_TEXT.replace('Почта', 'Ca\u00f1\u00f3n'), 'latin1')],
  ['half of a character at the end', Buffer.from(GOOD_TEXT).subarray(0, GOOD_TEXT.indexOf('Почта') + 1)],
  ['null bytes', Buffer.alloc(1000)],
  ['null bytes between', Buffer.from(GOOD_TEXT.replaceAll(',', ',\0'))],
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
  ['gzip', Buffer.from('1f8b0800000000000003ab56ca48cdc9c95728cf2fca49010085114a0d0b000000', 'hex')],
  ['nothing', Buffer.alloc(0)],
];
