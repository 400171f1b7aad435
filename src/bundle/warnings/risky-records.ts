import type { Bundle } from '../bundle.ts';
import { type Facts, isCounted } from './facts.ts';
import type { Risk } from './warning.ts';

/** Records that say less than their fields promise. */
export function riskyRecords(bundle: Bundle, facts: Facts): Risk[] {
  return [
    ...coversWithoutDenial(bundle),
    ...derivationCircles(bundle, facts),
    ...ownedByThemselves(bundle),
    ...resolvedElsewhere(bundle),
  ];
}

function coversWithoutDenial({ attributions }: Bundle): Risk[] {
  return attributions.flatMap(({ stance, covers }, index): Risk[] => {
    if (covers.length === 0 || stance === 'DENIES') return [];
    const message = `only a denial covers other claims: with ${stance} it counts for nothing. Put "covers" on the attribution that DENIES.`;
    return [{ code: 'COVERS_WITHOUT_DENIAL', collection: 'attributions', index, field: 'covers', message }];
  });
}

/** Circles of documents, each at the first derivation of the bundle that is a part of it. */
function derivationCircles({ derivations }: Bundle, { originals }: Facts): Risk[] {
  const reported = new Set<string>();
  return derivations.flatMap((derivation, index): Risk[] => {
    const { document, from } = derivation;
    if (!isCounted(derivation) || !originals.get(document)?.has(from) || reported.has(document)) return [];
    const way = wayBack(from, document, originals);
    if (!way) return [];
    for (const id of way) reported.add(id);
    const message = `leads back to itself: ${[document, ...way].join(' → ')}. These documents count as one, without an original: leave out what leads from an earlier document to a later one.`;
    return [{ code: 'DERIVATION_CIRCLE', collection: 'derivations', index, field: 'from', message }];
  });
}

/** The shortest way from a document over its originals to another one; null if there is none. */
function wayBack(from: string, to: string, originals: Facts['originals']): string[] | null {
  if (from === to) return null;
  const before = new Map<string, string | null>([[from, null]]);
  for (const id of before.keys()) {
    for (const next of originals.get(id) ?? []) if (!before.has(next)) before.set(next, id);
    if (!before.has(to)) continue;
    const way: string[] = [];
    for (let at: string | null = to; at !== null; at = before.get(at) ?? null) way.unshift(at);
    return way;
  }
  return null;
}

/** Predicates that say who owns somebody. */
const OWNERSHIP: readonly (string | undefined)[] = ['owns', 'owned-by', 'owner-of'];

function ownedByThemselves({ actors, claims }: Bundle): Risk[] {
  return [
    ...actors.flatMap((actor, index): Risk[] => {
      if (actor.type !== 'ORGANIZATION' || actor.publisherFamily !== actor.id) return [];
      const message =
        'is its own owner, and counts as one without an owner. Leave "publisherFamily" out, or name the owner.';
      return [{ code: 'OWNED_BY_ITSELF', collection: 'actors', index, field: 'publisherFamily', message }];
    }),
    ...claims.flatMap(({ subject, object, predicate }, index): Risk[] => {
      if (subject === undefined || subject !== object || !OWNERSHIP.includes(predicate)) return [];
      const message = `says that ${subject} owns itself, and ties nobody together. Name the owner.`;
      return [{ code: 'OWNED_BY_ITSELF', collection: 'claims', index, field: 'object', message }];
    }),
  ];
}

function resolvedElsewhere({ mentions }: Bundle): Risk[] {
  return mentions.flatMap(({ entity, candidates }, index): Risk[] => {
    if (entity === undefined || candidates.includes(entity)) return [];
    const message = `${entity} is not among the candidates, so the mention is resolved to somebody whom it lists nowhere. Add ${entity} to "candidates", or choose one of them.`;
    return [{ code: 'MENTION_NOT_CANDIDATE', collection: 'mentions', index, field: 'entity', message }];
  });
}
