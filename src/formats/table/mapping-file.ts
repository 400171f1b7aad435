import { z } from 'zod';
import { COLLECTIONS } from '../../bundle/bundle.ts';
import { BundleError, formProblems } from '../../bundle/problem.ts';
import { Language, Text } from '../../bundle/value-schemas.ts';
import { syntaxOf, tablesOf, templatesIn } from './template.ts';

const Name = Text.describe('The name of a column, or of a field of this mapping.');

const Template = z
  .string()
  .superRefine((template, context) => {
    for (const message of syntaxOf(template)) context.addIssue({ code: 'custom', message });
  })
  .meta({
    id: 'Template',
    description:
      'A text with places for values: "{column}", or "{column|filter|filter:argument}". A column is one of the row or a ' +
      'field of the mapping. "{#row}" is the number of the row, "{#hash}" a hash of all its values. ' +
      'Filters: trim, lower, upper, slug, hash, number, host (of an address), unarchive (the address behind one of ' +
      'web.archive.org), date:DD-MM-YYYY, language, country (the English name of a two-letter code), lookup:table, ' +
      'words:table (the entry whose key is a word of the text), or:column, not:column (nothing if equal), ' +
      'with:column (nothing if that is missing), default:text, split:; (a list), shorten:80. ' +
      'A text that is only one place keeps a number, a list, true or false. ' +
      'If a column is missing or blank, the whole text is left out, and the field with it.',
  });

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const Pattern: z.ZodType<Json> = z.lazy(() =>
  z.union([Template, z.number(), z.boolean(), z.null(), z.array(Pattern), z.record(z.string(), Pattern)]),
);

const RecordTemplate = z
  .strictObject({
    collection: z.enum(COLLECTIONS as [string, ...string[]]),
    when: z.array(Name).default([]).describe('Columns that must have a value; else the row gives no such record.'),
    unless: z.array(Name).default([]).describe('Columns that must not have a value.'),
    where: z
      .record(z.string(), z.array(z.string()))
      .default({})
      .describe('Columns that must have one of these values.'),
    record: z.record(z.string(), Pattern).describe('A record of that collection, with templates in place of texts.'),
  })
  .meta({ id: 'RecordTemplate', description: 'A record that each row gives.' });

/** Whether the encoding exists and encodes commas and line ends as ASCII does. */
function isReadable(label: string): boolean {
  try {
    return !/^(utf-16|iso-2022)/.test(new TextDecoder(label).encoding);
  } catch {
    return false;
  }
}

const Csv = z
  .strictObject({
    format: z.literal('csv'),
    delimiter: z.string().length(1).default(','),
    quote: z.string().length(1).default('"'),
    encoding: z
      .string()
      .refine(isReadable, 'is not an encoding that CSV can be read in')
      .default('utf-8')
      .describe('The name in the Encoding Standard: "utf-8", "windows-1252".'),
    columns: z
      .array(Text)
      .min(1)
      .optional()
      .describe('The names of the columns, if the first line of the file does not have them.'),
  })
  .describe('The rows are the lines after the first one, which names the columns.');

const JsonRows = z
  .strictObject({
    format: z.literal('json'),
    path: z.array(z.string()).default([]).describe('The keys that lead to the list of rows: ["data", "items"].'),
  })
  .describe('The rows are the objects of a list; their keys are the columns.');

/** The schema of a mapping file: how the rows of a table become records. */
export const Mapping = z.strictObject({
  $schema: z.string().optional().describe('Where the schema of this file is, for editors.'),
  title: Text.optional().describe('What is mapped.'),
  rows: z.discriminatedUnion('format', [Csv, JsonRows]),
  language: Language.default('und').describe('The language of the texts. Templates read it as "{#language}".'),
  tables: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
    .default({})
    .describe('Tables for the filters "lookup" and "words"; "*" is the entry for all that is not listed.'),
  fields: z
    .record(z.string(), Template)
    .default({})
    .describe('Values that several records need, computed in this order; a later one may use an earlier one.'),
  records: z.array(RecordTemplate).min(1),
  leftOut: z
    .record(z.string(), Text)
    .default({})
    .describe('Columns that have no place in the records, each with the reason.'),
});

export type Mapping = z.infer<typeof Mapping>;

/** Checks a mapping and the tables that it names. Throws a BundleError with all that is wrong with it. */
export function parseMapping(value: unknown, file: string | null = null): Mapping {
  const result = Mapping.safeParse(value);
  if (!result.success) throw new BundleError(formProblems(result.error, value, file));
  const missing = missingTables(result.data);
  if (missing.length > 0) throw new BundleError(missing.map((message) => ({ ...AT_TABLES, file, message })));
  return result.data;
}

const AT_TABLES = { code: 'UNKNOWN_REFERENCE', record: null, field: 'tables', path: ['tables'] } as const;

function missingTables({ tables, fields, records }: Mapping): string[] {
  const templates = [...Object.values(fields), ...records.flatMap(({ record }) => templatesIn(record))];
  const named = new Set(templates.flatMap(tablesOf));
  return [...named].filter((name) => !Object.hasOwn(tables, name)).map((name) => `has no table "${name}"`);
}
