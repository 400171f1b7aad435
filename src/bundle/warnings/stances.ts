import type { Bundle } from '../bundle.ts';
import { type Facts, isCounted } from './facts.ts';

type Attribution = Bundle['attributions'][number];

const OWN_VOICE: readonly string[] = ['ASSERTS', 'CONFIRMS', 'CORRECTS', 'DENIES'];

/** Whether somebody affirms or denies a claim themselves. */
export function isOwnVoice({ stance }: Attribution): boolean {
  return OWN_VOICE.includes(stance);
}

export function isRelay({ stance }: Attribution): boolean {
  return stance === 'REPORTS';
}

/** Whether an attribution cites one of its own claim, or of a claim that is the same. */
export function citesOwnClaim({ claim, cites }: Attribution, { claimOf, sameAs }: Facts): boolean {
  return cites.filter(isCounted).some(({ attribution }) => {
    const cited = claimOf.get(attribution);
    return cited === claim || (cited !== undefined && sameAs.get(claim)?.has(cited) === true);
  });
}
