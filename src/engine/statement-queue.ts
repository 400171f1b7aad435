import type { Statement } from './engine.ts';
import { type Client, FairQueue, type Leave } from './fair-queue.ts';

/** What is known of a statement before it runs. */
export interface StatementTicket {
  readonly client?: Client | undefined;
  /** Values that it may read, if that is known. */
  readonly cost?: number | undefined;
  readonly signal: AbortSignal;
}

/** What a statement gave, and how long the engine worked on it, in milliseconds. */
export interface Measured<T> {
  readonly value: T;
  readonly time: number;
}

/** Statements of about the same length: up to how long they take, in milliseconds, and how many may run at a time. */
export interface Lane {
  readonly time: number;
  /** Up to how many values one may read whose time is not known yet. */
  readonly values: number;
  readonly places: number;
}

const WAITING = { waiting: 4_000, waitingOfAddress: 2_000 };

/** How much longer than expected a statement is expected to take when it took longer. */
const RISE = 2;

/** Texts whose times are kept; the longest unused is forgotten. */
const KNOWN = 2_000;

/**
 * Counts the statements of an engine that cannot cancel them. Each lane has places of its own, so that short statements
 * overtake long ones. A statement is expected to take as long as its text did before. It counts until it ends, whoever
 * still waits for it; where it takes longer than its lane allows, it counts in the next one.
 */
export class StatementQueue {
  readonly #lanes: readonly Lane[];
  readonly #queues: readonly FairQueue[];
  readonly #times = new RecentTimes();

  /** `lanes` from the shortest to the longest, which has no bounds. */
  constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes;
    this.#queues = lanes.map(({ places }) => new FairQueue({ capacity: places, ...WAITING }));
  }

  /** How many run. */
  get running(): number {
    return this.#queues.reduce((sum, { used }) => sum + used, 0);
  }

  /** Runs a statement when it is its turn. Throws QueueFull, or the signal's reason where that ends the wait. */
  async run<T>(statement: Statement, ticket: StatementTicket, work: () => Promise<Measured<T>>): Promise<T> {
    let { lane, leave } = await this.#enter(statement, ticket);
    const started = performance.now();
    let overdue: NodeJS.Timeout | undefined;
    const watch = () => {
      const limit = this.#lanes[lane]?.time ?? 0;
      if (limit < Number.POSITIVE_INFINITY) overdue = setTimeout(move, started + limit - performance.now());
    };
    const move = () => {
      lane += 1;
      leave = this.#moved(leave, lane);
      watch();
    };
    watch();
    try {
      const { value, time } = await work();
      this.#times.note(statement, time);
      return value;
    } finally {
      clearTimeout(overdue);
      leave();
    }
  }

  /** Enters a lane; the next ones instead, if the text was found to be longer while the statement waited. */
  async #enter(statement: Statement, { client, cost, signal }: StatementTicket) {
    for (let lane = this.#laneOf(statement, cost); ; ) {
      const leave = await this.#queueOf(lane).enter(1, client, signal);
      const known = this.#laneOf(statement, cost);
      if (known <= lane) return { lane, leave };
      leave();
      lane = known;
    }
  }

  #laneOf(statement: Statement, cost = 0): number {
    const time = this.#times.of(statement);
    return this.#lanes.findIndex((lane) => (time === undefined ? cost <= lane.values : time <= lane.time));
  }

  #queueOf(lane: number): FairQueue {
    return this.#queues[lane] as FairQueue;
  }

  /** The place of a shorter lane is free again, unless twice as many as may be run in the longer one already. */
  #moved(leave: Leave, lane: number): Leave {
    const queue = this.#queueOf(lane);
    if (queue.used >= 2 * (this.#lanes[lane]?.places ?? 0)) return leave;
    const leaveNext = queue.occupy(1);
    leave();
    return leaveNext;
  }
}

/** How long statements took lately, by their text and the size of their parameters. */
class RecentTimes {
  readonly #times = new Map<string, number>();

  of(statement: Statement): number | undefined {
    return this.#times.get(keyOf(statement));
  }

  /** Believes a short time at once, and a long one by and by: others may have had the processors. */
  note(statement: Statement, time: number): void {
    const key = keyOf(statement);
    const expected = Math.min(time, RISE * (this.#times.get(key) ?? time));
    this.#times.delete(key);
    this.#times.set(key, expected);
    const [oldest] = this.#times.keys();
    if (this.#times.size > KNOWN && oldest !== undefined) this.#times.delete(oldest);
  }
}

/** One text may look for one node or for thousands. */
function keyOf({ text, parameters }: Statement): string {
  return `${Math.ceil(Math.log2(1 + sizeOf(Object.values(parameters))))} ${text}`;
}

/** Counts the values of lists, without those deep inside. */
function sizeOf(values: readonly unknown[], depth = 3): number {
  let size = values.length;
  if (depth > 0) for (const value of values) if (Array.isArray(value)) size += sizeOf(value, depth - 1);
  return size;
}
