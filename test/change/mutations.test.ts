import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadSeed } from '../../src/import/seed.ts';
import { type Ask, asking } from '../ask.ts';
import { dump } from '../dump.ts';
import { engines } from '../engines.ts';
import { own, papers, small } from '../small-bundle.ts';
import { MUTATIONS } from './questions.ts';

const SEED = readBundle(fileURLToPath(new URL('../../seed/manifest.json', import.meta.url)));

const WORLD = small({
  ...papers('post', 'wire'),
  people: ['ana'],
  claims: { toll: { predicate: 'counted', value: { text: '12', min: 12, max: 12 } }, fire: {} },
  attributions: {
    post: own('post', 'toll', { cites: [{ attribution: 'attribution:wire' }] }),
    wire: own('wire', 'toll'),
    ana: { claim: 'fire', actor: 'person:ana', saidAt: '2025-03-01' },
  },
  mentions: [{ id: 'mention:a', text: 'Ana', document: 'document:post', candidates: ['person:ana'] }],
});

const said = (id: string, more: object = {}) => ({
  id: `attribution:${id}`,
  actor: 'person:ana',
  claim: 'claim:toll',
  stance: 'ASSERTS',
  certainty: 'CERTAIN',
  mode: 'INDIRECT',
  onRecord: true,
  ...more,
});

