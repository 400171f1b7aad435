import type { Gated } from '../cypher/gate.ts';
import type { Moment, Tracer } from '../cypher/mapping.ts';
import { limitExceeded } from '../errors.ts';
import { Sight } from './sight.ts';
import { MOST_ATTRIBUTIONS, surroundingsText } from './statement.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';

/** Surroundings at one record time, seen as of any said time. */
export class Tracing {
  readonly around: Surroundings;
  readonly #sights = new Map<string, Sight>();

  constructor(around: Surroundings) {
    this.around = around;
  }

  sight(said: Moment['said']): Sight {
    const key = said ? `${said.until} ${said.undated}` : '';
    const sight = this.#sights.get(key) ?? new Sight(this.around, said);
    this.#sights.set(key, sight);
    return sight;
  }
}

/** Fetches and reads the surroundings of claims. Throws LIMIT_EXCEEDED where `most` attributions or more belong to them. */
export function createTracer(gates: Gated, most = MOST_ATTRIBUTIONS): Tracer {
  const texts = new Map<string, string>();
  return {
    statement: (requests, viewer) => {
      const text = texts.get(viewer.kind) ?? surroundingsText(gates, viewer);
      texts.set(viewer.kind, text);
      const asked = requests.map(({ recorded, ids }) => [recorded, ids]);
      return { text, parameters: { requests: asked, most } };
    },
    read: (rows, requests) =>
      requests.map(({ recorded }) => {
        const row = rows.find((one) => one.recorded === recorded);
        if (!row) throw new Error(`nothing was traced as of ${recorded}`);
        const around = readSurroundings(row);
        if (around.said.size >= most) {
          throw limitExceeded(
            `More than ${most} attributions stand behind what is traced here. Ask for fewer claims at a time.`,
          );
        }
        return new Tracing(around);
      }),
  };
}
