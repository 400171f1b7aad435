import { Language } from '../../bundle/value-schemas.ts';
import { type BundleParts, type LeftOut, leftOut } from '../reader.ts';
import { sourceOf } from './attributions.ts';
import { entityId, type FtmEntity } from './entity.ts';
import type { Form } from './input-schemata.ts';
import { dayOf } from './statements.ts';

/** The properties with names, and the kind of each name. The caption comes first. */
const NAMES = [
  ['name', 'ALIAS'],
  ['full', 'ALIAS'],
  ['alias', 'ALIAS'],
  ['abbreviation', 'ALIAS'],
  ['previousName', 'PREVIOUS'],
  ['weakAlias', 'WEAK'],
] as const;

/** The schemes of properties whose values identify one entity worldwide. */
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

/** The record of an entity, and which properties it uses, so that they do not become claims. */
export interface EntityRecord {
  readonly records: BundleParts;
  readonly taken: (property: string) => boolean;
  readonly leftOut: readonly LeftOut[];
}

/** The record of an entity that is not a link. */
export function recordOf(entity: FtmEntity, form: Exclude<Form, { as: 'link' }>): EntityRecord {
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
  return {
    records: partsWith(record, form, country),
    taken: isTakenBy(schemes, register),
    leftOut: unusedCountryCodes(entity),
  };
}

function partsWith(
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

/** The names of an entity, each once. The caption is the name to show. FollowTheMoney states no languages. */
function namesOf({ id, caption, properties }: FtmEntity): Names {
  const stated = NAMES.flatMap(([property, kind]) => (properties.get(property) ?? []).map((text) => ({ text, kind })));
  const shown = caption ?? stated[0]?.text ?? id;
  const seen = new Set([shown]);
  const others = stated.filter(({ text }) => seen.size < seen.add(text).size);
  return [{ text: shown, kind: 'PREFERRED' }, ...others];
}

/** The country in the first of these properties that has values; null if it has several, or not a two-letter code. */
function countryOf({ properties }: FtmEntity): string | null {
  const [code, ...others] =
    COUNTRIES.map((property) => properties.get(property)).find((codes) => codes !== undefined) ?? [];
  return code !== undefined && others.length === 0 && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}

function unusedCountryCodes({ schema, properties }: FtmEntity): LeftOut[] {
  return COUNTRIES.flatMap((property) =>
    (properties.get(property) ?? [])
      .filter((code) => !/^[a-z]{2}$/i.test(code))
      .map((code) =>
        leftOut(`${schema}.${property}`, code, 'it is not a two-letter country code: only a claim has it'),
      ),
  );
}

/** The schemes for a schema: IMO numbers of ships and of companies are separate schemes. */
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

function isTakenBy(schemes: ReadonlyMap<string, string>, country: string | null): EntityRecord['taken'] {
  return (property) =>
    NAMES.some(([name]) => name === property) ||
    schemes.has(property) ||
    (property === 'registrationNumber' && country !== null);
}

const IN_DOCUMENT = ['title', 'publishedAt', 'language', 'contentHash'] as const;

function documentOf(entity: FtmEntity, kind: Extract<Form, { as: 'document' }>['kind']): EntityRecord {
  const [title, published, languageTag, contentHash] = IN_DOCUMENT.map(
    (property) => entity.properties.get(property)?.[0],
  );
  const url = sourceOf(entity);
  const publishedAt = published === undefined ? null : dayOf(published);
  const language = Language.safeParse(languageTag);
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
  const unused = [...entity.properties].filter(([property]) => !kept.has(property));
  return {
    records: { documents: [document] },
    taken: () => true,
    leftOut: unused.flatMap(([property, values]) =>
      values.map((value) => leftOut(`${entity.schema}.${property}`, value, 'a claim cannot speak of a document')),
    ),
  };
}
