import { statusLine } from './terminal.ts';

/** How often the line is drawn on a terminal, and how often it is written elsewhere, in milliseconds. */
const DRAW_INTERVAL = 100;
const WRITE_INTERVAL = 10_000;

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** The unit of what is counted: bytes, or lines and items. */
export type Unit = 'byte' | 'piece';

/** Shows on standard error how far long work has come: its rate, and about how much time is left. */
export class Progress {
  #stage = '';
  /** When the stage began, and how much was done then. */
  #startTime = 0;
  #doneAtStart = 0;
  #lastShown = Date.now();
  #isDrawn = false;

  update(stage: string, done: number, total: number | null, unit: Unit): void {
    const now = Date.now();
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#startTime = now;
      this.#doneAtStart = done;
    }
    if (now - this.#lastShown < (statusLine.isDrawn ? DRAW_INTERVAL : WRITE_INTERVAL)) return;
    this.#lastShown = now;
    const rate = (done - this.#doneAtStart) / Math.max(1, now - this.#startTime);
    statusLine.show(describe(stage, done, total, unit, rate));
    this.#isDrawn = true;
  }

  /** Removes the line, so that something else can be written. */
  clear(): void {
    if (this.#isDrawn) statusLine.clear();
    this.#isDrawn = false;
  }
}

/** A line such as "writing: 12,000 of 50,000, 3,100 a second, about 13 s left"; `rate` is per millisecond. */
export function describe(stage: string, done: number, total: number | null, unit: Unit, rate: number): string {
  const amount = (count: number) => (unit === 'byte' ? bytes(count) : Math.round(count).toLocaleString('en'));
  const parts = [`${stage}: ${amount(done)}${total === null ? '' : ` of ${amount(total)}`}`];
  if (rate > 0) parts.push(`${amount(rate * 1_000)} a second`);
  if (rate > 0 && total !== null && total > done) parts.push(`about ${duration((total - done) / rate)} left`);
  return parts.join(', ');
}

function bytes(count: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const value = count / 1_000 ** power;
  return `${power === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
