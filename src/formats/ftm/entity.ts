import { isObject } from '../lines.ts';
import { escapedId, hashOf } from '../readable-ids.ts';
import { type LeftOut, leftOut } from '../reader.ts';

/** An entity of one line, with each value once and without blank values. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | null;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** The names of its data sets, sorted; the name of the file if the entity states none. */
  readonly datasets: readonly string[];
}

export type ReadEntity =
  | { readonly entity: FtmEntity; readonly leftOut: readonly LeftOut[] }
  | { readonly problems: readonly string[] };

const LONGEST_ID = 180;

/** The record id of an entity. It does not depend on the schema, because a reference does not state the schema. */
export function entityId(id: string): string {
  return `entity:ftm/${escapedId(id, LONGEST_ID) ?? `long/${hashOf([id])}`}`;
}

/** Why fields of an entity besides its properties are left out. */
const OTHER_FIELDS = new Map([
  ['first_seen', 'it describes the record, not the world'],
  ['last_seen', 'it describes the record, not the world'],
  ['last_change', 'it describes the record, not the world'],
  ['referents', 'it has the ids of the records that the entity was merged from'],
  ['target', 'it only says whether the data set is about the entity'],
]);

const USED_FIELDS = new Set(['id', 'schema', 'caption', 'properties', 'datasets']);

/** Reads the entity of one line; `file` stands in for missing data sets. Gives problems if it is not an entity. */
export function readEntity(value: unknown, file: string): ReadEntity {
  if (!isObject(value)) return { problems: ['is not an entity: {"id": …, "schema": …, "properties": { … }}'] };
  const { id, schema, properties, datasets = [], caption } = value;
  const problems = [
    ...(isText(id) ? [] : ['"id" is missing or not text']),
    ...(isText(schema) ? [] : ['"schema" is missing or not text']),
    ...(isObject(properties) ? [] : ['"properties" is missing or not an object']),
    ...(Array.isArray(datasets) && datasets.every(isText) ? [] : ['"datasets" is not a list of texts']),
  ];
  if (problems.length > 0) return { problems };
  const read = readProperties(schema as string, properties as object);
  const names = [...new Set(datasets as string[])].sort();
  const entity = {
    id: id as string,
    schema: schema as string,
    caption: isText(caption) ? caption : null,
    properties: read.properties,
    datasets: names.length > 0 ? names : [file],
  };
  const others = Object.entries(value).filter(([key]) => !USED_FIELDS.has(key));
  return {
    entity,
    leftOut: [
      ...others.map(([key, one]) => leftOut(key, one, OTHER_FIELDS.get(key) ?? 'the field is not known')),
      ...read.leftOut,
    ],
  };
}

function readProperties(schema: string, properties: object) {
  const omitted: LeftOut[] = [];
  const entries = Object.entries(properties).map(([property, found]: [string, unknown]): [string, string[]] => {
    const values = Array.isArray(found) ? found : [found];
    for (const value of values.filter((one) => !isText(one))) {
      omitted.push(leftOut(`${schema}.${property}`, value, value === '' ? 'it is empty' : 'it is not text'));
    }
    return [property, [...new Set(values.filter(isText))]];
  });
  return { properties: new Map(entries.filter(([, values]) => values.length > 0)), leftOut: omitted };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
