import type { WarningCode as WarningCodeName } from '../../contract.ts';
import type { Fault, Placed } from '../faults.ts';

/** What sort of warning it is, in the terms of the contract. */
export type WarningCode = WarningCodeName;

/** The codes, in the order in which warnings are shown. */
export const WARNING_CODES = Object.keys({
  UNTRACED_RELAY: true,
  RELAY_OF_DENIED: true,
  SOURCE_IN_OTHER_PAGE: true,
  OUTLET_IN_OTHER_PAGE: true,
  COVERS_WITHOUT_DENIAL: true,
  DERIVATION_CIRCLE: true,
  OWNED_BY_ITSELF: true,
  MENTION_NOT_CANDIDATE: true,
} satisfies Record<WarningCode, true>) as readonly WarningCode[];

/** One thing that is valid and probably not meant, and where: what the graph takes it for, and what to write instead. */
export type Warning = Placed<WarningCode>;

/** A warning before it has a path. */
export type Risk = Fault<WarningCode>;
