import type { View } from '../view.ts';
import type { Attribution, Document } from '../world.ts';
import { documentOf, originDocument } from './copies.ts';
import { rootsOf } from './graph.ts';
import { remembered } from './once-per-view.ts';
import { actorIn, familyOf, isUnnamed, publishingFamily, shieldOf } from './owners.ts';

/** A root of a claim, and whom it counts for. */
export interface Origin {
  readonly root: Attribution;
  /** The speaker; the outlet that was copied, where an outlet copies another in its own voice. */
  readonly actor: string;
  readonly isOwnVoice: boolean;
  readonly isUnnamed: boolean;
  /** The document that it is counted in. */
  readonly document: Document | undefined;
  readonly shield: string | undefined;
}

export const originsOf = remembered((view: View, claim: string): readonly Origin[] =>
  rootsOf(view, claim).map((root) => {
    const document = originDocument(view, root);
    const own = isOwnVoice(view, root);
    const isCopy = document !== documentOf(view, root);
    return {
      root,
      actor: (own && isCopy && document?.publisher) || root.actor,
      isOwnVoice: own,
      isUnnamed: isUnnamed(view, root.actor),
      document,
      shield: shieldOf(view, root.actor),
    };
  }),
);

const OUTLETS: readonly (string | undefined)[] = ['OUTLET', 'AGENCY'];

/** An outlet that speaks where it publishes, or nowhere in particular. */
function isOwnVoice(view: View, attribution: Attribution): boolean {
  const actor = actorIn(view, attribution.actor);
  if (actor?.type !== 'Organization' || !OUTLETS.includes(actor.kind)) return false;
  const document = documentOf(view, attribution);
  return document === undefined || publishingFamily(view, document) === familyOf(view, actor.id);
}

/** The families of the newsrooms that the roots come from, or that shield their speakers. */
export function newsroomsOf(view: View, origins: readonly Origin[]): Set<string> {
  const publishing = origins.map(({ document }) => publishingFamily(view, document));
  const shielding = origins.map(({ shield }) => (shield === undefined ? undefined : familyOf(view, shield)));
  return new Set([...publishing, ...shielding].filter((family) => family !== undefined));
}

/** Speakers with a name, apart from outlets that speak in their own voice. */
export function namedSpeakers(origins: readonly Origin[]): Set<string> {
  const named = origins.filter((origin) => !origin.isUnnamed && !origin.isOwnVoice);
  return new Set(named.map(({ actor }) => actor));
}

export function isUnnamedOnly(view: View, claim: string): boolean {
  const origins = originsOf(view, claim);
  return origins.length > 0 && origins.every((origin) => origin.isUnnamed);
}

export function isOwnVoiceOnly(view: View, claim: string): boolean {
  const origins = originsOf(view, claim);
  return origins.length > 0 && origins.every((origin) => origin.isOwnVoice);
}

/** Every root comes from one of these: by its speaker, by the publisher of its document, or by the outlet that shields it. */
export function restsOnlyOn(view: View, claim: string, ids: readonly string[]): boolean {
  const origins = originsOf(view, claim);
  const comesFrom = ({ actor, document, shield }: Origin) =>
    [actor, document?.publisher, shield].some((id) => id !== undefined && ids.includes(id));
  return origins.length > 0 && origins.every(comesFrom);
}
