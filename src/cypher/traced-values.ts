import { PendingValue } from './answer-object.ts';
import type { Compilation, Trace, TraceQueue } from './compilation.ts';
import type { Shape } from './computed-shape.ts';
import { Fill } from './fill-nodes.ts';
import type { Read } from './mapping.ts';
import type { Viewer } from './scope.ts';
import type { Traced, Tracer } from './tracing.ts';

/** What it takes to compile what is selected of the nodes that tracing finds. */
type Shared = Omit<Compilation, 'writer' | 'traces'>;

/**
 * What the rows of a statement ask to be traced, gathered while its answer is read. What is asked of the nodes that are
 * found so is the next level, with traced values of its own.
 */
export class TracedValues implements TraceQueue {
  readonly #shared: Shared;
  readonly #viewer: Viewer;
  readonly #traces: Array<Trace & { readonly place: PendingValue }> = [];
  #level: { readonly fill: Fill; readonly next: TracedValues } | null = null;

  constructor(shared: Shared, viewer: Viewer) {
    this.#shared = shared;
    this.#viewer = viewer;
  }

  /** The statement that fills in what tracing finds; it is begun when it is first asked for. */
  get fill(): Fill {
    if (!this.#level) {
      const next = new TracedValues(this.#shared, this.#viewer);
      this.#level = { next, fill: new Fill(this.#shared, next) };
    }
    return this.#level.fill;
  }

  /** Asks for a field of a row; the value stands in the returned place once `settle` has run. */
  add(trace: Trace): PendingValue {
    const place = new PendingValue();
    this.#traces.push({ ...trace, place });
    return place;
  }

  /**
   * Computes all that was asked for, from tracings that are `known` by their record time or fetched here, and lets go of
   * these; then one statement reads what is selected of what was found, and the next level is settled in the same way.
   */
  async settle(
    tracer: Tracer,
    read: Read,
    present: number,
    known: ReadonlyMap<number, unknown> = new Map(),
  ): Promise<void> {
    if (this.#traces.length === 0) return;
    const values = await this.#compute(tracer, read, known);
    await this.fill.run(read, present);
    for (const [index, { place, shape, moment }] of this.#traces.entries())
      place.value = this.fill.realize(shape, values[index], moment);
    await this.#level?.next.settle(tracer, read, present);
  }

  async #compute(tracer: Tracer, read: Read, known: ReadonlyMap<number, unknown>): Promise<unknown[]> {
    const values: unknown[] = [];
    const asked = this.#byNode();
    const take = async ({ tracing, recorded, ids }: Omit<Traced, 'isWhole'>) => {
      for (const id of ids) {
        // Several rows may lead to one node: what is asked of it at one place of the selection is computed once.
        const computed = new Map<Shape, unknown>();
        for (const index of asked.get(recorded)?.get(id) ?? []) {
          const { field, args, moment, shape } = this.#traces[index] as Trace;
          if (!computed.has(shape)) {
            computed.set(shape, field.compute(tracing, id, args, moment));
            this.fill.collect(shape, computed.get(shape), moment);
            await read.turn();
          }
          values[index] = computed.get(shape);
        }
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
