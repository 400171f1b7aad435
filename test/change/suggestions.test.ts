import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recompute } from '../../src/change/recompute.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type Ask, asking } from '../ask.ts';
import { openDesk } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, small } from '../small-bundle.ts';
import { MUTATIONS } from './questions.ts';

const guessed = (attribution: string) => [{ attribution: `attribution:${attribution}`, basis: 'MODEL' }];

/** The Post says that Ana met Ben. A model and a rule suggest what else is in the pages of the Wire and the Feed. */
const WORLD = small({
  ...papers('post', 'wire', 'feed'),
  people: ['ana', 'ben'],
  claims: {
    met: { subject: 'person:ana', predicate: 'met', object: 'person:ben', when: '2025-02-01' },
    left: { subject: 'person:ana', predicate: 'left' },
  },
  attributions: {
    post: own('post', 'met', { saidAt: '2025-02-01' }),
    wire: own('wire', 'met', { saidAt: '2025-02-03', basis: 'MODEL', cites: guessed('post') }),
    feed: own('feed', 'met', { saidAt: '2025-02-02', basis: 'MODEL', stance: 'DENIES' }),
    left: own('wire', 'left', { saidAt: '2025-02-04', basis: 'RULE' }),
  },
});

/** Before anything below is accepted or declined. */
const RECORDED = '2026-01-01T12:00:00Z';

const ids = (list: { readonly nodes: readonly { readonly id: string }[] }) =>
  list.nodes.map(({ id }) => id.replace(/^\w+:/, ''));

/** The names of what a list has, with nothing else. */
function names(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(names);
  if (value === null || typeof value !== 'object') return value;
  if ('nodes' in value) return ids(value as never);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, names(inner)]));
}

