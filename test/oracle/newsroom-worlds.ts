import fc from 'fast-check';
import { Bundle } from '../../src/bundle/bundle.ts';
import { DerivationKind } from '../../src/bundle/enums.ts';
import { SAID } from './citation-drafts.ts';
import type { Step } from './world.ts';

/** A value in so many of ten. */
function some<T>(tenths: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 10 - tenths, arbitrary: fc.constant(undefined) }, { weight: tenths, arbitrary: value });
}

/** Mostly the first ones. */
function mostly<T>(...values: readonly [T, ...T[]]): fc.Arbitrary<T> {
  return fc.oneof(...values.map((value, index) => ({ weight: index === 0 ? 5 : 1, arbitrary: fc.constant(value) })));
}

const PEOPLE = ['person:ana', 'person:bob'];
const OUTLETS = ['organization:post', 'organization:wire', 'organization:echo'] as const;
const SOURCES = ['source:s', 'source:t'];
const DOCUMENTS = ['document:a', 'document:b', 'document:c', 'document:d'] as const;
const CLAIMS = ['claim:main', 'claim:other', 'claim:third'] as const;

const basis = mostly('STATED', 'ANALYST', 'RULE', 'MODEL');
const names = [{ text: 'Somebody', language: 'en' }];
const date = fc.constantFrom(...SAID);
const range = fc.constantFrom({ min: 1 }, { min: 2 }, { min: 2, max: 3 });

const outlet = (id: string, index: number) =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('ORGANIZATION'),
    names: fc.constant(names),
    kind: mostly('OUTLET', 'AGENCY', 'GOVERNMENT'),
    publisherFamily: index === 0 ? fc.constant(undefined) : some(1, fc.constantFrom(...OUTLETS.slice(0, index))),
  });

const source = (id: string) =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('UNNAMED_SOURCE'),
    names: fc.constant(names),
    count: some(3, range),
    shieldedBy: some(6, fc.constantFrom(...OUTLETS)),
  });

const document = (id: string) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constant('ARTICLE'),
    publisher: some(8, fc.constantFrom(...OUTLETS)),
    authors: some(2, fc.constantFrom(...PEOPLE)).map((author) => (author ? [author] : [])),
    read: mostly(true, true, false),
    publishedAt: some(6, date),
  });

const claim = (id: string) =>
  fc.record({
    id: fc.constant(id),
    texts: fc.constant([{ text: 'Something', language: 'en' }]),
    subject: fc.constant('person:ana'),
    predicate: some(5, fc.constantFrom('saw', 'met')),
    when: some(3, date),
    partOf: id === CLAIMS[1] ? some(3, fc.constant(CLAIMS[0])) : fc.constant(undefined),
  });

const attribution = fc.record({
  claim: fc.oneof(
    { weight: 3, arbitrary: fc.constant(CLAIMS[0]) },
    { weight: 2, arbitrary: fc.constantFrom(CLAIMS[1], CLAIMS[2]) },
  ),
  /** The publisher of the document, where it has one, or anybody. */
  actor: some(5, fc.constantFrom(...PEOPLE, ...OUTLETS, ...SOURCES, ...SOURCES)),
  document: some(7, fc.constantFrom(...DOCUMENTS)),
  stance: fc.oneof(
    { weight: 8, arbitrary: fc.constant('ASSERTS') },
    { weight: 5, arbitrary: fc.constant('REPORTS') },
    { weight: 3, arbitrary: fc.constantFrom('CONFIRMS', 'DENIES', 'RETRACTS', 'CORRECTS', 'EVADES') },
  ),
  saidAt: some(3, date),
  sources: some(2, range),
  cites: fc.array(fc.record({ number: fc.nat(9), joint: fc.boolean(), credited: fc.boolean(), basis }), {
    maxLength: 2,
  }),
  covers: some(1, fc.constantFrom(...CLAIMS)).map((covered) => (covered ? [covered] : [])),
  basis,
});

