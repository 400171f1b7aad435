import type { NameKind } from '../contract.ts';
import { displayName } from '../text/display-name.ts';

interface Named {
  readonly names: readonly {
    readonly text: string;
    readonly language?: string | undefined;
    readonly kind: NameKind;
  }[];
}

/** The names of a record as a node stores them: texts, languages and kinds in three lists of one length. */
export function storedNames({ names }: Named) {
  return {
    names: names.map(({ text }) => text),
    nameLanguages: names.map(({ language }) => language ?? ''),
    nameKinds: names.map(({ kind }) => kind),
  };
}

/** The name of a record to show when no language is asked for. */
export function shownName(record: Named): string {
  return displayName(storedNames(record));
}
