import type { StoredNames } from '../text/display-name.ts';

/** The names of a node as the contract gives them. */
export function namesOf({ names, nameLanguages, nameKinds }: StoredNames) {
  return names.map((text, index) => ({ text, language: nameLanguages[index] || null, kind: nameKinds[index] }));
}
