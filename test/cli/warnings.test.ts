import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { attribution, outlet } from './files.ts';
import { run } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-warnings-test-'));
const environment = { CLAIMGRAPH_DATA: join(folder, 'data') };

const line = (records: object) => `${JSON.stringify(records)}\n`;

const relays = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    attribution(`r${from + index}`, 'claim:fire', { stance: 'REPORTS', document: undefined }),
  );

const FILE = join(folder, 'risky.ndjson');

writeFileSync(
  FILE,
  [
    line({ actors: [{ ...outlet('post'), publisherFamily: 'organization:post' }] }),
    line({
      claims: [{ id: 'claim:fire', texts: [{ text: 'Fire.', language: 'en' }] }],
      attributions: [attribution('said', 'claim:fire')],
    }),
    line({ attributions: relays(0, 2) }),
  ].join(''),
);

const OWNER = 'is its own owner, and counts as one without an owner. Leave "publisherFamily" out, or name the owner.';
const UNTRACED = 'cites nobody and has no document: it is untraced, and counts for no source. Cite whom it relays.';

const LINES = [
  `Warning: ${FILE}:3: attribution:r0: cites: ${UNTRACED}`,
  `Warning: ${FILE}:3: attribution:r1: cites: ${UNTRACED}`,
  `Warning: ${FILE}:1: organization:post: publisherFamily: ${OWNER}`,
];

const WARNINGS = [
  {
    code: 'OWNED_BY_ITSELF',
    file: FILE,
    line: 1,
    record: 'organization:post',
    field: 'publisherFamily',
    message: OWNER,
  },
  ...['r0', 'r1'].map((id) => ({
    code: 'UNTRACED_RELAY',
    file: FILE,
    line: 3,
    record: `attribution:${id}`,
    field: 'cites',
    message: UNTRACED,
  })),
];

describe('warnings on the command line', { timeout: 60_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are printed by a check by sort, which succeeds', async () => {
    const { exit, out } = await run(['check', '--offline', FILE]);
    expect(exit).toBe(0);
    expect(out).toBe([...LINES, 'No problem and 3 warnings in 3 lines, checked without the database.', ''].join('\n'));
  });

  it('are in the JSON of a check', async () => {
    const { exit, out } = await run(['check', '--offline', '--json', FILE]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      pieces: 3,
      problems: [],
      warningCount: 3,
      warnings: WARNINGS,
      isCut: false,
      leftOut: [],
    });
  });

  it('are printed by an import, which stores, and are in its report and its JSON', async () => {
    const report = join(folder, 'report.ndjson');
    const { exit, out, err } = await run(['import', FILE, '--report', report], environment);
    expect(exit).toBe(0);
    expect(out).toContain('With 3 warnings, listed above.');
    expect(err.split('\n').filter((one) => one.startsWith('Warning'))).toEqual(LINES);
    const reported = readFileSync(report, 'utf8').trim().split('\n');
    expect(reported.map((one) => JSON.parse(one))).toEqual(WARNINGS.map((warning) => ({ warning })));
    const again = await run(['import', FILE, '--json'], environment);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'done', warningCount: 3, warnings: WARNINGS });
  });

  it('are cut where one sort has many', async () => {
    const many = join(folder, 'many.ndjson');
    writeFileSync(many, readFileSync(FILE, 'utf8') + line({ attributions: relays(2, 50) }));
    const { out } = await run(['check', '--offline', many]);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(23);
    expect(lines[20]).toBe('Warning: 30 more warnings of this sort (UNTRACED_RELAY).');
    expect(lines[22]).toBe('No problem and 51 warnings in 4 lines, checked without the database.');
  });
});
