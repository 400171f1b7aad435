import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskWith } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, small } from '../small-bundle.ts';

const FIELDS = {
  standing: '',
  roots: '{ id }',
  independence: '{ newsrooms onRecord coverage }',
  denials: '{ attribution { id } }',
  life: '{ change attribution { id } }',
};

/** All traced fields, as of the time of the field above. */
const TRACED = Object.entries(FIELDS)
  .map(([field, selection]) => `${field} ${selection}`)
  .join(' ');

/** The same as of a time of their own, under aliases. */
const tracedAt = (name: string, asOf: string) =>
  Object.entries(FIELDS)
    .map(([field, selection]) => `${name}_${field}: ${field}(asOf: { ${asOf} }) ${selection}`)
    .join(' ');

const says = (actor: string, saidAt: string, more: object = {}) => ({
  claim: 'a',
  actor: `person:${actor}`,
  saidAt,
  ...more,
});

/** The Post reports it in its own voice, then Ana says it; recorded later: the Post cites Ben, and Cleo denies it. */
const FIRST = small({
  people: ['ana', 'ben', 'cleo'],
  ...papers('post'),
  claims: { a: {} },
  attributions: {
    post: own('post', 'a', { saidAt: '2025-01-01' }),
    ana: says('ana', '2025-02-01'),
  },
});

const LATER = small({
  attributions: {
    'post-too': own('post', 'a', { saidAt: '2025-01-02', stance: 'REPORTS', cites: cites('ben') }),
    ben: says('ben', '2025-01-02'),
    cleo: says('cleo', '2025-03-01', { stance: 'DENIES' }),
  },
});

const event = (change: string, name: string) => ({ change, attribution: `attribution:${name}` });

/** All traced fields as of a time. */
const expected = (
  standing: string,
  roots: readonly string[],
  onRecord: number,
  life: readonly object[],
  no: readonly string[] = [],
) => ({
  standing,
  roots: roots.map((name) => `attribution:${name}`),
  independence: { newsrooms: 1, onRecord, coverage: 'FULL' },
  denials: no.map((name) => ({ attribution: `attribution:${name}` })),
  life,
});

const OF_POST = [event('REPORTED', 'post')];
const OF_BOTH = [...OF_POST, event('REPORTED', 'ana')];
const OF_TEXT = [...OF_POST, event('REPORTED', 'ben'), event('REPORTED', 'post-too')];
const OF_ALL = [...OF_TEXT, event('REPORTED', 'ana'), event('DENIED', 'cleo')];

const NOW = expected('DISPUTED', ['ana', 'ben', 'post'], 2, OF_ALL, ['cleo']);
const ON_RECORD_BEFORE = expected('CORROBORATED', ['ana', 'post'], 1, OF_BOTH);
const SAID_BEFORE = expected('CORROBORATED', ['ben', 'post'], 1, OF_TEXT);
const BOTH_BEFORE = expected('UNATTRIBUTED', ['post'], 0, OF_POST);

const RECORDED = 'recorded: "2026-01-01T12:00:00Z"';
const SAID = 'said: "2025-01-31"';

