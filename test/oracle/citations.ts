import fc from 'fast-check';
import { Bundle } from '../../src/bundle/bundle.ts';
import { idOf } from './bundles.ts';
import { type CitationDraft, citationDraft } from './citation-drafts.ts';

type Ids = Readonly<Record<'organizations' | 'actors' | 'documents' | 'claims' | 'attributions', readonly string[]>>;

/** Who published which document. */
type Published = ReadonlyMap<string, string | undefined>;

/** Bundles of attributions with citations, to be loaded one after the other; later ones refer to earlier ones, too. */
export function citations(
  count: { readonly min: number; readonly max: number },
  attributions = 16,
): fc.Arbitrary<readonly Bundle[]> {
  return fc.array(citationDraft(attributions), { minLength: count.min, maxLength: count.max }).map((drafts) => {
    const made: Bundle[] = [];
    for (const one of drafts) made.push(bundleOf(one, made));
    return made;
  });
}

function bundleOf(drawn: CitationDraft, made: readonly Bundle[]): Bundle {
  const own: Own = (collection, records) => records.map((_, index) => idOf(collection, index, made.length));
  const before = {
    actors: made.flatMap(({ actors }) => actors.map(({ id }) => id)),
    documents: made.flatMap((bundle) => bundle.documents),
    claims: made.flatMap(({ claims }) => claims.map(({ id }) => id)),
    attributions: made.flatMap(({ attributions }) => attributions),
  };
  const newClaims = own('claims', drawn.claims);
  const organizations = own('organizations', drawn.organizations);
  const people = [...own('persons', drawn.speakers), ...own('unnameds', drawn.sources)];
  const ids: Ids = {
    organizations: [...before.actors.filter((id) => id.startsWith('organization:')), ...organizations],
    actors: [...before.actors, ...organizations, ...people],
    documents: [...before.documents.map(({ id }) => id), ...own('documents', drawn.documents)],
    claims: [...before.claims, ...newClaims],
    attributions: own('attributions', attributionsIn(drawn)),
  };
  const documents = documentsOf(drawn, ids, own('documents', drawn.documents));
  const published = new Map([...before.documents, ...documents].map(({ id, publisher }) => [id, publisher]));
  const ownAttributions = drawnAttributions(drawn, ids, newClaims, published);
  return Bundle.parse({
    actors: actorsOf(drawn, ids, own),
    documents,
    claims: claimsOf(drawn, ids, newClaims),
    attributions: attributionsOf(drawn, ids, ownAttributions, before.attributions),
    relations: pairs(drawn.relations, 'from', 'to', ids.claims),
    derivations: pairs(drawn.derivations, 'document', 'from', ids.documents),
  });
}

/** Ids for the new records of a collection. */
type Own = (collection: string, records: readonly unknown[]) => string[];

function at(ids: readonly string[], number: number | undefined): string | undefined {
  return number === undefined ? undefined : ids[number % ids.length];
}

const names = [{ text: 'Somebody' }];

function actorsOf(
  { organizations, speakers, sources }: CitationDraft,
  { organizations: known }: Ids,
  own: Own,
): object[] {
  const ids = own('organizations', organizations);
  const earlier = (id: string) => known.slice(0, known.indexOf(id));
  const owners = (id: string) => ({ before: earlier(id).at(-1), first: earlier(id)[0] });
  return [
    ...organizations.map(({ kind, owner }, index) => {
      const id = ids[index] as string;
      return { id, type: 'ORGANIZATION', names, kind, publisherFamily: owner && owners(id)[owner] };
    }),
    ...own('persons', speakers).map((id, index) => ({ id, type: speakers[index], names })),
    ...own('unnameds', sources).map((id, index) => ({
      id,
      type: 'UNNAMED_SOURCE',
      names,
      count: sources[index]?.count,
      shieldedBy: at(known, sources[index]?.shield),
    })),
  ];
}

