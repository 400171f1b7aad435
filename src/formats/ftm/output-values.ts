import { createHash } from 'node:crypto';
import type { ActorRecord, EntityRecord } from '../../bundle/record-stream.ts';
import { wellFormed } from '../labels.ts';
import { unescapedId } from '../readable-ids.ts';

/** The values of one entity by property. In FollowTheMoney every property is a list. */
export type FtmProperties = Readonly<Record<string, readonly (string | undefined)[]>>;

/** The most characters of an id that FollowTheMoney accepts in a reference. */
const LONGEST = 200;

/**
 * The FollowTheMoney id of a record. It has only letters, digits, "." and "-": "person:a_b" becomes "person.a.5fb". A
 * record that was imported from FollowTheMoney ("entity:ftm/NK-abc") gets its original id back. No two records get the
 * same id.
 */
export function ftmId(id: string): string {
  const original = originalOf(id);
  if (original !== null) return original;
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  const fitted = name.replace(/[^0-9A-Za-z-]|-$/g, (character) => {
    return `.${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  const readable = `${kind}.${fitted}`;
  return readable.length > LONGEST ? `${kind}.${createHash('sha256').update(id).digest('hex')}` : readable;
}

/** The original FollowTheMoney id of a record; null if there is none, or if it could equal an id made here. */
function originalOf(id: string): string | null {
  const part = /^entity:ftm\/([^/]+)$/.exec(id)?.[1];
  if (part === undefined) return null;
  const original = unescapedId(part);
  const isTaken = original.length > LONGEST || /^[a-z]+\./.test(original);
  return !isTaken && /^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?$/.test(original) ? original : null;
}

/** Region codes that Intl accepts and FollowTheMoney does not: former and private ones. */
const FORMER = new Set('AN BU CS DY EA EZ FX HV NH QO RH SU TP UK VD XA XB YD YU'.split(' '));

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The country code in lower case; undefined if FollowTheMoney does not accept it. */
export function ftmCountry(country: string | undefined): string | undefined {
  if (country === undefined || FORMER.has(country) || REGIONS.of(country) === undefined) return undefined;
  return country.toLowerCase();
}

/** Two-letter language codes, each with the three-letter code that FollowTheMoney uses (ISO 639). */
const LANGUAGES = new Map(
  (
    'af afr am amh ar ara az aze be bel bg bul bn ben bs bos ca cat cs ces da dan de deu el ell en eng es spa et est ' +
    'fa fas fi fin fr fra ga gle he heb hi hin hr hrv hu hun hy hye id ind is isl it ita ja jpn ka kat kk kaz km khm ' +
    'kn kan ko kor ky kir lb ltz lo lao lt lit lv lav mk mkd mn mon ms msa mt mlt my mya ne nep nl nld no nor pl pol ' +
    'ps pus pt por ro ron ru rus si sin sk slk sl slv sq sqi sr srp sv swe sw swa ta tam te tel tg tgk th tha tk tuk ' +
    'tl tgl tr tur uk ukr ur urd uz uzb vi vie zh zho'
  )
    .match(/\w+ \w+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);

export function ftmLanguage(tag: string | undefined): string | undefined {
  return LANGUAGES.get(tag?.split('-')[0] ?? '');
}

/**
 * A date that FollowTheMoney accepts: a year from 1000 to 2999, a month, a day or a moment in UTC; drops "~" and "?".
 */
export function ftmDate(date: string | undefined): string | undefined {
  const plain = date?.replace(/[~?%]$/, '') ?? '';
  if (/^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$/.test(plain)) return plain;
  if (!/^[12]\d{3}-\d\d-\d\dT/.test(plain)) return undefined;
  const moment = new Date(/Z|[+-]\d\d:\d\d$/.test(plain) ? plain : `${plain}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 19);
}

/** A stated time as a date, or as the dates of an interval: "2025-09/.." begins in September 2025. */
export function ftmDates(when: string | undefined): FtmProperties {
  const [from, until] = when?.split('/') ?? [];
  return until === undefined ? { date: [ftmDate(from)] } : { startDate: [ftmDate(from)], endDate: [ftmDate(until)] };
}

/** The schemes of identifiers that have their own property, each with the form of its values. */
const SCHEMES: Readonly<Record<string, readonly [property: string, form: RegExp]>> = {
  wikidata: ['wikidataId', /^Q\d+$/],
  'registration-number': ['registrationNumber', /\S/],
  lei: ['leiCode', /^[0-9A-Z]{18}\d\d$/],
  inn: ['innCode', /^(\d{10}|\d{12})$/],
  ogrn: ['ogrnCode', /^(\d{13}|\d{15})$/],
  imo: ['imoNumber', /^(IMO ?)?\d{7}$/],
};

/** The most characters that FollowTheMoney accepts, by property. */
const LIMITS: Readonly<Record<string, number>> = {
  ...{ name: 384, alias: 384, previousName: 384, weakAlias: 384, namesMentioned: 384, full: 250, contentHash: 40 },
  ...{ description: 65_000, summary: 65_000, notes: 65_000, sourceUrl: 4096, website: 4096 },
};

const USUAL_LIMIT = 1024;

/**
 * The values of an entity that FollowTheMoney accepts: each once, none empty, none too long. A value that is too long
 * is cut, and "description" has it in full, if the schema has that property. A hash that is too long is only there.
 */
export function ftmValues(properties: FtmProperties, hasDescription: boolean): Record<string, string[]> {
  const long: string[] = [];
  const fitted = ([property, all]: [string, readonly (string | undefined)[]]): [string, string[]] => {
    const limit = LIMITS[property] ?? USUAL_LIMIT;
    const kept = all.flatMap((value) => (value !== undefined && /[^\p{Cc}\s]/u.test(value) ? wellFormed(value) : []));
    long.push(...kept.filter((value) => value.length > limit).map((value) => `${property}: ${value}`));
    const short = kept.filter((value) => value.length <= limit || property !== 'contentHash');
    return [property, [...new Set(short.map((value) => cut(value, limit)))]];
  };
  const values = Object.fromEntries(Object.entries(properties).map(fitted));
  const description =
    hasDescription && long.length > 0 ? { description: [...(values.description ?? []), ...long] } : {};
  return Object.fromEntries(Object.entries({ ...values, ...description }).filter(([, all]) => all.length > 0));
}

function cut(value: string, limit: number): string {
  return value.length <= limit ? value : `${wellFormed(value.slice(0, limit - 1)).replace(/\uFFFD$/, '')}…`;
}

/** A web address as FollowTheMoney writes it. */
export function ftmUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).href : undefined;
}

