import type { Bundle } from '../../src/bundle/bundle.ts';
import { correct } from '../../src/change/correct.ts';
import { load } from '../../src/change/load.ts';
import { relate } from '../../src/change/relate.ts';
import { retract } from '../../src/change/retract.ts';
import { encodeCursor } from '../../src/cypher/page.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server.ts';
import { small } from '../small-bundle.ts';

const DESK = { by: 'desk' };

/** Those who write while others listen. Ann and Bob are there from the start, as the first revision. */
export class Newsroom {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Opens for work, and gives the cursor behind the first revision. */
  async open(): Promise<string> {
    await this.#record(small({ people: ['ann', 'bob'] }));
    const [first] = await this.#engine.read({ text: 'MATCH (r:Revision) RETURN r.at AS at', parameters: {} });
    return encodeCursor('Subscription.recorded', { at: first?.at as number, key: 1, tie: '', of: null });
  }

  /** Claims about somebody, with what Ann says of each. */
  async say(names: readonly string[], stance = 'ASSERTS', about = 'ann', quote?: string): Promise<void> {
    const attribution = { actor: 'person:ann', stance, ...(quote && { quote }) };
    await this.#record(
      small({
        claims: Object.fromEntries(names.map((name) => [name, { subject: `person:${about}` }])),
        attributions: Object.fromEntries(names.map((name) => [name, { claim: name, ...attribution }])),
      }),
    );
  }

  async restate(name: string, stance: string, quote?: string): Promise<void> {
    const attributions = { [name]: { claim: name, actor: 'person:ann', stance, ...(quote && { quote }) } };
    const correction = { id: `attribution:${name}`, replacement: small({ attributions }) };
    await this.#engine.write((run) => correct(run, correction, { ...DESK, reason: 'misheard' }));
  }

  async rename(name: string): Promise<void> {
    const correction = { id: `person:${name}`, replacement: small({ people: [name] }) };
    const [person] = correction.replacement.actors;
    Object.assign(person?.names[0] ?? {}, { text: `${name} ${Math.random()}` });
    await this.#engine.write((run) => correct(run, correction, { ...DESK, reason: 'misspelt' }));
  }

  async takeBack(id: string): Promise<void> {
    await this.#engine.write((run) => retract(run, id, { ...DESK, reason: 'not ours' }));
  }

  async relate(from: string, to: string): Promise<void> {
    const relation = { from: `claim:${from}`, to: `claim:${to}`, kind: 'SUPPORTS', basis: 'STATED' } as const;
    await this.#engine.write((run) => relate(run, relation, DESK));
  }

  async #record(bundle: Bundle): Promise<void> {
    await load(this.#engine, bundle, DESK);
  }
}

export function serve(engine: Engine, more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent', ...more });
}