describe.each(engines)('changes through GraphQL on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeEach(async () => {
    engine = await open();
    ask = await asking(engine, { by: 'desk' });
  });

  afterEach(() => engine.close());

  async function make(field: string, variables: Record<string, unknown>) {
    const { data, errors } = await ask(MUTATIONS[field] as string, variables);
    expect(errors).toBeUndefined();
    return data[field];
  }

  it('are forbidden to those who have not shown the token, and change nothing', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const before = await dump(engine);
    const nobody = await asking(engine);
    const variables = { bundle: { attributions: [said('new')] }, idempotencyKey: 'k' };
    const { data } = await nobody(MUTATIONS.record as string, variables);
    const message = 'Changes need the token of this server, sent as "Authorization: Bearer …".';
    const problems = [{ code: 'FORBIDDEN', path: [], message }];
    expect(data).toEqual({ record: { revision: null, changed: [], problems, replayed: false } });
    expect(await dump(engine)).toEqual(before);
  });

  it('store the seed as the loader does', async () => {
    const written = await make('record', { bundle: SEED.bundle, idempotencyKey: 'seed' });
    expect(written).toMatchObject({ problems: [], replayed: false, revision: { sequence: 1, operation: 'RECORD' } });
    const withoutTimes = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (_name, inner) =>
          typeof inner === 'number' && inner > 1.75e12 && inner < 9e15 ? 0 : inner,
        ),
      );
    const strip = ({ nodes, edges }: Awaited<ReturnType<typeof dump>>) => {
      const { 'revision:1': _revision, record: _clock, ...rest } = nodes;
      return withoutTimes({ rest, edges: edges.map((edge) => JSON.parse(edge)) });
    };
    const recorded = strip(await dump(engine));
    await engine.close();
    engine = await open();
    await loadSeed(engine);
    const by = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll('"seed:cibercuba-2025-12-01"', '"desk"'));
    const loaded = strip(await dump(engine));
    expect(Object.keys(recorded.rest)).toEqual(Object.keys(loaded.rest));
    expect(recorded.edges.length).toBe(loaded.edges.length);
    expect(by(recorded.rest['claim:amnesty'])).toEqual(by(loaded.rest['claim:amnesty']));
  });

  it('report everything that is wrong at once, form and references, each with its place', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const before = await dump(engine);
    const bundle = {
      actors: [{ id: 'person:new', type: 'PERSON', names: [] }],
      claims: [
        { id: 'claim:new', texts: [{ text: 'New.', language: 'en' }], visibility: 'INTERNAL' },
        { id: 'claim:lone', texts: [{ text: 'Lone.', language: 'en' }], about: ['person:new', 'person:gone'] },
        { id: 'claim:fire', texts: [{ text: 'Another text.', language: 'en' }] },
      ],
      attributions: [said('bad', { claim: 'claim:new', saidAt: 'soon' }), said('far', { document: 'document:gone' })],
    };
    const { revision, problems } = await make('record', { bundle, idempotencyKey: 'k' });
    expect(revision).toBeNull();
    expect(problems.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')])).toEqual([
      ['INVALID', 'bundle.claims.0.visibility'],
      ['INVALID', 'bundle.actors.0.names'],
      ['INVALID', 'bundle.attributions.0.saidAt'],
      ['UNKNOWN_REFERENCE', 'bundle.claims.1.about.1'],
      ['UNATTRIBUTED_CLAIM', 'bundle.claims.1'],
      ['CONFLICT', 'bundle.claims.2.id'],
      ['UNKNOWN_REFERENCE', 'bundle.attributions.1.document'],
    ]);
    expect(await dump(engine)).toEqual(before);
  });

  it('are made once under one key', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const variables = { bundle: { attributions: [said('new')] }, idempotencyKey: 'k' };
    const first = await make('record', variables);
    expect(first).toMatchObject({ changed: [{ id: 'attribution:new' }], problems: [], replayed: false });
    const stored = await dump(engine);
    expect(await make('record', variables)).toEqual({ ...first, replayed: true });
    const other = await make('record', { ...variables, bundle: { attributions: [said('other')] } });
    expect(other).toMatchObject({
      revision: null,
      problems: [{ code: 'CONFLICT', path: ['idempotencyKey'], message: 'a different bundle was sent with this key' }],
    });
    expect(await make('record', { ...variables, idempotencyKey: 'l' })).toEqual({ ...first, replayed: true });
    expect(await dump(engine)).toEqual(stored);
  });

  it('replace an attribution by a better version, and report both', async () => {
    await load(engine, WORLD, { by: 'desk', now: Date.parse('2026-01-01T00:00:00Z') });
    const replacement = { attributions: [said('wire', { actor: 'organization:wire', stance: 'DENIES', quote: 'no' })] };
    const corrected = await make('correct', { input: { id: 'attribution:wire', replacement, reason: 'misread' } });
    expect(corrected).toMatchObject({
      revision: {
        sequence: 2,
        operation: 'CORRECT',
        by: 'desk',
        reason: 'misread',
        subject: { id: 'attribution:wire' },
      },
      changed: [{ id: 'attribution:wire' }],
      problems: [],
    });
    expect(JSON.parse(corrected.revision.before)).toMatchObject({ stance: 'ASSERTS', document: 'document:wire' });
    expect(JSON.parse(corrected.revision.after)).toMatchObject({ stance: 'DENIES', quote: 'no' });
    const { data } = await ask(`{
      node(id: "claim:toll") { ... on Claim { standing before: standing(asOf: { recorded: "2026-01-01T12:00:00Z" }) } }
      wire: node(id: "attribution:wire") { ... on Attribution { stance citedBy { nodes { id } } } }
      history(id: "attribution:wire") { totalCount nodes { sequence operation subject { ... on Attribution { stance } } } }
    }`);
    expect(data).toEqual({
      node: { standing: 'DISPUTED', before: 'UNATTRIBUTED' },
      wire: { stance: 'DENIES', citedBy: { nodes: [{ id: 'attribution:post' }] } },
      history: {
        totalCount: 2,
        nodes: [
          { sequence: 1, operation: 'RECORD', subject: {} },
          { sequence: 2, operation: 'CORRECT', subject: { stance: 'DENIES' } },
        ],
      },
    });
  });

  it('retract a claim with its last attribution, and restore it by correcting it', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const retracted = await make('retract', { id: 'attribution:ana', reason: 'another Ana' });
    expect(retracted).toMatchObject({
      revision: { operation: 'RETRACT', reason: 'another Ana', after: null, subject: { id: 'attribution:ana' } },
      changed: [{ id: 'attribution:ana' }, { id: 'claim:fire' }],
    });
    const { data } = await ask('{ nodes(ids: ["attribution:ana", "claim:fire"]) { id } }');
    expect(data.nodes).toEqual([null, null]);
    const [claim, attribution] = [
      WORLD.claims.find(({ id }) => id === 'claim:fire'),
      WORLD.attributions.find(({ id }) => id === 'attribution:ana'),
    ];
    const again = { bundle: { claims: [claim], attributions: [attribution] }, idempotencyKey: 'again' };
    expect((await make('record', again)).problems.map(({ code }: { code: string }) => code)).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    const input = { id: 'claim:fire', replacement: again.bundle, reason: 'it was Ana' };
    expect(await make('correct', { input })).toMatchObject({
      problems: [],
      revision: { operation: 'CORRECT', before: null },
    });
    const back = await ask('{ nodes(ids: ["attribution:ana", "claim:fire"]) { id } }');
    expect(back.data.nodes).toEqual([{ id: 'attribution:ana' }, { id: 'claim:fire' }]);
  });

  it('restore an attribution together with those that cite it', async () => {
    await load(engine, WORLD, { by: 'desk' });
    await make('retract', { id: 'attribution:wire', reason: 'x' });
    const cites = '{ node(id: "attribution:post") { ... on Attribution { cites { id } } } }';
    expect((await ask(cites)).data.node).toEqual({ cites: [] });
    const wire = WORLD.attributions.find(({ id }) => id === 'attribution:wire');
    const input = { id: 'attribution:wire', replacement: { attributions: [wire] }, reason: 'it was right' };
    expect(await make('correct', { input })).toMatchObject({ problems: [], changed: [{ id: 'attribution:wire' }] });
    expect((await ask(cites)).data.node).toEqual({ cites: [{ id: 'attribution:wire' }] });
  });

  it('refuse to retract what others need, and name them', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const { revision, problems } = await make('retract', { id: 'person:ana', reason: 'x' });
    expect(revision).toBeNull();
    expect(problems).toEqual([
      {
        code: 'CONFLICT',
        path: ['id'],
        message: 'person:ana is needed by attribution:ana, mention:a: retract these first',
      },
    ]);
    const unknown = await make('retract', { id: 'person:nobody', reason: 'x' });
    expect(unknown.problems).toEqual([
      { code: 'NOT_FOUND', path: ['id'], message: 'person:nobody is not in the graph' },
    ]);
  });

  it('relate claims once, and decide whom a name means', async () => {
    await load(engine, WORLD, { by: 'desk' });
    const relation = { from: 'claim:fire', to: 'claim:toll', kind: 'SUPPORTS', basis: 'ANALYST', reason: 'so' };
    const first = await make('relate', relation);
    expect(first).toMatchObject({
      revision: { operation: 'RELATE', reason: 'so', subject: { id: 'claim:fire' } },
      changed: [{ id: 'claim:fire' }, { id: 'claim:toll' }],
    });
    expect(await make('relate', relation)).toEqual({ ...first, replayed: true });
    const itself = await make('relate', { ...relation, to: 'claim:fire' });
    expect(itself.problems.map(({ code }: { code: string }) => code)).toEqual(['INVALID']);
    const resolved = await make('resolveMention', { id: 'mention:a', entity: 'person:ana' });
    expect(resolved).toMatchObject({ revision: { operation: 'RESOLVE_MENTION' }, changed: [{ id: 'mention:a' }] });
    const { data } = await ask('{ node(id: "mention:a") { ... on Mention { entity { id } basis } } }');
    expect(data.node).toEqual({ entity: { id: 'person:ana' }, basis: 'ANALYST' });
    const wrong = await make('resolveMention', { id: 'mention:a', entity: 'claim:toll' });
    expect(wrong.problems).toEqual([
      { code: 'INVALID', path: ['entity'], message: 'claim:toll is a Claim, not an entity' },
    ]);
  });
});
