import { describe, expect, it } from 'vitest';
import { answer, failure } from '../answer.ts';
import { deskWith } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const attribution = (actor: string, more: object = {}) => ({ claim: 'a', actor: `person:${actor}`, ...more });

/** Papers that report Ana by two chains, one of them longer; a loop; a denial with a relay. */
const GRAPH = small({
  people: ['ana', 'ben'],
  ...papers('post', 'herald', 'times', 'globe', 'echo', 'mirror'),
  claims: { a: {}, other: {}, rumour: {} },
  attributions: {
    ana: attribution('ana', { saidAt: '2025-01-01' }),
    ben: attribution('ben', { saidAt: '2025-03-01' }),
    post: { ...relay('post', 'a', 'herald', 'times', 'ben'), saidAt: '2025-01-05' },
    herald: { ...relay('herald', 'a', 'ana'), saidAt: '2025-01-04' },
    times: { ...relay('times', 'a', 'globe'), saidAt: '2025-01-04' },
    globe: { ...relay('globe', 'a', 'ana'), saidAt: '2025-01-03' },
    echo: relay('echo', 'a', 'mirror'),
    mirror: relay('mirror', 'a', 'echo'),
    denial: attribution('ben', { stance: 'DENIES', cites: cites('ana') }),
    'relays-denial': relay('echo', 'a', 'denial'),
    silent: attribution('ben', { stance: 'NO_RESPONSE' }),
    aside: own('post', 'other', { cites: cites('ana') }),
    rumour: relay('times', 'rumour'),
    'relays-rumour': relay('globe', 'rumour', 'rumour'),
  },
});

describe.each(engines)('chains on $name', (tested) => {
  const desk = deskWith(tested, GRAPH);

  const chains = async (id: string, args = '') => {
    const query = `{ node(id: "attribution:${id}") { ... on Attribution { chains${args} { id } } } }`;
    const { chains: found } = await answer(desk.ask, query);
    return found.map((chain: string[]) => chain.map((one) => one.replace('attribution:', '')).join(' '));
  };

  it('go back to the roots, shortest first, then by ids', async () => {
    expect(await chains('post')).toEqual(['post ben', 'post herald ana', 'post times globe ana']);
    expect(await chains('post', '(maxHops: null, first: null)')).toEqual(await chains('post'));
  });

  it('of a root are that root alone, and a loop ends where it is entered', async () => {
    expect(await chains('ana')).toEqual(['ana']);
    expect(await chains('echo')).toEqual(['echo']);
    expect(await chains('mirror')).toEqual(['mirror']);
  });

  it('stay on the side that they begin with, and go on to another claim, to words that are borrowed or lost', async () => {
    expect(await chains('relays-denial')).toEqual(['relays-denial denial']);
    expect(await chains('denial')).toEqual(['denial']);
    expect(await chains('silent')).toEqual(['silent']);
    expect(await chains('aside')).toEqual(['aside ana']);
    expect(await chains('relays-rumour')).toEqual(['relays-rumour rumour']);
  });

  it('are at most as many and as long as requested; a longer one is cut', async () => {
    expect(await chains('post', '(first: 2)')).toEqual(['post ben', 'post herald ana']);
    expect(await chains('post', '(first: 0)')).toEqual([]);
    expect(await chains('post', '(maxHops: 1)')).toEqual(['post ben', 'post herald', 'post times']);
    expect(await chains('post', '(maxHops: 2)')).toEqual(['post ben', 'post herald ana', 'post times globe']);
    expect(await chains('post', '(maxHops: 0)')).toEqual(['post']);
    expect(await chains('post', '(maxHops: 20, first: 200)')).toHaveLength(3);
  });

  it('include only what had been said by a date', async () => {
    expect(await chains('post', '(asOf: { said: "2025-01-31" })')).toEqual(['post herald ana', 'post times globe ana']);
    expect(await chains('post', '(asOf: { said: "2025-01-04" })')).toEqual([]);
    expect(await chains('post', '(asOf: { recorded: "2025-12-31T00:00:00Z" })')).toEqual([]);
  });

  it.each([
    ['maxHops: -1', 'maxHops', '-1 is not from 0 to 20'],
    ['maxHops: 21', 'maxHops', '21 is not from 0 to 20'],
    ['first: -1', 'first', '-1 is not from 0 to 200'],
    ['first: 201', 'first', '201 is not from 0 to 200'],
  ])('refuse %s', async (args, argument, problem) => {
    const query = `{ node(id: "attribution:post") { ... on Attribution { chains(${args}) { id } } } }`;
    expect(await failure(desk.ask, query)).toEqual({
      code: 'BAD_USER_INPUT',
      argument,
      message: `${argument}: ${problem}`,
    });
  });
});
