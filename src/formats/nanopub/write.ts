import { Writable } from 'node:stream';
import { DataFactory, type Quad_Object, Writer } from 'n3';
import type { AttributionRecord, ClaimRecord, RecordStream } from '../../bundle/record-stream.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import type { ExportContext } from '../exporter.ts';
import { iriOf, TERMS, webIri } from '../iri.ts';
import { nameOf, wellFormed } from '../labels.ts';

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

/** Subject, predicate and object of a statement; nothing where the object is not known. */
type Fact = readonly [subject: string, predicate: Term, object: Quad_Object | undefined];

/**
 * Nanopublications (https://nanopub.net/guidelines/) in TriG, one for each attribution, in four graphs. The assertion is
 * that this speaker took this stance on the claim, never the claim itself: its subject, predicate and object are described
 * (rdf:Statement) and not stated. The provenance is the speaker, the document and what was cited; the publication info has
 * the record time that was read. Streams the attributions; entities, documents and claims are held in memory.
 */
export async function* exportNanopub(records: RecordStream, context: ExportContext): AsyncGenerator<string> {
  const catalogue = await catalogueOf(records);
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
    write(writer, record, catalogue, context);
    yield text;
    text = '';
  }
  await new Promise<void>((resolve, reject) => {
    sink.on('finish', resolve).on('error', reject);
    writer.end();
  });
  yield text;
}

function write(writer: Writer, said: AttributionRecord, catalogue: Catalogue, context: ExportContext): void {
  const parts = partsOf(said);
  const graphs: readonly (readonly [string, readonly Fact[]])[] = [
    [parts.head, head(parts)],
    [parts.assertion, assertion(said, catalogue)],
    [parts.provenance, provenance(said, parts, catalogue)],
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

function assertion(said: AttributionRecord, catalogue: Catalogue): Fact[] {
  const self = iriOf(said.id);
  const claim = catalogue.claims.get(said.claim);
  return [
    [self, 'rdf:type', term('cg:Attribution')],
    [self, 'cg:speaker', record(said.actor)],
    [self, 'cg:stance', term(`cg:${said.stance}`)],
    [self, 'cg:claim', record(said.claim)],
    [self, 'cg:certainty', term(`cg:${said.certainty}`)],
    [self, 'cg:mode', term(`cg:${said.mode}`)],
    [self, 'cg:onRecord', truth(said.onRecord)],
    [self, 'cg:saidAt', text(said.saidAt)],
    [self, 'cg:quote', text(said.quote)],
    [self, 'cg:rating', text(said.rating?.label)],
    ...said.covers.map((id): Fact => [self, 'cg:covers', record(id)]),
    ...(claim ? claimFacts(claim, catalogue) : []),
  ];
}

function claimFacts(claim: ClaimRecord, { entities }: Catalogue): Fact[] {
  const self = iriOf(claim.id);
  const { subject, predicate, object, about, participants, value, when, partOf } = claim;
  const touched = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  const ids = [...new Set(touched.flatMap((id) => id ?? []))];
  return [
    [self, 'rdf:type', term('cg:Claim')],
    [self, 'rdf:type', term('rdf:Statement')],
    ...claim.texts.map((inOne): Fact => [self, 'rdfs:label', text(inOne.text, inOne.language)]),
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

function provenance(said: AttributionRecord, parts: Parts, { documents, entities }: Catalogue): Fact[] {
  const { assertion } = parts;
  const actor = entities.get(said.actor);
  const document = said.document === undefined ? undefined : documents.get(said.document);
  const publisher = document?.publisher === undefined ? undefined : entities.get(document.publisher);
  const from = iriOf(said.document ?? said.id);
  return [
    [assertion, 'prov:wasAttributedTo', record(said.actor)],
    [iriOf(said.actor), 'rdfs:label', actor && text(nameOf(actor))],
    [assertion, said.quote === undefined ? 'prov:wasDerivedFrom' : 'prov:wasQuotedFrom', record(said.document)],
    [assertion, 'cg:locator', text(said.locator)],
    ...said.cites.map(
      (cited): Fact => [assertion, 'prov:wasDerivedFrom', namedNode(partsOf({ id: cited.attribution }).assertion)],
    ),
    [from, 'dcterms:title', text(document?.title, document?.language)],
    [from, 'dcterms:date', text(document?.publishedAt)],
    [from, 'rdfs:seeAlso', document?.url === undefined ? undefined : namedNode(webIri(document.url))],
    [from, 'dcterms:publisher', record(document?.publisher)],
    [iriOf(document?.publisher ?? said.id), 'rdfs:label', publisher && text(nameOf(publisher))],
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

/** Predicates of claims are words of the newsroom that chose them. */
function predicateIri(predicate: string) {
  return namedNode(`${TERMS}predicate/${encodeURIComponent(wellFormed(predicate))}`);
}

function record(id: string | undefined) {
  return id === undefined ? undefined : namedNode(iriOf(id));
}

function truth(value: boolean) {
  return literal(String(value), term('xsd:boolean'));
}

function text(value: string | undefined, language?: string | undefined) {
  if (value === undefined) return undefined;
  return language === undefined ? literal(wellFormed(value)) : literal(wellFormed(value), language);
}
