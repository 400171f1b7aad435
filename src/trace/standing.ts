import type { Standing } from '../contract.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { denialsOf, isDenied } from './denials.ts';
import { newsroomsOf, onRecordOf } from './origin.ts';
import type { Sight } from './sight.ts';
import { countSources } from './sources.ts';
import type { Said } from './surroundings.ts';

/** Where a claim stands: how many are behind it and whether somebody is against it, not how true it is. */
export function standingOf(sight: Sight, cascade: Cascade): Standing {
  const { claim, origins } = cascade;
  const isAffirmed = cascade.said.size > 0;
  if (isAffirmed && origins.every(({ said }) => isRetracted(sight, claim, said))) return 'RETRACTED';
  if (!isAffirmed && isDenied(sight, claim)) return 'DENIED';
  if (isAffirmed && (denialsOf(sight, claim).length > 0 || isContradicted(sight, claim))) return 'DISPUTED';
  if (isAffirmed && origins.every(({ isOwnVoice, isRead }) => isOwnVoice && isRead)) return 'UNATTRIBUTED';
  const behind = new Set([...newsroomsOf(sight.around, origins), ...onRecordOf(sight.around, origins)]);
  return behind.size >= 2 && countSources(sight.around, origins).min >= 2 ? 'CORROBORATED' : 'SINGLE_SOURCE';
}

/** Whether the speaker of a root later took back what it says, or the claim that rests on it. */
function isRetracted(sight: Sight, claim: string, root: Said): boolean {
  return [...sight.same(claim), root.claim].some((one) =>
    sight.of(one).some((said) => said.stance === 'RETRACTS' && said.actor === root.actor && !isEarlier(said, root)),
  );
}

/** Whether words came before others, as far as dates tell. */
function isEarlier(one: Said, other: Said): boolean {
  return one.saidAt !== null && other.saidAt !== null && one.order < other.order;
}

/** Whether somebody affirms a claim that cannot be right beside this one. */
function isContradicted(sight: Sight, claim: string): boolean {
  const opposed = [...sight.same(claim)].flatMap((one) => sight.around.against.get(one) ?? []);
  return opposed.some((other) => cascadeOf(sight, other).said.size > 0);
}
