import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { asking } from '../ask.ts';
import { builtProgram } from '../built-program.ts';
import { attribution, ndjson, outlet, SEED, SEED_MANIFEST } from './files.ts';
import { run, start } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-test-'));
let databases = 0;

/** Settings for a database that is not there yet. */
function emptyDatabase(): { CLAIMGRAPH_DATA: string } {
  return { CLAIMGRAPH_DATA: join(folder, `data-${++databases}`) };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function ask({ CLAIMGRAPH_DATA }: { CLAIMGRAPH_DATA: string }, query: string): Promise<unknown> {
  const engine = openEmbedded({ path: join(CLAIMGRAPH_DATA, 'claimgraph.grafeo'), timeout: 10_000 });
  try {
    const { data, errors } = await (await asking(engine))(query);
    expect(errors).toBeUndefined();
    return data;
  } finally {
    await engine.close();
  }
}

const COUNTS = '{ actors { totalCount } documents { totalCount } claims { totalCount } whoReported { totalCount } }';

const counts = (actors: number, documents: number, claims: number, attributions: number) => ({
  actors: { totalCount: actors },
  documents: { totalCount: documents },
  claims: { totalCount: claims },
  whoReported: { totalCount: attributions },
});

const claim = (name: string, more: object = {}) => ({
  id: `claim:${name}`,
  texts: [{ text: `What ${name} is about.`, language: 'en' }],
  ...more,
});

const line = (records: object) => `${JSON.stringify(records)}\n`;

/** The second line is no JSON, the third names nobody; the fifth rests on the third, the sixth on the fourth. */
const PARTLY_WRONG = [
  line({ actors: [outlet('post')] }),
  '{"claims":\n',
  line({ claims: [claim('a')], attributions: [attribution('a', 'claim:a', { actor: 'person:nobody' })] }),
  line({ claims: [claim('b')], attributions: [attribution('b', 'claim:b')] }),
  line({ attributions: [attribution('on-a', 'claim:b', { cites: [{ attribution: 'attribution:a' }] })] }),
  line({ attributions: [attribution('on-b', 'claim:b', { cites: [{ attribution: 'attribution:b' }] })] }),
].join('');

describe('the import', { timeout: 120_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(process.platform !== 'linux')('refuses an author and a reason that are not text in UTF-8', () => {
    for (const option of ['--by', '--reason']) {
      const script = `exec "$0" "$1" import seed/manifest.json ${option} "$(printf 'x\\355\\240\\275')"`;
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, builtProgram()], {
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('It is not text in UTF-8.') });
    }
  });

  it('stores the seed from NDJSON as from its own files, with the lines in any order', async () => {
    const lines = ndjson(SEED).trimEnd().split('\n');
    const path = file('seed.ndjson', `${lines.toReversed().join('\n')}\n`);
    const database = emptyDatabase();
    const { exit, out, err } = await run(['import', path, '--by', 'maria', '--batch', '40'], database);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('Stored 33 actors, 7 places, 7 things, 14 events, 10 documents, 52 claims, 105 attributions');
    expect(out).toContain(', from 254 lines.');
    expect(await ask(database, COUNTS)).toEqual(counts(33, 10, 52, 105));
    expect(await ask(database, '{ node(id: "revision:1") { ... on Revision { by reason } } }')).toEqual({
      node: { by: 'maria', reason: 'Import of seed.ndjson' },
    });
    const again = await run(['import', SEED_MANIFEST, '--json'], database);
    expect(again.exit).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'done', pieces: 254, known: 254, revisions: null });
  });

  it('reads standard input', async () => {
    const database = emptyDatabase();
    const { exit } = await start(['import', '-'], database, ndjson(SEED)).ended;
    expect(exit).toBe(0);
    expect(await ask(database, COUNTS)).toEqual(counts(33, 10, 52, 105));
  });

  it('writes nothing where anything is wrong', async () => {
    const database = emptyDatabase();
    const path = file('wrong.ndjson', PARTLY_WRONG);
    const { exit, out, err } = await run(['import', path], database);
    expect(exit).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual([
      `${path}:2: is not valid JSON at column 11`,
      `${path}:3: attribution:a: actor: person:nobody is neither in the bundle nor in the graph`,
    ]);
    expect(out).toBe('Nothing was written: 2 problems in 2 lines. With "--on-problem skip" the rest is imported.\n');
    expect(await ask(database, COUNTS)).toEqual(counts(0, 0, 0, 0));
  });

  it('leaves out what is wrong, and what depends on it, where it may skip', async () => {
    const database = emptyDatabase();
    const path = file('skip.ndjson', PARTLY_WRONG);
    const report = join(folder, 'report.ndjson');
    const { exit, out } = await run(['import', path, '--on-problem', 'skip', '--report', report, '--json'], database);
    expect(exit).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ outcome: 'done', pieces: 6, skipped: 3, problemCount: 3 });
    expect(result.counts).toMatchObject({ actors: 1, claims: 1, attributions: 2 });
    const problems = readFileSync(report, 'utf8')
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one).problem);
    expect(problems).toEqual(result.problems);
    expect(problems.map((problem) => [problem.line, problem.message])).toEqual([
      [2, 'is not valid JSON at column 11'],
      [3, 'person:nobody is neither in the bundle nor in the graph'],
      [5, 'attribution:a is in the input, but was left out'],
    ]);
    expect(await ask(database, '{ whoReported { nodes { id } } }')).toEqual({
      whoReported: { nodes: [{ id: 'attribution:b' }, { id: 'attribution:on-b' }] },
    });
  });

  it('stores a record once that comes twice, and reports different content as a problem', async () => {
    const database = emptyDatabase();
    const twice = line({ claims: [claim('a')], attributions: [attribution('a', 'claim:a')] });
    const other = line({ claims: [claim('a', { predicate: 'is' })] });
    const path = file('twice.ndjson', `${line({ actors: [outlet('post')] })}${twice}${twice}${other}`);
    const { exit, err } = await run(['import', path], database);
    expect({ exit, err }).toEqual({
      exit: 1,
      err: `${path}:4: claim:a: id: has different content at ${path}:2\n`,
    });
    const skipping = await run(['import', path, '--on-problem', 'skip', '--json'], database);
    expect(JSON.parse(skipping.out)).toMatchObject({ skipped: 1, counts: { actors: 1, claims: 1, attributions: 1 } });
  });
});