/** Names, identifiers and country of an entity by property; what has no property of its own goes into "notes". */
export function ftmEntity(
  entity: EntityRecord & Partial<Pick<ActorRecord, 'country'>>,
  has: (property: string) => boolean,
) {
  const named = (kind: string) => entity.names.filter((name) => name.kind === kind).map(({ text }) => text);
  const [first] = entity.names;
  const preferred = named('PREFERRED');
  const properties = (entity.identifiers ?? []).map((identifier) => identifierProperty(identifier, has));
  const country = ftmCountry(entity.country);
  if (entity.country !== undefined && country === undefined) properties.push(['notes', `country: ${entity.country}`]);
  const values = (property: string) => properties.filter(([key]) => key === property).map(([, value]) => value);
  return {
    name: preferred.length > 0 ? preferred : [first?.text],
    alias: named('ALIAS'),
    previousName: named('PREVIOUS'),
    weakAlias: named('WEAK'),
    country: [country],
    ...Object.fromEntries(
      [...new Set(properties.map(([property]) => property))].map((property) => [property, values(property)]),
    ),
  };
}

function identifierProperty(
  { scheme, value }: { readonly scheme: string; readonly value: string },
  has: (property: string) => boolean,
): [property: string, value: string] {
  const address = scheme === 'website' && /^https?:/.test(value) ? ftmUrl(value) : undefined;
  if (address !== undefined && has('website')) return ['website', address];
  const [property, form] = SCHEMES[scheme] ?? [];
  if (scheme === 'imo' && form?.test(value) && has('imoNumber')) return ['imoNumber', `IMO${value.replace(/\D/g, '')}`];
  return property && form?.test(value) && has(property) ? [property, value] : ['notes', `${scheme}: ${value}`];
}
