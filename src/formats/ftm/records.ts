import { Language } from '../../bundle/values.ts';
import { type BundleParts, type LeftOut, leftOut } from '../reader.ts';
import { sourceOf } from './attributions.ts';
import { entityId, type FtmEntity } from './entity.ts';
import type { Form } from './model.ts';
import { dayOf } from './statements.ts';

/** Names by how they are used; the caption comes before all. */
const NAMES = [
  ['name', 'ALIAS'],
  ['full', 'ALIAS'],
  ['alias', 'ALIAS'],
  ['abbreviation', 'ALIAS'],
  ['previousName', 'PREVIOUS'],
  ['weakAlias', 'WEAK'],
] as const;

/** Properties of which one value belongs to one entity, whatever its country: their schemes. */
const SCHEMES = new Map([
  ['brightQueryId', 'brightquery'],
  ['bvdId', 'bvd'],
  ['dunsCode', 'duns'],
  ['icijId', 'icij'],
  ['innCode', 'inn'],
  ['isin', 'isin'],
  ['leiCode', 'lei'],
  ['npiCode', 'npi'],
  ['ogrnCode', 'ogrn'],
  ['opencorporatesUrl', 'opencorporates'],
  ['permId', 'permid'],
  ['sayariId', 'sayari'],
  ['uniqueEntityId', 'uei'],
  ['uscCode', 'uscc'],
  ['wikidataId', 'wikidata'],
]);

const COUNTRIES = ['jurisdiction', 'nationality', 'citizenship', 'mainCountry', 'country'];

/** What stands in the record of the entity itself, rather than in claims. */
export interface Recorded {
  readonly records: BundleParts;
  readonly taken: (property: string) => boolean;
  readonly leftOut: readonly LeftOut[];
}

/** The record of an entity that is no link. */
export function recordOf(entity: FtmEntity, form: Exclude<Form, { as: 'link' }>): Recorded {
  if (form.as === 'document') return documentOf(entity, form.kind);
  const country = countryOf(entity);
  const schemes = schemesOf(entity, form.as);
  const register = form.as === 'organization' ? country : null;
  const identifiers = identifiersOf(entity, schemes, register);
  const record = {
    id: entityId(entity.id),
    names: namesOf(entity),
    ...(identifiers.length > 0 && { identifiers }),
  };
  return { records: placed(record, form, country), taken: takenBy(schemes, register), leftOut: foreign(entity) };
}

function placed(
  record: { id: string; names: Names },
  form: Exclude<Form, { as: 'link' | 'document' }>,
  code: string | null,
): BundleParts {
  const country = code === null ? {} : { country: code };
  switch (form.as) {
    case 'person':
      return { actors: [{ ...record, type: 'PERSON', ...country }] };
    case 'organization':
      return { actors: [{ ...record, type: 'ORGANIZATION', kind: form.kind, ...country }] };
    case 'place':
      return { places: [{ ...record, kind: form.kind }] };
    case 'thing':
      return { things: [{ ...record, kind: form.kind }] };
    case 'event':
      return { events: [{ ...record, kind: form.kind }] };
  }
}

type Names = NonNullable<BundleParts['places']>[number]['names'];

/** The caption is the name to show; every name stands once. Languages are not told. */
function namesOf({ id, caption, properties }: FtmEntity): Names {
  const stated = NAMES.flatMap(([property, kind]) => (properties.get(property) ?? []).map((text) => ({ text, kind })));
  const shown = caption ?? stated[0]?.text ?? id;
  const seen = new Set([shown]);
  const others = stated.filter(({ text }) => seen.size < seen.add(text).size);
  return [{ text: shown, kind: 'PREFERRED' }, ...others];
}

/** The one country that the first of the properties names; null where that is none, or several. */
function countryOf({ properties }: FtmEntity): string | null {
  const [code, ...others] =
    COUNTRIES.map((property) => properties.get(property)).find((codes) => codes !== undefined) ?? [];
  return code !== undefined && others.length === 0 && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}

function foreign({ schema, properties }: FtmEntity): LeftOut[] {
  return COUNTRIES.flatMap((property) =>
    (properties.get(property) ?? [])
      .filter((code) => !/^[a-z]{2}$/i.test(code))
      .map((code) => leftOut(`${schema}.${property}`, code, 'no two-letter country code: it stands in a claim only')),
  );
}

/** Ships and shipping companies are numbered apart. */
function schemesOf({ schema }: FtmEntity, as: Form['as']): ReadonlyMap<string, string> {
  if (schema === 'Vessel') return new Map([...SCHEMES, ['imoNumber', 'imo']]);
  return as === 'organization' ? new Map([...SCHEMES, ['imoNumber', 'imo-company']]) : SCHEMES;
}

function identifiersOf({ properties }: FtmEntity, schemes: ReadonlyMap<string, string>, country: string | null) {
  const global = [...schemes].flatMap(([property, scheme]) =>
    (properties.get(property) ?? []).map((value) => ({ scheme, value })),
  );
  const registered = country === null ? [] : (properties.get('registrationNumber') ?? []);
  return [...global, ...registered.map((number) => ({ scheme: 'registration-number', value: `${country}:${number}` }))];
}

function takenBy(schemes: ReadonlyMap<string, string>, country: string | null): Recorded['taken'] {
  return (property) =>
    NAMES.some(([name]) => name === property) ||
    schemes.has(property) ||
    (property === 'registrationNumber' && country !== null);
}

const IN_DOCUMENT = ['title', 'publishedAt', 'language', 'contentHash'] as const;

function documentOf(entity: FtmEntity, kind: Extract<Form, { as: 'document' }>['kind']): Recorded {
  const [title, published, spoken, contentHash] = IN_DOCUMENT.map((property) => entity.properties.get(property)?.[0]);
  const url = sourceOf(entity);
  const publishedAt = published === undefined ? null : dayOf(published);
  const language = Language.safeParse(spoken);
  const kept = new Set<string>([
    ...IN_DOCUMENT.filter((property) => entity.properties.get(property)?.length === 1),
    ...(url === null ? [] : ['sourceUrl']),
  ]);
  if (publishedAt === null) kept.delete('publishedAt');
  if (!language.success) kept.delete('language');
  const document = {
    id: entityId(entity.id),
    kind,
    title: title ?? entity.caption ?? entity.id,
    ...(url !== null && { url }),
    ...(language.success && { language: language.data }),
    ...(publishedAt !== null && { publishedAt }),
    ...(contentHash !== undefined && { contentHash }),
  };
  const gone = [...entity.properties].filter(([property]) => !kept.has(property));
  return {
    records: { documents: [document] },
    taken: () => true,
    leftOut: gone.flatMap(([property, values]) =>
      values.map((value) => leftOut(`${entity.schema}.${property}`, value, 'a claim cannot speak of a document')),
    ),
  };
}
