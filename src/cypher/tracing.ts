import type { Row, Statement } from '../engine/engine.ts';
import type { Scope, Viewer } from './scope.ts';
import type { Writer } from './writer.ts';

/** Nodes around which to trace at a record time, by id. */
export interface TraceRequest {
  readonly recorded: number;
  readonly ids: readonly string[];
}

/** What was fetched to trace some of the nodes of a request. */
export interface Traced {
  readonly tracing: unknown;
  readonly recorded: number;
  readonly ids: readonly string[];
  /** Whether these are all the nodes of the request. */
  readonly isWhole: boolean;
}

/** Fetches the subgraphs around nodes for traced fields. */
export interface Tracer {
  /**
   * Clauses after which a variable says whether what is stored of the trace of a row (`self`, of a type) holds as of the
   * said time of the scope as well.
   */
  readonly settledMarks: (
    writer: Writer,
    self: string,
    type: string,
    scope: Scope,
  ) => { readonly lines: readonly string[]; readonly settled: string };
  /**
   * Fetches all requests with one statement, or, where that is too much, one after another and in parts; hands each to
   * `visit`, and keeps none. Throws LIMIT_EXCEEDED where too much stands behind a single node.
   */
  readonly trace: (
    run: (statement: Statement) => Promise<readonly Row[]>,
    requests: readonly TraceRequest[],
    viewer: Viewer,
    visit: (traced: Traced) => Promise<void> | void,
  ) => Promise<void>;
}
