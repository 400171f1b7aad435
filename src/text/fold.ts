/**
 * Text as it is searched: without accents, in lower case, each word after exactly one blank (" nicolas maduro"), and
 * nothing but letters and digits. So `folded CONTAINS ' amnist'` finds the words that begin with "amnist".
 */
export function fold(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  // A sigma at the end of a word has a form of its own, which the beginning of a longer word would never match.
  const folded = bare
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? '' : ` ${folded}`;
}

/** Between texts that are folded together. */
export const TEXT_SEPARATOR = '\n';

/** Several texts, each folded, in one that is searched as a whole and can be taken apart again. */
export function foldAll(texts: readonly string[]): string {
  return texts.map(fold).join(TEXT_SEPARATOR);
}

/** The most bytes of a text in an index of Neo4j, with some to spare. */
const LONGEST_INDEXED = 32_000;

/** A folded text as it is indexed: of a very long one, the words at its beginning. */
export function indexedText(folded: string): string {
  if (folded.length * 3 <= LONGEST_INDEXED || Buffer.byteLength(folded) <= LONGEST_INDEXED) return folded;
  const cut = Buffer.from(folded).subarray(0, LONGEST_INDEXED).toString();
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf(TEXT_SEPARATOR)));
}

/** The most characters by which rows are sorted: an index of Neo4j has at most 8 kB for a key. */
const LONGEST_KEY = 1_000;

/** A folded text as a key to sort by. */
export function sortText(folded: string): string {
  return folded
    .trim()
    .slice(0, LONGEST_KEY)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** No folded text holds this. */
const NOTHING = '\u0000';

/**
 * The words to search for, folded, each once and with its blank before it; the longest, and so the rarest, first. For a
 * text without words it is one that no folded text holds.
 */
export function searchWords(text: string): [string, ...string[]] {
  const found = fold(text).match(/ [^ ]+/g) ?? [];
  const [longest = NOTHING, ...rest] = [...new Set(found)].sort((one, other) => other.length - one.length);
  return [longest, ...rest];
}