const derivation = fc.record({
  document: fc.constantFrom(...DOCUMENTS),
  from: fc.constantFrom(...DOCUMENTS),
  kind: fc.constantFrom(...DerivationKind.options),
  credited: fc.boolean(),
  basis,
});

const relation = fc.record({
  from: fc.constantFrom(...CLAIMS),
  to: fc.constantFrom(...CLAIMS),
  kind: mostly('SAME_AS', 'SAME_AS', 'REFINES', 'ENTAILS', 'CONTRADICTS', 'CONTRARY_TO', 'SUPPORTS'),
  basis,
});

/** Two unnamed sources are one, or somebody is not somebody else. */
const judgement: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  { different: ['source:s', 'source:t'] },
  { different: ['source:s', 'person:ana'] },
  { different: ['source:t', 'organization:post'] },
  { same: ['source:s', 'source:t'] },
);

const drawn = fc.record({
  actors: fc.tuple(...OUTLETS.map(outlet), ...SOURCES.map(source)),
  documents: fc.tuple(...DOCUMENTS.map(document)),
  claims: fc.tuple(...CLAIMS.map(claim)),
  attributions: fc.array(attribution, { minLength: 3, maxLength: 9, size: 'max' }),
  derivations: fc.array(derivation, { maxLength: 3, size: 'max' }),
  relations: fc.array(relation, { maxLength: 2, size: 'max' }),
  judgements: fc.array(judgement, { maxLength: 2 }),
  retracted: some(3, fc.nat(5)),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

/** Three claims, which three outlets, two people and two unnamed sources speak of in four documents. */
export const newsroomWorlds: fc.Arbitrary<readonly Step[]> = drawn.map((world) => {
  const bundle = {
    actors: [...PEOPLE.map((id) => ({ id, type: 'PERSON', names })), ...world.actors],
    documents: world.documents,
    claims: world.claims,
    attributions: attributionsOf(world),
    relations: eachOnce(
      world.relations.filter(({ from, to }) => from !== to),
      ({ from, kind, to }) => `${from} ${kind} ${to}`,
    ),
    derivations: eachOnce(
      world.derivations.filter((one) => one.document !== one.from),
      (one) => `${one.document} ${one.kind} ${one.from}`,
    ),
  };
  const steps: Step[] = [{ bundle: Bundle.parse(withoutUndefined(bundle)) }];
  const spare = world.attributions.slice(CLAIMS.length);
  if (world.retracted !== undefined && world.retracted < spare.length) {
    steps.push({ retracted: `attribution:${CLAIMS.length + world.retracted}` });
  }
  return [...steps, ...withoutConflict(world.judgements)];
});

/** Nobody is judged to be both the same and another. */
function withoutConflict(judgements: readonly Step[]): Step[] {
  const isSame = judgements.some((one) => 'same' in one);
  return eachOnce(
    judgements.filter((one) => !isSame || 'same' in one),
    (one) => JSON.stringify(one),
  );
}

/** The first ones make each claim once. */
function attributionsOf({ attributions, documents }: Drawn): object[] {
  return attributions.map(({ cites, actor, ...one }, index) => {
    const publisher = documents.find(({ id }) => id === one.document)?.publisher;
    const others = attributions.map((_, number) => number).filter((number) => number !== index);
    const cited = cites.map(({ number, ...cite }) => ({
      ...cite,
      attribution: `attribution:${others[number % others.length]}`,
    }));
    return {
      ...one,
      id: `attribution:${index}`,
      claim: CLAIMS[index] ?? one.claim,
      actor: actor ?? publisher ?? 'person:ana',
      certainty: 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: false,
      cites: eachOnce(cited, ({ attribution: id }) => id),
      covers: one.covers.filter((covered) => covered !== (CLAIMS[index] ?? one.claim)),
    };
  });
}

function eachOnce<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const all = values.map(nameOf);
  return values.filter((_, index) => all.indexOf(all[index] as string) === index);
}

function withoutUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
