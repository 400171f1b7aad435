import type { Entity } from './world.ts';

interface Text {
  readonly text: string;
  readonly language?: string | undefined;
}

/** The name to show: among the preferred ones, or among all where none is preferred. */
export function shownName(names: Entity['names'], language: string | null | undefined): string {
  const preferred = names.filter(({ kind }) => kind === 'PREFERRED');
  return inLanguage(preferred.length > 0 ? preferred : names, language);
}

/** The text in a language or a kind of it, else in English, else the first. */
export function inLanguage(texts: readonly Text[], language: string | null | undefined): string {
  const wanted = (language ?? 'en').toLowerCase();
  const baseOf = (tag: string) => tag.toLowerCase().split('-')[0];
  const found =
    texts.find((one) => one.language?.toLowerCase() === wanted) ??
    texts.find((one) => one.language && baseOf(one.language) === baseOf(wanted)) ??
    texts.find((one) => one.language && baseOf(one.language) === 'en') ??
    texts[0];
  return found?.text ?? '';
}
