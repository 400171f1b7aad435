import fc from 'fast-check';
import { parseBundle } from '../../src/ingest/read.ts';
import { boundsOf, NEVER } from '../../src/time/edtf.ts';

const DATES = ['2025-01', '2025-02-10', '2025-03~', '2025-02/..', '../2025-04', '2025-05-05'] as const;
const EVENTS = 2;
const DOCUMENTS = 3;
const ACTORS = 2;

interface ClaimSpec {
  readonly when: string | undefined;
  /** The subject and the object: events by number, or the person. */
  readonly subject: number | 'person' | undefined;
  readonly object: number | 'person' | undefined;
}

interface AttributionSpec {
  readonly claim: number;
  readonly actor: number;
  readonly document: number | undefined;
  readonly saidAt: string | undefined;
  readonly cites: readonly number[];
  /** The load that it comes with; it cites what comes with that load or an earlier one. */
  readonly load: number;
}

/** A small world, told in up to three loads. Documents have dates of their own by number: none, exact and vague. */
export interface World {
  readonly claims: readonly ClaimSpec[];
  readonly attributions: readonly AttributionSpec[];
}

const date = fc.option(fc.constantFrom(...DATES), { nil: undefined });
const entity = fc.oneof(
  { weight: 4, arbitrary: fc.nat(EVENTS - 1) },
  { weight: 1, arbitrary: fc.constantFrom('person' as const, undefined) },
);

const claimSpec: fc.Arbitrary<ClaimSpec> = fc.record({
  when: fc.oneof(fc.constant(undefined), date),
  subject: entity,
  object: entity,
});

function attributionSpec(claims: number, attributions: number): fc.Arbitrary<AttributionSpec> {
  return fc.record({
    claim: fc.nat(claims - 1),
    actor: fc.nat(ACTORS - 1),
    document: fc.option(fc.nat(DOCUMENTS - 1), { nil: undefined }),
    saidAt: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: date }),
    cites: fc.uniqueArray(fc.nat(attributions - 1), { maxLength: 3 }),
    load: fc.nat(2),
  });
}

export const world: fc.Arbitrary<World> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }))
  .chain(([claims, attributions]) =>
    fc.record({
      claims: fc.array(claimSpec, { minLength: claims, maxLength: claims }),
      attributions: fc.array(attributionSpec(claims, attributions), {
        minLength: attributions,
        maxLength: attributions,
      }),
    }),
  )
  .map(({ claims, attributions }) => ({
    claims,
    attributions: attributions.map((said, index) => ({
      ...said,
      cites: said.cites.filter((cited) => cited !== index && (attributions[cited]?.load ?? 0) <= said.load),
    })),
  }));

const published = (document: number | undefined): string | undefined =>
  document === undefined ? undefined : [undefined, '2025-03-03', '2025-06'][document];

