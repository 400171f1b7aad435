import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { SEED_MANIFEST } from './files.ts';
import { run, start } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-cli-'));
const seeded = { CLAIMGRAPH_DATA: join(folder, 'seeded') };
const empty = { CLAIMGRAPH_DATA: join(folder, 'empty') };

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the command line', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const first = await run(['seed'], seeded);
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toContain('33 actors, 7 places, 7 things, 14 events, 10 documents, 52 claims, 105 attributions');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('explains every command with examples', async () => {
    const whole = await run(['--help']);
    expect(whole).toMatchObject({ exit: 0, err: '' });
    const names = ['serve', 'seed', 'check', 'import', 'recompute', 'export', 'trace', 'history', 'packet', 'verify'];
    for (const name of names) {
      const { exit, out, err } = await run([name, '--help']);
      expect(whole.out).toMatch(new RegExp(`^  ${name} `, 'm'));
      expect({ name, exit, err }).toEqual({ name, exit: 0, err: '' });
      expect(out).toContain('--json');
      expect(out).toMatch(/Examples:\n {2}(.* )?claimgraph/);
    }
  });

  it('ends with 2 and a sentence where it is called wrongly', async () => {
    const wrong = [
      ['imprt', 'x'],
      ['check'],
      ['serve', '--port', 'http'],
      ['import', 'x.json', '--on-problem', 'panic'],
    ];
    const more = [['import', 'x.json', '--batch', '0'], ['trace'], ['check', 'reports.txt'], ['check', 'table.csv']];
    const formats = [
      ['check', '--mapping', 'm.json', '--format', 'ftm', 'x.json'],
      ['check', '--language', 'es', 'x.ndjson'],
      ['check', '--language', 'no language', 'x.html'],
    ];
    for (const args of [...wrong, ...more, ...formats]) {
      const { exit, out, err } = await run(args, empty);
      expect({ args, exit, out }).toEqual({ args, exit: 2, out: '' });
      expect(err).not.toMatch(/^ {4}at /m);
    }
    const inProcess = await start(['imprt']).ended;
    expect(inProcess).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('Did you mean import?') });
  });

  it('ends with 1 and one sentence where a file or the database is at fault', async () => {
    expect(await run(['check', join(folder, 'nowhere.json')], empty)).toEqual({
      exit: 1,
      out: '',
      err: `${join(folder, 'nowhere.json')}: no such file.\n`,
    });
    expect((await run(['import', folder, '--format', 'json'], empty)).err).toBe(
      `${folder} is a folder: name the files in it.\n`,
    );
    const { exit, out, err } = await run(['trace', 'claim:amnesty', '--json'], empty);
    expect(exit).toBe(1);
    expect(err).toMatch(/^There is no database at \S+ yet: "claimgraph import" or "claimgraph seed" creates one.\n$/);
    expect(JSON.parse(out)).toEqual({ error: { message: err.trim() } });
  });

  it('loads the seed once, and says so', async () => {
    const { exit, out } = await run(['seed', '--json'], seeded);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ written: false, revision: null, counts: { claims: 0 } });
    expect((await run(['seed'], seeded)).out).toContain('already; nothing was changed.');
  });

  it('says in one line which server has the embedded database, and where to ask it', async () => {
    const server = start(['serve', '--port', '0', '--json'], seeded);
    const address = await new Promise<string>((done) => server.child.stdout?.once('data', (chunk) => done(`${chunk}`)));
    const { ready, url } = JSON.parse(address) as { ready: boolean; url: string };
    expect(ready).toBe(true);
    expect(url).toMatch(/^http:\/\/127.0.0.1:\d+\/graphql$/);
    const database = join(seeded.CLAIMGRAPH_DATA, 'claimgraph.grafeo');
    const by = `a running server (process ${server.child.pid})`;
    const needing = [['trace', 'claim:amnesty'], ['history', 'claim:amnesty'], ['packet', 'claim:amnesty'], ['export']];
    const more = [['check', SEED_MANIFEST], ['import', SEED_MANIFEST], ['seed'], ['serve', '--port', '0']];
    for (const args of [...needing, ...more]) {
      expect({ args, ...(await run(args, seeded)) }).toEqual({
        args,
        exit: 1,
        out: '',
        err: `The embedded database at ${database} is in use by ${by}: stop the server, or ask it at ${url}\n`,
      });
    }
    server.child.kill('SIGTERM');
    expect((await server.ended).exit).toBe(0);
    expect(existsSync(`${database}.server.json`)).toBe(false);
  });

  it('says that another process has the embedded database, where a killed server left its note', async () => {
    const killed = start(['serve', '--port', '0', '--json'], seeded);
    await new Promise((done) => killed.child.stdout?.once('data', done));
    killed.child.kill('SIGKILL');
    await killed.ended;
    const database = join(seeded.CLAIMGRAPH_DATA, 'claimgraph.grafeo');
    expect(existsSync(`${database}.server.json`)).toBe(true);
    const other = openEmbedded({ path: database, timeout: 10_000 });
    const { exit, err } = await run(['trace', 'claim:amnesty'], seeded);
    await other.close();
    expect(exit).toBe(1);
    expect(err).toBe(
      `The embedded database at ${database} is in use by another process, and only one at a time can have it: ` +
        'wait until that one ends, or stop it\n',
    );
  });

  it('traces a claim back to the sources that nobody names', async () => {
    const { exit, out, err } = await run(['trace', 'claim:amnesty'], seeded);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).not.toContain('\u001b');
    expect(out).toContain(
      [
        'Standing          DISPUTED',
        'Newsrooms         2',
        'Ultimate sources  2 or more',
        'On the record     0',
        'Depends on        nobody alone',
        'Coverage          partial: not everything along the chains was read',
      ].join('\n'),
    );
    expect(out).toContain(
      '- Nicolás Maduro, 2025-12-01: denies claim:amnesty; leaves open claim:icc-case, claim:interim-government and claim:sanctions\n',
    );
    const tree = out.split('\n').filter((line) => /(REPORTS|ASSERTS|DENIES) /.test(line));
    const reports = [
      'REPORTS CiberCuba, 2025-12-01~',
      '├─ REPORTS Miami Herald, no date',
      '│  └─ ASSERTS Sources of the Miami Herald (unnamed, 1 or more, known to Miami Herald), no date  ● root',
      '└─ REPORTS Reuters, no date',
      '   └─ ASSERTS Sources consulted by Reuters (unnamed, 2 or more, known to Reuters), no date  ● root',
    ];
    const denial = ['REPORTS CiberCuba, 2025-12-01~', '└─ DENIES Nicolás Maduro, 2025-12-01'];
    expect(tree).toEqual([...reports, ...denial, ...reports]);
  });

  it('traces as of an earlier date, and gives the answer as it is', async () => {
    const undated = ['--as-of-said', '2025-11-30', '--undated', '--json'];
    const { exit, out } = await run(['trace', 'claim:amnesty', ...undated], seeded);
    expect(exit).toBe(0);
    expect(JSON.parse(out).data.claims.nodes[0]).toMatchObject({ standing: 'CORROBORATED', denials: [] });
    expect(await run(['trace', 'claim:amnesty', '--as-of-said', '2025-11-30'], seeded)).toMatchObject({
      exit: 1,
      err: 'Nobody had said claim:amnesty by then, as far as dates show; --undated includes what has no date.\n',
    });
    expect(await run(['trace', 'person:nicolas-maduro'], seeded)).toMatchObject({
      exit: 1,
      err: 'person:nicolas-maduro is not a claim but a record of type Person; only claims can be traced.\n',
    });
    expect(await run(['trace', 'claim:nowhere'], seeded)).toMatchObject({
      exit: 1,
      err: 'The database has no record with the id claim:nowhere.\n',
    });
  });

  it('finds nothing wrong with the seed, in files or against the database', async () => {
    expect(await run(['check', '--offline', SEED_MANIFEST], empty)).toEqual({
      exit: 0,
      out: 'No problem in 254 items, checked without the database.\n',
      err: '',
    });
    expect((await run(['check', SEED_MANIFEST], seeded)).out).toBe(
      'No problem in 254 items, checked against the database.\n',
    );
  });

  it('names file, line, record and field of every problem, and writes nothing', async () => {
    const said = { stance: 'ASSERTS', certainty: 'CERTAIN', mode: 'DATA', onRecord: true, actor: 'person:nobody' };
    const path = file(
      'wrong.ndjson',
      [
        '{"claims":[{"id":"claim:x","texts":[]}]}',
        '{wrong',
        '',
        JSON.stringify({ attributions: [{ id: 'attribution:y', claim: 'claim:x', ...said }] }),
        JSON.stringify({ attributions: [{ id: 'attribution:z', claim: 'claim:amnesty', ...said, on: 1 }] }),
        '{"claims":[{"id":"claim:alone","texts":[{"text":"Nobody says so.","language":"en"}]}]}',
      ].join('\r\n'),
    );
    const lines = [
      `${path}:1: claim:x: texts: Too small: expected array to have >=1 items`,
      `${path}:2: is not valid JSON at column 2`,
      `${path}:5: attribution:z: on: is not a known field`,
      `${path}:4: attribution:y: actor: person:nobody is neither in the bundle nor in the graph`,
      `${path}:6: claim:alone: this claim has no attribution: add one`,
    ];
    const { exit, out } = await run(['check', path], seeded);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(0, -1)).toEqual([...lines, '5 problems in 5 lines, checked against the database.']);
    const json = JSON.parse((await run(['check', path, '--json'], seeded)).out);
    expect(json).toMatchObject({ ok: false, pieces: 5 });
    expect(json.problems[3]).toEqual({
      code: 'UNKNOWN_REFERENCE',
      file: path,
      line: 4,
      record: 'attribution:y',
      field: 'actor',
      message: 'person:nobody is neither in the bundle nor in the graph',
    });
  });
});
