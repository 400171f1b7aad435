import fc from 'fast-check';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { parseBundle } from '../../src/bundle/read-files.ts';

/** What breaks out of strings, markup, scripts, rows and statements somewhere. */
const HOSTILE = [
  '"',
  "'",
  '\\',
  '\\u0027',
  "\\'",
  '`',
  '</script>',
  '<!--',
  '-->',
  ']]>',
  '&amp;',
  '&',
  '<',
  '\n',
  '\r\n',
  '\t',
  '\b',
  '\f',
  '\u0000',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\u202e',
  '😀',
  'مرحبا',
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  ';',
  '//',
  '/*',
  '}',
  "'}) MATCH (n) DETACH DELETE n //",
  '{{',
  '%00',
  '@prefix',
  '> .',
];

/** Text with at least one character that can be seen. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter((text) => /\S/.test(text) && !/\p{Cs}/u.test(text));

const id = (kind: string) => fc.stringMatching(/^[a-z0-9][A-Za-z0-9._~:/@+-]{0,12}$/).map((name) => `${kind}:${name}`);

const named = (kind: string) => fc.record({ id: id(kind), text: hostileText, other: hostileText });

/** A small bundle in which every text is hostile, with ids of all allowed characters. */
export const hostileBundle: fc.Arbitrary<Bundle> = fc
  .record({
    person: named('person'),
    outlet: named('organization'),
    source: named('source'),
    place: named('place'),
    thing: named('thing'),
    event: named('event'),
    document: named('document'),
    claim: named('claim'),
    part: named('part'),
    attribution: named('attribution'),
    rated: named('rated'),
    mention: named('mention'),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  .map((drawn) => parseBundle(bundleOf(drawn)));

type Named = { readonly id: string; readonly text: string; readonly other: string };

function bundleOf(drawn: Record<string, Named | number>): object {
  const { person, outlet, source, place, thing, event } = drawn as Record<string, Named>;
  const { document, claim, part, attribution, rated, mention } = drawn as Record<string, Named>;
  if (!person || !outlet || !source || !place || !thing || !event) throw new Error('not drawn');
  if (!document || !claim || !part || !attribution || !rated || !mention) throw new Error('not drawn');
  const names = ({ text, other }: Named) => [
    { text, language: 'es-VE' },
    { text: other, kind: 'ALIAS' },
  ];
  const entity = (of: Named) => ({
    id: of.id,
    names: names(of),
    identifiers: [{ scheme: 'wikidata', value: of.other }],
  });
  const kinded = (of: Named) => ({ ...entity(of), kind: of.other });
  const said = { certainty: 'CERTAIN', mode: 'DIRECT_QUOTE', onRecord: true };
  return {
    actors: [
      { ...entity(person), type: 'PERSON', country: 'VE' },
      { ...entity(outlet), type: 'ORGANIZATION', kind: 'OUTLET', publisherFamily: outlet.id },
      { ...entity(source), type: 'UNNAMED_SOURCE', description: source.other, shieldedBy: outlet.id },
    ],
    places: [kinded(place)],
    things: [kinded(thing)],
    events: [kinded(event)],
    documents: [
      {
        id: document.id,
        kind: 'ARTICLE',
        title: document.text,
        url: 'https://example.org/a b?<c>"{}|^`#\\',
        publisher: outlet.id,
        authors: [person.id],
        contentHash: document.other,
      },
    ],
    claims: [
      {
        id: claim.id,
        texts: [{ text: claim.text, language: 'en' }],
        predicate: claim.other,
        subject: person.id,
        object: outlet.id,
        participants: [{ entity: thing.id, role: part.other }],
        value: { text: part.text, min: drawn.number, unit: part.other },
        about: [place.id, event.id],
      },
      { id: part.id, texts: [{ text: part.text, language: 'es' }], partOf: claim.id, when: '2025-11-21~' },
    ],
    attributions: [
      {
        ...said,
        id: attribution.id,
        claim: claim.id,
        actor: person.id,
        document: document.id,
        stance: 'ASSERTS',
        quote: attribution.text,
        locator: attribution.other,
      },
      {
        ...said,
        id: rated.id,
        claim: part.id,
        actor: outlet.id,
        document: document.id,
        stance: 'DENIES',
        quote: rated.text,
        cites: [{ attribution: attribution.id }],
        covers: [claim.id],
        rating: { label: rated.other, value: drawn.number },
      },
    ],
    relations: [{ from: claim.id, to: part.id, kind: 'SUPPORTS', basis: 'STATED', reason: claim.other }],
    mentions: [
      { id: mention.id, text: mention.text, document: document.id, candidates: [person.id], entity: person.id },
    ],
  };
}

/** How often a property is drawn. */
export const RUNS = { numRuns: 40 * Number(process.env.CLAIMGRAPH_RUNS ?? 1) };
