import type { ActorRecord, AttributionRecord, CollectedRecord, RecordStream } from '../../bundle/record-stream.ts';
import { BASE, TERMS } from '../iri.ts';
import { labelOf, wellFormed } from '../labels.ts';

type Attribute = string | number | boolean | { readonly $: string; readonly type?: string; readonly lang?: string };
type Attributes = Readonly<Record<string, Attribute | readonly Attribute[] | undefined>>;
type Entry = readonly [id: string, attributes: Attributes];

/** The parts of a PROV-JSON document, in its order, each with what one record adds to it. */
const SECTIONS: Readonly<Record<string, (exported: CollectedRecord) => readonly Entry[]>> = {
  entity: entities,
  agent: agents,
  activity: (exported) => ofAttribution(exported, (said) => [[saying(said), sayingAttributes(said)]]),
  wasAssociatedWith: (exported) =>
    ofAttribution(exported, (said) => [
      relation('said', said.id, '', { 'prov:activity': saying(said), 'prov:agent': name(said.actor) }),
    ]),
  wasGeneratedBy: (exported) =>
    ofAttribution(exported, (said) => [
      relation('generated', said.id, '', { 'prov:entity': name(said.id), 'prov:activity': saying(said) }),
    ]),
  used: (exported) =>
    ofAttribution(exported, (said) => [
      relation('used', said.id, '', {
        'prov:activity': saying(said),
        'prov:entity': name(said.claim),
        'prov:role': 'claim',
      }),
    ]),
  wasAttributedTo: attributedTo,
  wasDerivedFrom: derivedFrom,
  wasInfluencedBy: (exported) =>
    exported.collection === 'relations' ? [influence(exported.record.from, exported.record.to, exported.record)] : [],
};

/**
 * PROV-JSON (https://www.w3.org/submissions/prov-json/): documents, claims and attributions are entities, actors are
 * agents, and each act of saying is an activity that used a claim and generated an attribution. What is cited, quoted or
 * copied is derived from; a quotation has the type prov:Quotation. Times are given as they were stated, since PROV has
 * moments only. Left out: places, things, events, mentions, flags. Streams; the records are opened nine times, once for
 * each part of the document, so that none has to be held in memory.
 */
export async function* exportProv(records: RecordStream): AsyncGenerator<string> {
  yield `{"prefix":${JSON.stringify({ cg: BASE, term: TERMS })}`;
  for (const [section, entriesOf] of Object.entries(SECTIONS)) {
    yield `,\n"${section}":{`;
    let first = true;
    for await (const exported of records()) {
      for (const [id, attributes] of entriesOf(exported)) {
        yield `${first ? '' : ','}\n${JSON.stringify(id)}:${json(attributes)}`;
        first = false;
      }
    }
    yield '}';
  }
  yield '}\n';
}

function json(attributes: Attributes): string {
  return JSON.stringify(attributes, (_, value) => (typeof value === 'string' ? wellFormed(value) : value));
}

/** The qualified name of a record: the prefix, and its id as it is. */
function name(id: string): string {
  return `cg:${id}`;
}

function term(value: string): Attribute {
  return { $: `term:${value}`, type: 'prov:QUALIFIED_NAME' };
}

function reference(id: string): Attribute {
  return { $: name(id), type: 'prov:QUALIFIED_NAME' };
}

/** The act of saying something, which is not what came of it. */
function saying({ id }: AttributionRecord): string {
  return `${name(id)}#saying`;
}

function ofAttribution(
  exported: CollectedRecord,
  entries: (said: AttributionRecord) => readonly Entry[],
): readonly Entry[] {
  return exported.collection === 'attributions' ? entries(exported.record) : [];
}

function entities(exported: CollectedRecord): readonly Entry[] {
  const { collection, record } = exported;
  if (collection === 'documents') {
    const { kind, url, language, publishedAt, read, contentHash } = record;
    const more = { 'term:url': url, 'term:language': language, 'term:publishedAt': publishedAt };
    const rest = { 'term:kind': term(kind), 'term:read': read, 'term:contentHash': contentHash };
    return [[name(record.id), { 'prov:type': term('Document'), 'prov:label': record.title, ...more, ...rest }]];
  }
  if (collection === 'claims') {
    const label = record.texts.map(({ text, language }) => ({ $: text, lang: language }));
    const more = { 'term:predicate': record.predicate, 'term:value': record.value?.text, 'term:when': record.when };
    const partOf = record.partOf === undefined ? undefined : reference(record.partOf);
    return [[name(record.id), { 'prov:type': term('Claim'), 'prov:label': label, ...more, 'term:partOf': partOf }]];
  }
  return ofAttribution(exported, (said) => [[name(said.id), attributionAttributes(said)]]);
}

