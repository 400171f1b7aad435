import type { NameKind } from '../contract.ts';
import { displayName } from '../text/display-name.ts';

interface Named {
  readonly names: readonly {
    readonly text: string;
    readonly language?: string | undefined;
    readonly kind: NameKind;
  }[];
}

/** The names of a record as a node has them. */
export function storedNames({ names }: Named) {
  return {
    names: names.map(({ text }) => text),
    nameLanguages: names.map(({ language }) => language ?? ''),
    nameKinds: names.map(({ kind }) => kind),
  };
}

export function shownName(record: Named): string {
  const names = storedNames(record);
  return displayName(names);
}
