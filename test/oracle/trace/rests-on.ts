import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { documentOf } from './documents.ts';
import { firstPublishers } from './newsrooms.ts';
import { isOutletsVoice, isUnnamed, shieldOf } from './owners.ts';
import { type Origin, trailOf } from './trail.ts';
import { walkOf } from './walk.ts';

/** Whether a claim has origins, and all of them are such. */
function everyOrigin(view: View, claim: string, isSuch: (origin: Origin) => boolean): boolean {
  const { origins } = trailOf(walkOf(view), claim);
  return origins.length > 0 && origins.every(isSuch);
}

export function isUnnamedOnly(view: View, claim: string): boolean {
  return everyOrigin(
    view,
    claim,
    ({ document, attributions }) => !document && attributions.every(({ actor }) => isUnnamed(view, actor)),
  );
}

export function isOwnVoiceOnly(view: View, claim: string): boolean {
  return everyOrigin(
    view,
    claim,
    ({ document, attributions }) => document !== null || attributions.every((one) => isOutletsVoice(view, one)),
  );
}

/** Every origin is one of these: by its speaker, by who published its words first, or by the outlet that shields it. */
export function restsOnlyOn(view: View, claim: string, ids: readonly string[]): boolean {
  return everyOrigin(view, claim, ({ document, attributions }) =>
    document
      ? ids.includes(document.publisher)
      : attributions.every((one) => behind(view, one).some((id) => ids.includes(id))),
  );
}

function behind(view: View, attribution: Attribution): string[] {
  const document = documentOf(view, attribution);
  const first = firstPublishers(view, document);
  const publishers = first.length > 0 ? first : [document?.publisher ?? []].flat();
  return [attribution.actor, ...publishers, shieldOf(view, attribution.actor) ?? []].flat();
}
