import { properties } from '../cypher/fields.ts';
import type { Flag } from '../graphql/generated.ts';

/** Flags as they are stored on a node: parallel lists, or nothing. */
export interface StoredFlags {
  readonly flagKinds: readonly Flag['kind'][] | null;
  readonly flagMessages: readonly string[] | null;
  readonly flagBases: readonly Flag['basis'][] | null;
}

/** The properties that hold a node's flags. */
export const FLAGS = ['flagKinds', 'flagMessages', 'flagBases'] as const;

export function flagsOf({ flagKinds, flagMessages, flagBases }: StoredFlags) {
  return (flagKinds ?? []).map((kind, index) => ({
    kind,
    message: flagMessages?.[index],
    basis: flagBases?.[index],
  }));
}

/** The flags of a claim or document. */
export const flags = properties(FLAGS, (stored) => flagsOf(stored as unknown as StoredFlags));
