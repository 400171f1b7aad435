import { type JsonLimits, parseJson } from '../text/json.ts';
import { decodeUtf8, isUtf16 } from './lines.ts';
import type { Source } from './reader.ts';

/** The most bytes of a document that is read as a whole: a string in memory cannot be much longer. */
const LARGEST = 256 * 1024 * 1024;

/** A file's text, or what is wrong with it. */
export type Whole = { readonly text: string } | { readonly problem: string };

/** Reads a whole UTF-8 file, without a byte order mark. */
export async function wholeText({ open }: Source, largest = LARGEST): Promise<Whole> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of open()) {
    size += chunk.length;
    if (size > largest)
      return {
        problem: `the file is larger than ${largest} bytes: split it, or use a format that is read line by line`,
      };
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (isUtf16(bytes)) return { problem: 'the file is in UTF-16 and must be in UTF-8' };
  const text = decodeUtf8(bytes);
  return text === null ? { problem: 'the file is not text in UTF-8' } : { text: text.replace(/^\uFEFF/, '') };
}

/** Reads a file as one JSON document. */
export async function wholeJson(
  source: Source,
  limits?: JsonLimits,
): Promise<{ readonly value: unknown } | { readonly problem: string }> {
  const whole = await wholeText(source);
  return 'problem' in whole ? whole : parsedJson(whole.text, limits);
}

/** Parses a JSON text, or says in a sentence what is wrong with it, and at which line and column. */
export function parsedJson(
  text: string,
  limits?: JsonLimits,
): { readonly value: unknown } | { readonly problem: string } {
  const parsed = parseJson(text, limits);
  if ('value' in parsed) return parsed;
  return { problem: `${parsed.problem} at line ${parsed.line}, column ${parsed.column}` };
}
