import fc from 'fast-check';

/** The ids of a random world, by the kind of record. */
export const PEOPLE = ['person:a', 'person:b', 'person:c'];
export const OUTLETS = ['organization:post', 'organization:wire', 'organization:echo'];
export const SOURCES = ['source:s', 'source:t'];
export const ACTORS = [...PEOPLE, ...OUTLETS, ...SOURCES];
export const EVENTS = ['event:talk', 'event:march'];
export const DOCUMENTS = ['document:post', 'document:wire', 'document:echo', 'document:scan'];
export const CLAIMS = ['claim:1', 'claim:2', 'claim:3', 'claim:4', 'claim:5'];
export const ATTRIBUTIONS = Array.from({ length: 10 }, (_, index) => `attribution:${index}`);

const DATES = [undefined, '2025-03-01', '2025-03-02', '2025-03', '2025-02-28/2025-03-05'];
const names = (text: string) => [{ text, language: 'en' }];
const date = fc.constantFrom(...DATES);

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const person = (id: string) =>
  fc.constantFrom('Ana', 'Bob', 'Eve').map((name) => ({ id, type: 'PERSON', names: names(name) }));

const outlet = (id: string) =>
  fc
    .record({ kind: fc.constantFrom('OUTLET', 'AGENCY', 'COMPANY'), owner: fc.option(fc.constantFrom(...OUTLETS)) })
    .map(({ kind, owner }) =>
      withoutUndefined({
        id,
        type: 'ORGANIZATION',
        names: names(id),
        kind,
        publisherFamily: owner === id ? undefined : (owner ?? undefined),
      }),
    );

const source = (id: string) =>
  fc
    .record({ shieldedBy: fc.option(fc.constantFrom(...OUTLETS), { nil: undefined }), min: fc.constantFrom(1, 2) })
    .map(({ shieldedBy, min }) =>
      withoutUndefined({ id, type: 'UNNAMED_SOURCE', names: names(id), shieldedBy, count: { min } }),
    );

const event = (id: string) => fc.constantFrom('talk', 'march').map((kind) => ({ id, kind, names: names(id) }));

const document = (id: string) =>
  fc
    .record({
      publishedAt: date,
      publisher: fc.option(fc.constantFrom(...OUTLETS), { nil: undefined }),
      read: fc.boolean(),
      title: fc.constantFrom('A title', 'On Monday, 1 March 2025'),
      authors: fc.subarray(PEOPLE, { maxLength: 1 }),
    })
    .map((drawn) => withoutUndefined({ id, kind: 'ARTICLE', ...drawn }));

const claim = (id: string) =>
  fc
    .record({
      subject: fc.option(fc.constantFrom(...EVENTS, ...PEOPLE), { nil: undefined }),
      predicate: fc.constantFrom('lasted', 'ended-on', 'happened-at', undefined),
      value: fc.option(
        fc.constantFrom({ text: '2 days', min: 2, max: 2, unit: 'day' }, { text: '9', min: 9, max: 9, unit: 'day' }),
        { nil: undefined },
      ),
      when: date,
      about: fc.subarray([...EVENTS, ...PEOPLE], { maxLength: 2 }),
      partOf: fc.option(fc.constantFrom(...CLAIMS), { nil: undefined }),
    })
    .map(({ partOf, ...drawn }) =>
      withoutUndefined({ id, texts: names(`${id} says so.`), ...drawn, partOf: partOf === id ? undefined : partOf }),
    );

const attribution = (id: string) =>
  fc
    .record({
      claim: fc.constantFrom(...CLAIMS),
      actor: fc.constantFrom(...ACTORS),
      document: fc.option(fc.constantFrom(...DOCUMENTS), { nil: undefined }),
      stance: fc.constantFrom('ASSERTS', 'ASSERTS', 'REPORTS', 'DENIES', 'RETRACTS'),
      saidAt: date,
      cites: fc.subarray(ATTRIBUTIONS, { maxLength: 2 }),
      covers: fc.subarray(CLAIMS, { maxLength: 1 }),
    })
    .map(({ cites, covers, stance, claim: of, ...drawn }) =>
      withoutUndefined({
        id,
        claim: of,
        stance,
        certainty: 'CERTAIN',
        mode: 'INDIRECT',
        onRecord: true,
        ...drawn,
        cites: cites.filter((cited) => cited !== id).map((cited) => ({ attribution: cited })),
        covers: stance === 'DENIES' ? covers.filter((covered) => covered !== of) : [],
      }),
    );

