import { z } from 'zod';
import { COLLECTIONS } from '../../bundle/bundle.ts';
import { BundleError, formProblems } from '../../bundle/problem.ts';
import { Language, Text } from '../../bundle/values.ts';
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
      'A text with places for values: "{column}", or "{column|filter|filter:argument}". Columns are those of the row, ' +
      'then the fields of the mapping. "{#row}" is the number of the row, "{#hash}" a hash of all that stands in it. ' +
      'Filters: trim, lower, upper, slug, hash, number, host (of an address), unarchive (the address behind one of ' +
      'web.archive.org), date:DD-MM-YYYY, language, country (the English name of a two-letter code), lookup:table, ' +
      'words:table (the entry whose key stands in the text as a word), or:column, not:column (nothing if equal), ' +
      'with:column (nothing where that is missing), default:text, split:; (a list), shorten:80. ' +
      'A text that is one place alone keeps a number, list or truth value. ' +
      'Where a column is missing or blank, the whole text is left out, and the field with it.',
  });

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const Pattern: z.ZodType<Json> = z.lazy(() =>
  z.union([Template, z.number(), z.boolean(), z.null(), z.array(Pattern), z.record(z.string(), Pattern)]),
);

const RecordTemplate = z
  .strictObject({
    collection: z.enum(COLLECTIONS as [string, ...string[]]),
    when: z.array(Name).default([]).describe('Columns that must have a value, or the record is not made.'),
    unless: z.array(Name).default([]).describe('Columns of which none may have a value.'),
    where: z
      .record(z.string(), z.array(z.string()))
      .default({})
      .describe('Columns that must have one of these values.'),
    record: z.record(z.string(), Pattern).describe('A record of that collection, with templates in place of texts.'),
  })
  .meta({ id: 'RecordTemplate', description: 'A record that is made of each row.' });

/** Whether there is such an encoding, and it writes commas and line ends as ASCII does. */
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
      .refine(isReadable, 'is no encoding that CSV can be read in')
      .default('utf-8')
      .describe('As the Encoding Standard names it: "utf-8", "windows-1252".'),
    columns: z.array(Text).min(1).optional().describe('Names of the columns, where the file has no line with them.'),
  })
  .describe('Rows are the lines after the first, which names the columns.');

const JsonRows = z
  .strictObject({
    format: z.literal('json'),
    path: z.array(z.string()).default([]).describe('The keys that lead to the list of rows: ["data", "items"].'),
  })
  .describe('Rows are the objects of a list; their keys are the columns.');

/** How rows of a table become records: the form of a mapping file. */
export const Mapping = z.strictObject({
  $schema: z.string().optional().describe('Where the schema of this file is, for editors.'),
  title: Text.optional().describe('What is mapped.'),
  rows: z.discriminatedUnion('format', [Csv, JsonRows]),
  language: Language.default('und').describe('The language of the texts, as "{#language}".'),
  tables: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
    .default({})
    .describe('Tables for the filters "lookup" and "words"; "*" stands for what is not listed.'),
  fields: z
    .record(z.string(), Template)
    .default({})
    .describe('Values that several records need, made in this order; a later one may use an earlier one.'),
  records: z.array(RecordTemplate).min(1),
  leftOut: z.record(z.string(), Text).default({}).describe('Columns that have no place, each with why.'),
});

export type Mapping = z.infer<typeof Mapping>;

/** Checks a mapping, and that it names only tables that it has. Throws a BundleError with all that is wrong with it. */
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
