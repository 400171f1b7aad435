import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { OVERTAKEN, STATEMENTS } from './bound-statements.ts';
import { ORDER } from './time-order.ts';

/** What has changed in the graph, for one of the two bounds. */
export interface Changed {
  /** The ids of nodes whose bound has to be derived anew, from that of their neighbours. */
  readonly fresh: readonly string[];
  /** The ids of nodes of which new edges lead on, while their own bound is as before. */
  readonly leading: readonly string[];
  /** The ids of nodes whose bound may have got wider. */
  readonly widened: readonly string[];
}

/** A new value of a bound, and the one before. */
export interface Moved {
  readonly was: number;
  readonly value: number;
}

/**
 * Derives one of the bounds again where a change can have moved it. What had its bound from something that gave it up goes
 * back to its stated interval first, also in circles; then bounds are narrowed along the order in time, only where they
 * move, until nothing changes. A constraint that would leave the stated interval is ignored. `ended` are the keys of
 * versions that have ended: their neighbours may have had a bound from them. Writes working values, and returns them by id.
 */
export async function settleBound(
  run: Run,
  which: keyof typeof STATEMENTS,
  { fresh, leading, widened }: Changed,
  ended: readonly string[],
): Promise<ReadonlyMap<string, Moved>> {
  const settling = new Settling(run, which);
  const unsupported = await settling.unsupported(widened, ended);
  await settling.narrow([...new Set([...fresh, ...unsupported])], leading);
  return settling.moved;
}

/** The ids of words that may be as early as one of these attributions, which cite them, and are bounded later. */
export async function overtakenBy(run: Run, ids: readonly string[]): Promise<string[]> {
  return (await batched(run, OVERTAKEN, idRows(ids), ORDER)).map(({ id }) => id as string);
}

class Settling {
  readonly moved = new Map<string, Moved>();
  readonly #run: Run;
  readonly #statements: (typeof STATEMENTS)[keyof typeof STATEMENTS];
  readonly #narrowest: (...values: number[]) => number;

  constructor(run: Run, which: keyof typeof STATEMENTS) {
    this.#run = run;
    this.#statements = STATEMENTS[which];
    this.#narrowest = which === 'earliest' ? Math.max : Math.min;
  }

  /**
   * Takes the nodes that may have lost their bound, and all that have theirs from them, back to their stated interval;
   * returns their ids.
   */
  async unsupported(ids: readonly string[], ended: readonly string[]): Promise<string[]> {
    const found = new Map<string, number>();
    const start = await this.#read(this.#statements.read, idRows(ids));
    let level = start.map(({ id, value }) => ({ id: id as string, value: value as number }));
    for (const { id, value } of level) found.set(id, value);
    const past = await this.#read(
      `${this.#statements.read}, n.key AS key`,
      ended.map((id) => ({ id })),
    );
    let asked = [...level, ...past.map(({ key, value }) => ({ id: key as string, value: value as number }))];
    while (asked.length > 0) {
      const rows = await this.#read(this.#statements.supported, asked);
      level = rows.map(({ id, value }) => ({ id: id as string, value: value as number }));
      asked = level.filter(({ id, value }) => !found.has(id) && found.set(id, value));
    }
    const stated = await this.#read(this.#statements.read, idRows([...found.keys()]));
    await this.#write(
      stated.map((row) => ({ id: row.id as string, was: row.value as number, value: row.stated as number })),
    );
    return [...found.keys()];
  }

  /** Derives these bounds from those around them, and passes on what moves; begins again where a bound loses its ground. */
  async narrow(ids: readonly string[], leading: readonly string[]): Promise<void> {
    let fresh = ids;
    let senders = (await this.#read(this.#statements.read, idRows(leading))).map(({ id, value }) => ({
      ...{ id: id as string, was: value as number, value: value as number },
    }));
    while (fresh.length > 0 || senders.length > 0) {
      const lost = await this.#passOn([...(await this.#pull(fresh)), ...senders]);
      fresh = await this.unsupported([...lost], []);
      senders = [];
    }
  }

  /** Passes bounds on to later or earlier neighbours, level by level; returns what lost the ground of its bound. */
  async #passOn(from: readonly (Moved & { readonly id: string })[]): Promise<Set<string>> {
    const lost = new Set<string>();
    let level = from;
    while (level.length > 0) {
      const next = new Map<string, Moved>();
      const again = new Set<string>();
      for (const { id, was, value, effect } of await this.#read(this.#statements.push, this.#sinceStart(level))) {
        const other = id as string;
        if (effect === 'lost') lost.add(other);
        if (effect === 'again') again.add(other);
        if (effect !== 'narrower') continue;
        const best = this.#narrowest(value as number, next.get(other)?.value ?? (value as number));
        next.set(other, { was: was as number, value: best });
      }
      const narrowed = [...next].map(([id, moved]) => ({ id, ...moved }));
      await this.#write(narrowed);
      const pulled = await this.#pull([...again]);
      level = [...narrowed, ...pulled.filter(({ was, value }) => was !== value)];
    }
    return lost;
  }

  /** With the lowest value that each bound has had since the change. */
  #sinceStart(rows: readonly (Moved & { readonly id: string })[]): object[] {
    return rows.map((row) => ({ ...row, before: Math.min(row.was, this.moved.get(row.id)?.was ?? row.was) }));
  }

  async #pull(ids: readonly string[]): Promise<(Moved & { readonly id: string })[]> {
    const rows = (await this.#read(this.#statements.pull, idRows(ids))).map(({ id, was, stated, citer, bound }) => ({
      id: id as string,
      was: was as number,
      value: this.#narrowest(...[was, stated, citer, bound].filter((one) => one !== null).map((one) => one as number)),
    }));
    await this.#write(rows);
    return rows;
  }

  async #write(rows: readonly (Moved & { readonly id: string })[]): Promise<void> {
    const moved = rows.filter(({ was, value }) => was !== value);
    for (const { id, was, value } of moved) this.moved.set(id, { was: this.moved.get(id)?.was ?? was, value });
    await batched(this.#run, this.#statements.write, moved, ORDER);
  }

  async #read(text: string, rows: readonly object[]) {
    return batched(this.#run, text, rows, ORDER);
  }
}

function idRows(ids: readonly string[]): { id: string }[] {
  return [...new Set(ids)].map((id) => ({ id }));
}
