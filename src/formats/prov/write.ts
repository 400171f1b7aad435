import type {
  ActorRecord,
  AttributionRecord,
  CollectedRecord,
  RecordOf,
  RecordStream,
} from '../../bundle/record-stream.ts';
import { BASE, TERMS } from '../iri.ts';
import { labelOf, wellFormed } from '../labels.ts';

type Attribute = string | number | boolean | { readonly $: string; readonly type?: string; readonly lang?: string };
type Attributes = Readonly<Record<string, Attribute | readonly Attribute[] | undefined>>;
type Entry = readonly [id: string, attributes: Attributes];

/** The sections of a PROV-JSON document in order, each with a function that gives the entries of one record. */
const SECTIONS: Readonly<Record<string, (exported: CollectedRecord) => readonly Entry[]>> = {
  entity: entities,
  agent: agents,
  activity: (exported) =>
    ofAttribution(exported, (attribution) => [[activityId(attribution), activityAttributes(attribution)]]),
  wasAssociatedWith: (exported) =>
    ofAttribution(exported, (attribution) => [
      relation('said', attribution.id, '', {
        'prov:activity': activityId(attribution),
        'prov:agent': name(attribution.actor),
      }),
    ]),
  wasGeneratedBy: (exported) =>
    ofAttribution(exported, (attribution) => [
      relation('generated', attribution.id, '', {
        'prov:entity': name(attribution.id),
        'prov:activity': activityId(attribution),
      }),
    ]),
  used: (exported) =>
    ofAttribution(exported, (attribution) => [
      relation('used', attribution.id, '', {
        'prov:activity': activityId(attribution),
        'prov:entity': name(attribution.claim),
        'prov:role': 'claim',
      }),
    ]),
  wasAttributedTo: attributedTo,
  wasDerivedFrom: derivedFrom,
  alternateOf: ({ collection, record }) =>
    collection === 'derivations' && record.kind === 'SAME_TEXT' ? [alternateOf(record)] : [],
  wasInfluencedBy: (exported) =>
    exported.collection === 'relations' ? [influenceOf(exported.record.from, exported.record.to, exported.record)] : [],
};

/**
 * Writes PROV-JSON (https://www.w3.org/submissions/prov-json/): documents, claims and attributions are entities, actors
 * are agents, and each attribution has an activity, the act of saying it, which used a claim and generated the
 * attribution. Citations, quotations and copies are derivations; a quotation has the type prov:Quotation. Documents that
 * share a text are alternates. Times are attributes as they were stated, because PROV allows only exact moments. Leaves
 * out places, things, events, mentions and flags. Streams; opens the records ten times, once for each section, so that nothing is kept in memory.
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

/** The qualified name of a record: the prefix and its id. */
function name(id: string): string {
  return `cg:${id}`;
}

function term(value: string): Attribute {
  return { $: `term:${value}`, type: 'prov:QUALIFIED_NAME' };
}

function reference(id: string): Attribute {
  return { $: name(id), type: 'prov:QUALIFIED_NAME' };
}

/** The id of the activity that generated an attribution: the act of saying it. */
function activityId({ id }: AttributionRecord): string {
  return `${name(id)}#saying`;
}

function ofAttribution(
  exported: CollectedRecord,
  entries: (attribution: AttributionRecord) => readonly Entry[],
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
  return ofAttribution(exported, (attribution) => [[name(attribution.id), attributionAttributes(attribution)]]);
}

function attributionAttributes(attribution: AttributionRecord): Attributes {
  return {
    'prov:type': term('Attribution'),
    'prov:value': attribution.quote,
    'term:claim': reference(attribution.claim),
    'term:stance': term(attribution.stance),
    'term:certainty': term(attribution.certainty),
    'term:mode': term(attribution.mode),
    'term:onRecord': attribution.onRecord,
    'term:locator': attribution.locator,
    'term:rating': attribution.rating?.label,
    'term:basis': term(attribution.basis),
  };
}

function activityAttributes({ saidAt }: AttributionRecord): Attributes {
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

/** Two documents with the same text, of which neither is known to be the first. */
function alternateOf({ document, from, kind, credited, basis }: RecordOf<'derivations'>): Entry {
  return relation('same-text', document, `/${from}`, {
    'prov:alternate1': name(document),
    'prov:alternate2': name(from),
    'prov:type': term(kind),
    'term:credited': credited,
    'term:basis': term(basis),
  });
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
    if (record.kind === 'SAME_TEXT') return [];
    const { document, from: earlier, kind, credited, basis } = record;
    const type = kind === 'UPDATE' ? { $: 'prov:Revision', type: 'prov:QUALIFIED_NAME' } : term(kind);
    return [from(document, earlier, type, { 'term:credited': credited, 'term:basis': term(basis) }, kind)];
  }
  if (collection !== 'attributions') return [];
  const { id, document, quote, cites } = record;
  const quoted: Attribute = { $: 'prov:Quotation', type: 'prov:QUALIFIED_NAME' };
  const appearance =
    document === undefined ? [] : [from(id, document, quote === undefined ? term('APPEARS_IN') : quoted)];
  const cited = cites.map(({ attribution, credited, joint, basis }) =>
    from(id, attribution, term('CITES'), {
      'term:credited': credited,
      'term:joint': joint,
      'term:basis': term(basis),
    }),
  );
  return [...appearance, ...cited];
}

function influenceOf(
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

/** A relation with its own id: the id of its record and what the relation is, "cg:claim:a#used". */
function relation(what: string, id: string, rest: string, attributes: Attributes): Entry {
  return [`${name(id)}#${what}${rest}`, attributes];
}
