import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';
import { ids, PEOPLE, SIDED } from './contradiction-lists.ts';

const denies = (more: object = {}) => ({ claim: 'a', actor: 'person:ben', stance: 'DENIES', ...more });

describe.each(engines)('the sides of contradictions on $name', (tested) => {
  const desk = deskForEach(tested);

  it('have relays with those whom they cite, and need somebody who denies', async () => {
    await desk.record(
      small({
        ...papers('post', 'herald'),
        people: PEOPLE,
        claims: { a: {}, same: {} },
        attributions: {
          yes: { claim: 'a', actor: 'person:ana', saidAt: '2025-01-01' },
          no: denies({ claim: 'same', saidAt: '2025-01-05' }),
          post: { ...relay('post', 'a', 'yes'), saidAt: '2025-01-02' },
          herald: { ...relay('herald', 'a', 'no'), saidAt: '2025-01-06' },
        },
      }),
    );
    expect(await ids(desk.ask)).toEqual([]);
    await desk.record(
      small({
        relations: [{ from: 'claim:a', to: 'claim:same', kind: 'SAME_AS', basis: 'ANALYST' }],
        attributions: { also: denies({ claim: 'same', covers: ['claim:a'], saidAt: '2025-01-07' }) },
      }),
    );
    const stance = 'contradiction:stance:claim:a';
    expect(await ids(desk.ask)).toEqual([stance]);
    expect(await ids(desk.ask, '(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-06" })')).toEqual([]);
    const { data } = await desk.ask(`{ contradictions ${SIDED} }`);
    expect(data.contradictions.nodes[0].sides).toEqual([
      {
        claim: { id: 'claim:a' },
        affirms: true,
        actors: [{ id: 'organization:post' }, { id: 'person:ana' }],
        attributions: [{ id: 'attribution:post' }, { id: 'attribution:yes' }],
      },
      {
        claim: { id: 'claim:a' },
        affirms: false,
        actors: [{ id: 'organization:herald' }, { id: 'person:ben' }],
        attributions: [{ id: 'attribution:also' }, { id: 'attribution:herald' }],
      },
    ]);
  });

  it('are those of what counts: suggested attributions and relations oppose nobody', async () => {
    await desk.record(
      small({
        people: PEOPLE,
        claims: { a: {}, b: {} },
        attributions: {
          yes: { claim: 'a', actor: 'person:ana' },
          no: denies({ basis: 'MODEL' }),
          other: { claim: 'b', actor: 'person:ana' },
        },
        relations: [
          { from: 'claim:a', to: 'claim:b', kind: 'CONTRADICTS', basis: 'MODEL' },
          { from: 'claim:b', to: 'claim:a', kind: 'CONTRARY_TO', basis: 'RULE' },
        ],
      }),
    );
    expect(await ids(desk.ask)).toEqual([]);
    await desk.record(small({ attributions: { really: denies() } }));
    expect(await ids(desk.ask)).toEqual(['contradiction:stance:claim:a']);
  });

  it('have an own origin each, where two claims cannot both hold: the slip of a relay has none', async () => {
    const slip = { ...own('herald', 'fewer'), stance: 'REPORTS', cites: cites('sound'), saidAt: '2025-02-01' };
    await desk.record(
      small({
        ...papers('post', 'herald'),
        people: PEOPLE,
        claims: { many: {}, fewer: {} },
        attributions: { sound: { ...own('post', 'many'), saidAt: '2025-01-01' }, slip },
        relations: [{ from: 'claim:many', to: 'claim:fewer', kind: 'CONTRARY_TO', basis: 'ANALYST' }],
      }),
    );
    expect(await ids(desk.ask)).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-03" })')).toEqual([]);
    await desk.record(small({ attributions: { ben: { claim: 'fewer', actor: 'person:ben', saidAt: '2025-02-02' } } }));
    const contrary = 'contradiction:claim:contrary-to:claim:fewer:claim:many';
    expect(await ids(desk.ask)).toEqual([contrary]);
    expect(await ids(desk.ask, '(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-03" })')).toEqual([contrary]);
  });

  it('lose what an outlet takes back, with what its unnamed sources said', async () => {
    await desk.record(
      small({
        ...papers('post', 'owner'),
        families: { post: 'owner' },
        people: PEOPLE,
        sources: { insiders: { shieldedBy: 'organization:post' } },
        claims: { a: {} },
        attributions: {
          insiders: { claim: 'a', actor: 'source:insiders', saidAt: '2025-01-01' },
          sister: { ...own('owner', 'a'), saidAt: '2025-01-02' },
          no: denies({ saidAt: '2025-01-03' }),
        },
      }),
    );
    const stance = 'contradiction:stance:claim:a';
    expect(await ids(desk.ask)).toEqual([stance]);
    const retraction = { claim: 'a', actor: 'organization:post', stance: 'RETRACTS', saidAt: '2025-02-01' };
    await desk.record(small({ attributions: { sorry: retraction } }));
    expect(await ids(desk.ask)).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-31" })')).toEqual([stance]);
    expect(await ids(desk.ask, '(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([stance]);
    await desk.record(small({ attributions: { again: { ...own('post', 'a'), saidAt: '2025-03-01' } } }));
    expect(await ids(desk.ask)).toEqual([stance]);
  });
});
