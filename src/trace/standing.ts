import type { Standing } from '../contract.ts';
import { cascadeOf } from './cascade.ts';
import { denialsOf, deniesWhole } from './denials.ts';
import { newsroomsOf, onRecordOf } from './newsrooms.ts';
import type { Origin } from './origin.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { countSources } from './ultimate-sources.ts';
import { dependenciesOf } from './withdrawal.ts';

/** Where a claim stands: how many are behind it and whether somebody is against it, not how true it is. */
export function standingOf(view: SubgraphView, claim: string): Standing {
  const { origins } = cascadeOf(view, claim);
  const denials = denialsOf(view, claim);
  if (origins.length === 0) {
    if (wasTakenBack(view, claim)) return 'RETRACTED';
    return denials.some((denial) => deniesWhole(view, claim, denial)) ? 'DENIED' : 'UNTRACED';
  }
  if (denials.length > 0 || opposingClaims(view, claim).length > 0) return 'DISPUTED';
  if (origins.every(({ isOwnVoice, isRead }) => isOwnVoice && isRead)) return 'UNATTRIBUTED';
  return isCorroborated(view, origins) ? 'CORROBORATED' : 'SINGLE_SOURCE';
}

/** Whether a claim had origins, and all of them were taken back. */
function wasTakenBack(view: SubgraphView, claim: string): boolean {
  if (view.takenBack.by.size + view.takenBack.unread.size === 0) return false;
  const before = cascadeOf(view.untaken, claim).origins;
  return before.length > 0 && before.every((origin) => isTakenBack(view, origin));
}

/** Whether all of an origin was taken back. */
export function isTakenBack({ takenBack }: SubgraphView, { kind, id, members }: Origin): boolean {
  if (members.every((one) => takenBack.by.has(one.id))) return true;
  return kind === 'UNREAD' && members.every(({ claim }) => takenBack.unread.get(id)?.has(claim));
}

/** The claims with an origin that cannot be right beside this one; ids in their order. */
export function opposingClaims(view: SubgraphView, claim: string): string[] {
  const opposed = new Set([...view.sameAs(claim)].flatMap((one) => view.subgraph.opposedTo.get(one) ?? []));
  return [...opposed].filter((other) => cascadeOf(view, other).origins.length > 0).sort();
}

/** How many newsrooms and people by name stand behind origins, each counted once. */
export function voicesBehind({ subgraph }: SubgraphView, origins: readonly Origin[]): number {
  const known = [...newsroomsOf(subgraph, origins), ...onRecordOf(subgraph, origins)];
  return new Set(known.map((one) => one.join(' '))).size;
}

function isCorroborated(view: SubgraphView, origins: readonly Origin[]): boolean {
  return (
    voicesBehind(view, origins) >= 2 &&
    countSources(view.subgraph, origins).min >= 2 &&
    dependenciesOf(view, origins).actors.length === 0
  );
}
