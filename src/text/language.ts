/**
 * The text in the language asked for, else in a language that shares its first part ("es" for "es-VE"), else in
 * English, else the first. The two lists are parallel; a language is '' where none is known.
 */
export function inLanguage(texts: readonly string[], languages: readonly string[], wanted?: string | null): string {
  const tag = (wanted ?? 'en').toLowerCase();
  const tags = languages.map((language) => language.toLowerCase());
  const candidates = [
    tags.indexOf(tag),
    tags.findIndex((language) => base(language) === base(tag)),
    tags.findIndex((language) => base(language) === 'en'),
    0,
  ];
  return texts[candidates.find((index) => index >= 0) ?? 0] ?? '';
}

function base(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