function documentsOf({ documents }: CitationDraft, { organizations, actors }: Ids, ids: readonly string[]) {
  return documents.map(({ publisher, authors, ...document }, index) => ({
    ...document,
    id: ids[index] as string,
    kind: 'ARTICLE',
    publisher: at(organizations, publisher),
    authors: authors.map((author) => at(actors, author)),
  }));
}

/** A claim can be a part only of one before it, so that none is a part of itself. */
function claimsOf({ claims }: CitationDraft, ids: Ids, own: readonly string[]): object[] {
  return claims.map(({ partOf, when, subject, predicate }, index) => {
    const id = own[index] as string;
    const earlier = ids.claims.slice(0, ids.claims.indexOf(id));
    const about = { subject: at(ids.actors, subject), predicate };
    return { id, texts: [{ text: 'Something', language: 'en' }], when, partOf: at(earlier, partOf), ...about };
  });
}

/** What attributions have in common before it is known what they cite. */
interface Drawn {
  readonly id: string;
  readonly claim: string;
  readonly actor: string;
  readonly stance: string;
}

/** The attributions with speakers and claims; the first ones state each new claim. */
function drawnAttributions(
  drawn: CitationDraft,
  ids: Ids,
  newClaims: readonly string[],
  published: Published,
): Drawn[] {
  const attributions: Drawn[] = [];
  for (const [index, one] of attributionsIn(drawn).entries()) {
    const echoed = one.echoes === undefined ? undefined : attributions[one.echoes % attributions.length];
    const publisher = one.isByPublisher ? published.get(at(ids.documents, one.document) ?? '') : undefined;
    attributions.push({
      id: ids.attributions[index] as string,
      claim: newClaims[index] ?? echoed?.claim ?? (at(ids.claims, one.claim) as string),
      actor: publisher ?? echoed?.actor ?? (at(ids.actors, one.actor) as string),
      stance: (one.stance !== 'RETRACTS' && echoed?.stance) || one.stance,
    });
  }
  return attributions;
}

function attributionsOf(
  drawn: CitationDraft,
  ids: Ids,
  attributions: readonly Drawn[],
  before: readonly Drawn[],
): object[] {
  const all = [...before, ...attributions];
  return attributionsIn(drawn).map(({ document, saidAt, sources, cites, covers, basis }, index) => {
    const own = attributions[index] as Drawn;
    const others = all.filter(({ id }) => id !== own.id);
    const near = others.filter(({ claim }) => claim === own.claim);
    const cited = cites.map(({ attribution, isNear, ...cite }) => ({
      ...cite,
      attribution:
        at(
          (isNear && near.length > 0 ? near : others).map(({ id }) => id),
          attribution,
        ) ?? '',
    }));
    return {
      ...own,
      document: at(ids.documents, document),
      certainty: 'CERTAIN',
      mode: 'PARAPHRASE',
      onRecord: false,
      saidAt,
      sources,
      cites: distinct(cited, ({ attribution }) => attribution).filter(({ attribution }) => attribution !== ''),
      covers: covers.map((claim) => at(ids.claims, claim)),
      basis,
    };
  });
}

/** At least as many as there are claims. */
function attributionsIn({ attributions, claims }: CitationDraft) {
  const more = Math.max(0, claims.length - attributions.length);
  return [...attributions, ...attributions.concat(attributions, attributions, attributions).slice(0, more)];
}

/** Records that join two others, none of them to itself and no two of them the same. */
function pairs<T extends { readonly kind: string }>(
  drawn: readonly T[],
  start: keyof T & string,
  end: keyof T & string,
  ids: readonly string[],
): object[] {
  const settled = drawn.map((pair) => ({
    ...pair,
    [start]: at(ids, pair[start] as number),
    [end]: at(ids, pair[end] as number),
  })) as unknown as Record<string, string>[];
  return distinct(
    settled.filter((pair) => pair[start] !== pair[end]),
    (pair) => `${pair[start]} ${pair.kind} ${pair[end]}`,
  );
}

function distinct<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const all = values.map(nameOf);
  return values.filter((_, index) => all.indexOf(all[index] as string) === index);
}
