import { Writable } from 'node:stream';
import { DataFactory, type Quad_Object, Writer } from 'n3';
import type { AttributionRecord, ClaimRecord, RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { iriOf, TERMS, webIri } from '../iri.ts';
import { nameOf, wellFormed } from '../labels.ts';
import { type RecordsById, readById } from '../records-by-id.ts';

const { literal, namedNode, quad } = DataFactory;

const PREFIXES = {
  np: 'http://www.nanopub.org/nschema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  cg: TERMS,
};

type Prefix = keyof typeof PREFIXES;
type Term = `${Prefix}:${string}`;

/** Subject, predicate and object of a statement. It is not written if the object is undefined. */
type Fact = readonly [subject: string, predicate: Term, object: Quad_Object | undefined];

/**
 * Writes nanopublications (https://nanopub.net/guidelines/) in TriG, one for each attribution, in four graphs. The
 * assertion is that this speaker took this stance on the claim, never the claim itself: its subject, predicate and
 * object are described (rdf:Statement), not stated. The provenance has the speaker, the document and the citations; the
 * publication info has the record time. Streams the attributions; keeps entities, documents and claims in memory.
 */
export async function* exportNanopub(records: RecordStream, context: ExportContext): AsyncGenerator<string> {
  const byId = await readById(records);
  let text = '';
  const sink = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      text += chunk;
      done();
    },
  });
  const writer = new Writer(sink, { format: 'application/trig', prefixes: PREFIXES });
  for await (const { collection, record } of records()) {
    if (collection !== 'attributions') continue;
    write(writer, record, byId, context);
    yield text;
    text = '';
  }
  await new Promise<void>((resolve, reject) => {
    sink.on('finish', resolve).on('error', reject);
    writer.end();
  });
  yield text;
}

function write(writer: Writer, attribution: AttributionRecord, byId: RecordsById, context: ExportContext): void {
  const parts = partsOf(attribution);
  const graphs: readonly (readonly [string, readonly Fact[]])[] = [
    [parts.head, head(parts)],
    [parts.assertion, assertion(attribution, byId)],
    [parts.provenance, provenance(attribution, parts, byId)],
    [parts.info, publicationInfo(parts, context)],
  ];
  for (const [graph, facts] of graphs) {
    for (const [subject, predicate, object] of facts) {
      if (object) writer.addQuad(quad(namedNode(subject), term(predicate), object, namedNode(graph)));
    }
  }
}

type Parts = Readonly<Record<'nanopub' | 'head' | 'assertion' | 'provenance' | 'info', string>>;

function partsOf({ id }: Pick<AttributionRecord, 'id'>): Parts {
  const part = (name: string) => `${iriOf(id)}#${name}`;
  return {
    nanopub: part('nanopub'),
    head: part('Head'),
    assertion: part('assertion'),
    provenance: part('provenance'),
    info: part('pubinfo'),
  };
}

function head({ nanopub, assertion, provenance, info }: Parts): Fact[] {
  return [
    [nanopub, 'rdf:type', term('np:Nanopublication')],
    [nanopub, 'np:hasAssertion', namedNode(assertion)],
    [nanopub, 'np:hasProvenance', namedNode(provenance)],
    [nanopub, 'np:hasPublicationInfo', namedNode(info)],
  ];
}

function assertion(attribution: AttributionRecord, byId: RecordsById): Fact[] {
  const self = iriOf(attribution.id);
  const claim = byId.claims.get(attribution.claim);
  return [
    [self, 'rdf:type', term('cg:Attribution')],
    [self, 'cg:speaker', record(attribution.actor)],
    [self, 'cg:stance', term(`cg:${attribution.stance}`)],
    [self, 'cg:claim', record(attribution.claim)],
    [self, 'cg:certainty', term(`cg:${attribution.certainty}`)],
    [self, 'cg:mode', term(`cg:${attribution.mode}`)],
    [self, 'cg:onRecord', booleanLiteral(attribution.onRecord)],
    [self, 'cg:saidAt', text(attribution.saidAt)],
    [self, 'cg:quote', text(attribution.quote)],
    [self, 'cg:rating', text(attribution.rating?.label)],
    ...attribution.covers.map((id): Fact => [self, 'cg:covers', record(id)]),
    ...(claim ? claimFacts(claim, byId) : []),
  ];
}

