import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { papers, relay, small } from '../small-bundle.ts';
import { ofClaim } from './traced-claims.ts';

const DENIALS = 'denials { attribution { id } covers { id } leavesOpen { id } }';

describe.each(engines)('denials on $name', (tested) => {
  const desk = deskForEach(tested);

  const denials = async (claim: string, asOf?: object) => (await ofClaim(desk.ask, claim, DENIALS, asOf)).denials;
  const says = (actor: string, claim: string, more: object = {}) => ({ claim, actor: `person:${actor}`, ...more });
  const denies = (actor: string, claim: string, more: object = {}) => says(actor, claim, { stance: 'DENIES', ...more });
  /** Dora states these claims, so that each has an attribution. */
  const made = (...claims: readonly string[]) =>
    Object.fromEntries(claims.map((claim) => [`made-${claim}`, says('dora', claim)]));
  const part = { partOf: 'claim:calls' };

  it('"one call only" denies the second call, and leaves the first and the talks open', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben', 'dora'],
        claims: { calls: {}, first: part, second: part, talks: part },
        attributions: { ...made('first', 'talks'), ana: says('ana', 'calls'), ben: denies('ben', 'second') },
      }),
    );
    const second = {
      attribution: 'attribution:ben',
      covers: ['claim:second'],
      leavesOpen: ['claim:first', 'claim:talks'],
    };
    expect(await denials('calls')).toEqual([second]);
    expect(await denials('second')).toEqual([second]);
    expect(await denials('first')).toEqual([]);
  });

  it('who confirms the call and denies the request denies no call', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben'],
        claims: { calls: {}, call: part, request: part },
        attributions: {
          ana: says('ana', 'calls'),
          yes: says('ben', 'call', { stance: 'CONFIRMS' }),
          no: denies('ben', 'request'),
        },
      }),
    );
    const denial = { attribution: 'attribution:no', covers: ['claim:request'], leavesOpen: ['claim:call'] };
    expect(await ofClaim(desk.ask, 'call', `standing ${DENIALS}`)).toEqual({ standing: 'SINGLE_SOURCE', denials: [] });
    expect(await ofClaim(desk.ask, 'request', `standing ${DENIALS}`)).toEqual({
      standing: 'DENIED',
      denials: [denial],
    });
    expect(await ofClaim(desk.ask, 'calls', `standing ${DENIALS}`)).toEqual({
      standing: 'DISPUTED',
      denials: [denial],
    });
  });

  it('covers what it is recorded to cover besides its own claim; all parts covered leave none open', async () => {
    await desk.record(
      small({
        people: ['ana', 'dora'],
        claims: { calls: {}, first: part, second: part, deal: {}, money: { partOf: 'claim:deal' } },
        attributions: {
          ...made('calls', 'first', 'second'),
          wide: denies('ana', 'deal', { covers: ['claim:first', 'claim:second'] }),
          narrow: denies('ana', 'money', { covers: ['claim:first'] }),
        },
      }),
    );
    const narrow = {
      attribution: 'attribution:narrow',
      covers: ['claim:first', 'claim:money'],
      leavesOpen: ['claim:second'],
    };
    const wide = {
      attribution: 'attribution:wide',
      covers: ['claim:deal', 'claim:first', 'claim:second'],
      leavesOpen: [],
    };
    expect(await denials('first')).toEqual([narrow, wide]);
    expect(await denials('second')).toEqual([wide]);
    expect(await denials('calls')).toEqual([narrow, wide]);
    expect(await denials('deal')).toEqual([narrow, wide]);
    expect(await denials('money')).toEqual([narrow]);
  });

  it('denying a whole reaches none of its parts, denying a part of a part reaches the whole', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben', 'dora'],
        claims: { calls: {}, first: part, greeting: { partOf: 'claim:first' }, farewell: { partOf: 'claim:first' } },
        attributions: { ...made('first', 'farewell'), whole: denies('ana', 'calls'), part: denies('ben', 'greeting') },
      }),
    );
    const greeting = {
      attribution: 'attribution:part',
      covers: ['claim:greeting'],
      leavesOpen: ['claim:farewell'],
    };
    const whole = { attribution: 'attribution:whole', covers: ['claim:calls'], leavesOpen: [] };
    expect(await denials('calls')).toEqual([greeting, whole]);
    expect(await denials('first')).toEqual([greeting]);
    expect(await denials('farewell')).toEqual([]);
  });

  it('covers what is the same, but not what somebody only refines, or a rule takes for the same', async () => {
    const relation = (from: string, kind: string, basis = 'ANALYST') => ({
      from: `claim:${from}`,
      to: 'claim:a',
      kind,
      basis,
    });
    await desk.record(
      small({
        people: ['ana', 'dora'],
        claims: { a: {}, same: {}, finer: {}, guess: {} },
        attributions: { ...made('same', 'finer', 'guess'), ana: denies('ana', 'a') },
        relations: [relation('same', 'SAME_AS'), relation('finer', 'REFINES'), relation('guess', 'SAME_AS', 'MODEL')],
      }),
    );
    const denial = { attribution: 'attribution:ana', covers: ['claim:a', 'claim:same'], leavesOpen: [] };
    expect(await denials('same')).toEqual([denial]);
    expect(await denials('a')).toEqual([denial]);
    expect(await denials('finer')).toEqual([]);
    expect(await denials('guess')).toEqual([]);
  });

  it('come earliest first, undated last, and as of the requested time', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben', 'cleo'],
        ...papers('post'),
        claims: { a: {} },
        attributions: {
          late: denies('ana', 'a', { saidAt: '2025-03' }),
          early: denies('ben', 'a', { saidAt: '2025-02-10' }),
          undated: denies('cleo', 'a'),
          relay: relay('post', 'a', 'early'),
        },
      }),
      small({ attributions: { new: denies('ana', 'a', { saidAt: '2025-01' }) } }),
    );
    const of = async (asOf?: object) =>
      (await denials('a', asOf)).map(({ attribution }: { attribution: string }) => attribution);
    const [first, early, late, undated] = ['new', 'early', 'late', 'undated'].map((id) => `attribution:${id}`);
    expect(await of()).toEqual([first, early, late, undated]);
    expect(await of({ recorded: '2026-01-01T12:00:00Z' })).toEqual([early, late, undated]);
    expect(await of({ said: '2025-03-15' })).toEqual([first, early]);
    expect(await of({ said: '2025-03-15', undated: 'INCLUDE' })).toEqual([first, early, late, undated]);
    expect(await of({ said: '2025-01-31', recorded: '2026-01-02T12:00:00Z' })).toEqual([first]);
  });
});
