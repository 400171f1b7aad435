import fc from 'fast-check';
import {
  Basis,
  Certainty,
  ClaimRelationKind,
  DerivationKind,
  DocumentKind,
  FlagKind,
  Mode,
  OrganizationKind,
  SourceAccess,
  Stance,
} from '../../src/bundle/enums.ts';
import { date, dated, identifiers, maybe, names, oneOf, phrase, range, WORDS, word } from './arbitraries.ts';

/** What a reference can lead to. */
export type Target =
  | 'actors'
  | 'organizations'
  | 'entities'
  | 'events'
  | 'places'
  | 'documents'
  | 'claims'
  | 'attributions';

/** A reference as it is drawn: a number, taken modulo the records that it can lead to. */
export class Reference {
  readonly target: Target;
  readonly number: number;
  /** Whether it may lead to the record itself, to any other, or only to one before it, so that there are no loops. */
  readonly reach: 'any' | 'another' | 'earlier';

  constructor(target: Target, number: number, reach: Reference['reach']) {
    this.target = target;
    this.number = number;
    this.reach = reach;
  }

  among(ids: readonly string[], own: string): string | undefined {
    const near = this.reach === 'earlier' ? ids.slice(0, ids.indexOf(own)) : ids;
    const id = near[this.number % near.length];
    return this.reach === 'another' && id === own ? undefined : id;
  }
}

function reference(reach: Reference['reach']) {
  return (target: Target) => fc.nat(999).map((number) => new Reference(target, number, reach));
}

const one = reference('any');
const another = reference('another');
const earlier = reference('earlier');

const named = { names, identifiers };
const actor = fc.oneof(
  fc.record({ ...named, country: maybe(oneOf('VE', 'US')), type: fc.constant('PERSON' as const) }),
  fc.record({
    ...named,
    country: maybe(oneOf('VE', 'US')),
    type: fc.constant('ORGANIZATION' as const),
    kind: oneOf(...OrganizationKind.options),
    publisherFamily: maybe(earlier('organizations')),
  }),
  fc.record({ ...named, type: fc.constant('GROUP' as const), size: maybe(range) }),
  fc.record({
    ...named,
    type: fc.constant('UNNAMED_SOURCE' as const),
    description: maybe(phrase),
    count: maybe(range),
    access: oneOf(...SourceAccess.options),
    shieldedBy: maybe(one('organizations')),
  }),
);

const entity = fc.record({ ...named, kind: word });

const flags = fc.array(
  fc.record({ kind: oneOf(...FlagKind.options), message: phrase, basis: oneOf(...Basis.options) }),
  {
    maxLength: 2,
  },
);

const document = fc.record({
  kind: oneOf(...DocumentKind.options),
  title: maybe(dated),
  url: maybe(oneOf('https://example.org/a', 'https://example.org/b?c=d')),
  language: maybe(oneOf('en', 'es', 'es-VE')),
  publishedAt: maybe(date),
  publisher: maybe(one('organizations')),
  authors: fc.array(one('actors'), { maxLength: 2 }),
  read: fc.boolean(),
  contentHash: maybe(fc.constant('sha256:0a')),
  flags,
});

const attribution = fc.record({
  claim: one('claims'),
  actor: one('actors'),
  document: maybe(one('documents')),
  stance: oneOf(...Stance.options, 'RETRACTS', 'DENIES', 'ASSERTS'),
  certainty: oneOf(...Certainty.options),
  mode: oneOf(...Mode.options),
  onRecord: fc.boolean(),
  saidAt: maybe(date),
  quote: maybe(phrase),
  locator: maybe(word),
  sources: maybe(range),
  cites: fc.array(
    fc.record({
      attribution: another('attributions'),
      credited: fc.boolean(),
      joint: fc.boolean(),
      basis: oneOf(...Basis.options),
    }),
    { maxLength: 3 },
  ),
  covers: fc.array(one('claims'), { maxLength: 1 }),
  rating: maybe(fc.record({ label: phrase, value: maybe(fc.constant(2.5)), best: maybe(fc.constant(5)) })),
  basis: oneOf(...Basis.options),
});

const value = fc
  .record({
    text: dated,
    range: oneOf({}, { min: 3 }, { min: 80.5 }, { min: 2, max: 2 }, { max: 15 }, { min: 24, max: 24 }),
    unit: maybe(oneOf('hour', 'days')),
    when: maybe(date),
  })
  .map(({ range: numbers, ...rest }) => ({ ...rest, ...numbers }));

const claim = fc.record({
  texts: fc.uniqueArray(fc.record({ text: dated, language: oneOf('en', 'es', 'es-VE', 'fr') }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ language }) => language,
  }),
  predicate: maybe(oneOf(...WORDS, 'lasted', 'lasted', 'took-place', 'took-place', 'expired')),
  subject: maybe(fc.oneof(one('entities'), one('events'))),
  object: maybe(fc.oneof(one('entities'), one('places'))),
  participants: fc.array(fc.record({ entity: fc.oneof(one('entities'), one('places')), role: word }), { maxLength: 3 }),
  about: fc.array(fc.oneof(one('entities'), one('events')), { maxLength: 2 }),
  when: maybe(date),
  value: maybe(value),
  partOf: maybe(earlier('claims')),
  flags,
});

/** A bundle as it is drawn: records without ids, and numbers for references. */
export const draft = fc.record({
  actors: fc.array(actor, { minLength: 2, maxLength: 8 }),
  places: fc.array(entity, { maxLength: 2 }),
  things: fc.array(entity, { maxLength: 2 }),
  events: fc.array(entity, { minLength: 1, maxLength: 3 }),
  documents: fc.array(document, { minLength: 1, maxLength: 5 }),
  claims: fc.array(claim, { minLength: 1, maxLength: 12, size: 'max' }),
  attributions: fc.array(attribution, { minLength: 12, maxLength: 30, size: 'max' }),
  relations: fc.array(
    fc.record({
      from: one('claims'),
      to: one('claims'),
      kind: oneOf(...ClaimRelationKind.options),
      basis: oneOf(...Basis.options),
    }),
    { maxLength: 8, size: 'max' },
  ),
  derivations: fc.array(
    fc.record({
      document: one('documents'),
      from: one('documents'),
      kind: oneOf(...DerivationKind.options),
      credited: fc.boolean(),
      basis: oneOf(...Basis.options),
    }),
    { maxLength: 3 },
  ),
  mentions: fc.array(
    fc.record({
      text: phrase,
      document: one('documents'),
      locator: maybe(word),
      candidates: fc.array(one('entities'), { maxLength: 3 }),
      entity: maybe(one('entities')),
      basis: oneOf(...Basis.options),
    }),
    { maxLength: 4 },
  ),
});
