import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { asking } from '../ask.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const EARLY = { saidAt: '2025-01-10' };

/** The post's story rests on words of another claim, and a denial of a third one goes back to the story. */
const STORY = small({
  people: ['ben'],
  ...papers('post', 'echo'),
  sources: { aide: {} },
  claims: { words: {}, story: {}, told: {}, denied: {} },
  attributions: {
    aide: { claim: 'words', actor: 'source:aide', ...EARLY },
    post: own('post', 'story', { cites: cites('aide'), ...EARLY }),
    echo: { ...relay('echo', 'told', 'post'), ...EARLY },
    ben: { claim: 'denied', actor: 'person:ben', stance: 'DENIES', cites: cites('echo'), ...EARLY },
  },
});

const RETRACTION = small({
  attributions: { sorry: own('post', 'story', { stance: 'RETRACTS', saidAt: '2025-02-10' }) },
});

describe.each(engines)('standings that rest on other claims on $name', (tested) => {
  const desk = deskForEach(tested);

  const standings = async (asOf?: object) => {
    const query = `query ($ids: [ID!]!, $asOf: AsOf) { nodes(ids: $ids) { ... on Claim { standing(asOf: $asOf) } } }`;
    const nodes = await answer(desk.ask, query, { ids: ['claim:words', 'claim:denied'], asOf });
    return nodes.map(({ standing }: { standing: string }) => standing);
  };

  const having = async (standing: string, asOf?: object) => {
    const query = 'query ($filter: ClaimFilter, $asOf: AsOf) { claims(filter: $filter, asOf: $asOf) { nodes { id } } }';
    const { nodes } = await answer(desk.ask, query, { filter: { standing: [standing] }, asOf });
    return nodes;
  };

  it('change when what they rest on is taken back', async () => {
    await desk.record(STORY);
    expect(await standings()).toEqual(['SINGLE_SOURCE', 'DENIED']);
    await desk.record(RETRACTION);
    expect(await standings()).toEqual(['RETRACTED', 'UNTRACED']);
    expect(await having('RETRACTED')).toEqual(['claim:words']);
  });

  it('change when what they rest on is removed', async () => {
    await desk.record(STORY);
    const writing = await asking(desk.engine, { by: 'desk' });
    const retraction = 'mutation { retract(id: "attribution:post", reason: "not theirs") { problems { message } } }';
    expect(await answer(writing, retraction)).toEqual({ problems: [] });
    expect(await standings()).toEqual(['UNTRACED', 'UNTRACED']);
  });

  it('are listed as they were before it was taken back', async () => {
    await desk.record(STORY, RETRACTION);
    const before = { said: '2025-01-31' };
    expect(await standings(before)).toEqual(['SINGLE_SOURCE', 'DENIED']);
    expect(await having('SINGLE_SOURCE', before)).toEqual(['claim:words']);
    expect(await having('DENIED', before)).toEqual(['claim:denied']);
    expect(await having('RETRACTED', before)).toEqual([]);
  });
});
