import { byId } from './orders.ts';
import { type Attribution, isCounted, type World } from './world.ts';

/** What an attribution tells otherwise than one that it cites. */
export interface Change {
  readonly cited: Attribution;
  readonly slot: string;
  readonly from: string;
  readonly to: string;
}

/** The changes against all that is cited and seen, by the id of the cited. */
export function changesOf({ attributions, claims }: World, citing: Attribution): Change[] {
  const claimOf = ({ claim }: Attribution) => claims.find(({ id }) => id === claim);
  const cited = citing.cites.filter(isCounted).map(({ attribution }) => attribution);
  return byId(attributions.filter(({ id }) => cited.includes(id))).flatMap((one) => {
    const [theirs, mine] = [claimOf(one), claimOf(citing)];
    const changes: Change[] = [];
    const compare = (slot: string, from: string | undefined, to: string | undefined, differ = from !== to) => {
      if (from !== undefined && to !== undefined && differ) changes.push({ cited: one, slot, from, to });
    };
    const [before, after] = [theirs?.value, mine?.value];
    const parts = ['text', 'min', 'max', 'when'] as const;
    const isOther = before?.unit === after?.unit && parts.some((part) => before?.[part] !== after?.[part]);
    compare('value', before?.text, after?.text, isOther);
    compare('when', theirs?.when, mine?.when);
    const sure = ({ certainty }: Attribution) => (certainty === 'UNCOMMITTED' ? undefined : certainty);
    compare('certainty', sure(one), sure(citing));
    return changes;
  });
}
