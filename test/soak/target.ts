import { type MeasuredServer, measuredServer } from '../hostile/measured-server.ts';

/** How long after a fault answers may still be unlike others, in milliseconds: clients have to come back. */
const RECOVERY = 3_000;

/** The most memory of the server, sampled once a second, in MB. */
export interface Memory {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
  /** The largest at the end of each tenth of the last process's time. */
  readonly course: readonly number[];
}

/** The server under test: clients find it at one address, whichever process answers there. */
export class Target {
  readonly url: string;
  readonly #settings: Readonly<Record<string, string>>;
  #server: MeasuredServer;
  #samples: number[] = [];
  #peak = 0;
  #readyAt = 0;
  #isFaulty = false;
  readonly #logs: string[] = [];
  readonly #timer = setInterval(() => this.#sample(), 1_000);

  static async start(settings: Readonly<Record<string, string>>): Promise<Target> {
    return new Target(await measuredServer(settings), settings);
  }

  constructor(server: MeasuredServer, settings: Readonly<Record<string, string>>) {
    this.#server = server;
    this.url = server.url;
    this.#settings = { ...settings, PORT: new URL(server.url).port };
  }

  /** Whether no fault is under way, and none was until a moment ago. */
  get isCalm(): boolean {
    return !this.#isFaulty && performance.now() - this.#readyAt > RECOVERY;
  }

  /** Whether a request that began at this time of `performance.now` met no fault. */
  isCalmSince(start: number): boolean {
    return !this.#isFaulty && start - this.#readyAt > RECOVERY;
  }

  async during(fault: () => Promise<void>): Promise<void> {
    this.#isFaulty = true;
    await fault();
    this.#isFaulty = false;
    this.#readyAt = performance.now();
  }

  /** Kills the process without warning, and starts another on the same data. */
  async killAndRestart(): Promise<void> {
    await this.#server.stop('SIGKILL');
    this.#logs.push(this.#server.log());
    this.#server = await measuredServer(this.#settings);
    this.#samples = [];
  }

  /** The same server ended in order; gives the log lines of all processes. */
  async stop(): Promise<readonly string[]> {
    clearInterval(this.#timer);
    await this.#server.stop();
    this.#logs.push(this.#server.log());
    return this.#logs.flatMap((log) => log.split('\n').filter((line) => line !== ''));
  }

  get isRunning(): boolean {
    return this.#server.isRunning();
  }

  memory(): Memory {
    const size = Math.max(1, Math.floor(this.#samples.length / 10));
    const course = this.#samples.filter((_, at) => at % size === size - 1).slice(0, 10);
    return { start: this.#samples[0] ?? 0, peak: this.#peak, end: this.#samples.at(-1) ?? 0, course };
  }

  #sample(): void {
    const memory = this.#server.memory();
    if (Number.isNaN(memory)) return;
    this.#samples.push(memory);
    this.#peak = Math.max(this.#peak, this.#server.peak());
  }
}