describe.each(engines)('tracing as of an earlier time on $name', (tested) => {
  const desk = deskWith(tested, FIRST, LATER);

  it.each([
    ['now', '', NOW],
    ['as it was recorded', `, asOf: { ${RECORDED} }`, ON_RECORD_BEFORE],
    ['as it had been said', `, asOf: { ${SAID} }`, SAID_BEFORE],
    ['as what had been said was recorded', `, asOf: { ${SAID}, ${RECORDED} }`, BOTH_BEFORE],
  ])('traces a claim %s', async (_name, args, expected) => {
    const { nodes } = await answer(desk.ask, `{ claims(filter: { ids: ["claim:a"] }${args}) { nodes { ${TRACED} } } }`);
    expect(nodes).toEqual([expected]);
  });

  it('takes the time of the field itself, which replaces both axes of those above', async () => {
    const { nodes } = await answer(
      desk.ask,
      `{ claims(asOf: { ${SAID}, ${RECORDED} }) { nodes { ${TRACED} ${tracedAt('said', SAID)} ${tracedAt('recorded', RECORDED)} } } }`,
    );
    const prefixed = (name: string, all: object) =>
      Object.fromEntries(Object.entries(all).map(([field, value]) => [`${name}_${field}`, value]));
    expect(nodes).toEqual([
      { ...BOTH_BEFORE, ...prefixed('said', SAID_BEFORE), ...prefixed('recorded', ON_RECORD_BEFORE) },
    ]);
  });

  it('fills in what tracing finds as of the same time', async () => {
    const roots = 'roots { id claim { standing attributions { totalCount } } }';
    const { nodes } = await answer(desk.ask, `{ claims(asOf: { ${RECORDED} }) { nodes { ${roots} } } }`);
    const claim = { standing: 'CORROBORATED', attributions: { totalCount: 2 } };
    expect(nodes).toEqual([
      {
        roots: [
          { id: 'attribution:ana', claim },
          { id: 'attribution:post', claim },
        ],
      },
    ]);
  });

  it('a claim that nobody had stated by then is absent', async () => {
    const asOf = 'asOf: { said: "2024" }';
    expect(
      await answer(
        desk.ask,
        `{ node(id: "claim:a") { ... on Claim {
          standing(${asOf}) roots(${asOf}) { id } denials(${asOf}) { covers { id } } life(${asOf}) { at }
          independence(${asOf}) { newsrooms ultimateSources { min max } dependsOn { id } coverage reasons }
        } } }`,
      ),
    ).toEqual({
      standing: 'UNTRACED',
      roots: [],
      denials: [],
      life: [],
      independence: {
        newsrooms: 0,
        ultimateSources: { min: 0, max: 0 },
        dependsOn: [],
        coverage: 'FULL',
        reasons: ['Nobody affirms it.'],
      },
    });
  });

  it('bounds attributions without a date by the event and by what cites them, as far as that was recorded', async () => {
    const undated = { claim: 'fire', actor: 'person:ana', document: 'document:speech' };
    await desk.record(
      small({
        documents: [{ id: 'speech', kind: 'STATEMENT' }],
        claims: { fire: { when: '2025-01-05' } },
        attributions: { undated },
      }),
      small({
        attributions: {
          citing: own('post', 'fire', { stance: 'REPORTS', saidAt: '2025-01-10', cites: cites('undated') }),
        },
      }),
    );
    const coverageOf = async (asOf: string) => {
      const selection = `roots(asOf: { ${asOf} }) { id } independence(asOf: { ${asOf} }) { coverage reasons }`;
      const { roots, independence } = await answer(
        desk.ask,
        `{ node(id: "claim:fire") { ... on Claim { ${selection} } } }`,
      );
      return [roots, independence.coverage, independence.reasons.at(-1)];
    };
    const ana = ['attribution:undated'];
    const both = 'It was read in post (document:post) and document:speech.';
    const speech = 'It was read in document:speech.';
    const left =
      '1 attribution may have been said by then, but not certainly, and is left out: ana (attribution:undated).';
    expect(await coverageOf('said: "2025-01-10"')).toEqual([ana, 'FULL', both]);
    expect(await coverageOf('said: "2025-01-09"')).toEqual([[], 'PARTIAL', left]);
    expect(await coverageOf('said: "2025-01-09", undated: INCLUDE')).toEqual([ana, 'FULL', speech]);
    expect(await coverageOf('said: "2025-01-04"')).toEqual([[], 'FULL', 'Nobody affirms it.']);
    expect(await coverageOf('said: "2025-01-10", recorded: "2026-01-03T12:00:00Z"')).toEqual([[], 'PARTIAL', left]);
  });
});
