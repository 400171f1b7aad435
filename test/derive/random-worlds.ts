import fc from 'fast-check';
import type { Basis } from '../../src/contract.ts';

const DATES = ['2025-01', '2025-02-10', '2025-03~', '2025-02/..', '../2025-04', '2025-05-05'] as const;
const KINDS = ['WIRE', 'UPDATE', 'CREDITS', 'SAME_TEXT'] as const;
const EVENTS = 2;
const ACTORS = 2;

/** The dates of the documents, by number. */
export const PUBLISHED = [undefined, '2025-03-03', '2025-06', undefined, '2025', '2025-01/2025-04'] as const;

/** How many loads a world comes in. */
export const LOADS = 3;

/** An event by its number, or the person. */
type Entity = number | 'person' | undefined;

export interface ClaimSpec {
  readonly predicate: string | undefined;
  readonly when: string | undefined;
  readonly subject: Entity;
  readonly object: Entity;
}

export interface AttributionSpec {
  readonly claim: number;
  readonly actor: number;
  readonly document: number | undefined;
  readonly saidAt: string | undefined;
  /** Attributions of the same load or an earlier one. */
  readonly cites: readonly number[];
  readonly basis: Basis;
  /** The basis of its citations. */
  readonly citedBy: Basis;
  readonly load: number;
}

/** A document that is taken from another one, by their numbers. */
export interface DerivationSpec {
  readonly document: number;
  readonly from: number;
  readonly kind: (typeof KINDS)[number];
  readonly basis: Basis;
  readonly load: number;
}

/** A small world with loops of citations. A claim comes with the first load in which somebody makes it. */
export interface World {
  readonly claims: readonly ClaimSpec[];
  readonly attributions: readonly AttributionSpec[];
  readonly derivations: readonly DerivationSpec[];
}

const basis: fc.Arbitrary<Basis> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('STATED' as const) },
  { weight: 1, arbitrary: fc.constantFrom('ANALYST' as const, 'RULE' as const, 'MODEL' as const) },
);

const derivationSpec: fc.Arbitrary<DerivationSpec> = fc.record({
  document: fc.nat(PUBLISHED.length - 1),
  from: fc.nat(PUBLISHED.length - 1),
  kind: fc.constantFrom(...KINDS),
  basis,
  load: fc.nat(LOADS - 1),
});

const date = fc.option(fc.constantFrom(...DATES), { nil: undefined });

const entity: fc.Arbitrary<Entity> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(EVENTS - 1) },
  { weight: 1, arbitrary: fc.constantFrom('person' as const, undefined) },
);

const claimSpec: fc.Arbitrary<ClaimSpec> = fc.record({
  predicate: fc.constantFrom(undefined, undefined, 'saw', 'demanded'),
  when: fc.oneof(fc.constant(undefined), date),
  subject: entity,
  object: entity,
});

function attributionSpec(claims: number, attributions: number): fc.Arbitrary<AttributionSpec> {
  return fc.record({
    claim: fc.nat(claims - 1),
    actor: fc.nat(ACTORS - 1),
    document: fc.option(fc.nat(PUBLISHED.length - 1), { nil: undefined }),
    saidAt: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: date }),
    cites: fc.uniqueArray(fc.nat(attributions - 1), { maxLength: 3 }),
    basis,
    citedBy: basis,
    load: fc.nat(LOADS - 1),
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
      derivations: fc.uniqueArray(derivationSpec, {
        maxLength: 4,
        selector: ({ document, from, kind }) => [document, from, kind].join(),
      }),
    }),
  )
  .map(({ claims, attributions, derivations }) => ({
    claims,
    derivations: derivations.filter(({ document, from }) => document !== from),
    attributions: attributions.map((said, index) => ({
      ...said,
      cites: said.cites.filter((cited) => cited !== index && (attributions[cited]?.load ?? 0) <= said.load),
    })),
  }));

/** An id; `tag` distinguishes the worlds of one graph. */
export function idOf(kind: string, tag: string, number: number): string {
  return `${kind}:${tag}-${number}`;
}

/** The records of one load of a world, as a bundle is written. */
export function bundleOf(given: World, tag: string, load: number): object {
  const id = (kind: string, number: number | undefined) => (number === undefined ? undefined : idOf(kind, tag, number));
  const entityId = (one: Entity) => (one === 'person' ? idOf('person', tag, 0) : id('event', one));
  const loaded = numbered(given.attributions).filter((one) => one.load === load);
  const isNew = (claim: number) =>
    Math.min(...given.attributions.filter((one) => one.claim === claim).map((one) => one.load)) === load;
  return withoutUndefined({
    ...(load === 0 && start(tag)),
    claims: numbered(given.claims)
      .filter(({ number }) => isNew(number))
      .map(({ number, predicate, when, subject, object }) => ({
        id: id('claim', number),
        texts: [{ text: 'x', language: 'en' }],
        predicate,
        when,
        subject: entityId(subject),
        object: entityId(object),
      })),
    attributions: loaded.map((one) => attributionOf(one, tag)),
    derivations: given.derivations
      .filter((one) => one.load === load)
      .map(({ document, from, kind, basis: known }) => ({
        document: id('document', document),
        from: id('document', from),
        ...{ kind, credited: true, basis: known },
      })),
  });
}

/** The record of an attribution, as a bundle is written. */
export function attributionOf(spec: AttributionSpec & { readonly number: number }, tag: string): object {
  const { number, claim, actor, document, saidAt, cites, basis: known, citedBy } = spec;
  return {
    id: idOf('attribution', tag, number),
    claim: idOf('claim', tag, claim),
    actor: idOf('person', tag, actor),
    ...(document !== undefined && { document: idOf('document', tag, document) }),
    ...(saidAt !== undefined && { saidAt }),
    stance: 'ASSERTS',
    certainty: 'CERTAIN',
    mode: 'INDIRECT',
    onRecord: false,
    basis: known,
    cites: cites.map((cited) => ({ attribution: idOf('attribution', tag, cited), basis: citedBy })),
  };
}

/** What the first load brings in any case. */
function start(tag: string) {
  const names = [{ text: 'A name' }];
  return {
    actors: upTo(ACTORS).map((number) => ({ id: idOf('person', tag, number), type: 'PERSON', names })),
    events: upTo(EVENTS).map((number) => ({ id: idOf('event', tag, number), kind: 'x', names })),
    documents: PUBLISHED.map((publishedAt, number) => ({
      id: idOf('document', tag, number),
      kind: 'ARTICLE',
      publishedAt,
    })),
  };
}

export function numbered<T extends object>(list: readonly T[]): (T & { number: number })[] {
  return list.map((one, number) => ({ ...one, number }));
}

function upTo(length: number): number[] {
  return Array.from({ length }, (_, number) => number);
}

function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value));
}

export const EVENT_NUMBERS = upTo(EVENTS);
export const ACTOR_NUMBERS = upTo(ACTORS);
