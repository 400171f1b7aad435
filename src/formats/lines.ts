import { syntaxProblem } from '../text/json-syntax.ts';
import { type Piece, type Source, unreadable } from './reader.ts';

/** The most bytes of one line: longer ones are skipped, never held in memory. */
export const LONGEST = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** One line of a file without its end, or what is wrong with it; `number` counts from 1. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: string };

/**
 * The lines of a file in UTF-8, without blank ones and without a byte order mark. Takes LF and CRLF. Holds one line at a
 * time. A file in UTF-16 is one problem, and ends there.
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

const UTF16: Line = { number: 1, problem: 'the file is in UTF-16 and has to be in UTF-8: nothing of it was read' };

/** The mark that files in UTF-16 begin with. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decoded(number: number, bytes: Uint8Array | null, longest: number): Line {
  if (bytes === null) return { number, problem: tooLong(longest) };
  const text = decodeUtf8(bytes);
  if (text === null) return { number, problem: 'is no text in UTF-8' };
  return { number, text: (number === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '') };
}

export function tooLong(longest: number): string {
  return `is longer than ${longest} bytes`;
}

/** Null where the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Each line's bytes without its line feed; null for one that is too long. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const hold = (part: Uint8Array) => {
    size += part.length;
    if (size > longest) held = [];
    else if (part.length > 0) held.push(part);
  };
  const release = () => {
    const line = size > longest ? null : held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held);
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end));
      yield release();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (size > 0) yield release();
}

/** Makes pieces of the JSON value of a line, each of which may be left out by itself. */
type ReadLine = (value: unknown, line: number) => readonly Piece[];

/** Reads files that have a JSON value on each line. */
export async function* jsonLines(source: Source, read: ReadLine): AsyncGenerator<Piece> {
  for await (const line of linesOf(source)) {
    if ('problem' in line) yield unreadable(line.number, line.problem);
    else yield* piecesOf(line.text, line.number, read);
  }
}

function piecesOf(text: string, line: number, read: ReadLine): readonly Piece[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [unreadable(line, `is no JSON at column ${syntaxProblem(text).column}`)];
  }
  return read(value, line);
}

/** Whether a JSON value is an object, neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
