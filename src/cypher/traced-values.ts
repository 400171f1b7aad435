import { PendingValue } from './answer-object.ts';
import type { Trace, TraceQueue } from './compilation.ts';
import type { Fill } from './fill-nodes.ts';
import type { Read, Tracer } from './mapping.ts';
import type { Viewer } from './scope.ts';

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
   * Computes all that was asked for, with one statement for the subgraphs that are not `known` by their record
   * time already, and one for what is selected of what was found.
   */
  async settle(tracer: Tracer, read: Read, present: number, known: ReadonlyMap<number, unknown>): Promise<void> {
    if (this.#traces.length === 0) return;
    const tracings = new Map(known);
    const requests = this.#requests().filter(({ recorded }) => !tracings.has(recorded));
    if (requests.length > 0) {
      const found = tracer.read(await read(tracer.statement(requests, this.#viewer)), requests);
      for (const [index, { recorded }] of requests.entries()) tracings.set(recorded, found[index]);
    }
    const values = this.#traces.map(({ field, id, args, moment, shape }) => {
      const value = field.compute(tracings.get(moment.recorded), id, args, moment);
      this.fill.collect(shape, value, moment);
      return value;
    });
    await this.fill.run(read, present);
    for (const [index, { place, shape, moment }] of this.#traces.entries())
      place.value = this.fill.realize(shape, values[index], moment);
  }

  #requests() {
    const ids = new Map<number, Set<string>>();
    for (const { id, moment } of this.#traces) {
      const group = ids.get(moment.recorded) ?? new Set();
      ids.set(moment.recorded, group.add(id));
    }
    return [...ids].map(([recorded, group]) => ({ recorded, ids: [...group] }));
  }
}
