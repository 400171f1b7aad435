import type { Bundle } from '../bundle/bundle.ts';
import type { Basis } from '../contract.ts';
import type { FoundContradiction, Ground } from '../rules/contradictions.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { NEVER } from '../time/edtf.ts';
import { edgeRow, isCurrent, type Properties, type Rows, type Stamp } from './rows.ts';

/** A flag as it is stored. */
export interface FlagRecord extends FoundFlag {
  readonly basis: Basis;
  /** Its position among the flags of its owner; flags of rules come after those that were stated. */
  readonly position: number;
}

/** The position of flags that a rule has found. */
export const BY_RULE = 1_000_000;

/** A Cypher condition: `f` is current and a rule found it, so it is not a stated flag. */
export const FOUND_BY_RULE = `${isCurrent('f')} AND coalesce(f.position, ${BY_RULE}) = ${BY_RULE}`;

/**
 * The rows of the flags that a bundle states. A flag on a claim rests on that claim, a flag on a document on nothing.
 */
export function statedFlagRows({ claims, documents }: Bundle, stamp: Stamp): Rows {
  const flagsOf = (owner: string, flags: Bundle['claims'][number]['flags'], grounds: readonly Ground[]) =>
    flags.map((flag, position) => ({ ...flag, id: `flag:${owner}:${position}`, owner, position, grounds }));
  const flags = [
    ...claims.flatMap(({ id, flags: stated }) => flagsOf(id, stated, [{ claim: id }])),
    ...documents.flatMap(({ id, flags: stated }) => flagsOf(id, stated, [])),
  ];
  return flagRows(flags, stamp);
}

/** A flag that a rule found, as it is stored. */
export function ruleFlag(flag: FoundFlag): FlagRecord {
  return { ...flag, basis: 'RULE', position: BY_RULE };
}

/**
 * What a finding says and which attributions it names, as text: two with the same id are the same where this is. What a
 * contradiction says follows from its id, or is what somebody said first.
 */
export function contentOf(finding: FoundFlag | FoundContradiction): string {
  const named = (grounds: readonly Ground[]) => grounds.map(({ claim, among = [] }) => [claim, ...among]);
  return JSON.stringify('sides' in finding ? named(finding.sides) : [finding.message, ...named(finding.grounds)]);
}

/** The rows of flags, with edges from their owners and to the claims that they rest on. */
export function flagRows(flags: readonly FlagRecord[], { at }: Stamp): Rows {
  return {
    nodes: flags.map((flag) => ({
      labels: 'Flag',
      properties: {
        ...shownOf(flag),
        content: contentOf(flag),
        ...{ grounds: flag.grounds.length, recorded: at, superseded: NEVER },
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

function shownOf({ id, kind, message, basis, position, documents }: FlagRecord): Properties {
  return { id, key: id, kind, message, basis, position, ...(documents && { documents }) };
}

/** The rows of contradictions, with edges to the claims on both sides. */
export function contradictionRows(contradictions: readonly FoundContradiction[], { at }: Stamp): Rows {
  return {
    nodes: contradictions.map((found) => {
      const { id, kind, basis, by, reason, sides } = found;
      const shown = { id, key: id, kind, basis, by, reason, content: contentOf(found) };
      return {
        labels: 'Contradiction',
        properties: { ...shown, grounds: sides.length, recorded: at, superseded: NEVER },
      };
    }),
    edges: contradictions.flatMap(({ id, sides }) =>
      sides.map(({ claim, ...rest }, position) =>
        edgeRow('SIDE', id, claim, { ...rest, position }, { from: 'Contradiction', to: 'Node' }),
      ),
    ),
  };
}
