import type { FoundContradiction } from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** Flags on the claims, and on the documents, in which somebody contradicts themselves. */
export function selfContradictionFlags({ id, kind, reason, sides, within = [] }: FoundContradiction): FoundFlag[] {
  if (kind !== 'SELF') return [];
  const flag = (owner: string, message: string, grounds: FoundFlag['grounds']): FoundFlag => ({
    id: flagId(owner, 'SELF_CONTRADICTION', id),
    kind: 'SELF_CONTRADICTION',
    message,
    owner,
    grounds,
  });
  const claims = [...new Set(sides.map(({ claim }) => claim))];
  return [
    ...claims.map((claim) => flag(claim, reason, sides)),
    ...within.map((document) =>
      flag(
        document,
        `In ${document}: ${reason}`,
        sides.map((side) => ({ ...side, document })),
      ),
    ),
  ];
}
