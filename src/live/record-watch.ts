import type { Engine } from '../engine/engine.ts';
import { readPresent } from '../revision/recorded-events.ts';
import { lockClock } from '../store/clock.ts';

/** How often the record is looked at while somebody waits, in milliseconds. */
const EVERY = 500;

interface Waiting {
  readonly beyond: number;
  readonly wake: (reached: number) => void;
}

/**
 * Watches how far the record sequence has come, for all that follow it in one server. It looks only while somebody
 * waits. Writers may be anywhere, so the database is asked; writers do not notify each other.
 */
export class RecordWatch {
  readonly #engine: Engine;
  readonly #waiting = new Set<Waiting>();
  /** Up to this number of the sequence, everything can be read. */
  #reached = 0;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isNudged = false;
  #isClosed = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Waits until the record has come beyond a number, and returns how far; null where the signal or a close ends it first. */
  beyond(sequence: number, signal: AbortSignal): Promise<number | null> {
    if (signal.aborted || this.#isClosed) return Promise.resolve(null);
    if (this.#reached > sequence) return Promise.resolve(this.#reached);
    return new Promise((resolve) => {
      const end = () => {
        this.#waiting.delete(waiting);
        if (this.#waiting.size === 0) this.#rest();
        resolve(null);
      };
      const wake = (reached: number) => {
        signal.removeEventListener('abort', end);
        this.#waiting.delete(waiting);
        resolve(this.#isClosed ? null : reached);
      };
      const waiting = { beyond: sequence, wake };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', end, { once: true });
      if (!this.#timer) this.#look();
    });
  }

  /** Looks at once, since something was written here. */
  nudge(): void {
    if (this.#waiting.size > 0) this.#look();
  }

  /** Ends all waiting, and waits until the database is left alone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#rest();
    for (const { wake } of [...this.#waiting]) wake(this.#reached);
    await this.#looking;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    if (!this.#isClosed && this.#waiting.size > 0) this.#timer = setTimeout(() => this.#look(), EVERY);
  }

  #look(): void {
    this.#isNudged = this.#looking !== undefined;
    if (this.#isNudged || this.#isClosed) return;
    this.#rest();
    this.#looking = this.#ask().finally(() => {
      this.#looking = undefined;
      if (this.#isNudged && this.#waiting.size > 0) this.#look();
      else this.#schedule();
    });
  }

  async #ask(): Promise<void> {
    try {
      const present = await readPresent((statement) => this.#engine.read(statement));
      if (present <= this.#reached) return;
      // Its writer has let the next one in, so the one before is there whole.
      this.#announce(present - 1);
      this.#announce(await readSettled(this.#engine));
    } catch {
      // A database that is away is asked again; a reader meets the error too.
    }
  }

  #announce(reached: number): void {
    this.#reached = Math.max(this.#reached, reached);
    for (const { beyond, wake } of [...this.#waiting]) if (this.#reached > beyond) wake(this.#reached);
  }
}

/**
 * The newest number of the sequence of which all can be read. A database may show the clock of a write before it shows
 * the rest of it; while this holds the clock, no write is under way.
 */
async function readSettled(engine: Engine): Promise<number> {
  const { sequence } = await engine.write((run) => lockClock(run), { due: performance.now() + engine.timeout });
  return sequence;
}
