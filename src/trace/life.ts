import type { LifeChange } from '../contract.ts';
import type { Sight } from './sight.ts';
import type { Said } from './surroundings.ts';

const CHANGES: Readonly<Record<string, LifeChange>> = {
  ASSERTS: 'REPORTED',
  CONFIRMS: 'CONFIRMED',
  CORRECTS: 'CORRECTED',
  DENIES: 'DENIED',
  RETRACTS: 'RETRACTED',
  DECLINES_TO_COMMENT: 'NOT_COMMENTED',
  NO_RESPONSE: 'NOT_COMMENTED',
  EVADES: 'NOT_COMMENTED',
};

/**
 * What happened to a claim, earliest first: each time that somebody spoke to it. A relay of a denial or of a refusal to
 * comment is no event beside what it relays.
 */
export function lifeOf(sight: Sight, claim: string): Array<{ change: LifeChange; said: Said }> {
  const said = [...sight.same(claim)].flatMap((one) => sight.of(one));
  const sorted = said.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
  return sorted.flatMap((one) => {
    const relayed = sight.sideOf(one) === 'AFFIRMS' ? 'REPORTED' : undefined;
    const change = one.stance === 'REPORTS' ? relayed : CHANGES[one.stance];
    return change ? [{ change, said: one }] : [];
  });
}