/** The bundles of a world; `tag` tells its ids from those of other worlds. A claim comes with the first who makes it. */
export function bundlesOf({ claims, attributions }: World, tag: string) {
  const names = [{ text: 'A name' }];
  const id = (kind: string, index: number | 'person' | undefined) =>
    index === undefined ? undefined : index === 'person' ? `person:${tag}-0` : `${kind}:${tag}-${index}`;
  const firstLoad = (claim: number) =>
    Math.min(...attributions.filter((said) => said.claim === claim).map(({ load }) => load));
  return [0, 1, 2].map((load) =>
    parseBundle(
      JSON.parse(
        JSON.stringify({
          actors: range(load === 0 ? ACTORS : 0).map((index) => ({ id: id('person', index), type: 'PERSON', names })),
          events: range(load === 0 ? EVENTS : 0).map((index) => ({ id: id('event', index), kind: 'x', names })),
          documents: range(load === 0 ? DOCUMENTS : 0).map((index) => ({
            id: id('document', index),
            kind: 'ARTICLE',
            publishedAt: published(index),
          })),
          claims: claims.flatMap(({ when, subject, object }, index) =>
            firstLoad(index) === load
              ? [
                  {
                    id: id('claim', index),
                    texts: [{ text: 'x', language: 'en' }],
                    when,
                    subject: id('event', subject),
                    object: id('event', object),
                  },
                ]
              : [],
          ),
          attributions: attributions.flatMap((said, index) =>
            said.load === load
              ? [
                  {
                    id: id('attribution', index),
                    claim: id('claim', said.claim),
                    actor: id('person', said.actor),
                    document: id('document', said.document),
                    stance: 'ASSERTS',
                    certainty: 'CERTAIN',
                    mode: 'INDIRECT',
                    onRecord: false,
                    saidAt: said.saidAt,
                    cites: said.cites.map((cited) => ({ attribution: id('attribution', cited) })),
                  },
                ]
              : [],
          ),
        }),
      ),
    ),
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** The stored views of the first loads of a world, from their definitions, as slowly as they read. */
export function viewsOf(
  { claims, attributions }: World,
  tag: string,
  loads: number,
): Record<string, Record<string, number>> {
  const told = attributions.map((said, index) => ({ ...said, index })).filter(({ load }) => load < loads);
  const made = claims
    .map((claim, index) => ({ ...claim, index }))
    .filter(({ index }) => told.some(({ claim }) => claim === index));
  const dateOf = ({ saidAt, document }: AttributionSpec) => saidAt ?? published(document);
  const firstWhen = (event: number) => {
    const dated = made.filter(({ subject, when }) => subject === event && when !== undefined);
    return Math.min(NEVER, ...dated.map(({ when }) => boundsOf(when as string).earliest));
  };
  const citersOf = (index: number) => {
    const found = new Set<number>();
    const visit = (cited: number): void => {
      for (const citer of told) {
        if (!citer.cites.includes(cited) || found.has(citer.index)) continue;
        found.add(citer.index);
        visit(citer.index);
      }
    };
    visit(index);
    return told.filter((citer) => found.has(citer.index));
  };
  const boundsOfSaid = (said: AttributionSpec & { index: number }) => {
    const own = dateOf(said);
    if (own !== undefined) return boundsOf(own);
    const citers = citersOf(said.index)
      .map(dateOf)
      .filter((when) => when !== undefined);
    const latest = Math.min(NEVER, ...citers.map((when) => boundsOf(when).latest));
    const { when, subject, object } = claims[said.claim] as ClaimSpec;
    const events = [subject, object].filter((one) => typeof one === 'number').map(firstWhen);
    const first = Math.min(NEVER, ...events);
    const event = when === undefined ? (first === NEVER ? -NEVER : first) : boundsOf(when).earliest;
    return { earliest: Math.min(event, latest), latest };
  };
  const keys = (list: readonly AttributionSpec[]) =>
    list
      .map(dateOf)
      .filter((when) => when !== undefined)
      .map((when) => boundsOf(when).earliest);
  const views: Record<string, Record<string, number>> = {};
  for (const said of told) {
    const { earliest, latest } = boundsOfSaid(said);
    const citedCount = told.filter(({ cites }) => cites.includes(said.index)).length;
    views[`attribution:${tag}-${said.index}`] = { saidEarliest: earliest, saidLatest: latest, citedCount };
  }
  for (const { index } of made) {
    const own = told.filter(({ claim }) => claim === index);
    views[`claim:${tag}-${index}`] = {
      attributionCount: own.length,
      lastSaid: Math.max(-NEVER, ...keys(own)),
      firstSaid: Math.min(NEVER, ...keys(own)),
    };
  }
  for (const index of range(ACTORS)) {
    views[`person:${tag}-${index}`] = {
      attributionCount: told.filter(({ actor }) => actor === index).length,
      claimCount:
        index === 0 ? made.filter(({ subject, object }) => subject === 'person' || object === 'person').length : 0,
    };
  }
  for (const index of range(EVENTS)) {
    const touching = made.filter(({ subject, object }) => subject === index || object === index);
    views[`event:${tag}-${index}`] = { claimCount: touching.length, firstWhen: firstWhen(index) };
  }
  for (const index of range(DOCUMENTS)) {
    const within = told.filter(({ document }) => document === index);
    const own = published(index);
    const bounds = within.map(boundsOfSaid);
    views[`document:${tag}-${index}`] = {
      attributionCount: within.length,
      publishedEarliest: own
        ? boundsOf(own).earliest
        : within.length > 0
          ? Math.min(...bounds.map(({ earliest }) => earliest))
          : -NEVER,
      publishedLatest: own
        ? boundsOf(own).latest
        : within.length > 0
          ? Math.min(...bounds.map(({ latest }) => latest))
          : NEVER,
    };
  }
  return views;
}
