import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { papers, small } from '../small-bundle.ts';
import { independenceOf, numbersOf } from './traced-claims.ts';

const JUDGE = `MATCH (one:Node) WHERE one.id = $one
MATCH (other:Node) WHERE other.id = $other
CREATE (one)-[:JUDGED {verdict: $verdict, basis: $basis, recorded: one.recorded, superseded: one.superseded}]->(other)
RETURN count(*) AS written`;

describe.each(engines)('ranges of sources on $name', (tested) => {
  const desk = deskForEach(tested);

  const attributionOf = (source: string, more: object = {}) => ({
    claim: 'a',
    actor: source,
    onRecord: false,
    ...more,
  });

  /** Somebody decides whether two sources are the same. */
  const judge = (one: string, other: string, verdict: string, basis = 'ANALYST') =>
    desk.engine.write((run) => run({ text: JUDGE, parameters: { one, other, verdict, basis } }));

  /** A claim with sources, each a root. */
  const claimOf = (sources: Record<string, object>, more: Record<string, object> = {}) =>
    small({
      people: ['ana'],
      ...papers('post', 'herald'),
      sources,
      claims: { a: {} },
      attributions: Object.fromEntries(Object.keys(sources).map((id) => [id, attributionOf(`source:${id}`, more[id])])),
    });

  it.each([
    ['as many as are stated', { count: { min: 2, max: 2 } }, {}, [0, 2, 2, 0]],
    ['a range', { count: { min: 2, max: 5 } }, {}, [0, 2, 5, 0]],
    ['a plural without a number', { count: { min: 2 } }, {}, [0, 2, null, 0]],
    ['one or more where nothing is said', {}, {}, [0, 1, null, 0]],
    ['what the report itself says of it', { count: { min: 1, max: 1 } }, { sources: { min: 3, max: 4 } }, [0, 3, 4, 0]],
    ['a report without a limit', { count: { min: 1, max: 1 } }, { sources: { min: 2 } }, [0, 2, null, 0]],
  ])('an unnamed source counts %s', async (_name, source, attribution, expected) => {
    await desk.record(claimOf({ aide: source }, { aide: attribution }));
    expect(await numbersOf(desk.ask, 'a')).toEqual(expected);
  });

  it('the largest of several reports of one source counts', async () => {
    await desk.record(
      claimOf({ aide: { count: { min: 1, max: 1 } } }, { aide: { sources: { min: 2, max: 3 } } }),
      small({ attributions: { again: attributionOf('source:aide', { sources: { min: 3, max: 3 } }) } }),
    );
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 3, 3, 0]);
    await desk.record(small({ attributions: { vague: attributionOf('source:aide', { sources: { min: 1 } }) } }));
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 3, null, 0]);
  });

  it('two unnamed sources may be the same, until somebody judges them to be different', async () => {
    const shielded = { shieldedBy: 'organization:post' };
    await desk.record(
      claimOf({ aide: { ...shielded, count: { min: 2, max: 2 } }, guard: { ...shielded, count: { min: 1, max: 3 } } }),
    );
    const independence = {
      roots: ['attribution:aide', 'attribution:guard'],
      newsrooms: 1,
      ultimateSources: { min: 2, max: 5 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:post'],
      readIn: [],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: post (attribution:aide and attribution:guard).',
        '2 to 5 sources in all: aide (attribution:aide) as 2 and guard (attribution:guard) as 1 to 3.',
        'Nobody has judged all of them to be different people, so at least 2 and not 3 are counted.',
        'Nobody stands behind it by name.',
        'It falls if post withdraws.',
        'None of it was read.',
      ],
    };
    expect(await independenceOf(desk.ask, 'a')).toEqual(independence);
    await judge('source:aide', 'source:guard', 'SAME');
    expect(await independenceOf(desk.ask, 'a')).toEqual(independence);
    await judge('source:aide', 'source:guard', 'DIFFERENT', 'MODEL');
    expect(await independenceOf(desk.ask, 'a')).toEqual(independence);
    await judge('source:guard', 'source:aide', 'DIFFERENT');
    const [newsrooms, , , ...rest] = independence.reasons;
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      ...independence,
      ultimateSources: { min: 3, max: 5 },
      reasons: [
        newsrooms,
        '3 to 5 sources in all: aide (attribution:aide) as 2 and guard (attribution:guard) as 1 to 3.',
        ...rest,
      ],
    });
  });

  it('an unnamed source may be one who speaks by name, too; those who are named differ from each other', async () => {
    await desk.record(
      claimOf({ aide: { count: { min: 1, max: 1 } } }),
      small({
        people: ['ben'],
        attributions: { ana: { claim: 'a', actor: 'person:ana' }, ben: { claim: 'a', actor: 'person:ben' } },
      }),
    );
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 2, 3, 2]);
    await judge('source:aide', 'person:ana', 'DIFFERENT');
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 2, 3, 2]);
    await judge('source:aide', 'person:ben', 'DIFFERENT');
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 3, 3, 2]);
  });

  it('counts the best combination of three sources, if only some are judged to differ', async () => {
    const [one, two, three] = ['source:one', 'source:two', 'source:three'];
    await desk.record(
      claimOf({ one: { count: { min: 2 } }, two: { count: { min: 3, max: 3 } }, three: { count: { min: 4, max: 4 } } }),
    );
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 4, null, 0]);
    await judge(one as string, two as string, 'DIFFERENT');
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 5, null, 0]);
    await judge(one as string, three as string, 'DIFFERENT');
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 6, null, 0]);
    await judge(three as string, two as string, 'DIFFERENT');
    expect(await numbersOf(desk.ask, 'a')).toEqual([0, 9, null, 0]);
  });

  it('above 20 judged sources it gives a bound that may be too low, and says so', async () => {
    const names = Array.from({ length: 21 }, (_each, index) => `s${String(index).padStart(2, '0')}`);
    await desk.record(
      claimOf(Object.fromEntries(names.map((name) => [name, { count: { min: 1, max: 1 } }]))),
      small({ attributions: { ana: { claim: 'a', actor: 'person:ana' } } }),
    );
    for (const name of names) await judge(`source:${name}`, 'person:ana', 'DIFFERENT');
    const { ultimateSources, reasons } = await independenceOf(desk.ask, 'a');
    expect(ultimateSources).toEqual({ min: 2, max: 22 });
    expect(reasons.slice(2, 4)).toEqual([
      'Nobody has judged all of them to be different people, so at least 2 and not 22 are counted.',
      'There are too many of them to try every combination: the least number may be higher.',
    ]);
  });
});
