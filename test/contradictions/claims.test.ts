import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';
import { ids, PEOPLE } from './contradiction-lists.ts';

describe.each(engines)('contradictions of claims on $name', (tested) => {
  const desk = deskForEach(tested);

  it('follow the relations that somebody records between claims', async () => {
    const relations = [
      { from: 'claim:b', to: 'claim:a', kind: 'CONTRARY_TO', basis: 'ANALYST', reason: 'One door only.' },
      { from: 'claim:a', to: 'claim:c', kind: 'SUPPORTS', basis: 'STATED' },
      { from: 'claim:c', to: 'claim:b', kind: 'CONTRADICTS', basis: 'STATED' },
    ];
    await desk.record(
      small({
        people: PEOPLE,
        claims: { a: {}, b: {}, c: {} },
        attributions: {
          a: { claim: 'a', actor: 'person:ana' },
          b: { claim: 'b', actor: 'person:ben' },
          c: { claim: 'c', actor: 'person:cleo', stance: 'REPORTS' },
        },
      }),
      small({ relations }),
    );
    const { data } = await desk.ask('{ contradictions { nodes { id kind basis by at reason claims { id } } } }');
    expect(data.contradictions.nodes).toEqual([
      {
        id: 'contradiction:claim:contrary-to:claim:a:claim:b',
        kind: 'CLAIM',
        basis: 'ANALYST',
        by: 'desk',
        at: '2026-01-02T00:00:00.000Z',
        reason: 'One door only.',
        claims: [{ id: 'claim:a' }, { id: 'claim:b' }],
      },
    ]);
    await desk.record(small({ attributions: { d: { claim: 'c', actor: 'person:cleo', stance: 'CONFIRMS' } } }));
    expect(await ids(desk.ask)).toEqual([
      'contradiction:claim:contradicts:claim:b:claim:c',
      'contradiction:claim:contrary-to:claim:a:claim:b',
    ]);
  });

  it('are found by rule where two claims state one thing in two ways', async () => {
    const deaths = (value: object) => ({ subject: 'event:fire', predicate: 'caused-deaths', value });
    await desk.record(
      small({
        people: PEOPLE,
        events: ['fire', 'call'],
        claims: {
          many: deaths({ text: 'more than 80', min: 80, unit: 'person' }),
          few: deaths({ text: '12', min: 12, max: 12, unit: 'person' }),
          dogs: deaths({ text: '3', min: 3, max: 3, unit: 'dog' }),
          some: deaths({ text: 'some', unit: 'person' }),
          monday: { subject: 'event:call', predicate: 'took-place', when: '2025-11-24' },
          november: { subject: 'event:call', predicate: 'took-place', when: '2025-11' },
          seen: { subject: 'event:call', predicate: 'seen-by', when: '2024' },
        },
        attributions: Object.fromEntries(
          ['many', 'few', 'dogs', 'some', 'monday', 'november', 'seen'].map((id) => [
            id,
            { claim: id, actor: 'person:ana' },
          ]),
        ),
      }),
      small({
        claims: { friday: { subject: 'event:call', predicate: 'took-place', when: '2025-11-21' } },
        attributions: { friday: { claim: 'friday', actor: 'person:ben' } },
      }),
    );
    expect(await ids(desk.ask, '(kind: [CLAIM])')).toEqual([
      'contradiction:claim:rule:claim:friday:claim:monday',
      'contradiction:claim:rule:claim:few:claim:many',
    ]);
    const { data } = await desk.ask(`{
      contradictions(kind: [CLAIM], basis: [RULE], about: ["event:fire"]) { nodes { by reason } }
      node(id: "claim:monday") { ... on Claim {
        relations { kind basis by from { id } to { id } }
        before: relations(asOf: { recorded: "2026-01-01T12:00:00Z" }) { kind }
      } }
    }`);
    expect(data.contradictions.nodes).toEqual([
      {
        by: 'rule:functional-predicate',
        reason:
          '"caused-deaths" has only one value for event:fire, but the numbers of claim:few (12 person) and claim:many (80 or more person) do not overlap.',
      },
    ]);
    expect(data.node).toEqual({
      relations: [
        {
          kind: 'CONTRARY_TO',
          basis: 'RULE',
          by: 'rule:functional-predicate',
          from: { id: 'claim:friday' },
          to: { id: 'claim:monday' },
        },
      ],
      before: [],
    });
  });

  it('leave claims alone that people have related, and let them relate what a rule has', async () => {
    const call = (when: string) => ({ subject: 'event:call', predicate: 'took-place', when });
    const stated = { from: 'claim:a', to: 'claim:b', kind: 'CONTRARY_TO', basis: 'ANALYST' };
    await desk.record(
      small({
        people: PEOPLE,
        events: ['call'],
        claims: { a: call('2025-01-01'), b: call('2025-01-02') },
        attributions: { a: { claim: 'a', actor: 'person:ana' }, b: { claim: 'b', actor: 'person:ben' } },
        relations: [stated],
      }),
      small({
        claims: { c: call('2025-01-03') },
        attributions: { c: { claim: 'c', actor: 'person:cleo' } },
      }),
      small({ relations: [{ ...stated, to: 'claim:c' }] }),
    );
    expect(await ids(desk.ask)).toEqual([
      'contradiction:claim:contrary-to:claim:a:claim:c',
      'contradiction:claim:rule:claim:a:claim:c',
      'contradiction:claim:rule:claim:b:claim:c',
      'contradiction:claim:contrary-to:claim:a:claim:b',
    ]);
  });
});
