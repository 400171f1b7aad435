import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correct } from '../../src/change/correct.ts';
import { recompute } from '../../src/change/recompute.ts';
import { oldMarksNotice } from '../../src/cli/old-marks-notice.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadSeed } from '../../src/import/seed.ts';
import { MARKS_VERSION, readMarksVersion } from '../../src/store/marks-version.ts';
import { isCurrent } from '../../src/store/rows.ts';
import { NEVER } from '../../src/time/edtf.ts';
import { answer } from '../answer.ts';
import { type Ask, asking } from '../ask.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, relay, small } from '../small-bundle.ts';
import { ofClaim } from '../trace/traced-claims.ts';

/** What makes the seed look as if an older version had stored it: no version, wrong marks, wrong and missing findings. */
const AS_BEFORE = [
  'MATCH (n:Attribution) REMOVE n.side, n.datedFrom, n.datedUntil',
  'MATCH (n:Document) REMOVE n.datedFrom, n.datedUntil',
  'MATCH (f:Flag) REMOVE f.content',
  'MATCH (f:Contradiction) REMOVE f.content',
  `MATCH (a:Attribution) WHERE a.saidAt IS NULL SET a.saidEarliest = ${-NEVER}, a.saidLatest = ${NEVER}`,
  `MATCH (d:Document) WHERE d.publishedAt IS NULL SET d.publishedEarliest = ${-NEVER}, d.publishedLatest = ${NEVER}`,
  "MATCH (c:Clock) WHERE c.id = 'record' REMOVE c.marks",
  "MATCH (c:Node) WHERE c.key = 'claim:amnesty' SET c.standing = 'CORROBORATED', c.unnamedOnly = false, c.rootKeys = ''",
  "MATCH (c:Node) WHERE c.key = 'claim:call-held' SET c.standing = 'DENIED'",
  "MATCH (a:Attribution) WHERE a.id STARTS WITH 'attribution:r' SET a.isRoot = NOT a.isRoot",
  "MATCH (f:Contradiction) WHERE f.key = 'contradiction:stance:claim:amnesty' SET f.key = 'contradiction:stance:claim:call-held', f.id = 'contradiction:stance:claim:call-held'",
  "MATCH (f:Contradiction)-[side:SIDE]->(c) WHERE f.key = 'contradiction:stance:claim:call-held' DELETE side",
  `MATCH (f:Contradiction) WHERE f.key = 'contradiction:stance:claim:call-held'
   MATCH (c:Node) WHERE c.key = 'claim:call-held'
   CREATE (f)-[:SIDE {affirms: true, position: 0}]->(c), (f)-[:SIDE {affirms: false, position: 1}]->(c)`,
  `MATCH (d:Node) WHERE d.key = 'document:cibercuba-article'
   CREATE (d)-[:FLAGGED]->(:Flag {id: 'flag:old', key: 'flag:old', kind: 'WEEKDAY_MISMATCH', message: 'It was another day.',
     basis: 'RULE', position: 1000000, grounds: 0, recorded: 1, superseded: ${NEVER}})`,
];

const MARKS = `MATCH (n:Node) WHERE ${isCurrent('n')} AND n.type IN ['Claim', 'Attribution', 'Document']
RETURN n.id AS id, n.standing AS standing, n.unnamedOnly AS unnamedOnly, n.ownVoiceOnly AS ownVoiceOnly,
  n.rootKeys AS rootKeys, n.isRoot AS isRoot, n.side AS side, n.datedFrom AS since, n.datedUntil AS until,
  coalesce(n.saidEarliest, n.publishedEarliest) AS earliest, coalesce(n.saidLatest, n.publishedLatest) AS latest ORDER BY id`;

const FINDINGS = (label: string, edge: string) => `MATCH (f:${label}) WHERE ${isCurrent('f')}
CALL (f) { MATCH (f)-[e:${edge}]->(c) RETURN collect([c.id, e.affirms]) AS grounds }
RETURN f.key AS key, f.id AS id, f.kind AS kind, grounds ORDER BY key`;

/** All that is stored of standings, roots and findings. */
async function stored(engine: Engine) {
  const texts = [MARKS, FINDINGS('Flag', 'RESTS_ON'), FINDINGS('Contradiction', 'SIDE')];
  const rows = await Promise.all(texts.map((text) => engine.read({ text, parameters: {} })));
  return JSON.parse(JSON.stringify(rows, (key, value) => (key === 'grounds' ? [...value].sort() : value)));
}

const REVISIONS =
  'MATCH (r:Revision) RETURN r.operation AS operation, r.by AS by, r.reason AS reason ORDER BY r.sequence';