function attributionAttributes(said: AttributionRecord): Attributes {
  return {
    'prov:type': term('Attribution'),
    'prov:value': said.quote,
    'term:claim': reference(said.claim),
    'term:stance': term(said.stance),
    'term:certainty': term(said.certainty),
    'term:mode': term(said.mode),
    'term:onRecord': said.onRecord,
    'term:locator': said.locator,
    'term:rating': said.rating?.label,
    'term:basis': term(said.basis),
  };
}

function sayingAttributes({ saidAt }: AttributionRecord): Attributes {
  return { 'prov:type': term('Saying'), 'term:saidAt': saidAt };
}

const AGENT_TYPES: Readonly<Record<ActorRecord['type'], Attribute>> = {
  PERSON: { $: 'prov:Person', type: 'prov:QUALIFIED_NAME' },
  ORGANIZATION: { $: 'prov:Organization', type: 'prov:QUALIFIED_NAME' },
  GROUP: term('Group'),
  UNNAMED_SOURCE: term('UnnamedSource'),
};

function agents(exported: CollectedRecord): readonly Entry[] {
  if (exported.collection !== 'actors') return [];
  const { record } = exported;
  const label = labelOf(exported) ?? record.id;
  return [
    [name(record.id), { 'prov:type': AGENT_TYPES[record.type], 'prov:label': label, 'term:country': record.country }],
  ];
}

function attributedTo(exported: CollectedRecord): readonly Entry[] {
  const { collection, record } = exported;
  const to = (id: string, actor: string, role: string): Entry =>
    relation('by', id, `/${role}/${actor}`, {
      'prov:entity': name(id),
      'prov:agent': name(actor),
      'prov:type': term(role),
    });
  if (collection === 'attributions') return [to(record.id, record.actor, 'speaker')];
  if (collection !== 'documents') return [];
  const publisher = record.publisher === undefined ? [] : [to(record.id, record.publisher, 'publisher')];
  return [...publisher, ...record.authors.map((author) => to(record.id, author, 'author'))];
}

function derivedFrom({ collection, record }: CollectedRecord): readonly Entry[] {
  const from = (later: string, earlier: string, type: Attribute, more: Attributes = {}, way = 'from'): Entry =>
    relation(way, later, `/${earlier}`, {
      'prov:generatedEntity': name(later),
      'prov:usedEntity': name(earlier),
      'prov:type': type,
      ...more,
    });
  if (collection === 'derivations') {
    const { document, from: earlier, kind, credited, basis } = record;
    const type = kind === 'UPDATE' ? { $: 'prov:Revision', type: 'prov:QUALIFIED_NAME' } : term(kind);
    return [from(document, earlier, type, { 'term:credited': credited, 'term:basis': term(basis) }, kind)];
  }
  if (collection !== 'attributions') return [];
  const { id, document, quote, cites } = record;
  const quoted: Attribute = { $: 'prov:Quotation', type: 'prov:QUALIFIED_NAME' };
  const stands = document === undefined ? [] : [from(id, document, quote === undefined ? term('APPEARS_IN') : quoted)];
  const cited = cites.map(({ attribution, credited, joint, basis }) =>
    from(id, attribution, term('CITES'), {
      'term:credited': credited,
      'term:joint': joint,
      'term:basis': term(basis),
    }),
  );
  return [...stands, ...cited];
}

function influence(
  from: string,
  to: string,
  { kind, basis, reason }: { readonly kind: string; readonly basis: string; readonly reason?: string | undefined },
): Entry {
  return relation('bears', from, `/${kind}/${to}`, {
    'prov:influencee': name(to),
    'prov:influencer': name(from),
    'prov:type': term(kind),
    'term:basis': term(basis),
    'term:reason': reason,
  });
}

/** A relation has an id of its own, that of the record it comes from with what it is: "cg:claim:a#used". */
function relation(what: string, id: string, rest: string, attributes: Attributes): Entry {
  return [`${name(id)}#${what}${rest}`, attributes];
}
