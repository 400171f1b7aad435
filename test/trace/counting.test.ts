import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { type Ask, asking } from '../ask.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const COUNTED = `query ($ids: [ID!]!, $asOf: AsOf) {
  nodes(ids: $ids) {
    ... on Claim {
      standing(asOf: $asOf) roots(asOf: $asOf) { id } untraced(asOf: $asOf) { id } borrowed(asOf: $asOf) { id }
      independence(asOf: $asOf) {
        newsrooms ultimateSources { min max } onRecord loops { id } dependsOn { id } readIn { id } coverage
      }
    }
  }
}`;

/** What is counted behind a claim, with names in place of ids. */
async function counted(ask: Ask, claim: string, asOf?: object) {
  const [{ independence, ...trail }] = await answer(ask, COUNTED, { ids: [`claim:${claim}`], asOf });
  const { ultimateSources, ...numbers } = independence;
  const all = { ...trail, ...numbers, sources: [ultimateSources.min, ultimateSources.max] };
  return JSON.parse(JSON.stringify(all, (_key, one) => (typeof one === 'string' ? one.replace(/^\w+:/, '') : one)));
}

/** Nobody's words, as far as can be shown. */
const NOTHING = {
  standing: 'UNTRACED',
  roots: [],
  untraced: [],
  borrowed: [],
  newsrooms: 0,
  sources: [0, 0],
  onRecord: 0,
  loops: [],
  dependsOn: [],
  readIn: [],
  coverage: 'FULL',
};

/** One newspaper in its own voice, in its own document. */
const ofOnePaper = (name: string) => ({
  ...NOTHING,
  standing: 'UNATTRIBUTED',
  roots: [name],
  newsrooms: 1,
  sources: [1, 1],
  dependsOn: [name],
  readIn: [name],
});

const REPORTS = { stance: 'REPORTS' };
const EIGHT = ['echo', 'globe', 'herald', 'mail', 'news', 'sun', 'times', 'world'];
const TEN = [...EIGHT, 'courier', 'star'].sort();

const relays = (names: readonly string[], claim: string, cited: string) =>
  Object.fromEntries(names.map((name) => [name, relay(name, claim, cited)]));

describe.each(engines)('what counts on $name', (tested) => {
  const desk = deskForEach(tested);

  it('leaves relays untraced when the attribution that all of them cite is retracted', async () => {
    await desk.record(
      small({
        ...papers('wire', 'post', ...EIGHT),
        claims: { alone: {}, beside: {} },
        attributions: {
          wire: own('wire', 'alone'),
          ...relays(EIGHT, 'alone', 'wire'),
          post: own('post', 'beside'),
          wrong: own('wire', 'beside'),
          relayed: relay('echo', 'beside', 'wrong'),
        },
      }),
    );
    const all = [...EIGHT, 'wire'].sort();
    expect(await counted(desk.ask, 'alone')).toEqual({ ...ofOnePaper('wire'), readIn: all });
    const writing = await asking(desk.engine, { by: 'desk' });
    for (const id of ['attribution:wire', 'attribution:wrong']) {
      const retraction = 'mutation ($id: ID!) { retract(id: $id, reason: "not theirs") { problems { message } } }';
      expect(await answer(writing, retraction, { id })).toEqual({ problems: [] });
    }
    expect(await counted(desk.ask, 'alone')).toEqual({
      ...NOTHING,
      untraced: EIGHT,
      readIn: EIGHT,
      coverage: 'PARTIAL',
    });
    expect(await counted(desk.ask, 'beside')).toEqual({
      ...ofOnePaper('post'),
      untraced: ['relayed'],
      readIn: ['echo', 'post'],
      coverage: 'PARTIAL',
    });
  });

  it('has no undated relay before what it cites', async () => {
    const five = EIGHT.slice(0, 5);
    const pages = papers('wire', ...five);
    await desk.record(
      small({
        ...pages,
        documents: pages.documents.map((page) => (page.id === 'wire' ? { ...page, publishedAt: '2025-11-21' } : page)),
        claims: { call: {} },
        attributions: { wire: own('wire', 'call'), ...relays(five, 'call', 'wire') },
      }),
    );
    expect(await counted(desk.ask, 'call', { said: '2025-11-20', undated: 'INCLUDE' })).toEqual(NOTHING);
    expect(await counted(desk.ask, 'call', { said: '2025-11-21' })).toEqual({
      ...ofOnePaper('wire'),
      coverage: 'PARTIAL',
    });
    expect(await counted(desk.ask, 'call', { said: '2025-11-21', undated: 'INCLUDE' })).toEqual({
      ...ofOnePaper('wire'),
      readIn: [...five, 'wire'],
    });
  });

  it('counts a report once that ten outlets carry with credit, and once through a chain of translations', async () => {
    const derived = (document: string, from: string, kind: string) => ({
      document: `document:${document}`,
      from: `document:${from}`,
      kind,
      credited: true,
      basis: 'STATED',
    });
    await desk.record(
      small({
        ...papers('wire', ...TEN),
        claims: { wired: {}, translated: {} },
        attributions: {
          wire: own('wire', 'wired'),
          ...Object.fromEntries(TEN.map((name, index) => [name, own(name, 'wired', index % 2 ? {} : REPORTS)])),
          'in-spanish': own('wire', 'translated'),
          'in-english': own('times', 'translated'),
          'in-french': own('world', 'translated', REPORTS),
        },
        derivations: [
          ...TEN.filter((name) => name !== 'world').map((name) => derived(name, 'wire', 'WIRE')),
          derived('times', 'wire', 'TRANSLATION'),
          derived('world', 'times', 'TRANSLATION'),
        ],
      }),
    );
    expect(await counted(desk.ask, 'wired')).toEqual({
      ...ofOnePaper('wire'),
      readIn: [...TEN, 'wire'].sort(),
    });
    expect(await counted(desk.ask, 'translated')).toEqual({
      ...ofOnePaper('wire'),
      roots: ['in-spanish'],
      readIn: ['times', 'wire', 'world'],
    });
  });

  it('borrows what relays say otherwise than the agency that they credit', async () => {
    const four = EIGHT.slice(0, 4);
    await desk.record(
      small({
        ...papers('wire', ...four),
        claims: { less: {}, about: {} },
        attributions: { wire: own('wire', 'less'), ...relays(four, 'about', 'wire') },
      }),
    );
    expect(await counted(desk.ask, 'less')).toEqual(ofOnePaper('wire'));
    expect(await counted(desk.ask, 'about')).toEqual({ ...NOTHING, borrowed: ['wire'], readIn: [...four, 'wire'] });
    const impact = '{ impactOfWithdrawing(source: "organization:wire") { losesEveryRoot { id } } }';
    expect(await answer(desk.ask, impact)).toEqual({ losesEveryRoot: ['claim:less'] });
  });

  it('takes a story back with the unnamed source that it rested on', async () => {
    await desk.record(
      small({
        ...papers('post', 'herald'),
        sources: { aide: { shieldedBy: 'organization:post' } },
        claims: { story: {} },
        attributions: {
          aide: { claim: 'story', actor: 'source:aide', onRecord: false },
          post: relay('post', 'story', 'aide'),
          herald: relay('herald', 'story', 'post'),
        },
      }),
      small({ attributions: { sorry: own('post', 'story', { stance: 'RETRACTS' }) } }),
    );
    expect(await counted(desk.ask, 'story')).toEqual({
      ...NOTHING,
      standing: 'RETRACTED',
      untraced: ['herald'],
      readIn: ['herald'],
      coverage: 'PARTIAL',
    });
  });

  it('keeps the newsroom of each document where unnamed sources are judged to be the same', async () => {
    const count = { min: 1, max: 1 };
    const said = (source: string, paper: string, claim: string) => ({
      claim,
      actor: `source:${source}`,
      document: `document:${paper}`,
      onRecord: false,
    });
    await desk.record(
      small({
        ...papers('post', 'herald'),
        sources: { aide: { count }, guard: { count } },
        claims: { first: {}, second: {}, both: {} },
        attributions: {
          first: said('aide', 'post', 'first'),
          second: said('guard', 'herald', 'second'),
          'both-post': said('aide', 'post', 'both'),
          'both-herald': said('guard', 'herald', 'both'),
        },
      }),
    );
    const writing = await asking(desk.engine, { by: 'desk' });
    const judgement = `mutation {
      judge(left: "source:aide", right: "source:guard", verdict: SAME) { problems { message } }
    }`;
    expect(await answer(writing, judgement)).toEqual({ problems: [] });
    const one = { ...NOTHING, standing: 'SINGLE_SOURCE', newsrooms: 1, sources: [1, 1] };
    expect(await counted(desk.ask, 'first')).toEqual({
      ...one,
      roots: ['first'],
      dependsOn: ['post', 'aide'],
      readIn: ['post'],
    });
    expect(await counted(desk.ask, 'second')).toEqual({
      ...one,
      roots: ['second'],
      dependsOn: ['herald', 'aide'],
      readIn: ['herald'],
    });
    expect(await counted(desk.ask, 'both')).toEqual({
      ...one,
      roots: ['both-herald', 'both-post'],
      newsrooms: 2,
      dependsOn: ['aide'],
      readIn: ['herald', 'post'],
    });
  });

  it('lets a sound report stand against the slip of one who relays it', async () => {
    const boats = (number: number) => ({
      subject: 'event:raid',
      predicate: 'sank',
      value: { text: String(number), min: number, max: number, unit: 'boat' },
    });
    await desk.record(
      small({
        ...papers('post', 'herald'),
        events: ['raid'],
        claims: { sound: boats(15), slip: boats(50) },
        attributions: { post: own('post', 'sound'), herald: relay('herald', 'slip', 'post') },
        relations: [{ from: 'claim:sound', to: 'claim:slip', kind: 'CONTRADICTS', basis: 'ANALYST' }],
      }),
    );
    expect(await counted(desk.ask, 'sound')).toEqual(ofOnePaper('post'));
    expect(await counted(desk.ask, 'slip')).toEqual({ ...NOTHING, borrowed: ['post'], readIn: ['herald', 'post'] });
    const flagged = '{ claims { nodes { id flags { kind } } } }';
    const { nodes } = await answer(desk.ask, flagged);
    expect(nodes.map((claim: { id: string; flags: object[] }) => [claim.id, claim.flags]).sort()).toEqual([
      ['claim:slip', [{ kind: 'VALUE_CHANGED' }]],
      ['claim:sound', []],
    ]);
  });

  it('suspects nobody of copying because another one gets the date of the call wrong', async () => {
    const three = ['globe', 'herald', 'post'];
    const all = <T>(name: string, of: (paper: string) => T) =>
      Object.fromEntries(three.map((paper) => [`${paper}-${name}`, of(paper)]));
    await desk.record(
      small({
        ...papers(...three, 'times'),
        events: ['call', 'deadline'],
        claims: {
          call: { subject: 'event:call', predicate: 'took-place', when: '2025-11-21' },
          misdated: { subject: 'event:call', predicate: 'took-place', when: '2025-11-23' },
          week: {
            subject: 'event:deadline',
            predicate: 'gave',
            about: ['event:call'],
            value: { text: 'a week', min: 1, max: 1, unit: 'week' },
          },
          end: { subject: 'event:deadline', predicate: 'lapsed', when: '2025-11-28' },
        },
        attributions: {
          ...all('call', (paper) => own(paper, 'call')),
          ...all('week', (paper) => own(paper, 'week')),
          ...all('end', (paper) => own(paper, 'end')),
          'times-call': own('times', 'misdated'),
        },
      }),
    );
    const { nodes } = await answer(desk.ask, '{ documents { nodes { id flags { kind } } } }');
    expect(nodes.flatMap(({ flags }: { flags: object[] }) => flags)).toEqual([]);
    const { nodes: claims } = await answer(desk.ask, '{ claims { nodes { id flags { kind } } } }');
    expect(claims.flatMap(({ flags }: { flags: object[] }) => flags)).toEqual([]);
  });

  it('does not count what a model suggests', async () => {
    await desk.record(
      small({
        people: ['ana'],
        ...papers('post', 'herald'),
        claims: { call: {} },
        attributions: {
          ana: { claim: 'call', actor: 'person:ana', document: 'document:post' },
          guess: own('herald', 'call', { basis: 'MODEL' }),
        },
      }),
    );
    expect(await counted(desk.ask, 'call')).toEqual({
      ...NOTHING,
      standing: 'SINGLE_SOURCE',
      roots: ['ana'],
      newsrooms: 1,
      sources: [1, 1],
      onRecord: 1,
      dependsOn: ['post', 'ana'],
      readIn: ['post'],
    });
  });

  it('counts two outlets that cite only each other as one, or as nobody where they only relay', async () => {
    await desk.record(
      small({
        ...papers('post', 'herald'),
        claims: { voiced: {}, relayed: {} },
        attributions: {
          'post-voiced': own('post', 'voiced', { cites: cites('herald-voiced') }),
          'herald-voiced': own('herald', 'voiced', { cites: cites('post-voiced') }),
          'post-relayed': relay('post', 'relayed', 'herald-relayed'),
          'herald-relayed': relay('herald', 'relayed', 'post-relayed'),
        },
      }),
    );
    expect(await counted(desk.ask, 'voiced')).toEqual({
      ...ofOnePaper('post'),
      roots: ['herald-voiced', 'post-voiced'],
      loops: [['herald-voiced', 'post-voiced']],
      dependsOn: ['herald', 'post'],
      readIn: ['herald', 'post'],
    });
    expect(await counted(desk.ask, 'relayed')).toEqual({
      ...NOTHING,
      untraced: ['herald-relayed', 'post-relayed'],
      loops: [['herald-relayed', 'post-relayed']],
      readIn: ['herald', 'post'],
      coverage: 'PARTIAL',
    });
  });
});
