import { parseJson } from '../text/json.ts';
import { type Piece, type Source, unreadable } from './reader.ts';

/** The most bytes of one line. Longer lines are skipped and never kept in memory. */
export const LONGEST = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** One line of a file without its line end, or what is wrong with it; `number` counts from 1. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: string };

/**
 * The lines of a UTF-8 file, without blank lines and without a byte order mark. Accepts LF and CRLF. Keeps one line in
 * memory. A UTF-16 file gives one problem and nothing else.
 */
export async function* linesOf({ open }: Source, longest = LONGEST): AsyncGenerator<Line> {
  let number = 1;
  for await (const bytes of byteLines(open(), longest)) {
    const line = number === 1 && bytes !== null && isUtf16(bytes) ? UTF16 : decoded(number, bytes, longest);
    if (!('text' in line) || line.text.trim() !== '') yield line;
    if (line === UTF16) return;
    number++;
  }
}

const UTF16: Line = { number: 1, problem: 'the file is in UTF-16 and must be in UTF-8: nothing was read' };

/** Whether a file starts with the byte order mark of UTF-16. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decoded(number: number, bytes: Uint8Array | null, longest: number): Line {
  if (bytes === null) return { number, problem: tooLong(longest) };
  const text = decodeUtf8(bytes);
  if (text === null) return { number, problem: 'is not text in UTF-8' };
  return { number, text: (number === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '') };
}

export function tooLong(longest: number): string {
  return `is longer than ${longest} bytes`;
}

/** The text of UTF-8 bytes; null if they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of each line without its line feed; null for a line that is too long. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array) => {
    size += part.length;
    if (size > longest) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const takeLine = () => {
    const line = size > longest ? null : parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield takeLine();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (size > 0) yield takeLine();
}

/** Turns the JSON value of a line into pieces, each of which may be left out alone. */
type ReadLine = (value: unknown, line: number) => readonly Piece[];

/** Reads a file with a JSON value on each line. */
export async function* jsonLines(source: Source, read: ReadLine): AsyncGenerator<Piece> {
  for await (const line of linesOf(source)) {
    if ('problem' in line) yield unreadable(line.number, line.problem);
    else yield* piecesOf(line.text, line.number, read);
  }
}

function piecesOf(text: string, line: number, read: ReadLine): readonly Piece[] {
  const parsed = parseJson(text);
  return 'problem' in parsed
    ? [unreadable(line, `${parsed.problem} at column ${parsed.column}`)]
    : read(parsed.value, line);
}

/** Whether a JSON value is an object, not null and not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
