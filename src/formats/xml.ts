import { wellFormed } from './labels.ts';

/** What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets). */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an element or a quoted attribute. It must be possible in XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Values without the characters that XML cannot hold, and under "note" how many were left out, where there were any.
 * Halves of characters become replacement characters.
 */
export function possible<Value>(values: Readonly<Record<string, Value>>): Record<string, Value | string> {
  let lost = 0;
  const kept = Object.entries(values).map(([key, value]) => {
    if (typeof value !== 'string') return [key, value];
    const text = wellFormed(value);
    lost += text.match(IMPOSSIBLE)?.length ?? 0;
    return [key, text.replace(IMPOSSIBLE, '')];
  });
  const all = Object.fromEntries(kept) as Record<string, Value | string>;
  return lost === 0 ? all : { ...all, note: noteOf(lost) };
}

function noteOf(lost: number): string {
  return `${lost} control ${lost === 1 ? 'character' : 'characters'} left out: XML cannot hold them.`;
}
