import type { Bundle } from '../bundle/bundle.ts';
import type { Basis } from '../contract.ts';
import type { FoundContradiction, Ground } from '../rules/contradictions.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { NEVER } from '../time/edtf.ts';
import { edgeRow, type Rows, type Stamp } from './rows.ts';

/** A flag as it is stored. */
export interface FlagRecord extends FoundFlag {
  readonly basis: Basis;
  /** Its place among the flags of its owner; those of rules come after all that were given. */
  readonly position: number;
}

/** The position of flags that a rule has found. */
export const BY_RULE = 1_000_000;

/** The flags that records of a bundle bring with them: on a claim they rest on the claim, on a document on nothing else. */
export function statedFlagRows({ claims, documents }: Bundle, stamp: Stamp): Rows {
  const of = (owner: string, flags: Bundle['claims'][number]['flags'], grounds: readonly Ground[]) =>
    flags.map((flag, position) => ({ ...flag, id: `flag:${owner}:${position}`, owner, position, grounds }));
  const flags = [
    ...claims.flatMap(({ id, flags: own }) => of(id, own, [{ claim: id }])),
    ...documents.flatMap(({ id, flags: own }) => of(id, own, [])),
  ];
  return flagRows(flags, stamp);
}

export function ruleFlag(flag: FoundFlag): FlagRecord {
  return { ...flag, basis: 'RULE', position: BY_RULE };
}

/** Flags, with edges from their owners and to the claims that they rest on. */
export function flagRows(flags: readonly FlagRecord[], { at }: Stamp): Rows {
  return {
    nodes: flags.map(({ owner: _owner, grounds, documents, ...own }) => ({
      labels: 'Flag',
      properties: {
        ...{ ...own, key: own.id, ...(documents && { documents }) },
        ...{ grounds: grounds.length, recorded: at, superseded: NEVER },
      },
    })),
    edges: flags.flatMap(({ id, owner, grounds }) => [
      edgeRow('FLAGGED', owner, id, {}, { from: 'Node', to: 'Flag' }),
      ...grounds.map(({ claim, ...rest }, position) =>
        edgeRow('RESTS_ON', id, claim, { ...rest, position }, { from: 'Flag', to: 'Node' }),
      ),
    ]),
  };
}

/** Contradictions, with edges to the claims of both sides. */
export function contradictionRows(contradictions: readonly FoundContradiction[], { at }: Stamp): Rows {
  return {
    nodes: contradictions.map(({ id, kind, basis, by, reason, sides }) => ({
      labels: 'Contradiction',
      properties: { id, key: id, kind, basis, by, reason, grounds: sides.length, recorded: at, superseded: NEVER },
    })),
    edges: contradictions.flatMap(({ id, sides }) =>
      sides.map(({ claim, ...rest }, position) =>
        edgeRow('SIDE', id, claim, { ...rest, position }, { from: 'Contradiction', to: 'Node' }),
      ),
    ),
  };
}
