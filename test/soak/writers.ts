import { Chance } from '../bench/random.ts';
import { TOKEN } from '../hostile/measured-server.ts';
import { ask, pause } from './ask.ts';
import type { Tally } from './tally.ts';
import type { Target } from './target.ts';

/** A claim that the server has acknowledged, with the numbers of the changes to it. */
export interface Acknowledged {
  readonly claim: string;
  readonly key: string;
  readonly recorded: number;
  readonly corrected: number | null;
  readonly retracted: number | null;
}

const PAYLOAD = '{ revision { sequence } problems { code message } replayed }';
const RECORD = `mutation ($bundle: BundleInput!, $key: String!) {
  change: record(bundle: $bundle, idempotencyKey: $key) ${PAYLOAD} }`;
const CORRECT = `mutation ($input: CorrectInput!) { change: correct(input: $input) ${PAYLOAD} }`;
const RETRACT = `mutation ($id: ID!) { change: retract(id: $id, reason: "It was a trial.") ${PAYLOAD} }`;
const LAST = `query ($id: ID!) { history(id: $id, last: 1) { nodes { sequence operation } } }`;

/** How long a writer waits between claims, and before it tries again, in milliseconds. */
const THINKS = 100;
const AGAIN = 300;

export function wording(claim: string, isCorrected: boolean): string {
  return `${claim} was ${isCorrected ? 'corrected' : 'recorded'} under load.`;
}

function claimOf(claim: string, isCorrected: boolean) {
  const texts = [{ text: wording(claim, isCorrected), language: 'en' }];
  return { id: claim, texts, predicate: 'said', subject: 'person:p1', about: ['organization:i1'] };
}

function bundleOf(claim: string) {
  const said = { id: claim.replace('claim:', 'attribution:'), claim, actor: 'person:p2', stance: 'ASSERTS' };
  const how = { certainty: 'CERTAIN', mode: 'INDIRECT', onRecord: true, basis: 'STATED' };
  return { claims: [claimOf(claim, false)], attributions: [{ ...said, ...how }] };
}

/** Records claims, corrects some and retracts some. Each change is sent again until it is acknowledged. */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  /** Requests that were sent again with the same key after an acknowledgement, and were answered as the first time. */
  replays = 0;
  readonly #target: Target;
  readonly #tally: Tally;
  readonly #chance: Chance;
  readonly #name: string;

  constructor(target: Target, tally: Tally, number: number) {
    this.#target = target;
    this.#tally = tally;
    this.#chance = new Chance(number);
    this.#name = `w${number}`;
  }

  async writeOn(isOver: () => boolean): Promise<void> {
    for (let number = 0; !isOver(); number++) {
      this.acknowledged.push(await this.#claim(`claim:${this.#name}-${number}`));
      await pause(THINKS);
    }
  }

  async #claim(claim: string): Promise<Acknowledged> {
    const key = `key of ${claim}`;
    const variables = { bundle: bundleOf(claim), key };
    const recorded = await this.#until('record', RECORD, variables, claim);
    if (this.#chance.hit(0.1)) await this.#replay(variables, recorded);
    const fate = this.#chance.next();
    const input = { id: claim, replacement: { claims: [claimOf(claim, true)] }, reason: 'It was a trial.' };
    const corrected = fate < 0.3 ? await this.#until('correct', CORRECT, { input }, claim) : null;
    const retracted = fate > 0.85 ? await this.#until('retract', RETRACT, { id: claim }, claim) : null;
    return { claim, key, recorded, corrected, retracted };
  }

  async #replay(variables: object, recorded: number): Promise<void> {
    const sequence = await this.#until('record', RECORD, { ...variables }, '');
    if (sequence === recorded) this.replays += 1;
    else this.#tally.wrong.push(`record: sent again with the same key, ${recorded} became ${sequence}`);
  }

  /** Sends a change until it is acknowledged; gives its number. */
  async #until(name: string, query: string, variables: Record<string, unknown>, claim: string): Promise<number> {
    for (let tries = 1; ; tries++) {
      const start = performance.now();
      const answer = await ask(this.#target.url, query, variables, TOKEN);
      this.#tally.answered(name, start, answer);
      const { revision, problems = [] } = answer.data?.change ?? {};
      if (revision) return revision.sequence;
      // A change without a key that broke off may have been made: its record says whether it was.
      const made = problems.length > 0 && tries > 1 ? await this.#lastOf(claim, name) : null;
      if (made !== null) return made;
      if (problems.length > 0) this.#tally.wrong.push(`${name}: ${JSON.stringify(problems)}`);
      await pause(AGAIN);
    }
  }

  async #lastOf(claim: string, name: string): Promise<number | null> {
    const { data } = await ask(this.#target.url, LAST, { id: claim });
    const last = data?.history.nodes[0];
    return last?.operation === name.toUpperCase() ? last.sequence : null;
  }
}
