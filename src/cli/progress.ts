/** How often a line is drawn on a terminal, and written elsewhere, in milliseconds. */
const DRAWN = 100;
const WRITTEN = 10_000;

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** What is counted: bytes, or lines and the like. */
export type Unit = 'byte' | 'piece';

/** Tells on standard error how far long work is: its rate, and about how much time is left. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #stage = '';
  /** When the stage began, and how much was done by then. */
  #began = 0;
  #before = 0;
  #told = Date.now();
  #isDrawn = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  update(stage: string, done: number, total: number | null, unit: Unit): void {
    const now = Date.now();
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#began = now;
      this.#before = done;
    }
    if (now - this.#told < (this.#stream.isTTY ? DRAWN : WRITTEN)) return;
    this.#told = now;
    const line = describe(stage, done, total, unit, (done - this.#before) / Math.max(1, now - this.#began));
    this.#stream.write(this.#stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    this.#isDrawn = this.#stream.isTTY === true;
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.#isDrawn) this.#stream.write('\r\x1b[K');
    this.#isDrawn = false;
  }
}

/** "writing: 12,000 of 50,000, 3,100 a second, about 13 s left"; the rate is per millisecond. */
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
