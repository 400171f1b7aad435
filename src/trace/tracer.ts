import type { GateRules } from '../cypher/gate.ts';
import type { Moment, Tracer } from '../cypher/mapping.ts';
import { limitExceeded } from '../errors.ts';
import { readSubgraph, type Subgraph } from './subgraph.ts';
import { MOST_ATTRIBUTIONS, subgraphText } from './subgraph-statement.ts';
import { SubgraphView } from './subgraph-view.ts';

/** A subgraph at one record time, and its views as of any said time. */
export class Tracing {
  readonly subgraph: Subgraph;
  readonly #views = new Map<string, SubgraphView>();

  constructor(subgraph: Subgraph) {
    this.subgraph = subgraph;
  }

  viewAt(said: Moment['said']): SubgraphView {
    const key = said ? `${said.until} ${said.undated}` : '';
    const view = this.#views.get(key) ?? new SubgraphView(this.subgraph, said);
    this.#views.set(key, view);
    return view;
  }
}

/** Fetches and reads the subgraph around claims. Throws LIMIT_EXCEEDED where `most` attributions or more belong to them. */
export function createTracer(gates: GateRules, most = MOST_ATTRIBUTIONS): Tracer {
  const texts = new Map<string, string>();
  return {
    statement: (requests, viewer) => {
      const text = texts.get(viewer.kind) ?? subgraphText(gates, viewer);
      texts.set(viewer.kind, text);
      const asked = requests.map(({ recorded, ids }) => [recorded, ids]);
      return { text, parameters: { requests: asked, most } };
    },
    read: (rows, requests) =>
      requests.map(({ recorded }) => {
        const row = rows.find((one) => one.recorded === recorded);
        if (!row) throw new Error(`nothing was traced as of ${recorded}`);
        const subgraph = readSubgraph(row);
        if (subgraph.attributions.size >= most) {
          throw limitExceeded(
            `More than ${most} attributions stand behind what is traced here. Ask for fewer claims at a time.`,
          );
        }
        return new Tracing(subgraph);
      }),
  };
}
