import type { Bundle, Collection } from './bundle.ts';
import type { NodeType, RecordLocation } from './records.ts';

const ACTORS = ['Person', 'Organization', 'Group', 'UnnamedSource'] as const;

/** The types that a reference may lead to, by the noun that messages use. */
export const REFERENCE_KINDS = {
  actor: ACTORS,
  entity: [...ACTORS, 'Place', 'Thing', 'Event'],
  organization: ['Organization'],
  document: ['Document'],
  claim: ['Claim'],
  attribution: ['Attribution'],
} as const satisfies Record<string, readonly NodeType[]>;

export type ReferenceKind = keyof typeof REFERENCE_KINDS;

/** A field that names another record. */
export interface Reference extends RecordLocation {
  readonly field: string;
  readonly id: string;
  readonly kind: ReferenceKind;
}

type Link = readonly [field: string, id: string | undefined, kind: ReferenceKind];

/** Every reference of a bundle, in bundle order. */
export function referencesOf(bundle: Bundle): Reference[] {
  const references: Reference[] = [];
  gather(references, bundle, 'actors', ofActor);
  gather(references, bundle, 'documents', ofDocument);
  gather(references, bundle, 'claims', ofClaim);
  gather(references, bundle, 'attributions', ofAttribution);
  gather(references, bundle, 'relations', ({ from, to }) => [
    ['from', from, 'claim'],
    ['to', to, 'claim'],
  ]);
  gather(references, bundle, 'derivations', ({ document, from }) => [
    ['document', document, 'document'],
    ['from', from, 'document'],
  ]);
  gather(references, bundle, 'mentions', ofMention);
  return references;
}

function gather<Name extends Collection>(
  into: Reference[],
  bundle: Bundle,
  collection: Name,
  linksOf: (record: Bundle[Name][number]) => Link[],
): void {
  let index = 0;
  for (const record of bundle[collection]) {
    for (const [field, id, kind] of linksOf(record as Bundle[Name][number])) {
      if (id !== undefined) into.push({ collection, index, field, id, kind });
    }
    index += 1;
  }
}

function ofActor(actor: Bundle['actors'][number]): Link[] {
  if (actor.type === 'ORGANIZATION') return [['publisherFamily', actor.publisherFamily, 'organization']];
  return actor.type === 'UNNAMED_SOURCE' ? [['shieldedBy', actor.shieldedBy, 'organization']] : [];
}

function ofDocument({ publisher, authors }: Bundle['documents'][number]): Link[] {
  return [['publisher', publisher, 'organization'], ...each('authors', authors, 'actor')];
}

function ofClaim(claim: Bundle['claims'][number]): Link[] {
  return [
    ['subject', claim.subject, 'entity'],
    ['object', claim.object, 'entity'],
    ...claim.participants.map(({ entity }, index): Link => [`participants.${index}.entity`, entity, 'entity']),
    ...each('about', claim.about, 'entity'),
    ['partOf', claim.partOf, 'claim'],
  ];
}

function ofAttribution({ claim, actor, document, cites, covers }: Bundle['attributions'][number]): Link[] {
  return [
    ['claim', claim, 'claim'],
    ['actor', actor, 'actor'],
    ['document', document, 'document'],
    ...cites.map(({ attribution }, index): Link => [`cites.${index}.attribution`, attribution, 'attribution']),
    ...each('covers', covers, 'claim'),
  ];
}

function ofMention({ document, candidates, entity }: Bundle['mentions'][number]): Link[] {
  return [
    ['document', document, 'document'],
    ...each('candidates', candidates, 'entity'),
    ['entity', entity, 'entity'],
  ];
}

function each(field: string, ids: readonly string[], kind: ReferenceKind): Link[] {
  return ids.map((id, index) => [`${field}.${index}`, id, kind]);
}
