import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { builtProgram } from '../built-program.ts';
import { attribution, manyClaims, outlet } from '../cli/files.ts';
import { run } from '../cli/program.ts';
import { endServing, type Serving, serving } from '../cli/serving.ts';
import { failureOf } from '../failures.ts';

const TOKEN = 'a-token-of-many-characters';
const KB = 1024;

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);
const databaseIn = (data: string) => join(data, 'claimgraph.grafeo');
const logIn = (data: string) => `${databaseIn(data)}.wal`;

const ofClaim = (name: string, text = name) => ({
  claims: [{ id: `claim:${name}`, texts: [{ text, language: 'en' }] }],
  attributions: [attribution(name, `claim:${name}`, { actor: 'organization:ciber-cuba' })],
});

/** Records a claim by a server; gives the code of its answer, or "stored". */
async function recorded({ url }: Serving, name: string, text = name): Promise<string> {
  const bundle = { actors: [{ ...outlet('ciber-cuba'), id: `organization:${name}` }], ...ofClaim(name, text) };
  const attributions = bundle.attributions.map((one) => ({ ...one, actor: `organization:${name}` }));
  const query = `mutation ($bundle: BundleInput!) {
    record(bundle: $bundle, idempotencyKey: "${name}") { revision { id } problems { message } }
  }`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables: { bundle: { ...bundle, attributions } } }),
  });
  const { data, errors } = (await answer.json()) as {
    data: { record: { revision: object | null; problems: { message: string }[] } } | null;
    errors?: { extensions: { code: string } }[];
  };
  if (data?.record.revision) return 'stored';
  return errors?.[0]?.extensions.code ?? data?.record.problems[0]?.message ?? 'nothing';
}

