import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, start } from '../cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);
const environment = { CLAIMGRAPH_DATA: inFolder('data') };

const WRITERS = ['export --out'];

describe('a place to write to', { timeout: 120_000 }, () => {
  const written = (command: string, out: string) => run([...command.split(' '), out], environment);

  beforeAll(async () => {
    expect((await run(['seed'], environment)).exit).toBe(0);
    WRITERS.push(`packet claim:amnesty --as-of-recorded ${new Date().toISOString()} --out`);
  });

  it('that is a link stays one, and the file that it leads to is written', async () => {
    for (const [index, command] of WRITERS.entries()) {
      const plain = inFolder(`plain-${index}.ndjson`);
      expect((await written(command, plain)).exit).toBe(0);
      for (const name of ['there', 'not-there']) {
        const [target, link, further] = [
          `${name}-${index}`,
          `link-${name}-${index}.ndjson`,
          `far-${name}-${index}.ndjson`,
        ];
        if (name === 'there') writeFileSync(inFolder(target), 'old');
        symlinkSync(target, inFolder(link));
        symlinkSync(link, inFolder(further));
        expect((await written(command, inFolder(further))).exit).toBe(0);
        expect(lstatSync(inFolder(link)).isSymbolicLink() && lstatSync(inFolder(further)).isSymbolicLink()).toBe(true);
        expect(readFileSync(inFolder(target), 'utf8')).toBe(readFileSync(plain, 'utf8'));
      }
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe or a device is written as it is, and stays', async () => {
    const pipe = inFolder('pipe.ndjson');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    const [read, { exit }] = await Promise.all([text(reader.stdout), written('export --out', pipe)]);
    expect({ exit, isPipe: lstatSync(pipe).isFIFO() }).toEqual({ exit: 0, isPipe: true });
    expect(read).toBe(readFileSync(inFolder('plain-0.ndjson'), 'utf8'));
    symlinkSync('/dev/null', inFolder('null.ndjson'));
    expect((await written('export --out', inFolder('null.ndjson'))).exit).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.skipIf(!existsSync('/dev/full'))('that is full is named, and stays', async () => {
    symlinkSync('/dev/full', inFolder('full.ndjson'));
    for (const command of [...WRITERS, 'import examples/none.ndjson --report']) {
      const file = command.startsWith('import') ? inFolder('bad.ndjson') : null;
      if (file) writeFileSync(file, '{\n');
      const { exit, err } = await written(file ? `import ${file} --report` : command, inFolder('full.ndjson'));
      expect({ exit, err }).toEqual({
        exit: 1,
        err: expect.stringContaining(`${inFolder('full.ndjson')} cannot be written: no space is left on its disk.`),
      });
    }
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  it('that is a folder, or is in none, is told in words', async () => {
    mkdirSync(inFolder('a-folder.ndjson'));
    writeFileSync(inFolder('a-file'), 'x');
    const why = {
      'a-folder.ndjson': 'it is a folder',
      'nowhere/x.ndjson': 'it, or the folder it is in, does not exist',
      'a-file/x.ndjson': 'a part of its path is a file, not a folder',
    };
    for (const command of [...WRITERS, 'import seed/manifest.json --report']) {
      for (const [name, reason] of Object.entries(why)) {
        const { exit, err } = await written(command, inFolder(name));
        expect({ exit, err }).toEqual({ exit: 1, err: `${inFolder(name)} cannot be written: ${reason}.\n` });
      }
    }
  });
});

describe('a data folder in whose way something is', { timeout: 120_000 }, () => {
  const commands = [
    'history claim:amnesty',
    'export',
    'seed',
    'serve',
    'check seed/manifest.json',
    'import seed/manifest.json',
  ];

  const said = async (name: string) => {
    const all = new Set<string>();
    for (const command of commands) {
      const { exit, err } = await run(command.split(' '), { CLAIMGRAPH_DATA: inFolder(name), PORT: '0' });
      expect({ command, exit }).toEqual({ command, exit: 1 });
      all.add(err);
    }
    return [...all];
  };

  it('is told in words by every command, with what is in its way', async () => {
    const path = (name: string) => join(inFolder(name), 'claimgraph.grafeo');
    const cannot = (name: string, why: string) => [`The embedded database at ${path(name)} cannot be opened: ${why}\n`];
    writeFileSync(inFolder('file'), 'x');
    expect(await said('file')).toEqual(cannot('file', `${inFolder('file')} is a file, not a folder`));
    expect(await said('file/below')).toEqual(cannot('file/below', `${inFolder('file')} is a file, not a folder`));
    mkdirSync(path('folder'), { recursive: true });
    expect(await said('folder')).toEqual(cannot('folder', 'it is a folder, not a file'));
    mkdirSync(inFolder('log'));
    writeFileSync(`${path('log')}.wal`, 'x');
    expect(await said('log')).toEqual(cannot('log', `its log, ${path('log')}.wal, is a file, not a folder`));
    mkdirSync(inFolder('empty'));
    writeFileSync(path('empty'), '');
    expect(await said('empty')).toEqual(cannot('empty', 'it is an empty file: restore it from a copy, or delete it'));
  });
});

describe('a program that cannot begin', { timeout: 60_000 }, () => {
  it('names the address that another process has', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    const { exit, err } = await run(['serve', '--port', String(port)], environment);
    other.close();
    const why = 'it is in use by another process. Choose another with --host and --port.';
    expect({ exit, err }).toEqual({ exit: 1, err: `The server cannot listen at 127.0.0.1:${port}: ${why}\n` });
  });

  it('names the folder of temporary files that does not exist', async () => {
    const missing = { ...environment, TMPDIR: inFolder('no-tmp') };
    const { exit, err } = await start(['import', 'seed/manifest.json'], missing).ended;
    const why = 'it, or the folder it is in, does not exist. TMPDIR sets another folder.';
    expect({ exit, err }).toEqual({
      exit: 1,
      err: `A temporary file in ${inFolder('no-tmp')} cannot be written: ${why}\n`,
    });
  });
});
