import type { NameKind } from '../contract.ts';
import { inLanguage } from './language.ts';

/** A node's names as they are stored: parallel lists, '' for a language that is not known. */
export interface StoredNames {
  readonly names: readonly string[];
  readonly nameLanguages: readonly string[];
  readonly nameKinds: readonly NameKind[];
}

/** The name to show: a preferred one in the language asked for, else in English, else the first; any name if none is preferred. */
export function displayName(stored: StoredNames, language?: string | null): string {
  const preferred = stored.names.map((_, index) => index).filter((index) => stored.nameKinds[index] === 'PREFERRED');
  const shown = preferred.length > 0 ? preferred : stored.names.map((_, index) => index);
  return inLanguage(
    shown.map((index) => stored.names[index] ?? ''),
    shown.map((index) => stored.nameLanguages[index] ?? ''),
    language,
  );
}