describe('a data folder', { timeout: 120_000 }, () => {
  const killed = inFolder('killed');
  const copied = inFolder('copied');

  /** A copy of the folder of a server that was killed, changed in some way. */
  const changed = (change: (data: string) => void): string => {
    const data = mkdtempSync(inFolder('changed-'));
    cpSync(killed, data, { recursive: true });
    change(data);
    return data;
  };

  const segmentsIn = (data: string): string[] =>
    readdirSync(logIn(data))
      .filter((name) => name.endsWith('.log'))
      .sort()
      .map((name) => join(logIn(data), name));

  const refusals = async (data: string): Promise<string[]> => {
    const commands = [['history', 'claim:late'], ['export'], ['seed'], ['check', 'seed/manifest.json'], ['serve']];
    const said: string[] = [];
    for (const command of commands) {
      const { exit, out, err } = await run(command, { CLAIMGRAPH_DATA: data, PORT: '0' });
      expect({ command, exit, out }).toEqual({ command, exit: 1, out: '' });
      said.push(err.trim());
    }
    return [...new Set(said)];
  };

  beforeAll(async () => {
    const server = await serving({ CLAIMGRAPH_DATA: killed, CLAIMGRAPH_WRITE_TOKEN: TOKEN });
    expect(await recorded(server, 'late')).toBe('stored');
    mkdirSync(copied);
    cpSync(databaseIn(killed), databaseIn(copied));
    await endServing(server, 'SIGKILL');
  });

  it('of a killed server has everything that was stored, and is whole again', async () => {
    const data = changed(() => undefined);
    expect(existsSync(logIn(data))).toBe(true);
    for (const _ of [1, 2]) {
      expect((await run(['history', 'claim:late'], { CLAIMGRAPH_DATA: data })).exit).toBe(0);
      expect(existsSync(logIn(data))).toBe(false);
    }
  });

  it('without its log is refused and stays as it is, instead of being opened in an old state', async () => {
    const lost = [
      changed((data) => rmSync(logIn(data), { recursive: true })),
      changed((data) => readdirSync(logIn(data)).map((segment) => rmSync(join(logIn(data), segment)))),
      changed((data) => readdirSync(logIn(data)).map((segment) => truncateSync(join(logIn(data), segment)))),
      changed((data) => {
        segmentsIn(data).map((segment) => rmSync(segment));
        rmSync(join(logIn(data), 'acknowledged'));
        writeFileSync(join(logIn(data), '.DS_Store'), 'x');
      }),
      copied,
    ];
    for (const data of lost) {
      expect(await refusals(data)).toEqual([expect.stringMatching(/is not whole: its log, .*\.wal, is missing/)]);
    }
  });

  it('with a log whose end was cut off is refused and stays as it is, instead of losing what was acknowledged', async () => {
    const cutBy = (take: (size: number) => number) =>
      changed((data) => {
        const [last] = segmentsIn(data).slice(-1) as [string];
        truncateSync(last, take(statSync(last).size));
      });
    const before = readdirSync(logIn(killed));
    for (const data of [cutBy((size) => size - 1), cutBy((size) => Math.floor(size / 2)), cutBy(() => 128)]) {
      expect(await refusals(data)).toEqual([
        expect.stringMatching(/is not whole: its log, .*\.wal, was cut and lacks/),
      ]);
      expect(readdirSync(logIn(data))).toEqual(before);
    }
  });

  it('is opened in an old state where an operator accepts the loss of the latest changes, and only once', async () => {
    const cut = changed((data) => segmentsIn(data).map((segment) => truncateSync(segment, 128)));
    const gone = changed((data) => rmSync(logIn(data), { recursive: true }));
    mkdirSync(logIn(gone));
    for (const data of [cut, gone]) {
      writeFileSync(join(logIn(data), 'accept-loss'), '');
      const server = await serving({ CLAIMGRAPH_DATA: data, CLAIMGRAPH_WRITE_TOKEN: TOKEN });
      expect(await recorded(server, 'anew')).toBe('stored');
      await endServing(server, 'SIGKILL');
      expect((await run(['history', 'claim:anew'], { CLAIMGRAPH_DATA: data })).exit).toBe(0);
      expect(readdirSync(data)).toEqual(['claimgraph.grafeo', 'claimgraph.grafeo.server.json']);
    }
  });

  it('without its database, or with a damaged or foreign one, is refused', async () => {
    const missing = changed((data) => rmSync(databaseIn(data)));
    expect(await refusals(missing)).toEqual([
      expect.stringMatching(/is not whole: its log, .* belongs to another file/),
    ]);
    const cut = changed((data) => truncateSync(databaseIn(data), 5_000));
    expect(await refusals(cut)).toEqual([expect.stringMatching(/cannot be opened: .*is damaged/)]);
    const foreign = changed((data) => writeFileSync(databaseIn(data), 'A letter.\n'));
    expect(await refusals(foreign)).toEqual([expect.stringMatching(/cannot be opened: .*not a Grafeo database/)]);
  });

  it('that was closed needs no log, also if only its file was copied, and whatever was read since', async () => {
    const data = inFolder('closed');
    const copy = inFolder('copy-of-closed');
    mkdirSync(copy);
    expect((await run(['seed'], { CLAIMGRAPH_DATA: data })).exit).toBe(0);
    expect(readdirSync(data)).toEqual(['claimgraph.grafeo']);
    const reading = openEmbedded({ path: databaseIn(data), timeout: 10_000 });
    await reading.read({ text: 'MATCH (n:Node) RETURN count(n) AS n', parameters: {} });
    cpSync(databaseIn(data), databaseIn(copy));
    await reading.close();
    expect((await run(['trace', 'claim:amnesty'], { CLAIMGRAPH_DATA: copy })).exit).toBe(0);
  });
});

/** Runs the built program with a limit on the size of files, in blocks of 512 bytes, as a full disk sets one, or on open files. */
function limited(limit: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const script = `${limit}; exec "$0" "$@"`;
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, builtProgram(), ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    encoding: 'utf8',
  });
  return { status, err: stderr.trim() };
}

