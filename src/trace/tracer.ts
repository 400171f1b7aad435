import type { GateRules } from '../cypher/gate.ts';
import type { Moment } from '../cypher/mapping.ts';
import type { Viewer } from '../cypher/scope.ts';
import type { TraceRequest, Tracer } from '../cypher/tracing.ts';
import type { Row, Statement } from '../engine/engine.ts';
import { limitExceeded } from '../errors.ts';
import { readSubgraph } from './read-subgraph.ts';
import { settledMarks } from './settled-marks.ts';
import type { Subgraph } from './subgraph.ts';
import { subgraphText } from './subgraph-statement.ts';
import { SubgraphView } from './subgraph-view.ts';

/** A subgraph at one record time, and its views as of any said time. */
export class Tracing {
  readonly subgraph: Subgraph;
  readonly #views = new Map<string, SubgraphView>();

  constructor(subgraph: Subgraph) {
    this.subgraph = subgraph;
  }

  readonly viewAt = (said: Moment['said']): SubgraphView => {
    const key = said ? `${said.until} ${said.undated}` : '';
    const view = this.#views.get(key) ?? new SubgraphView(this.subgraph, said);
    this.#views.set(key, view);
    return view;
  };
}

/** Attributions that may be fetched for tracing. */
export interface TracingLimits {
  /** By one statement that traces several nodes. */
  readonly together: number;
  /** Of these, for each record time, however many there are. */
  readonly eachTime: number;
  /** By one statement that traces a single node. */
  readonly alone: number;
}

export const TRACING_LIMITS: TracingLimits = { together: 5_000, eachTime: 250, alone: 20_000 };

/** Fetches and reads the subgraphs around nodes, as many together as the limits allow. */
export function createTracer(gates: GateRules, limits: TracingLimits = TRACING_LIMITS): Tracer {
  const statementOf = statements(gates);
  return {
    settledMarks: (...given) => settledMarks(gates, ...given),
    trace: async (run, requests, viewer, visit) => {
      const open: Fetch[][] = requests.length > 0 ? [requests.map((request) => ({ ...request, others: [] }))] : [];
      const whole = new Set(requests.map(({ ids }) => ids));
      for (const group of open) {
        const most = mostFor(group, limits);
        const rows = await run(statementOf(group, viewer, most));
        const farther: Fetch[] = [];
        for (const request of group) {
          const found = readRow(rows, request, most);
          const others = found.tracing ? claimsBeyond(found.tracing, request.others) : [];
          if (others.length > 0) {
            farther.push({ ...request, others: [...request.others, ...others] });
          } else if (found.tracing) {
            const { recorded, ids } = request;
            await visit({ recorded, ids, tracing: found.tracing, isWhole: whole.has(ids) });
          } else if (group.length > 1) {
            open.push([request]);
          } else {
            open.push(...parts(request, found.counted, limits).map((part) => [part]));
          }
        }
        if (farther.length > 0) open.push(farther);
      }
    },
  };
}

/** A request, with claims farther away of which all has to be fetched as well. */
interface Fetch extends TraceRequest {
  readonly others: readonly string[];
}

/** Claims that are fetched besides, until the rest is left out. */
const MOST_OTHERS = 200;

/**
 * The claims farther away that decide where words come from: of attributions on the way that cite nobody and stand in a
 * document that was taken from another. Rare, and worth one more statement.
 */
function claimsBeyond({ subgraph, viewAt }: Tracing, known: readonly string[]): string[] {
  const { takenFrom, fetched, attributions } = subgraph;
  const view = viewAt(null);
  const beyond = [...attributions.values()].filter(
    (one) =>
      one.document !== null &&
      takenFrom.has(one.document) &&
      !fetched.has(one.claim) &&
      !known.includes(one.claim) &&
      view.sees(one) &&
      view.sideOf(one) !== null &&
      !view.wayBack(one).byCitation,
  );
  return [...new Set(beyond.map(({ claim }) => claim))].sort().slice(0, MOST_OTHERS - known.length);
}

function statements(gates: GateRules) {
  const texts = new Map<string, string>();
  return (requests: readonly Fetch[], viewer: Viewer, most: number): Statement => {
    const text = texts.get(viewer.kind) ?? subgraphText(gates, viewer);
    texts.set(viewer.kind, text);
    const asked = requests.map(({ recorded, ids, others }) => [recorded, ids, others]);
    return { text, parameters: { requests: asked, most, more: most + 1 } };
  };
}

/** The attributions that may be fetched for each request of a group. */
function mostFor(group: readonly Fetch[], { together, eachTime, alone }: TracingLimits): number {
  if (group.length > 1) return Math.max(eachTime, Math.floor(together / group.length));
  return group[0]?.ids.length === 1 ? alone : together;
}

/** A tracing, or how many attributions there are at least where they are too many to have been fetched. */
type Found = { readonly tracing: Tracing } | { readonly tracing: null; readonly counted: number };

function readRow(rows: readonly Row[], { recorded }: TraceRequest, most: number): Found {
  const row = rows.find((one) => one.recorded === recorded);
  if (!row) throw new Error(`nothing was traced as of ${recorded}`);
  const counted = row.counted as number;
  if (counted > most) return { tracing: null, counted };
  const subgraph = readSubgraph(row);
  const { size } = subgraph.attributions;
  return size > most ? { tracing: null, counted: size } : { tracing: new Tracing(subgraph) };
}

/** A request in parts that are likely to be within the limits. */
function parts({ recorded, ids }: Fetch, counted: number, { together, alone }: TracingLimits): Fetch[] {
  if (ids.length === 1) {
    throw limitExceeded(
      `At least ${counted} attributions stand behind ${ids[0]}, and ${alone} can be traced. Ask for other fields of it, or as of an earlier time.`,
    );
  }
  const size = Math.ceil(ids.length / Math.max(2, Math.ceil((1.25 * counted) / together)));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, part) => ({
    recorded,
    ids: ids.slice(part * size, (part + 1) * size),
    others: [],
  }));
}