describe.each(engines)('a recomputation on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  /** As the present version stores it, and as the older one did. */
  let right: unknown;
  let old: unknown;

  beforeEach(async () => {
    engine = await open();
    await loadSeed(engine);
    ask = await asking(engine);
    right = await stored(engine);
    for (const text of AS_BEFORE) await engine.write((run) => run({ text, parameters: {} }));
    old = await stored(engine);
    expect(old).not.toEqual(right);
  });

  afterEach(() => engine.close());

  const standing = (value: string, asOf?: object) =>
    answer(
      ask,
      'query ($standing: [Standing!], $asOf: AsOf) { claims(filter: {standing: $standing}, asOf: $asOf) { nodes { id } } }',
      { standing: [value], asOf },
    );

  it('is asked for where an older version filled the database, until it has ended', async () => {
    expect(await readMarksVersion(engine)).toBe(1);
    expect(await oldMarksNotice(engine)).toContain('are of version 1; this program counts by version 2.');
    await recompute(engine, { by: 'test' });
    expect(await readMarksVersion(engine)).toBe(MARKS_VERSION);
    expect(await oldMarksNotice(engine)).toBeNull();
  });

  it('makes filters, standings and findings those of the present version', async () => {
    expect((await standing('CORROBORATED')).nodes).toContain('claim:amnesty');
    const done = await recompute(engine, { by: 'test', batch: 20 });
    expect(await stored(engine)).toEqual(right);
    expect((await standing('CORROBORATED')).nodes).not.toContain('claim:amnesty');
    expect((await standing('DISPUTED')).nodes).toContain('claim:amnesty');
    expect(done).toMatchObject({ outcome: 'done', version: { before: 1, now: 2 }, began: null });
    const changing = done.steps.filter(({ changed }) => changed > 0).map(({ name }) => name);
    expect(changing).toEqual([
      'date bounds of attributions',
      'standings',
      'findings on claims',
      'findings in documents',
    ]);
  });

  it('keeps what answers were before, and says in the history of a claim why they are not any more', async () => {
    const [{ at }] = (await engine.read({ text: 'MATCH (c:Clock) RETURN c.at AS at', parameters: {} })) as [
      { at: number },
    ];
    await recompute(engine, { by: 'ana' });
    const then = { recorded: new Date(at).toISOString() };
    expect((await standing('CORROBORATED', then)).nodes).toContain('claim:amnesty');
    expect((await standing('DENIED', then)).nodes).toContain('claim:call-held');
    const { nodes } = await answer(
      ask,
      '{ history(id: "claim:call-held") { nodes { operation by reason before after } } }',
    );
    const entry = { operation: 'RECOMPUTE', by: 'ana', before: null, after: null };
    expect(nodes.slice(1)).toEqual([
      { ...entry, reason: 'Standings and roots were computed again.' },
      { ...entry, reason: 'Contradictions and flags were looked for again.' },
    ]);
  });

  it('changes nothing where nothing is old, and makes no revision of it', async () => {
    await recompute(engine, { by: 'test' });
    const before = await engine.read({ text: REVISIONS, parameters: {} });
    const again = await recompute(engine, { by: 'test' });
    expect(await engine.read({ text: REVISIONS, parameters: {} })).toEqual(before);
    expect(again.revisions).toBeNull();
    expect(again.steps.filter(({ changed }) => changed > 0)).toEqual([]);
    expect(await stored(engine)).toEqual(right);
  });

  it('continues where it was interrupted, in the middle of any step', async () => {
    for (let runs = 0; ; runs++) {
      const stopping = new AbortController();
      let batches = 0;
      const onProgress = () => {
        batches += 1;
        if (batches === 2) stopping.abort();
      };
      const { outcome, began, steps } = await recompute(engine, {
        by: 'test',
        batch: 15,
        signal: stopping.signal,
        onProgress,
      });
      expect(began === null).toBe(runs === 0);
      if (outcome === 'done') break;
      expect(steps.reduce((sum, { records }) => sum + records, 0)).toBeLessThanOrEqual(30);
      expect(await readMarksVersion(engine)).toBe(1);
      expect(runs).toBeLessThan(50);
    }
    expect(await stored(engine)).toEqual(right);
    expect(await engine.read({ text: 'MATCH (r:Recompute) RETURN r.id AS id', parameters: {} })).toEqual([]);
  });

  it('leaves nothing half written when a batch fails, and goes on there', async () => {
    let writes = 0;
    const failing: Engine = {
      ...engine,
      write: (work, options) =>
        engine.write(async (run) => {
          const done = await work(run);
          writes += 1;
          if (writes === 3) throw new Error('the power is gone');
          return done;
        }, options),
    };
    await expect(recompute(failing, { by: 'test', batch: 15 })).rejects.toThrow('the power is gone');
    const again = await recompute(engine, { by: 'test', batch: 15 });
    expect(again.began).toMatchObject({ step: 'dates of claims', done: 30 });
    expect(await stored(engine)).toEqual(right);
  });
});

describe.each(engines)('the version of the marks on $name', ({ open }) => {
  it('is the present one in a new database', async () => {
    const engine = await open();
    expect(await readMarksVersion(engine)).toBe(MARKS_VERSION);
    expect(await oldMarksNotice(engine)).toBeNull();
    await engine.close();
  });
});

/** The Post cites what the Wire says, and is dated before it. */
const IN_WRONG_ORDER = small({
  ...papers('post', 'wire'),
  claims: { fire: {} },
  attributions: {
    wire: own('wire', 'fire', { saidAt: '2025-03-05' }),
    post: { ...relay('post', 'fire', 'wire'), saidAt: '2025-03-03' },
  },
});

describe.each(engines)('flags on dates in the wrong order, on $name', (tested) => {
  const desk = deskForEach(tested);
  const flags = async () => (await ofClaim(desk.ask, 'fire', 'flags { kind }')).flags;

  it('stay when all is recomputed', async () => {
    await desk.record(IN_WRONG_ORDER);
    const before = await flags();
    expect(before).toEqual([{ kind: 'DATE_ORDER' }]);
    const { steps } = await recompute(desk.engine, { by: 'test', restart: true });
    expect(steps.filter(({ changed }) => changed > 0)).toEqual([]);
    expect(await flags()).toEqual(before);
  });

  it('stay when the claim is worded anew', async () => {
    await desk.record(IN_WRONG_ORDER);
    const texts = [{ text: 'The market burnt.', language: 'en' }];
    const correction = { id: 'claim:fire', replacement: small({ claims: { fire: { texts } } }) };
    await desk.engine.write((run) => correct(run, correction, { by: 'desk', reason: 'clearer' }));
    expect(await flags()).toEqual([{ kind: 'DATE_ORDER' }]);
  });
});
