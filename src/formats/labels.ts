import type { ClaimRecord, CollectedRecord, EntityRecord } from '../bundle/record-stream.ts';
import { displayName } from '../text/display-name.ts';
import { inLanguage } from '../text/language.ts';

const REPLACEMENT = '\uFFFD';

/** The text with a replacement character for each unpaired surrogate, which UTF-8 cannot encode. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}

/** The usual name of an entity: in English if there is one. */
export function nameOf({ names }: Pick<EntityRecord, 'names'>): string {
  return displayName({
    names: names.map(({ text }) => text),
    nameLanguages: names.map(({ language }) => language ?? ''),
    nameKinds: names.map(({ kind }) => kind),
  });
}

/** The text of a claim in English, else in its first language. */
export function textOf({ texts }: Pick<ClaimRecord, 'texts'>): string {
  return inLanguage(
    texts.map(({ text }) => text),
    texts.map(({ language }) => language),
  );
}

/** A label for a record in a list or on a node; null for records that are edges. */
export function labelOf(exported: CollectedRecord): string | null {
  switch (exported.collection) {
    case 'actors':
    case 'places':
    case 'things':
    case 'events':
      return nameOf(exported.record);
    case 'documents':
      return exported.record.title ?? exported.record.id;
    case 'claims':
      return textOf(exported.record);
    case 'attributions':
      return exported.record.quote ?? `${exported.record.stance.toLowerCase().replaceAll('_', ' ')}`;
    case 'mentions':
      return exported.record.text;
    default:
      return null;
  }
}
