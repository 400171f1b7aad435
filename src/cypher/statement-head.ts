import type { Writing } from './compilation.ts';
import type { Asked } from './mapping.ts';
import { READ_CLOCK } from './root-field.ts';
import { enter } from './row-clauses.ts';
import { presentScope, type RecordTime, type Scope } from './scope.ts';
import { Writer } from './writer.ts';

/** The beginning of a statement that a computed field writes itself: the scope of its arguments, and the clauses that set it. */
export interface OpenStatement {
  readonly compilation: Writing;
  readonly scope: Scope;
  readonly lines: string[];
}

/**
 * Begins a statement for a computed root field: it has read the record clock and set the record time of its `asOf`, but
 * none later than `pinned`, that of a cursor. Every node that it goes on to match has to pass the gate of this scope,
 * and it returns `scope.now` as the record time of what it found.
 */
export function openStatement(
  { args, node, model, viewer }: Pick<Asked, 'args' | 'node' | 'model' | 'viewer'>,
  pinned: RecordTime = null,
): OpenStatement {
  const compilation = { model, writer: new Writer() };
  const place = { node, args, parent: {}, scope: presentScope(viewer), guard: null };
  const entered = enter(compilation, place, pinned);
  return { compilation, scope: entered.scope, lines: [...READ_CLOCK, ...entered.lines] };
}