const RECORDS = {
  actors: (id: string) => (id.startsWith('person') ? person(id) : id.startsWith('source') ? source(id) : outlet(id)),
  events: event,
  documents: document,
  claims: claim,
  attributions: attribution,
} as const;

export type Drawn = keyof typeof RECORDS;

const IDS: Readonly<Record<Drawn, readonly string[]>> = {
  actors: ACTORS,
  events: EVENTS,
  documents: DOCUMENTS,
  claims: CLAIMS,
  attributions: ATTRIBUTIONS,
};

/** A bundle with all records of the world, so that every reference leads somewhere. */
export const worlds = fc
  .record(
    Object.fromEntries(
      (Object.keys(RECORDS) as Drawn[]).map((name) => [name, fc.tuple(...IDS[name].map((id) => RECORDS[name](id)))]),
    ) as Record<Drawn, fc.Arbitrary<object[]>>,
  )
  .map((drawn) => ({
    ...drawn,
    actors: withOwners(drawn.actors as Owned[]),
    attributions: withClaims(drawn.attributions as Attributed[]),
    claims: withParts(drawn.claims as Part[]),
  }));

interface Owned {
  readonly id: string;
  readonly publisherFamily?: string;
}

/** An owner comes after what it owns, so there are no loops. */
function withOwners(actors: readonly Owned[]) {
  return actors.map(({ publisherFamily, ...rest }) =>
    publisherFamily && publisherFamily > rest.id ? { ...rest, publisherFamily } : rest,
  );
}

interface Attributed {
  readonly id: string;
  readonly claim: string;
}

interface Part {
  readonly id: string;
  readonly partOf?: string;
}

/** Every claim needs an attribution. */
function withClaims(attributions: readonly Attributed[]) {
  return attributions.map((one, index) => {
    const claimed = CLAIMS[index];
    return claimed ? { ...one, claim: claimed, covers: [] } : one;
  });
}

/** A claim is a part only of one that comes after it, so there are no loops. */
function withParts(claims: readonly Part[]) {
  return claims.map(({ partOf, ...rest }) => (partOf && partOf > rest.id ? { ...rest, partOf } : rest));
}

/** A change as a mutation with its variables; not all of them can be made. */
export interface Step {
  readonly field: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const every = Object.entries(IDS).flatMap(([name, ids]) => ids.map((id) => [name as Drawn, id] as const));

const correction = fc.constantFrom(...every).chain(([name, id]) =>
  RECORDS[name](id).map((drawn) => ({
    field: 'correct',
    variables: { input: { id, replacement: { [name]: [drawn] }, reason: 'drawn' } },
  })),
);

const addition = fc.nat(1_000).chain((number) =>
  attribution(`attribution:new-${number}`).map((drawn) => ({
    field: 'record',
    variables: { bundle: { attributions: [drawn] }, idempotencyKey: `key ${number}` },
  })),
);

const retraction = fc
  .constantFrom(...ATTRIBUTIONS, ...CLAIMS, ...DOCUMENTS, ...SOURCES)
  .map((id) => ({ field: 'retract', variables: { id, reason: 'drawn' } }));

const relation = fc
  .record({
    from: fc.constantFrom(...CLAIMS),
    to: fc.constantFrom(...CLAIMS),
    kind: fc.constantFrom('SAME_AS', 'CONTRADICTS', 'REFINES', 'SUPPORTS'),
    basis: fc.constantFrom('STATED', 'ANALYST'),
  })
  .map((variables) => ({ field: 'relate', variables }));

/** Changes of a world, in the order in which they are tried. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: correction },
    { weight: 2, arbitrary: addition },
    { weight: 2, arbitrary: retraction },
    { weight: 1, arbitrary: relation },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('DIFFERENT', 'UNSURE')
        .map((verdict) => ({ field: 'judge', variables: { left: 'source:s', right: 'source:t', verdict } })),
    },
  ),
  { minLength: 3, maxLength: 6 },
);
