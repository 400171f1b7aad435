import { createHash } from 'node:crypto';

/** The most characters of a readable name: longer ones are cut and told apart by a hash. */
const READABLE = 80;

/**
 * A text as a part of an id, so that it can be read back: every byte that does not fit becomes "~" and two hexadecimal
 * digits. Null for a text that is too long, or that is no Unicode text.
 */
export function escapedId(text: string, longest: number): string | null {
  try {
    const escaped = encodeURIComponent(text)
      .replace(/%(3A|40|2B)/g, (hex) => decodeURIComponent(hex))
      .replace(/%/g, '\0')
      .replace(/[!~*'()]/g, (sign) => `~${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('\0', '~');
    return escaped.length <= longest ? escaped : null;
  } catch {
    return null;
  }
}

/** What `fitted` was given. */
export function unescapedId(part: string): string {
  return decodeURIComponent(part.replaceAll('~', '%'));
}

/** A short name for a list of values, the same on every machine. */
export function hashOf(values: readonly unknown[], length = 24): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, length);
}

/**
 * A readable part of an id: "Mike Pence" becomes "mike-pence". Where the text could not be told from another that
 * reads the same ("MIKE PENCE", "Mike Pence."), a hash follows, so two texts never have the same one.
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
