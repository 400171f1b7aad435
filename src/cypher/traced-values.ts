import { PendingValue } from './answer-object.ts';
import type { Trace, TraceQueue } from './compilation.ts';
import type { Fill } from './fill-nodes.ts';
import type { Read } from './mapping.ts';
import type { Viewer } from './scope.ts';
import type { Traced, Tracer } from './tracing.ts';

/** What the rows of a root field ask to be traced, gathered while its statement's answer is read. */
export class TracedValues implements TraceQueue {
  readonly fill: Fill;
  readonly #viewer: Viewer;
  readonly #traces: Array<Trace & { readonly place: PendingValue }> = [];

  constructor(fill: Fill, viewer: Viewer) {
    this.fill = fill;
    this.#viewer = viewer;
  }

  /** Asks for a field of a row; the value stands in the returned place once `settle` has run. */
  add(trace: Trace): PendingValue {
    const place = new PendingValue();
    this.#traces.push({ ...trace, place });
    return place;
  }

  /**
   * Computes all that was asked for, from tracings that are `known` by their record time or fetched here, and lets go of
   * these; then one statement reads what is selected of what was found.
   */
  async settle(tracer: Tracer, read: Read, present: number, known: ReadonlyMap<number, unknown>): Promise<void> {
    if (this.#traces.length === 0) return;
    const values = await this.#compute(tracer, read, known);
    await this.fill.run(read, present);
    for (const [index, { place, shape, moment }] of this.#traces.entries())
      place.value = this.fill.realize(shape, values[index], moment);
  }

  async #compute(tracer: Tracer, read: Read, known: ReadonlyMap<number, unknown>): Promise<unknown[]> {
    const values: unknown[] = [];
    const asked = this.#byNode();
    const take = async ({ tracing, recorded, ids }: Omit<Traced, 'isWhole'>) => {
      for (const index of ids.flatMap((id) => asked.get(recorded)?.get(id) ?? [])) {
        const { field, id, args, moment, shape } = this.#traces[index] as Trace;
        values[index] = field.compute(tracing, id, args, moment);
        this.fill.collect(shape, values[index], moment);
        await read.turn();
      }
    };
    const requests = [...asked].map(([recorded, nodes]) => ({ recorded, ids: [...nodes.keys()] }));
    for (const request of requests) {
      if (known.has(request.recorded)) await take({ ...request, tracing: known.get(request.recorded) });
    }
    const unknown = requests.filter(({ recorded }) => !known.has(recorded));
    await tracer.trace(read, unknown, this.#viewer, take);
    return values;
  }

  /** The places of traces, by record time and id. */
  #byNode(): Map<number, Map<string, number[]>> {
    const times = new Map<number, Map<string, number[]>>();
    for (const [index, { id, moment }] of this.#traces.entries()) {
      const nodes = times.get(moment.recorded) ?? new Map<string, number[]>();
      times.set(moment.recorded, nodes.set(id, [...(nodes.get(id) ?? []), index]));
    }
    return times;
  }
}
