import type { GraphQLSchema } from 'graphql';
import { Chance } from '../bench/random.ts';
import { measuredAnswer } from '../hostile/measured-answer.ts';
import type { MeasuredServer } from '../hostile/measured-server.ts';
import type { DrawnField } from '../oracle/operations.ts';
import { type Operation, render } from '../oracle/render.ts';
import type { Pools } from '../oracle/value-pools.ts';
import { type Bounds, brokenBounds, type Outcome, shareOf } from './bounds.ts';
import { eachArgument, GreedyDrawer } from './greedy-operations.ts';
import { mutated } from './mutations.ts';

export interface FuzzOptions {
  readonly schema: GraphQLSchema;
  readonly pools: Pools;
  readonly seed: number;
  readonly bounds: Bounds;
  /** How long to go on, in milliseconds. */
  readonly duration: number;
  /** Starts a server on the graph. */
  readonly start: () => Promise<MeasuredServer>;
  /** Hears of each operation that broke a bound, also on a server that had just been started. */
  readonly onBroken?: (broken: Broken) => void;
}

/** An operation that broke bounds, and what came of it on a fresh server. */
export interface Broken extends Outcome {
  readonly operation: Operation;
  readonly broken: readonly string[];
}

export interface Fuzzed {
  readonly asked: number;
  /** How many of them were refused with a code. */
  readonly refused: number;
  readonly broken: readonly Broken[];
  /** The operations that took the most time and memory within the bounds. */
  readonly costliest: readonly Costly[];
  /** The most memory of a server that was asked many, in MB. */
  readonly peak: number;
  /** How long each took until nothing worked on it any more, in milliseconds. */
  readonly times: readonly number[];
}

interface Costly {
  readonly fields: readonly DrawnField[];
  readonly operation: Operation;
  readonly outcome: Outcome;
  readonly share: number;
}

/** How many of the costliest operations are kept for each set of root fields. */
const KEPT = 4;

/** Draws operations by cost: each argument by itself first, then freely, and always near those that cost most so far. */
export async function fuzz(options: FuzzOptions): Promise<Fuzzed> {
  const run = new Run(options);
  try {
    return await run.all();
  } finally {
    await run.stop();
  }
}

class Run {
  readonly #options: FuzzOptions;
  readonly #chance: Chance;
  readonly #draw: GreedyDrawer;
  readonly #kept = new Map<string, Costly[]>();
  readonly #broken: Broken[] = [];
  #server: MeasuredServer | null = null;
  #before = 0;
  #asked = 0;
  #refused = 0;
  #peak = 0;
  readonly #times: number[] = [];

  constructor(options: FuzzOptions) {
    this.#options = options;
    this.#chance = new Chance(options.seed);
    this.#draw = new GreedyDrawer(options.schema, this.#chance);
  }

  async all(): Promise<Fuzzed> {
    const end = performance.now() + this.#options.duration;
    const first = shuffled(eachArgument(this.#options.schema, this.#draw, this.#chance), this.#chance);
    while (performance.now() < end) {
      const alone = this.#asked % 2 === 0 ? first.pop() : undefined;
      await this.#try(alone ? [alone] : this.#next());
    }
    const costliest = this.#all().sort((one, other) => other.share - one.share);
    const [asked, refused, peak] = [this.#asked, this.#refused, this.#peak];
    return { asked, refused, broken: this.#broken, costliest: costliest.slice(0, 10), peak, times: this.#times };
  }

  async stop(signal?: NodeJS.Signals): Promise<void> {
    await this.#server?.stop(signal);
    this.#server = null;
  }

  #all(): Costly[] {
    return [...this.#kept.values()].flat();
  }

  #next(): readonly DrawnField[] {
    const all = this.#all();
    if (all.length === 0 || this.#chance.hit(0.3)) return [this.#draw.root()];
    const group = this.#chance.of([...this.#kept.values()]);
    const { fields } = this.#chance.of(this.#chance.hit(0.5) ? group : all);
    return mutated(
      fields,
      this.#draw,
      this.#chance,
      all.map((one) => one.fields),
    );
  }

  async #try(fields: readonly DrawnField[]): Promise<void> {
    const operation = render(this.#options.schema, fields, this.#options.pools);
    const outcome = await this.#ask(operation);
    this.#asked += 1;
    this.#times.push(outcome.idleAfter);
    if (outcome.codes.length > 0) this.#refused += 1;
    this.#peak = Math.max(this.#peak, outcome.peak || 0);
    const { bounds } = this.#options;
    if (brokenBounds(outcome, bounds).length > 0) return this.#again(operation, outcome);
    const share = shareOf(outcome, bounds, this.#before);
    if (outcome.codes.length === 0 || share > 0.1) this.#keep({ fields, operation, outcome, share });
  }

  /**
   * Whether an operation breaks a bound by itself is seen on a server that has done nothing else. Memory that many together
   * take counts too.
   */
  async #again(operation: Operation, first: Outcome): Promise<void> {
    await this.stop('SIGKILL');
    const outcome = await this.#ask(operation);
    const broken = brokenBounds(outcome, this.#options.bounds);
    await this.stop('SIGKILL');
    if (broken.length === 0 && first.peak > this.#options.bounds.memory) {
      broken.push(`memory: ${Math.round(first.peak)} MB, after others`);
    }
    if (broken.length === 0) return;
    const found = { ...outcome, operation, broken };
    this.#broken.push(found);
    this.#options.onBroken?.(found);
  }

  async #ask(operation: Operation): Promise<Outcome> {
    const { bounds, start } = this.#options;
    if (!this.#server?.isRunning()) {
      this.#server = await start();
    }
    const server = this.#server;
    this.#before = server.memory();
    const stopWatching = killBeyond(server, 3 * bounds.memory);
    const from = performance.now();
    const answer = await measuredAnswer(server, operation, { patience: 3 * bounds.milliseconds });
    const isLong = answer.milliseconds > bounds.milliseconds / 10;
    if (isLong) await server.idle(3 * bounds.milliseconds - answer.milliseconds);
    const idleAfter = isLong ? performance.now() - from : answer.milliseconds;
    const most = stopWatching();
    return { ...answer, idleAfter, peak: Math.max(most, server.peak() || 0) };
  }

  #keep(costly: Costly): void {
    const key = [...new Set(costly.fields.map(({ name }) => name))].sort().join(' ');
    const kept = [...(this.#kept.get(key) ?? []), costly].sort((one, other) => other.share - one.share);
    this.#kept.set(key, kept.slice(0, KEPT));
  }
}

/** Kills a server that takes more memory than that, for the machine's sake; ends with the most it had, in MB. */
function killBeyond(server: MeasuredServer, memory: number): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, server.memory() || 0);
    if (most > memory && server.isRunning()) void server.stop('SIGKILL');
  }, 50);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all
    .map((one) => ({ one, at: chance.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
}
