import { byId } from './orders.ts';
import { type Attribution, type Claim, isCounted, type World } from './world.ts';

/** A value that an attribution states otherwise than one that it cites. */
export interface Change {
  readonly cited: Attribution;
  readonly slot: string;
  readonly from: string;
  readonly to: string;
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1_440, week: 10_080 };

/** A duration in minutes, from the least to the most. */
function minutes(value: Claim['value']): string | undefined {
  const unit = MINUTES[value?.unit?.replace(/s$/, '') ?? ''];
  if (unit === undefined) return undefined;
  const all = (amount: number | undefined) => (amount === undefined ? '?' : amount * unit);
  return `${all(value?.min)} to ${all(value?.max)}`;
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
    const isOther =
      before?.unit === after?.unit
        ? parts.some((part) => before?.[part] !== after?.[part])
        : minutes(before) !== undefined && minutes(after) !== undefined && minutes(before) !== minutes(after);
    const textOf = (value: typeof before) =>
      before?.text === after?.text && value?.unit !== undefined ? `${value.text} ${value.unit}` : value?.text;
    compare('value', textOf(before), textOf(after), isOther);
    compare('when', theirs?.when, mine?.when);
    const sure = ({ certainty }: Attribution) => (certainty === 'UNCOMMITTED' ? undefined : certainty);
    compare('certainty', sure(one), sure(citing));
    return changes;
  });
}
