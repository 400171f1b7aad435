import { describe, expect, it } from 'vitest';
import { failure } from '../answer.ts';
import { askingSeed } from '../ask.ts';
import { engines } from '../engines.ts';

const NUMBERS = 'newsrooms onRecord ultimateSources { min max }';
const amnesty = { newsrooms: 2, onRecord: 0, ultimateSources: { min: 2, max: null } };

describe.each(engines)('tracing what was found by a computed field on $name', (tested) => {
  const ask = askingSeed(tested);

  it('takes one statement more in a search, at times of its own', async () => {
    const { data, errors, statements } = await ask(`{ search(text: "amnesty", types: [CLAIM], first: 1) {
      nodes { node { ... on Claim {
        id standing early: standing(asOf: { said: "2025-11-30", undated: INCLUDE }) independence { ${NUMBERS} }
      } } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.search.nodes).toEqual([
      { node: { id: 'claim:amnesty', standing: 'DISPUTED', early: 'CORROBORATED', independence: amnesty } },
    ]);
    expect(statements).toHaveLength(3);
  });

  it('takes one statement more in a timeline, as of its time', async () => {
    const query = (asOf: string) => `{ timeline(about: ["person:nicolas-maduro"], first: 1, ${asOf}) {
      nodes { claims { id standing independence { ${NUMBERS} } } }
    } }`;
    const now = await ask(query('asOf: null'));
    expect(now.data.timeline.nodes).toEqual([
      { claims: [{ id: 'claim:amnesty', standing: 'DISPUTED', independence: amnesty }] },
    ]);
    const early = await ask(query('asOf: { said: "2025-11-30", undated: INCLUDE }'));
    expect(early.data.timeline.nodes).toEqual([
      { claims: [{ id: 'claim:amnesty', standing: 'CORROBORATED', independence: amnesty }] },
    ]);
    expect([now.statements.length, early.statements.length]).toEqual([3, 3]);
  });

  it('is refused where it would take more than three statements', async () => {
    const inSearch = (selection: string) =>
      `{ search(text: "amnesty") { nodes { node { ... on Claim { ${selection} } } } } }`;
    expect(await failure(ask, inSearch('roots { id }'))).toEqual({
      code: 'LIMIT_EXCEEDED',
      argument: undefined,
      message:
        'Inside this answer, traced fields give numbers, standings and reasons only. Ask for the records that they find by id, in another operation.',
    });
    const paths =
      '{ paths(from: "person:nicolas-maduro", to: "person:donald-trump") { hops { claim { life { change } } } } }';
    expect((await failure(ask, paths)).code).toBe('LIMIT_EXCEEDED');
  });
});