describe.each(engines)('suggestions on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  async function fill() {
    const desk = await openDesk(open);
    await desk.record(WORLD);
    engine = desk.engine;
    ask = await asking(engine, { by: 'eva' });
  }

  async function asked(query: string, variables: Record<string, unknown> = {}) {
    const { data, errors } = await ask(query, variables);
    expect(errors).toBeUndefined();
    return names(data) as Record<string, unknown>;
  }

  async function make(field: string, variables: Record<string, unknown>) {
    return (await asked(MUTATIONS[field] as string, variables))[field];
  }

  /** The counters that lists sort by, as they are stored. */
  async function stored() {
    const text = `MATCH (n:Node) WHERE n.key IN $ids
      RETURN n.id AS id, n.attributionCount AS attributions, n.firstSaid AS first, n.lastSaid AS last, n.citedCount AS cited`;
    const counted = ['claim:met', 'organization:wire', 'document:wire', 'attribution:post', 'claim:left'];
    const rows = await engine.read({ text, parameters: { ids: counted } });
    const day = (time: unknown) =>
      typeof time === 'number' && Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : null;
    return Object.fromEntries(
      rows.map(({ id, attributions, first, last, cited }) => [id, [attributions ?? cited, day(first), day(last)]]),
    );
  }

  const LISTS = `query ($filter: AttributionFilter, $asOf: AsOf) {
    all: whoReported(filter: $filter, asOf: $asOf) { nodes { id } totalCount }
    about: whoReported(about: ["person:ana"], filter: $filter, asOf: $asOf) { nodes { id } }
    claim: whoReported(claim: "claim:met", filter: $filter, asOf: $asOf) { nodes { id } }
    met: node(id: "claim:met") { ... on Claim { attributions(filter: $filter, asOf: $asOf) { nodes { id } } } }
    wire: node(id: "organization:wire") { ... on Organization { attributions(filter: $filter, asOf: $asOf) { nodes { id } } } }
    page: node(id: "document:wire") { ... on Document { attributions(filter: $filter, asOf: $asOf) { nodes { id } } } }
    post: node(id: "attribution:post") { ... on Attribution { citedBy(filter: $filter, asOf: $asOf) { nodes { id } } } }
  }`;

  describe('that nobody has accepted', () => {
    beforeAll(fill);
    afterAll(() => engine.close());

    it('are left out of every list of attributions', async () => {
      expect(await asked(LISTS)).toEqual({
        ...{ all: ['post'], about: ['post'], claim: ['post'] },
        met: { attributions: ['post'] },
        wire: { attributions: [] },
        page: { attributions: [] },
        post: { citedBy: [] },
      });
      const { data } = await ask('{ whoReported { totalCount } }');
      expect(data).toEqual({ whoReported: { totalCount: 1 } });
    });

    it('are listed where their basis is asked for, and not in the lists inside of that one', async () => {
      expect(await asked(LISTS, { filter: { basis: ['MODEL', 'RULE'] } })).toEqual({
        all: ['left', 'wire', 'feed'],
        about: ['left', 'wire', 'feed'],
        claim: ['wire', 'feed'],
        met: { attributions: ['wire', 'feed'] },
        wire: { attributions: ['left', 'wire'] },
        page: { attributions: ['left', 'wire'] },
        post: { citedBy: ['wire'] },
      });
      const rule = `{ whoReported(filter: { basis: [RULE], by: ["organization:wire"] }) {
        nodes { id basis claim { attributions { totalCount } } document { attributions { totalCount } } cites { id } }
      } none: whoReported(filter: { basis: [] }) { totalCount } }`;
      const none = { totalCount: 0 };
      expect((await ask(rule)).data).toEqual({
        whoReported: {
          nodes: [
            {
              id: 'attribution:left',
              basis: 'RULE',
              claim: { attributions: none },
              document: { attributions: none },
              cites: [],
            },
          ],
        },
        none,
      });
    });

    it('are on no side and no roots, also in a claim and a document that know no others', async () => {
      const listed = `{ whoReported(filter: { basis: [MODEL, RULE] }) { nodes { id side } }
        none: whoReported(filter: { basis: [MODEL], side: [NONE], isRoot: false }) { totalCount }
        some: whoReported(filter: { basis: [MODEL], side: [AFFIRMS, DENIES] }) { totalCount } }`;
      expect((await ask(listed)).data).toEqual({
        whoReported: { nodes: ['left', 'wire', 'feed'].map((name) => ({ id: `attribution:${name}`, side: 'NONE' })) },
        none: { totalCount: 2 },
        some: { totalCount: 0 },
      });
    });

    it('are asked for as of a said time too', async () => {
      const asOf = { said: '2025-02-02' };
      expect(await asked(LISTS, { filter: { basis: ['MODEL', 'STATED'] }, asOf })).toMatchObject({
        all: ['feed', 'post'],
        claim: ['feed', 'post'],
        wire: { attributions: [] },
      });
    });

    it('are no attributions of claims that are looked for by who said them', async () => {
      const query = `query ($wire: ClaimFilter, $model: ClaimFilter, $rule: ClaimFilter, $denied: ClaimFilter) {
        claims { nodes { id } }
        wire: claims(filter: $wire) { nodes { id } }
        denied: claims(filter: $denied) { nodes { id } }
        model: claims(filter: $model) { nodes { id } }
        rule: claims(filter: $rule) { nodes { id } }
        said: claims(asOf: { said: "2025-12" }) { nodes { id } }
        asked: claims(filter: $rule, asOf: { said: "2025-12" }) { nodes { id } }
      }`;
      const filters = {
        wire: { by: ['organization:wire'] },
        denied: { stance: ['DENIES'] },
        model: { outlet: ['organization:wire'], basis: ['MODEL'] },
        rule: { basis: ['RULE'] },
      };
      expect(await asked(query, filters)).toEqual({
        claims: ['met', 'left'],
        ...{ wire: [], denied: [], model: ['met'], rule: ['left'] },
        ...{ said: ['met'], asked: ['left'] },
      });
    });

    it('count in no number, standing or finding', async () => {
      expect(await stored()).toEqual({
        'claim:met': [1, '2025-02-01', '2025-02-01'],
        'claim:left': [0, null, null],
        'organization:wire': [0, null, null],
        'document:wire': [0, null, null],
        'attribution:post': [0, null, null],
      });
      const query = `{
        statistics {
          claims attributions actors documents
          byStance { stance attributions } byOutlet { outlet { id } attributions } byMonth { month attributions }
          told: byMonth(clock: EVENT) { month attributions } kept: byMonth(clock: RECORDED) { claims attributions }
        }
        about: statistics(about: ["person:ana"]) { attributions actors documents }
        contradictions { totalCount }
        met: node(id: "claim:met") { ... on Claim { standing flags { kind } denials { attribution { id } } } }
        timeline(about: ["person:ana"], clock: SAID) { nodes { subject { __typename ... on Attribution { id } } } }
        orderedByCount: documents(orderBy: { by: ATTRIBUTION_COUNT }) { nodes { id } }
        actors(orderBy: { by: ATTRIBUTION_COUNT, direction: DESC }, asOf: { recorded: "${RECORDED}" }, first: 1) { nodes { id } }
      }`;
      const { data, errors } = await ask(query);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        statistics: {
          ...{ claims: 2, attributions: 1, actors: 5, documents: 3 },
          byStance: [{ stance: 'ASSERTS', attributions: 1 }],
          byOutlet: [{ outlet: { id: 'organization:post' }, attributions: 1 }],
          byMonth: [{ month: '2025-02', attributions: 1 }],
          told: [
            { month: '2025-02', attributions: 1 },
            { month: null, attributions: 0 },
          ],
          kept: [{ claims: 2, attributions: 1 }],
        },
        about: { attributions: 1, actors: 1, documents: 1 },
        contradictions: { totalCount: 0 },
        met: { standing: 'UNATTRIBUTED', flags: [], denials: [] },
        timeline: { nodes: [{ subject: { __typename: 'Attribution', id: 'attribution:post' } }] },
        orderedByCount: {
          nodes: [{ id: 'document:post' }, { id: 'document:feed' }, { id: 'document:wire' }],
        },
        actors: { nodes: [{ id: 'organization:post' }] },
      });
    });

    it('leave a claim a claim, and are shown where their id is asked for', async () => {
      const query = `{
        node(id: "attribution:wire") {
          ... on Attribution { id basis claim { id } actor { id } citations { attribution { id } basis } }
        }
        nodes(ids: ["attribution:feed", "claim:left"]) { id }
        history(id: "attribution:wire") { nodes { operation } }
        search(text: "left") { nodes { node { ... on Node { id } } } }
        paths(from: "person:ana", to: "person:ben") { hops { attributions { nodes { id } } } }
      }`;
      const { data, errors } = await ask(query);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        node: {
          ...{ id: 'attribution:wire', basis: 'MODEL', claim: { id: 'claim:met' }, actor: { id: 'organization:wire' } },
          citations: [{ attribution: { id: 'attribution:post' }, basis: 'MODEL' }],
        },
        nodes: [{ id: 'attribution:feed' }, { id: 'claim:left' }],
        history: { nodes: [{ operation: 'RECORD' }] },
        search: { nodes: [{ node: { id: 'claim:left' } }] },
        paths: [{ hops: [{ attributions: { nodes: [{ id: 'attribution:post' }] } }] }],
      });
    });
  });

  describe('that somebody decides on', () => {
    beforeEach(async () => {
      await fill();
      return () => engine.close();
    });

    it('count once they are accepted, with the citations that were suggested with them', async () => {
      const accepted = await make('accept', { id: 'attribution:wire', reason: 'I read the page.' });
      expect(accepted).toMatchObject({
        revision: { operation: 'ACCEPT', by: 'eva', reason: 'I read the page.', subject: { id: 'attribution:wire' } },
        changed: [{ id: 'attribution:wire' }],
        ...{ problems: [], replayed: false },
      });
      const { before, after } = (accepted as { revision: { before: string; after: string } }).revision;
      const record = (text: string) => JSON.parse(text) as { basis: string; cites: { basis: string }[] };
      expect([record(before), record(after)]).toMatchObject([
        { basis: 'MODEL', cites: [{ basis: 'MODEL' }] },
        { basis: 'ANALYST', cites: [{ basis: 'ANALYST' }] },
      ]);
      expect(await asked(LISTS)).toEqual({
        ...{ all: ['wire', 'post'], about: ['wire', 'post'], claim: ['wire', 'post'] },
        met: { attributions: ['wire', 'post'] },
        wire: { attributions: ['wire'] },
        page: { attributions: ['wire'] },
        post: { citedBy: ['wire'] },
      });
      expect(await stored()).toMatchObject({
        'claim:met': [2, '2025-02-01', '2025-02-03'],
        'organization:wire': [1, null, null],
        'document:wire': [1, null, null],
        'attribution:post': [1, null, null],
      });
      expect(await asked(LISTS, { asOf: { recorded: RECORDED } })).toMatchObject({
        ...{ all: ['post'], claim: ['post'], wire: { attributions: [] }, post: { citedBy: [] } },
      });
      const history = await ask('{ history(id: "attribution:wire") { nodes { operation by reason } } }');
      expect(history.data.history.nodes).toEqual([
        { operation: 'RECORD', by: 'desk', reason: null },
        { operation: 'ACCEPT', by: 'eva', reason: 'I read the page.' },
      ]);
    });

    it('raise what they contradict when they are accepted', async () => {
      await make('accept', { id: 'attribution:feed', reason: 'It says so.' });
      const query = `{ contradictions { nodes { kind } }
        node(id: "claim:met") { ... on Claim { standing denials { attribution { id } } } } }`;
      expect((await ask(query)).data).toEqual({
        contradictions: { nodes: [{ kind: 'STANCE' }] },
        node: { standing: 'DISPUTED', denials: [{ attribution: { id: 'attribution:feed' } }] },
      });
    });

    it('are accepted once; what is no suggestion is refused', async () => {
      const first = await make('accept', { id: 'attribution:wire', reason: 'Read.' });
      const again = await make('accept', { id: 'attribution:wire', reason: 'Read.' });
      expect(again).toEqual({ ...(first as object), replayed: true });
      const refused = async (id: string) =>
        ((await make('accept', { id, reason: 'x' })) as { problems: unknown[] }).problems;
      const path = ['id'];
      expect(await refused('attribution:post')).toEqual([
        { code: 'CONFLICT', path, message: 'attribution:post is not a suggestion: its basis is STATED' },
      ]);
      expect(await refused('claim:met')).toEqual([
        { code: 'INVALID', path, message: 'claim:met is not an attribution: only attributions can be accepted' },
      ]);
      expect(await refused('attribution:none')).toEqual([
        { code: 'NOT_FOUND', path, message: 'attribution:none is not in the graph' },
      ]);
      const blank = (await make('accept', { id: 'attribution:feed', reason: ' ' })) as { problems: object[] };
      expect(blank.problems).toMatchObject([{ code: 'INVALID', path: ['reason'] }]);
    });

    it('lose the side and the roots that an older version gave them, with a recomputation', async () => {
      const text = "MATCH (a:Attribution) WHERE a.basis = 'MODEL' REMOVE a.side SET a.isRoot = true";
      await engine.write((run) => run({ text, parameters: {} }));
      await recompute(engine, { by: 'eva' });
      const listed = '{ whoReported(filter: { basis: [MODEL], isRoot: false, side: [NONE] }) { totalCount } }';
      expect((await ask(listed)).data).toEqual({ whoReported: { totalCount: 2 } });
    });

    it('are gone when they are declined, and a claim that has nothing else goes with its last one', async () => {
      expect(await make('retract', { id: 'attribution:wire', reason: 'It is not there.' })).toMatchObject({
        revision: { operation: 'RETRACT' },
        changed: [{ id: 'attribution:wire' }],
      });
      expect(await make('retract', { id: 'attribution:left', reason: 'It is not there.' })).toMatchObject({
        changed: [{ id: 'attribution:left' }, { id: 'claim:left' }],
      });
      const query = `{ claims { nodes { id } } whoReported(filter: { basis: [MODEL, RULE] }) { nodes { id } }
        node(id: "attribution:left") { id }
        before: whoReported(filter: { basis: [MODEL, RULE] }, asOf: { recorded: "${RECORDED}" }) { nodes { id } } }`;
      expect(await asked(query)).toEqual({
        ...{ claims: ['met'], whoReported: ['feed'], node: null, before: ['left', 'wire', 'feed'] },
      });
      expect(await stored()).toMatchObject({ 'claim:met': [1, '2025-02-01', '2025-02-01'] });
    });
  });
});
