import { createHash } from 'node:crypto';

/** Any JSON value; an undefined property counts as missing. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The canonical form of a JSON value (RFC 8785): keys sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no white space. Throws a TypeError that names the place of a value without such a form: a number that is
 * not finite, an unpaired surrogate, or something that is not JSON.
 */
export function canonical(value: Json): string {
  return serialized(value, '');
}

/** The SHA-256 of the canonical form in UTF-8, as 64 hexadecimal digits. */
export function hashOf(value: Json): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}

function serialized(value: Json, path: string): string {
  switch (typeof value) {
    case 'string':
      return text(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${placeOf(path)} is not a number that JSON allows`);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : composite(value, path);
    default:
      throw new TypeError(`${placeOf(path)} is not valid JSON`);
  }
}

function composite(value: readonly Json[] | { readonly [key: string]: Json | undefined }, path: string): string {
  if (Array.isArray(value)) return `[${value.map((item, index) => serialized(item, `${path}.${index}`)).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json | undefined });
  const present = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const sorted = present.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${text(key, path)}:${serialized(inner, `${path}.${key}`)}`).join(',')}}`;
}

function text(value: string, path: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError(`${placeOf(path)} has half of a character`);
  return JSON.stringify(value);
}

function placeOf(path: string): string {
  return path === '' ? 'the value' : path.slice(1);
}
