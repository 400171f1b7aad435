import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../src/bundle/read-files.ts';
import { deskForEach } from '../desk.ts';
import { dump } from '../dump.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';
import { ids, PEOPLE, SIDED } from './contradiction-lists.ts';

describe.each(engines)('contradictions of stances on $name', (tested) => {
  const desk = deskForEach(tested);

  it('has the one of the seed, and node does not find it', async () => {
    const { bundle } = readBundle(fileURLToPath(new URL('../../seed/manifest.json', import.meta.url)));
    await desk.record(bundle);
    const { data } = await desk.ask(`{
      contradictions(about: ["person:nicolas-maduro"]) {
        totalCount
        nodes {
          id kind basis by at reason
          claims { id }
          sides { claim { id } affirms actors { id } attributions { id } }
        }
      }
      node(id: "contradiction:stance:claim:amnesty") { id }
    }`);
    expect(data).toEqual({
      contradictions: {
        totalCount: 1,
        nodes: [
          {
            id: 'contradiction:stance:claim:amnesty',
            kind: 'STANCE',
            basis: 'STATED',
            by: 'desk',
            at: '2026-01-01T00:00:00.000Z',
            reason: 'claim:amnesty is affirmed by some and denied by others.',
            claims: [{ id: 'claim:amnesty' }],
            sides: [
              {
                claim: { id: 'claim:amnesty' },
                affirms: true,
                actors: [
                  { id: 'organization:cibercuba' },
                  { id: 'organization:miami-herald' },
                  { id: 'organization:reuters' },
                  { id: 'source:miami-herald-sources' },
                  { id: 'source:reuters-sources' },
                ],
                attributions: [
                  { id: 'attribution:cibercuba-amnesty' },
                  { id: 'attribution:cibercuba-headline-amnesty' },
                  { id: 'attribution:miami-herald-amnesty' },
                  { id: 'attribution:miami-herald-sources-amnesty' },
                  { id: 'attribution:reuters-amnesty' },
                  { id: 'attribution:reuters-sources-amnesty' },
                ],
              },
              {
                claim: { id: 'claim:amnesty' },
                affirms: false,
                actors: [{ id: 'organization:cibercuba' }, { id: 'person:nicolas-maduro' }],
                attributions: [
                  { id: 'attribution:cibercuba-amnesty-denial' },
                  { id: 'attribution:maduro-denies-amnesty' },
                ],
              },
            ],
          },
        ],
      },
      node: null,
    });
    expect(await ids(desk.ask, '(about: ["place:venezuela"])')).toEqual([]);
    expect(await ids(desk.ask, '(kind: [CLAIM, SELF])')).toEqual([]);
    expect(await ids(desk.ask, '(basis: [RULE])')).toEqual([]);
  });

  it('are there as soon as both sides are recorded, and as long as both had spoken', async () => {
    await desk.record(
      small({
        people: PEOPLE,
        claims: { a: { about: ['person:ana'] }, b: {} },
        attributions: {
          yes: { claim: 'a', actor: 'person:ana', saidAt: '2025-01-10' },
          relay: { claim: 'a', actor: 'person:cleo', stance: 'REPORTS', saidAt: '2025-01-11' },
          other: { claim: 'b', actor: 'person:ben', saidAt: '2025-01-01' },
        },
      }),
      small({
        attributions: {
          no: { claim: 'b', actor: 'person:ben', stance: 'DENIES', covers: ['claim:a'], saidAt: '2025-01-20' },
        },
      }),
      small({ attributions: { late: { claim: 'a', actor: 'person:cleo', stance: 'DENIES' } } }),
    );
    const self = 'contradiction:self:person:ben:claim:b';
    const [onA, onB] = ['contradiction:stance:claim:a', 'contradiction:stance:claim:b'];
    expect(await ids(desk.ask)).toEqual([self, onA, onB]);
    expect(await ids(desk.ask, '(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-19" })')).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-20" })')).toEqual([self, onA, onB]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-12", undated: INCLUDE })')).toEqual([onA]);
    const { data } = await desk.ask(`{
      certain: contradictions(about: ["person:ana"], asOf: { said: "2025-02" }) ${SIDED}
      all: contradictions(about: ["person:ana"]) ${SIDED}
    }`);
    const yes = {
      claim: { id: 'claim:a' },
      affirms: true,
      actors: [{ id: 'person:ana' }, { id: 'person:cleo' }],
      attributions: [{ id: 'attribution:relay' }, { id: 'attribution:yes' }],
    };
    expect(data.certain.nodes[0].sides).toEqual([
      yes,
      {
        claim: { id: 'claim:a' },
        affirms: false,
        actors: [{ id: 'person:ben' }],
        attributions: [{ id: 'attribution:no' }],
      },
    ]);
    expect(data.all.nodes[0].sides[1]).toEqual({
      claim: { id: 'claim:a' },
      affirms: false,
      actors: [{ id: 'person:ben' }, { id: 'person:cleo' }],
      attributions: [{ id: 'attribution:late' }, { id: 'attribution:no' }],
    });
  });

  it('are written once, also when records are loaded again', async () => {
    const both = small({
      people: PEOPLE,
      claims: { a: {} },
      attributions: {
        yes: { claim: 'a', actor: 'person:ana' },
        no: { claim: 'a', actor: 'person:ben', stance: 'DENIES' },
      },
    });
    await desk.record(both);
    const before = await dump(desk.engine);
    await desk.record(both);
    expect(await dump(desk.engine)).toEqual(before);
    await desk.record(small({ attributions: { more: { claim: 'a', actor: 'person:cleo' } } }));
    const { data } = await desk.ask('{ contradictions { totalCount nodes { id at } } }');
    expect(data.contradictions).toEqual({
      totalCount: 1,
      nodes: [{ id: 'contradiction:stance:claim:a', at: '2026-01-01T00:00:00.000Z' }],
    });
  });
});
