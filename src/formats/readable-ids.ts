import { createHash } from 'node:crypto';

/** The most characters of a readable name. Longer names are cut, and a hash distinguishes them. */
const READABLE = 80;

/**
 * A text as a part of an id that `unescapedId` can read back: every byte that an id must not have becomes "~" and two
 * hexadecimal digits. Null if the result has more than `longest` characters or the text has an unpaired surrogate.
 */
export function escapedId(text: string, longest: number): string | null {
  try {
    const escaped = encodeURIComponent(text)
      .replace(/%(3A|40|2B)/g, (hex) => decodeURIComponent(hex))
      .replace(/%/g, '\0')
      .replace(/[!~*'()]/g, (character) => `~${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('\0', '~');
    return escaped.length <= longest ? escaped : null;
  } catch {
    return null;
  }
}

/** The text that `escapedId` was given. */
export function unescapedId(part: string): string {
  return decodeURIComponent(part.replaceAll('~', '%'));
}

/** A short hash of a list of values, in hexadecimal digits, the same on every machine. */
export function hashOf(values: readonly unknown[], length = 24): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, length);
}

/**
 * A readable part of an id: "Mike Pence" becomes "mike-pence". Other texts that would give the same ("MIKE PENCE",
 * "Mike Pence.") get a hash at the end, so no two texts share a slug.
 */
export function slug(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const plain = words.join('-').slice(0, READABLE).replace(/-$/, '');
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  if (plain !== '' && plain === words.join('-') && title === text) return plain;
  return [plain, hashOf([text], 8)].filter((part) => part !== '').join('-');
}
