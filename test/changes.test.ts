import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { small } from './small-bundle.ts';

const value = (text: string, min: number, unit = 'person') => ({ text, min, unit });

/** A death toll and a date that change from a witness to a wire and on to a paper. */
const TOLL = small({
  people: ['witness'],
  outlets: ['wire', 'paper'],
  claims: {
    few: { value: value('perhaps 20', 20), when: '2025-03-01' },
    many: { value: value('more than 80', 80), when: '2025-03-01' },
    later: { value: value('more than 80', 80), when: '2025-03-02' },
    boats: { value: value('90 boats', 90, 'boat') },
  },
  attributions: {
    witness: { claim: 'few', actor: 'person:witness', certainty: 'POSSIBLE', saidAt: '2025-03-02' },
    boats: { claim: 'boats', actor: 'person:witness', certainty: 'UNCOMMITTED', saidAt: '2025-03-08' },
    wire: {
      claim: 'many',
      actor: 'organization:wire',
      saidAt: '2025-03-03',
      cites: [{ attribution: 'attribution:witness' }, { attribution: 'attribution:boats' }],
    },
    paper: {
      claim: 'later',
      actor: 'organization:paper',
      saidAt: '2025-03-09',
      cites: [
        { attribution: 'attribution:witness' },
        { attribution: 'attribution:wire' },
        { attribution: 'attribution:boats', basis: 'MODEL' },
      ],
    },
    echo: {
      claim: 'few',
      actor: 'organization:paper',
      certainty: 'CERTAIN',
      saidAt: '2025-03-09',
      cites: [{ attribution: 'attribution:witness' }],
    },
  },
});

const CHANGES = 'changes { cited { id } slot from to }';

describe.each(engines)('changes between a citation and its source on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeEach(async () => {
    engine = await open();
    await load(engine, TOLL, { by: 'desk' });
    ask = await asking(engine);
  });

  afterEach(() => engine.close());

  const change = (cited: string, slot: string, from: string, to: string) => ({
    cited: { id: `attribution:${cited}` },
    slot,
    from,
    to,
  });

  it('lists the changes of each citation: number, date and certainty, in one statement', async () => {
    const { data, errors, statements } = await ask(`{
      whoReported(orderBy: { by: SAID_AT, direction: ASC }) { nodes { id ${CHANGES} } }
    }`);
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    expect(data.whoReported.nodes).toEqual([
      { id: 'attribution:witness', changes: [] },
      {
        id: 'attribution:wire',
        changes: [
          change('witness', 'value', 'perhaps 20', 'more than 80'),
          change('witness', 'certainty', 'POSSIBLE', 'CERTAIN'),
        ],
      },
      { id: 'attribution:boats', changes: [] },
      { id: 'attribution:echo', changes: [change('witness', 'certainty', 'POSSIBLE', 'CERTAIN')] },
      {
        id: 'attribution:paper',
        changes: [
          change('wire', 'when', '2025-03-01', '2025-03-02'),
          change('witness', 'value', 'perhaps 20', 'more than 80'),
          change('witness', 'when', '2025-03-01', '2025-03-02'),
          change('witness', 'certainty', 'POSSIBLE', 'CERTAIN'),
        ],
      },
    ]);
  });

  it('can be asked with aliases, and by what is cited alone', async () => {
    const { data } = await ask(`{ node(id: "attribution:wire") { ... on Attribution {
      changes { what: slot cited { id actor { id } claim { value { min } } } }
      twice: changes { cited { id } }
    } } }`);
    const cited = { id: 'attribution:witness', actor: { id: 'person:witness' }, claim: { value: { min: 20 } } };
    expect(data.node).toEqual({
      changes: [
        { what: 'value', cited },
        { what: 'certainty', cited },
      ],
      twice: [{ cited: { id: 'attribution:witness' } }, { cited: { id: 'attribution:witness' } }],
    });
  });

  it('is left out while the cited attribution cannot be seen', async () => {
    await load(
      engine,
      small({
        attributions: {
          early: {
            claim: 'few',
            actor: 'person:witness',
            certainty: 'PROBABLE',
            saidAt: '2025-03-05',
            cites: [{ attribution: 'attribution:echo' }],
          },
        },
      }),
      { by: 'desk' },
    );
    const early = (asOf: string) => `whoReported(claim: "claim:few"${asOf}) { nodes { id ${CHANGES} } }`;
    const { data } = await ask(`{ then: ${early(', asOf: { said: "2025-03-06" }')} now: ${early('')} }`);
    const of = (answer: { nodes: { id: string; changes: unknown }[] }) =>
      answer.nodes.find(({ id }) => id === 'attribution:early')?.changes;
    expect(of(data.then)).toEqual([]);
    expect(of(data.now)).toEqual([change('echo', 'certainty', 'CERTAIN', 'PROBABLE')]);
  });
});
