import { wellFormed } from './labels.ts';

/** The characters that XML 1.0 does not allow, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an element or a quoted attribute. It must not have characters that XML does not allow: see `possible`. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Values without the characters that XML does not allow; if there were any, "note" says how many were left out.
 * Unpaired surrogates become replacement characters.
 */
export function xmlSafe<Value>(values: Readonly<Record<string, Value>>): Record<string, Value | string> {
  let removed = 0;
  const kept = Object.entries(values).map(([key, value]) => {
    if (typeof value !== 'string') return [key, value];
    const text = wellFormed(value);
    removed += text.match(NOT_ALLOWED)?.length ?? 0;
    return [key, text.replace(NOT_ALLOWED, '')];
  });
  const all = Object.fromEntries(kept) as Record<string, Value | string>;
  return removed === 0 ? all : { ...all, note: noteOf(removed) };
}

function noteOf(removed: number): string {
  return `${removed} control ${removed === 1 ? 'character' : 'characters'} left out: XML does not allow them.`;
}
