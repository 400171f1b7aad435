import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';
import { ids, PEOPLE, SIDED } from './contradiction-lists.ts';

describe.each(engines)('self-contradictions on $name', (tested) => {
  const desk = deskForEach(tested);

  it('show who contradicts themselves, until they take it back', async () => {
    await desk.record(
      small({
        people: PEOPLE,
        claims: { a: {}, b: {} },
        attributions: {
          first: { claim: 'a', actor: 'person:ana', saidAt: '2025-01-01' },
          turn: { claim: 'a', actor: 'person:ana', stance: 'DENIES', saidAt: '2025-02-01' },
          ben: { claim: 'a', actor: 'person:ben', saidAt: '2025-01-01' },
          second: { claim: 'b', actor: 'person:ben', stance: 'CONFIRMS', saidAt: '2025-03-01' },
        },
        relations: [{ from: 'claim:a', to: 'claim:b', kind: 'CONTRADICTS', basis: 'STATED' }],
      }),
      small({ attributions: { sorry: { claim: 'a', actor: 'person:ben', stance: 'RETRACTS', saidAt: '2025-04-01' } } }),
    );
    const [ana, ben] = ['contradiction:self:person:ana:claim:a', 'contradiction:self:person:ben:claim:a:claim:b'];
    expect(await ids(desk.ask, '(kind: [SELF])')).toEqual([ana]);
    expect(await ids(desk.ask, '(kind: [SELF], asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([ana, ben]);
    expect(await ids(desk.ask, '(kind: [SELF], asOf: { said: "2025-03-31" })')).toEqual([ana, ben]);
    expect(await ids(desk.ask, '(kind: [SELF], asOf: { said: "2025-02-28" })')).toEqual([ana]);
    expect(await ids(desk.ask, '(kind: [SELF], asOf: { said: "2025-04-01" })')).toEqual([ana]);
    await desk.record(small({ attributions: { again: { claim: 'a', actor: 'person:ben', saidAt: '2025-05-01' } } }));
    expect(await ids(desk.ask, '(kind: [SELF])')).toEqual([ana, ben]);
    const { data } = await desk.ask(`{ contradictions(kind: [SELF]) { nodes {
      basis by reason sides { claim { id } affirms actors { id } attributions { id } }
    } } }`);
    expect(data.contradictions.nodes[1]).toEqual({
      basis: 'RULE',
      by: 'rule:self-contradiction',
      reason: 'person:ben affirms both claim:a and claim:b, which cannot both hold.',
      sides: [
        {
          claim: { id: 'claim:a' },
          affirms: true,
          actors: [{ id: 'person:ben' }],
          attributions: [{ id: 'attribution:again' }],
        },
        {
          claim: { id: 'claim:b' },
          affirms: true,
          actors: [{ id: 'person:ben' }],
          attributions: [{ id: 'attribution:second' }],
        },
      ],
    });
  });

  it('include a document whose publisher and authors contradict each other in it', async () => {
    const documents = [
      { id: 'one', publisher: 'organization:post', authors: ['person:ana'] },
      { id: 'two', publisher: 'organization:post', authors: ['person:ana'] },
    ];
    await desk.record(
      small({
        people: PEOPLE,
        outlets: ['post'],
        documents,
        claims: { a: {}, b: {} },
        attributions: {
          a: { claim: 'a', actor: 'organization:post', document: 'document:one' },
          b: { claim: 'a', actor: 'person:ben', stance: 'DENIES', document: 'document:one' },
          c: { claim: 'a', actor: 'person:ana', stance: 'DENIES', document: 'document:two' },
          d: { claim: 'b', actor: 'person:ana', document: 'document:two' },
        },
      }),
    );
    expect(await ids(desk.ask, '(kind: [SELF])')).toEqual([]);
    await desk.record(
      small({
        attributions: { e: { claim: 'b', actor: 'organization:post', stance: 'DENIES', document: 'document:two' } },
      }),
    );
    const { data } = await desk.ask(`{ contradictions(kind: [SELF]) ${SIDED} }`);
    expect(data.contradictions).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: 'contradiction:self:document:two:claim:b',
          sides: [
            {
              claim: { id: 'claim:b' },
              affirms: true,
              actors: [{ id: 'person:ana' }],
              attributions: [{ id: 'attribution:d' }],
            },
            {
              claim: { id: 'claim:b' },
              affirms: false,
              actors: [{ id: 'organization:post' }],
              attributions: [{ id: 'attribution:e' }],
            },
          ],
        },
      ],
    });
  });
});
