import { isObject } from '../lines.ts';
import { escapedId, hashOf } from '../readable-ids.ts';
import { type LeftOut, leftOut } from '../reader.ts';

/** An entity as it stands on a line, with its values each once and blank ones gone. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | null;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Whose data it is, sorted; the name of the file where the entity does not say. */
  readonly datasets: readonly string[];
}

export type ReadEntity =
  | { readonly entity: FtmEntity; readonly leftOut: readonly LeftOut[] }
  | { readonly problems: readonly string[] };

const LONGEST_ID = 180;

/** Of which record an entity is: the same for all schemata, since a reference does not tell the schema. */
export function entityId(id: string): string {
  return `entity:ftm/${escapedId(id, LONGEST_ID) ?? `long/${hashOf([id])}`}`;
}

/** What an entity has beside its properties. */
const BESIDES = new Map([
  ['first_seen', 'it tells of the record, not of the world'],
  ['last_seen', 'it tells of the record, not of the world'],
  ['last_change', 'it tells of the record, not of the world'],
  ['referents', 'the ids of the records that it was merged from'],
  ['target', 'whether the data set is about it or only names it'],
]);

const KNOWN = new Set(['id', 'schema', 'caption', 'properties', 'datasets']);

export function readEntity(value: unknown, file: string): ReadEntity {
  if (!isObject(value)) return { problems: ['is no entity: {"id": …, "schema": …, "properties": { … }}'] };
  const { id, schema, properties, datasets = [], caption } = value;
  const problems = [
    ...(isText(id) ? [] : ['"id" is missing or no text']),
    ...(isText(schema) ? [] : ['"schema" is missing or no text']),
    ...(isObject(properties) ? [] : ['"properties" is missing or no object']),
    ...(Array.isArray(datasets) && datasets.every(isText) ? [] : ['"datasets" is no list of texts']),
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
  const besides = Object.entries(value).filter(([key]) => !KNOWN.has(key));
  return {
    entity,
    leftOut: [
      ...besides.map(([key, one]) => leftOut(key, one, BESIDES.get(key) ?? 'it is not known here')),
      ...read.leftOut,
    ],
  };
}

function readProperties(schema: string, properties: object) {
  const gone: LeftOut[] = [];
  const entries = Object.entries(properties).map(([property, found]: [string, unknown]): [string, string[]] => {
    const values = Array.isArray(found) ? found : [found];
    for (const value of values.filter((one) => !isText(one))) {
      gone.push(leftOut(`${schema}.${property}`, value, value === '' ? 'it is empty' : 'it is no text'));
    }
    return [property, [...new Set(values.filter(isText))]];
  });
  return { properties: new Map(entries.filter(([, values]) => values.length > 0)), leftOut: gone };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
