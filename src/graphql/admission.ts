import { type Client, FairQueue, type Leave } from '../engine/fair-queue.ts';
import { untilDue } from '../engine/until-due.ts';

/** An operation that may read no more values than this does not wait for others. */
export const SMALL = 20_000;

/** How many operations may wait: of all together, and of one address. */
const WAITING = { waiting: 500, waitingOfAddress: 100 };

/** An operation on its way: who sent it, when its answer has to be there, and what ends it before. */
export interface Operation {
  readonly client: Client;
  readonly due: number;
  readonly signal: AbortSignal;
}

/** The place of an operation, from its first statement until its answer is text. */
export interface Place {
  /** Waits for the place. Throws EngineErrors: BUSY, TOO_MANY, CANCELLED. */
  readonly take: (cost: number) => Promise<void>;
  readonly leave: () => void;
}

/**
 * Lets large operations in by turns: all that run together may read as many values as one may, since each value takes
 * memory, and time of the one thread that all answers are made in.
 */
export class Admission {
  readonly #queue: FairQueue;

  constructor(values: number) {
    this.#queue = new FairQueue({ capacity: values, ...WAITING });
  }

  placeOf({ client, due, signal }: Operation): Place {
    let entering: Promise<void> | undefined;
    let leave: Leave | undefined;
    let isOver = false;
    const enter = async (cost: number) => {
      leave = await untilDue(due, signal, (left) => this.#queue.enter(cost, client, left));
      if (isOver) leave();
    };
    return {
      take: (cost) => {
        if (cost <= SMALL) return Promise.resolve();
        entering ??= enter(cost);
        return entering;
      },
      leave: () => {
        isOver = true;
        leave?.();
      },
    };
  }
}
