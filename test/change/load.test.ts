import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BundleError } from '../../src/bundle/problem.ts';
import { parseBundle, readBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { MARKS_VERSION } from '../../src/store/marks-version.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NEVER } from '../../src/time/edtf.ts';
import { type Dump, dump } from '../dump.ts';
import { engines } from '../engines.ts';

const SEED = readBundle(fileURLToPath(new URL('../../seed/manifest.json', import.meta.url)));
const NOW = Date.parse('2026-01-01T00:00:00Z');
const options = { by: 'test', reason: 'to try', now: NOW };

const outlet = { id: 'organization:post', type: 'ORGANIZATION', names: [{ text: 'The Post', language: 'en' }] };

/** An attribution of a seed claim by a new outlet. */
function report(id: string, more: object = {}) {
  return {
    id: `attribution:${id}`,
    claim: 'claim:amnesty',
    actor: 'organization:post',
    stance: 'REPORTS',
    certainty: 'UNCOMMITTED',
    mode: 'PARAPHRASE',
    onRecord: false,
    ...more,
  };
}

function changedNodes(before: Dump, after: Dump): string[] {
  return Object.keys(after.nodes).filter((id) => JSON.stringify(before.nodes[id]) !== JSON.stringify(after.nodes[id]));
}

describe.each(engines)('loading on $name', ({ open }) => {
  let engine: Engine;

  beforeEach(async () => {
    await engine?.close();
    engine = await open();
  });

  afterAll(() => engine.close());

  it('disputes an older claim when the denial of a new one covers it', async () => {
    const claim = (id: string) => ({ id: `claim:${id}`, texts: [{ text: id, language: 'en' }] });
    const says = (id: string, more: object) => report(id, { claim: `claim:${id}`, onRecord: true, ...more });
    const affirmed = { actors: [outlet], claims: [claim('old')], attributions: [says('old', { stance: 'ASSERTS' })] };
    const denied = says('new', { stance: 'DENIES', covers: ['claim:old'] });
    await load(engine, parseBundle(affirmed), options);
    await load(engine, parseBundle({ claims: [claim('new')], attributions: [denied] }), options);
    const text = 'MATCH (n:Node) WHERE n.key = $id RETURN n.standing AS standing';
    expect(await engine.read({ text, parameters: { id: 'claim:old' } })).toEqual([{ standing: 'DISPUTED' }]);
    const found = await engine.read({ text: 'MATCH (n:Contradiction) RETURN n.id AS id', parameters: {} });
    expect(found.map(({ id }) => id).sort()).toEqual([
      'contradiction:self:organization:post:claim:old',
      'contradiction:stance:claim:old',
    ]);
  });

  it('stores the seed once, however often it is loaded', async () => {
    const first = await load(engine, SEED.bundle, options);
    expect(first).toMatchObject({ written: true, revision: { id: 'revision:1', sequence: 1, at: NOW } });
    expect(first.counts).toMatchObject({ actors: 33, claims: 52, attributions: 105, relations: 4, mentions: 20 });
    const stored = await dump(engine);
    const again = await load(engine, SEED.bundle, { ...options, now: NOW + 1 });
    expect(again).toMatchObject({ written: false, revision: null, ids: [] });
    await openStore(engine);
    expect(await dump(engine)).toEqual(stored);
    expect(stored.nodes['revision:1']).toEqual({
      labels: ['Node', 'Revision'],
      properties: {
        at: NOW,
        by: 'test',
        id: 'revision:1',
        key: 'revision:1',
        operation: 'RECORD',
        reason: 'to try',
        recorded: NOW,
        sequence: 1,
        subjectAt: NOW,
        superseded: NEVER,
        type: 'Revision',
      },
    });
    expect(stored.nodes.record?.properties).toEqual({ at: NOW, id: 'record', marks: MARKS_VERSION, sequence: 1 });
  });

  it('stores each kind of record as it is read', async () => {
    await load(engine, SEED.bundle, options);
    const { nodes, edges } = await dump(engine);
    const common = { recorded: NOW, superseded: NEVER, viewAt: NOW };
    expect(nodes['person:nicolas-maduro']).toMatchObject({
      labels: ['Actor', 'Entity', 'Node', 'Person'],
      properties: {
        ...common,
        id: 'person:nicolas-maduro',
        type: 'Person',
        names: ['Nicolás Maduro', 'Nicolás Maduro', 'Maduro'],
        nameLanguages: ['en', 'es', 'en'],
        nameKinds: ['PREFERRED', 'PREFERRED', 'ALIAS'],
        sortName: 'nicolas maduro',
        folded: ' nicolas maduro\n nicolas maduro\n maduro',
        country: 'VE',
        claimCount: 24,
        attributionCount: 2,
      },
    });
    expect(nodes['attribution:reuters-amnesty']?.properties).toMatchObject({
      ...common,
      saidAsc: NEVER,
      saidDesc: -NEVER,
      saidEarliest: Date.parse('2025-11-21T00:00:00Z'),
      saidLatest: Date.parse('2025-12-02T00:00:00Z') - 1,
      citedCount: 2,
      folded: '',
    });
    expect(nodes['document:reuters-report']?.properties).toMatchObject({
      titleAsc: '\uffff',
      titleDesc: '',
      publishedAsc: NEVER,
      publishedDesc: -NEVER,
      publishedEarliest: Date.parse('2025-11-21T00:00:00Z'),
      attributionCount: 26,
    });
    expect(nodes['group:sanctioned-officials']?.properties).toMatchObject({ sizeMin: 100 });
    expect(nodes['group:sanctioned-officials']?.properties).not.toHaveProperty('sizeMax');
    expect(nodes['wikidata:Q22686']?.labels).toEqual(['Identifier']);
    for (const edge of [
      ['organization:reuters', 'FAMILY', 'organization:reuters', {}],
      ['source:us-official', 'SHIELDED_BY', 'organization:reuters', {}],
      ['person:donald-trump', 'IDENTIFIED_BY', 'wikidata:Q22686', {}],
      ['claim:amnesty', 'PARTICIPANT', 'person:cilia-flores', { position: 1, role: 'beneficiary' }],
      ['claim:amnesty', 'ABOUT', 'person:cilia-flores', { stated: false }],
      ['claim:amnesty', 'ABOUT', 'event:call', { stated: true }],
      ['claim:amnesty', 'PART_OF', 'claim:deal', {}],
      [
        'attribution:reuters-deal',
        'CITES',
        'attribution:reuters-sources-deal',
        { basis: 'ANALYST', credited: true, joint: false },
      ],
      ['attribution:maduro-denies-amnesty', 'COVERS', 'claim:amnesty', { basis: 'STATED' }],
      ['mention:new-leaks', 'CANDIDATE', 'source:reuters-sources', {}],
    ]) {
      expect(edges).toContain(JSON.stringify(edge));
    }
  });

  it('adds to the graph and leaves the rest alone', async () => {
    await load(engine, SEED.bundle, options);
    const before = await dump(engine);
    const more = parseBundle({
      actors: [outlet, SEED.bundle.actors.find(({ id }) => id === 'organization:reuters')],
      documents: [{ id: 'document:post', kind: 'ARTICLE', publishedAt: '2025-11-25', publisher: 'organization:post' }],
      attributions: [
        report('post', { document: 'document:post', cites: [{ attribution: 'attribution:reuters-amnesty' }] }),
      ],
    });
    const { ids, revision } = await load(engine, more, options);
    expect(ids).toEqual(['organization:post', 'document:post', 'attribution:post']);
    expect(revision).toEqual({ id: 'revision:2', sequence: 2, at: NOW + 1 });
    const after = await dump(engine);
    expect(changedNodes(before, after)).toEqual([
      'attribution:post',
      'attribution:reuters-amnesty',
      'attribution:reuters-sources-amnesty',
      'claim:amnesty',
      'document:post',
      'organization:post',
      'record',
      'revision:2',
    ]);
    const end = Date.parse('2025-11-26T00:00:00Z') - 1;
    expect(after.nodes['attribution:reuters-sources-amnesty']?.properties).toMatchObject({
      saidLatest: end,
      viewAt: NOW + 1,
    });
    expect(after.nodes['document:reuters-report']?.properties).toEqual(
      before.nodes['document:reuters-report']?.properties,
    );
  });

  it('refuses an identifier that another entity of the graph has', async () => {
    await load(engine, SEED.bundle, options);
    const before = await dump(engine);
    const identifiers = [{ scheme: 'wikidata', value: 'Q22686' }];
    const bundle = parseBundle({
      actors: [{ ...outlet, identifiers }],
      attributions: [report('post', { claim: 'claim:nowhere', document: 'event:call' })],
    });
    const failed = await load(engine, bundle, { ...options, fileOf: () => 'more.json' }).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(BundleError);
    expect((failed as BundleError).problems).toEqual([
      {
        code: 'CONFLICT',
        file: 'more.json',
        record: 'organization:post',
        field: 'identifiers.0',
        path: ['actors', '0', 'identifiers', '0'],
        message: 'wikidata:Q22686 is the identifier of person:donald-trump',
      },
      {
        code: 'UNKNOWN_REFERENCE',
        file: 'more.json',
        record: 'attribution:post',
        field: 'claim',
        path: ['attributions', '0', 'claim'],
        message: 'claim:nowhere is neither in the bundle nor in the graph',
      },
      {
        code: 'INVALID',
        file: 'more.json',
        record: 'attribution:post',
        field: 'document',
        path: ['attributions', '0', 'document'],
        message: 'event:call is an Event, not a document',
      },
    ]);
    expect(await dump(engine)).toEqual(before);
  });

  it('lets one writer at a time through, and numbers them without a gap', async () => {
    await load(engine, SEED.bundle, options);
    await load(engine, parseBundle({ actors: [outlet] }), options);
    const loads = Array.from({ length: 4 }, (_, index) =>
      load(engine, parseBundle({ attributions: [report(`r${index}`)] }), options),
    );
    const revisions = (await Promise.all(loads)).map(({ revision }) => revision?.at);
    expect(revisions.sort()).toEqual([NOW + 2, NOW + 3, NOW + 4, NOW + 5]);
    const { nodes } = await dump(engine);
    expect(nodes.record?.properties).toEqual({ at: NOW + 5, id: 'record', marks: MARKS_VERSION, sequence: 6 });
    expect(nodes['organization:post']?.properties).toMatchObject({ attributionCount: 4 });
  });

  it('stores nothing when it fails midway', async () => {
    await load(engine, SEED.bundle, options);
    const before = await dump(engine);
    const failing: Engine = {
      ...engine,
      write: (work) =>
        engine.write((run) =>
          work((statement) =>
            statement.text.includes('Revision') ? Promise.reject(new Error('cut')) : run(statement),
          ),
        ),
    };
    await expect(load(failing, parseBundle({ actors: [outlet] }), options)).rejects.toThrow('cut');
    expect(await dump(engine)).toEqual(before);
    await load(engine, parseBundle({ actors: [outlet] }), options);
  });
});
