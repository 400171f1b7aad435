import type { ASTNode } from 'graphql';
import { SUGGESTED } from '../rules/stances.ts';
import { type Arguments, inputBounds, isGiven } from './arguments.ts';
import { textList } from './text-list.ts';
import type { Writer } from './writer.ts';

/** Who asks. Part of the compiler's input, so that visibility has its place in the gate. */
export interface Viewer {
  readonly kind: 'public';
}

/** The times, and for whom, that a part of a statement is read as of. Inherited by what is nested in it. */
export interface Scope {
  readonly viewer: Viewer;
  /** Cypher variable with the present, in milliseconds of record time; on a later page, that of the first page. */
  readonly present: string;
  /** Cypher variable with the record time to read at: the present, or an earlier one. */
  readonly now: string;
  /** The same two times as they are, in milliseconds, as far as arguments set them; null where they do not. */
  readonly times: { readonly present: RecordTime; readonly now: RecordTime };
  /** The last millisecond of the said time, as a parameter and as it is; null where any time counts. */
  readonly said: { readonly until: string; readonly end: number; readonly undated: boolean } | null;
  /** Writes the predicate on the basis of an attribution that can be seen; null where any basis will do. */
  readonly hasBasis: ((variable: string) => string) | null;
  /** How many rows of this level may be read, for the cost. */
  readonly rows: number;
}

/** The variable with the record time at which a statement begins. */
export const CLOCK = 'now';

/** Whether a scope reads at the time at which its statement begins, so that stored views hold. */
export function isPresent(scope: Scope): boolean {
  return scope.now === CLOCK;
}

/** The variables of a scope, which every clause has to carry on. */
export function timeVariables({ present, now }: Scope): string[] {
  return [...new Set([present, now])];
}

interface AsOfArgument {
  readonly said?: string | null;
  readonly recorded?: Date | null;
  readonly undated?: 'EXCLUDE' | 'INCLUDE' | null;
}

/** The last millisecond of a said time, and whether what has no date is let in. */
export interface SaidTime {
  readonly until: number;
  readonly undated: boolean;
}

/** The said time of a scope for what is computed in JavaScript; null where any time counts. */
export function saidTimeOf({ said }: Scope): SaidTime | null {
  return said && { until: said.end, undated: said.undated };
}

/** A record time to read at, as milliseconds; the statement never reads beyond the present. */
export type RecordTime = number | null;

/**
 * The scope that a field's `asOf` opens, and the record time that it asks for. Without `asOf` the scope stays as it
 * is; with one, both axes are set anew.
 */
export function scopeOf(
  args: Arguments,
  scope: Scope,
  writer: Writer,
  node: ASTNode,
): { scope: Scope; recorded: RecordTime } {
  const asOf = args.asOf as AsOfArgument | null | undefined;
  if (!asOf) return { scope, recorded: null };
  const until = isGiven(asOf.said) ? inputBounds('asOf.said', asOf.said, node).latest : null;
  const undated = asOf.undated === 'INCLUDE';
  const said = until === null ? null : { until: writer.parameter(until), end: until, undated };
  const recorded = asOf.recorded ? asOf.recorded.getTime() : null;
  const { present } = scope.times;
  const times = { present, now: recorded === null ? present : Math.min(recorded, present ?? recorded) };
  return { scope: { ...scope, now: scope.present, times, said }, recorded };
}

/** That an attribution is no suggestion; in these words Neo4j expects, rightly, that it holds for most. */
function isCounted(variable: string): string {
  return `NOT ${variable}.basis IN ${textList(SUGGESTED)}`;
}

/** The scope of a root field: everything that is known at the moment, and no suggestions. */
export function presentScope(viewer: Viewer): Scope {
  return {
    viewer,
    present: CLOCK,
    now: CLOCK,
    times: { present: null, now: null },
    said: null,
    hasBasis: isCounted,
    rows: 1,
  };
}
