import { syntaxProblem } from './json-syntax.ts';

/** The deepest nesting of objects and lists that is read. */
export const DEEPEST = 100;

/** How much an object or a list may hold. */
export interface JsonLimits {
  /** The most keys of an object. */
  readonly keys: number;
  /** The most items of a list inside a record, which is one at the third level or deeper. */
  readonly items: number;
}

const LIMITS: JsonLimits = { keys: 10_000, items: 10_000 };

/** The level from which on lists are those of a record: above it are the records themselves. */
const IN_RECORD = 3;

/** What is wrong with a JSON text, and where; lines and columns count from 1. */
export interface JsonProblem {
  readonly problem: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Parses a JSON text, or says where it is not valid JSON, is nested too deeply, or has an object or a list beyond the
 * limits. So whoever walks the value may do so by recursion.
 */
export function parseJson(text: string, limits = LIMITS): { readonly value: unknown } | JsonProblem {
  const found = excess(text, limits);
  if (found) return { problem: found.problem, ...placeIn(text, found.at) };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'is not valid JSON', ...syntaxProblem(text) };
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BRACKET = { open: 0x5b, close: 0x5d };
const BACKSLASH = 0x5c;
const BRACE = { open: 0x7b, close: 0x7d };

/** The first place where a text is too deep or too wide; null if there is none. It need not be JSON. */
function excess(text: string, { keys, items }: JsonLimits): { readonly problem: string; readonly at: number } | null {
  const counts = new Int32Array(DEEPEST + 1);
  const areLists = new Uint8Array(DEEPEST + 1);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at + 1);
    else if (character === BRACE.open || character === BRACKET.open) {
      if (++depth > DEEPEST) return { problem: `is nested more than ${DEEPEST} levels deep`, at };
      counts[depth] = 0;
      areLists[depth] = character === BRACKET.open ? 1 : 0;
    } else if (character === BRACE.close || character === BRACKET.close) depth = Math.max(0, depth - 1);
    else if (character === COLON || (character === COMMA && areLists[depth] === 1)) {
      const count = (counts[depth] ?? 0) + 1;
      counts[depth] = count;
      if (character === COLON && count > keys) return { problem: `has an object with more than ${keys} keys`, at };
      if (character === COMMA && count >= items && depth >= IN_RECORD)
        return { problem: `has a list with more than ${items} items`, at };
    }
  }
  return null;
}

/** The index of the quote that ends a string, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (before > start && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