function claimFacts(claim: ClaimRecord, { entities }: RecordsById): Fact[] {
  const self = iriOf(claim.id);
  const { subject, predicate, object, about, participants, value, when, partOf } = claim;
  const entityIds = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  const ids = [...new Set(entityIds.flatMap((id) => id ?? []))];
  return [
    [self, 'rdf:type', term('cg:Claim')],
    [self, 'rdf:type', term('rdf:Statement')],
    ...claim.texts.map((claimText): Fact => [self, 'rdfs:label', text(claimText.text, claimText.language)]),
    [self, 'rdf:subject', record(subject)],
    [self, 'rdf:predicate', predicate === undefined ? undefined : predicateIri(predicate)],
    [self, 'rdf:object', record(object)],
    [self, 'cg:value', text(value?.text)],
    [self, 'cg:when', text(when)],
    [self, 'cg:partOf', record(partOf)],
    ...ids.map((id): Fact => [self, 'cg:about', record(id)]),
    ...ids.flatMap((id): Fact[] => {
      const entity = entities.get(id);
      return entity ? [[iriOf(id), 'rdfs:label', text(nameOf(entity))]] : [];
    }),
  ];
}

function provenance(attribution: AttributionRecord, parts: Parts, { documents, entities }: RecordsById): Fact[] {
  const { assertion } = parts;
  const actor = entities.get(attribution.actor);
  const document = attribution.document === undefined ? undefined : documents.get(attribution.document);
  const publisher = document?.publisher === undefined ? undefined : entities.get(document.publisher);
  const from = iriOf(attribution.document ?? attribution.id);
  return [
    [assertion, 'prov:wasAttributedTo', record(attribution.actor)],
    [iriOf(attribution.actor), 'rdfs:label', actor && text(nameOf(actor))],
    [
      assertion,
      attribution.quote === undefined ? 'prov:wasDerivedFrom' : 'prov:wasQuotedFrom',
      record(attribution.document),
    ],
    [assertion, 'cg:locator', text(attribution.locator)],
    ...attribution.cites.map(
      (cited): Fact => [assertion, 'prov:wasDerivedFrom', namedNode(partsOf({ id: cited.attribution }).assertion)],
    ),
    [from, 'dcterms:title', text(document?.title, document?.language)],
    [from, 'dcterms:date', text(document?.publishedAt)],
    [from, 'rdfs:seeAlso', document?.url === undefined ? undefined : namedNode(webIri(document.url))],
    [from, 'dcterms:publisher', record(document?.publisher)],
    [iriOf(document?.publisher ?? attribution.id), 'rdfs:label', publisher && text(nameOf(publisher))],
  ];
}

function publicationInfo({ nanopub }: Parts, { recorded, said }: ExportContext): Fact[] {
  return [
    [nanopub, 'dcterms:created', literal(recorded, term('xsd:dateTime'))],
    [nanopub, 'cg:asOfSaid', text(said ?? undefined)],
  ];
}

function term(name: Term) {
  const colon = name.indexOf(':');
  return namedNode(PREFIXES[name.slice(0, colon) as Prefix] + name.slice(colon + 1));
}

/** The IRI of a claim's predicate, which the newsroom has chosen freely. */
function predicateIri(predicate: string) {
  return namedNode(`${TERMS}predicate/${encodeURIComponent(wellFormed(predicate))}`);
}

function record(id: string | undefined) {
  return id === undefined ? undefined : namedNode(iriOf(id));
}

function booleanLiteral(value: boolean) {
  return literal(String(value), term('xsd:boolean'));
}

function text(value: string | undefined, language?: string | undefined) {
  if (value === undefined) return undefined;
  return language === undefined ? literal(wellFormed(value)) : literal(wellFormed(value), language);
}
