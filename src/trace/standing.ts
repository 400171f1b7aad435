import type { Standing } from '../graphql/generated.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { denialsOf, isDenied } from './denials.ts';
import { newsroomsOf, onRecordOf } from './origin.ts';
import type { Sight } from './sight.ts';
import { countSources } from './sources.ts';

/** Where a claim stands: how many are behind it and whether somebody is against it, not how true it is. */
export function standingOf(sight: Sight, cascade: Cascade): Standing {
  const { claim, origins } = cascade;
  const isAffirmed = cascade.said.size > 0;
  if (isAffirmed && origins.every((origin) => isRetracted(sight, claim, origin.said.actor))) return 'RETRACTED';
  if (!isAffirmed && isDenied(sight, claim)) return 'DENIED';
  if (isAffirmed && (denialsOf(sight, claim).length > 0 || isContradicted(sight, claim))) return 'DISPUTED';
  if (isAffirmed && origins.every(({ isOwnVoice, isRead }) => isOwnVoice && isRead)) return 'UNATTRIBUTED';
  const behind = newsroomsOf(sight.around, origins).length + onRecordOf(sight.around, origins).length;
  return behind >= 2 && countSources(sight.around, origins).min >= 2 ? 'CORROBORATED' : 'SINGLE_SOURCE';
}

function isRetracted(sight: Sight, claim: string, actor: string): boolean {
  return [...sight.same(claim)].some((one) =>
    sight.of(one).some((said) => said.stance === 'RETRACTS' && said.actor === actor),
  );
}

/** Whether somebody affirms a claim that cannot be right beside this one. */
function isContradicted(sight: Sight, claim: string): boolean {
  const opposed = [...sight.same(claim)].flatMap((one) => sight.around.against.get(one) ?? []);
  return opposed.some((other) => cascadeOf(sight, other).said.size > 0);
}