const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)('a disk with no space left', { timeout: 120_000 }, () => {
  const data = inFolder('data');
  const environment = { CLAIMGRAPH_DATA: data };
  const many = inFolder('many.ndjson');

  beforeAll(async () => {
    await run(['seed'], environment);
    writeFileSync(many, manyClaims(2_000));
  });

  it('is named with the file or folder, which is not left half written', async () => {
    const smaller = (args: readonly string[]) => limited('ulimit -f 128', args, environment);
    const full = { status: 1, err: '' };
    const report = inFolder('report.ndjson');
    const out = inFolder('graph.gexf');
    const cannot = (what: string) =>
      expect.stringMatching(new RegExp(`^${what} cannot be written: (no space|it would be larger)`));
    expect(smaller(['import', many])).toEqual({ ...full, err: cannot(`A temporary file in ${tmpdir()}`) });
    expect(smaller(['check', many])).toEqual({ ...full, err: cannot(`A temporary file in ${tmpdir()}`) });
    expect(smaller(['export', '--out', out])).toEqual({ ...full, err: cannot(out) });
    writeFileSync(inFolder('bad.ndjson'), '{\n'.repeat(5_000));
    const { err } = smaller(['import', '--json', '--report', report, inFolder('bad.ndjson')]);
    expect(err).toContain(`${report} cannot be written: `);
    expect(readdirSync(folder).filter((name) => /\.part$|^graph/.test(name))).toEqual([]);
  });

  it.skipIf(!existsSync('/dev/full'))('is named where standard output is on it', () => {
    for (const command of ['export', 'trace claim:amnesty', 'packet claim:amnesty', 'history claim:amnesty --json']) {
      const script = `"$0" "$1" ${command} > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, builtProgram()], {
        env: { PATH: process.env.PATH ?? '', ...environment },
        encoding: 'utf8',
      });
      expect({ command, status }).toEqual({ command, status: 1 });
      expect(stderr).toContain('Standard output cannot be written: no space is left on its disk.');
    }
  });

  it('stops an import between two batches, which goes on when there is space', async () => {
    const copy = inFolder('import');
    cpSync(data, copy, { recursive: true });
    const importing = ['import', many, '--batch', '300'];
    const { status, err } = limited('ulimit -f 3000', importing, { CLAIMGRAPH_DATA: copy });
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/could not be written: it would be larger/),
    });
    const again = await run(importing, { CLAIMGRAPH_DATA: copy });
    expect(again.out).toMatch(/^Continued at .*many\.ndjson:\d+, where the last run stopped\./);
    expect((await run(['import', many], { CLAIMGRAPH_DATA: copy })).out).toContain('Stored no new record');
  });

  it('is SERVICE_UNAVAILABLE to clients and named in the log, and the server works on when there is space', async () => {
    const served = inFolder('served');
    cpSync(data, served, { recursive: true });
    const server = await serving({ CLAIMGRAPH_DATA: served, CLAIMGRAPH_WRITE_TOKEN: TOKEN });
    const limit = (bytes: string) =>
      execFileSync('prlimit', ['--pid', String(server.running.child.pid), `--fsize=${bytes}:unlimited`]);
    try {
      expect(await recorded(server, 'before')).toBe('stored');
      limit(String(16 * KB));
      const long = 'x'.repeat(40_000);
      expect(await recorded(server, 'full', long)).toBe('SERVICE_UNAVAILABLE');
      expect(await recorded(server, 'full', long)).toBe('SERVICE_UNAVAILABLE');
      expect(server.running.err()).toContain(
        `The embedded database at ${databaseIn(served)} could not be written: it would be larger`,
      );
      expect(server.running.err()).toContain(logIn(served));
      limit('unlimited');
      expect(await recorded(server, 'full', long)).toBe('stored');
    } finally {
      await endServing(server, 'SIGTERM');
    }
    for (const name of ['before', 'full']) {
      expect((await run(['history', `claim:${name}`], { CLAIMGRAPH_DATA: served })).exit).toBe(0);
    }
  });
});

describe.skipIf(!isLinux)('too few file handles', { timeout: 120_000 }, () => {
  it('are named with the number that is needed, before anything is loaded', () => {
    const environment = { CLAIMGRAPH_DATA: inFolder('data'), PORT: '0' };
    for (const command of [
      'serve',
      'history claim:amnesty',
      'import seed/manifest.json',
      'export',
      'trace claim:amnesty',
    ]) {
      for (const files of [20, 22, 60, 160, 255]) {
        const err = `This process may have only ${files} files open, and claimgraph needs 256: allow more, with "ulimit -n 1024".`;
        expect(limited(`ulimit -n ${files}`, command.split(' '), environment)).toEqual({ status: 1, err });
      }
    }
  });

  it('are not where it has those', () => {
    const said = limited('ulimit -n 256', ['history', 'claim:amnesty'], { CLAIMGRAPH_DATA: inFolder('data') });
    expect(said).toEqual({ status: 0, err: '' });
  });
});

describe('a database that fails to write', () => {
  it('throws an EngineError of its own, not what the end of the transaction adds', async () => {
    const engine = openEmbedded({ path: null, timeout: 10_000 });
    expect(await failureOf(engine.write((run) => run({ text: 'CREATE (', parameters: {} })))).toBe('FAULT');
    await engine.close();
  });
});
