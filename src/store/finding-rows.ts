import type { Bundle } from '../bundle/bundle.ts';
import type { Basis } from '../contract.ts';
import type { Ground } from '../rules/contradictions.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { NEVER } from '../time/edtf.ts';
import { type EdgeRow, edgeRow, type NodeRow, type Stamp } from './rows.ts';

/** A flag as it is stored. */
export interface FlagRecord extends FoundFlag {
  readonly basis: Basis;
  /** Its place among the flags of its owner; those of rules come after all that were given. */
  readonly position: number;
}

/** The position of flags that a rule has found. */
export const BY_RULE = 1_000_000;

/** The flags that records of a bundle bring with them: on a claim they rest on the claim, on a document on nothing else. */
export function statedFlags({ claims, documents }: Bundle): FlagRecord[] {
  const of = (owner: string, flags: Bundle['claims'][number]['flags'], grounds: readonly Ground[]) =>
    flags.map((flag, position) => ({ ...flag, id: `flag:${owner}:${position}`, owner, position, grounds }));
  return [
    ...claims.flatMap(({ id, flags }) => of(id, flags, [{ claim: id }])),
    ...documents.flatMap(({ id, flags }) => of(id, flags, [])),
  ];
}

export function ruleFlag(flag: FoundFlag): FlagRecord {
  return { ...flag, basis: 'RULE', position: BY_RULE };
}

export function flagNode(flag: FlagRecord, { at }: Stamp): NodeRow {
  const { owner: _owner, grounds, documents, ...own } = flag;
  const pair = documents ? { documents } : {};
  return {
    labels: 'Flag',
    properties: { ...own, key: own.id, ...pair, grounds: grounds.length, recorded: at, superseded: NEVER },
  };
}

/** The edges from a finding to the claims that it rests on. */
export function groundEdges(type: 'SIDE' | 'RESTS_ON', id: string, grounds: readonly Ground[]): EdgeRow[] {
  return grounds.map(({ claim, ...rest }, position) => edgeRow(type, id, claim, { ...rest, position }));
}
