import { z } from 'zod';
import { dateBounds } from '../time/edtf-bounds.ts';

/** At least one visible character. */
const VISIBLE = /\S/;

/** A half of a character, which no database and no file in UTF-8 can hold. */
const HALF = /\p{Cs}/u;

/** Said of a text that has half of a character. */
export const HALF_MESSAGE = 'has half of a character (an unpaired surrogate, such as "\\ud83d" without "\\ude00")';

export function hasHalf(text: string): boolean {
  return HALF.test(text);
}

export const Text = z
  .string()
  .regex(VISIBLE, 'must not be empty')
  .refine((text) => !hasHalf(text), HALF_MESSAGE);

/** Ids that start with `revision:` are reserved: only the store creates revisions. */
export const Id = z
  .string()
  .max(200)
  .refine((id) => !hasHalf(id), { error: HALF_MESSAGE, abort: true })
  .regex(
    /^(?!revision:)[a-z]+:[a-z0-9][A-Za-z0-9._~:/@+-]*$/,
    'must be a kind, a colon and a name without spaces, such as "person:delcy-rodriguez"',
  )
  .meta({
    id: 'Id',
    description:
      'A readable id that never changes: a kind in small letters, a colon and a name ("person:delcy-rodriguez"). ' +
      'It is unique among all records of any kind, in the bundle and in the graph. If the graph already has a record ' +
      'with this id, the same content changes nothing, and different content is refused.',
    examples: ['person:delcy-rodriguez', 'claim:amnesty'],
  });

/** The schema of a reference; `what` describes the record that it must name. */
export function reference(what: string) {
  return Id.describe(`The id of ${what}, in this bundle or in the graph.`);
}

/** The schema of a list of references, each once. */
export function references(what: string) {
  return z
    .array(Id)
    .refine((ids) => new Set(ids).size === ids.length, 'names a record twice')
    .meta({ uniqueItems: true, description: `The ids of ${what}, in this bundle or in the graph, each once.` });
}

export const Edtf = z
  .string()
  .max(200)
  .superRefine((text, context) => {
    try {
      dateBounds(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  })
  .meta({
    id: 'Edtf',
    description:
      'A date as precise or as vague as it is known, in the Extended Date/Time Format (ISO 8601-2): a day ' +
      '"2025-11-21", a month "2025-11", about a day "2025-11-21~", a span "2025-09/2025-12", an open one "2025-09/..".',
    examples: ['2025-11-21', '2025-11', '2025-11-21~', '2025-09/..'],
  });

export const Language = z
  .string()
  .refine((tag) => canonical(tag) !== null, 'is not a language tag (such as "es" or "es-VE")')
  .overwrite((tag) => canonical(tag) ?? tag)
  .meta({
    id: 'Language',
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
    description: 'A language in its usual short code (BCP 47): "en", "es", "es-VE".',
    examples: ['en', 'es'],
  });

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

export const Url = z
  .url({
    protocol: /^https?$/,
    error: 'is not a web address (such as "https://www.example.org/report")',
  })
  .refine((url) => !hasHalf(url), HALF_MESSAGE);

const Count = z.int32().min(1);

export const IntRange = z
  .strictObject({
    min: Count.describe('The least it can be.'),
    max: Count.nullable().optional().describe('The most it can be. Null or left out when not known.'),
  })
  .refine(({ min, max }) => max === null || max === undefined || min <= max, {
    path: ['max'],
    message: 'must not be less than min',
  })
  .meta({ id: 'IntRange', description: 'A number of people, as exactly as it is known.' });
