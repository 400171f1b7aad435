import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { type Heard, type Listener, listen } from './live/listener.ts';
import { Newsroom, serve } from './live/newsroom.ts';

/** How often it is tried: what a connection loses or repeats hardly depends on the engine. */
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const RUNS = { embedded: 12, neo4j: 4 };

const SELECTION = `cursor revision { sequence operation reason subject { id } before after }
  attribution { id stance quote claim { text standing attributions { totalCount nodes { id stance } } } }`;

/** What happens in a newsroom; numbers choose among what there is. */
type Step =
  | { readonly kind: 'say'; readonly count: number; readonly denies: boolean; readonly ofBob: boolean }
  | { readonly kind: 'restate' | 'takeBack' | 'takeClaimBack' | 'relate'; readonly pick: number }
  | { readonly kind: 'rename' }
  | { readonly kind: 'break'; readonly taken: number }
  | { readonly kind: 'wait' };

const pick = fc.nat(1_000);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('say' as const),
        count: fc.integer({ min: 1, max: 7 }),
        denies: fc.boolean(),
        ofBob: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('restate' as const, 'takeBack' as const, 'takeClaimBack' as const, 'relate' as const),
        pick,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('break' as const), taken: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
  ),
  { minLength: 3, maxLength: 18 },
);

/** Writes at random, and remembers what can be changed. */
class Writers {
  readonly #newsroom: Newsroom;
  #claims: string[] = [];
  #count = 0;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'say') return this.#say(step);
    if (step.kind === 'rename') return this.#newsroom.rename('bob');
    if (!('pick' in step)) return undefined;
    const name = this.#claims[step.pick % this.#claims.length];
    if (name === undefined) return undefined;
    if (step.kind === 'restate') return this.#newsroom.restate(name, 'CONFIRMS', `words ${this.#count++}`);
    if (step.kind === 'relate') return this.#relate(name, step.pick);
    this.#claims = this.#claims.filter((one) => one !== name);
    return this.#newsroom.takeBack(step.kind === 'takeBack' ? `attribution:${name}` : `claim:${name}`);
  }

  async #say({ count, denies, ofBob }: Extract<Step, { kind: 'say' }>): Promise<void> {
    const names = Array.from({ length: count }, () => `n${String(this.#count++).padStart(4, '0')}`);
    this.#claims.push(...names);
    await this.#newsroom.say(names, denies ? 'DENIES' : 'ASSERTS', ofBob ? 'bob' : 'ann');
  }

  async #relate(name: string, from: number): Promise<void> {
    const other = this.#claims[(from + 1) % this.#claims.length];
    if (other !== undefined && other !== name) await this.#newsroom.relate(name, other);
  }
}

/** A listener whose connection breaks again and again, and who resumes after the last event that it took. */
class Wanderer {
  readonly #url: string;
  readonly #filter: Record<string, unknown>;
  readonly #taken: Heard[] = [];
  #after: string;
  #listener: Listener;

  constructor(url: string, after: string, filter: Record<string, unknown>) {
    this.#url = url;
    this.#after = after;
    this.#filter = filter;
    this.#listener = this.#subscribe();
  }

  /** Loses the connection, and with it all but the first so many events. */
  async break(most: number): Promise<void> {
    const taken = this.#listener.heard.slice(0, most);
    await this.#listener.leave();
    this.#taken.push(...taken);
    this.#after = taken.at(-1)?.cursor ?? this.#after;
    this.#listener = this.#subscribe();
  }

  /** All that was taken, once there is so much of it. */
  async all(count: number): Promise<readonly Heard[]> {
    await this.#listener.until(count - this.#taken.length);
    await pause(50);
    await this.#listener.leave();
    return [...this.#taken, ...this.#listener.heard];
  }

  #subscribe(): Listener {
    return listen(this.#url, { ...this.#filter, after: this.#after }, SELECTION);
  }
}

const FILTERS = [{}, { about: ['person:bob'] }, { stance: ['DENIES', 'CONFIRMS'] }];

describe.each(engines)('a listener whose connection breaks, on $name', ({ name, open }) => {
  it('hears the same as one who never left', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(...FILTERS), async (happening, filter) => {
        const engine = await open();
        const server = await serve(engine);
        const newsroom = new Newsroom(engine);
        const after = await newsroom.open();
        const steady = listen(server.url, { ...filter, after }, SELECTION);
        const wanderer = new Wanderer(server.url, after, filter);
        const writers = new Writers(newsroom);
        for (const step of happening) {
          if (step.kind === 'break') await wanderer.break(step.taken);
          else if (step.kind === 'wait') await pause(120);
          else await writers.take(step);
        }
        await newsroom.say(['zz'], 'DENIES', 'bob');
        while (steady.heard.at(-1)?.attribution?.id !== 'attribution:zz') await pause(20);
        expect(await wanderer.all(steady.heard.length)).toEqual(steady.heard);
        const later = listen(server.url, { ...filter, after }, SELECTION);
        expect(await later.until(steady.heard.length)).toEqual(steady.heard);
        const cursors = steady.heard.map(({ cursor }) => cursor);
        expect(new Set(cursors).size).toBe(cursors.length);
        expect(steady.errors).toEqual([]);
        for (const listener of [steady, later]) await listener.leave();
        await server.close();
        await engine.close();
      }),
      { numRuns: TIMES * RUNS[name] },
    );
  }, 240_000);
});
