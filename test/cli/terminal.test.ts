import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visible, visibleJson } from '../../src/text/visible.ts';
import { attribution, outlet } from './files.ts';
import { type Ended, run } from './program.ts';

/** What a terminal acts on: colours, a title, a link, a cleared screen, a line overwritten, text turned round … */
const ACTS = [
  '\x1b[31mred\x1b[2J',
  '\x1b]8;;https://evil.example\x07link\x1b]8;;\x07',
  '\x1b]0;title\x1b\\',
  '\x9b31m\x85\x90',
  'over\rwritten\b\b\x7f\x00\x07',
  'forged\nNo problem in 5 lines.\v\f\t',
  '\u202egnp.exe\u202c \u2066isolated\u2069 \u200e\u200f\u061c\u202a\u202b\u202d\u2067\u2068',
  '\u2028\u2029',
].join(' ');

/** The styles that the program itself gives. */
const STYLES = new RegExp(`${'\x1b'}\\[(?:1|2|22|3[1236]|39)m`, 'g');

const RAW = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-terminal-'));
const environment = { CLAIMGRAPH_DATA: join(folder, 'data') };

const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
};

const source = { id: 'source:s', type: 'UNNAMED_SOURCE', names: [{ text: `S${ACTS}` }], description: ACTS };
const document = { id: 'document:d', kind: 'ARTICLE', title: ACTS, publisher: 'organization:post' };
const BUNDLE = {
  actors: [{ ...outlet('post'), names: [{ text: `Post${ACTS}` }] }, source],
  documents: [document],
  claims: [{ id: 'claim:c', texts: [{ text: ACTS, language: 'en' }], predicate: ACTS }],
  attributions: [
    attribution('s', 'claim:c', { actor: 'source:s', quote: ACTS, document: 'document:d' }),
    attribution('p', 'claim:c', { cites: [{ attribution: 'attribution:s' }], document: 'document:d' }),
    attribution('n', 'claim:c', { stance: 'DENIES', actor: 'source:s' }),
  ],
};

/** The lines of a run without the ends that the program itself writes. */
const linesOf = ({ out, err }: Ended) => `${out}${err}`.split('\n');

const expectVisible = async (...args: readonly string[]): Promise<Ended> => {
  const ended = await run(args, environment);
  expect({ args, raw: linesOf(ended).filter((line) => RAW.test(line)) }).toEqual({ args, raw: [] });
  expect(`${ended.out}${ended.err}`).not.toContain('\nNo problem in 5 lines.');
  return ended;
};

describe('what a terminal prints of hostile text', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    const imported = await expectVisible('import', file('hostile.json', BUNDLE), '--by', ACTS, '--reason', ACTS);
    expect(imported.exit).toBe(0);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is visible in a trace, a history, and their JSON, which stays the same value', async () => {
    const traced = await expectVisible('trace', 'claim:c');
    expect(traced.out).toContain('\\u{1b}[31mred');
    expect(traced.out).toContain('\\u{202e}gnp.exe');
    expect((await expectVisible('history', 'claim:c')).out).toContain('forged\\nNo problem in 5 lines.');
    const json = await expectVisible('trace', 'claim:c', '--json');
    expect(JSON.parse(json.out).data.claims.nodes[0].text).toBe(ACTS);
    expect(JSON.parse((await expectVisible('history', 'claim:c', '--json')).out).revisions[0].by).toBe(ACTS);
  });

  it('is visible on a terminal that has colours, of which only the program gives any', async () => {
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    try {
      const { out } = await run(['trace', 'claim:c'], environment);
      expect(out).toContain('\x1b[1m');
      const plain = out.replace(STYLES, '');
      expect(plain.split('\n').filter((line) => RAW.test(line))).toEqual([]);
      for (const command of [
        ['export', '--format', 'csv'],
        ['export', '--format', 'graphml'],
        ['packet', 'claim:c'],
      ]) {
        const data = await run(command, environment);
        expect(data.out.split('\n').filter((line) => RAW.test(line.replaceAll('\t', '')))).toEqual([]);
      }
    } finally {
      process.stdout.isTTY = isTTY;
    }
  });

  it('is left as it is in data for another program', async () => {
    expect((await run(['export', '--format', 'csv'], environment)).out).toContain('\x1b[31mred');
  });

  it('is visible in problems, wherever the text stands', async () => {
    const key = { claims: [{ id: 'claim:x', [ACTS]: 1, texts: [{ text: 'x', language: ACTS }] }] };
    for (const command of ['check', 'import']) {
      for (const flags of [[], ['--json']]) {
        await expectVisible(command, file('key.json', key), ...flags);
        await expectVisible(command, file('key.ndjson', `${JSON.stringify({ [ACTS]: [] })}\n`), ...flags);
      }
    }
    const report = join(folder, 'report.ndjson');
    await expectVisible('import', file('key.json', key), '--report', report);
    expect(
      readFileSync(report, 'utf8')
        .split('\n')
        .filter((line) => RAW.test(line)),
    ).toEqual([]);
    const entity = { id: ACTS, schema: ACTS, properties: { name: [ACTS] } };
    await expectVisible('check', file('entity.ftm.json', `${JSON.stringify(entity)}\n`));
    const review = {
      '@type': 'ClaimReview',
      [ACTS]: ACTS,
      author: { name: ACTS },
      claimReviewed: 'x',
      inLanguage: ACTS,
    };
    await expectVisible('check', file('review.jsonld', review));
    const columns = { rows: { format: 'csv' }, records: [{ collection: 'actors', record: { id: '{a|date:YYYY}' } }] };
    const mapping = file('mapping.json', columns);
    await expectVisible(
      'check',
      file('table.csv', `a,b${ACTS.replace(/[\n\r]/g, '')}\n"${ACTS}","x"\n`),
      '--mapping',
      mapping,
    );
    await expectVisible('check', file('table.csv', 'a\n'), '--mapping', file('wrong.json', { [ACTS]: 1 }));
    const manifest = { id: 'bundle:m', title: 'm', files: [`../${ACTS}`] };
    await expectVisible('check', file('manifest.json', { ...manifest, [ACTS]: 1 }));
    expect((await expectVisible('check', file('manifest.json', manifest))).err).toContain('manifest.json: files.0: ');
  });

  it('is visible in the names of files, in wrong arguments, and where the server greets', async () => {
    const name = ACTS.replaceAll('/', '').replaceAll('\0', '');
    await expectVisible('check', file(`${name}.ndjson`, 'x\n'));
    await expectVisible('check', `${name}.json`);
    await expectVisible('export', '--out', join(folder, name));
    await expectVisible('trace', name);
    await expectVisible('history', name);
    await expectVisible('packet', 'claim:c', '--captures', name);
    for (const wrong of [[`--${ACTS}`], [ACTS], ['import', 'x', '--batch', ACTS], ['check', `--${ACTS}`, 'x']]) {
      const { exit, err } = await run(wrong, environment);
      expect(exit).toBe(2);
      expect(RAW.test(err.replaceAll('\n', '').replaceAll('\t', ''))).toBe(false);
    }
    const data = join(folder, `data${name}`);
    mkdirSync(data);
    const seeded = await run(['seed'], { CLAIMGRAPH_DATA: data });
    expect(seeded.out.split('\n').filter((line) => RAW.test(line))).toEqual([]);
    expect(seeded.out).toContain('\\u{1b}[31mred');
  });

  it('is visible where a packet is verified', async () => {
    const packet = JSON.parse((await run(['packet', 'claim:c'], environment)).out);
    packet.answer.documents[0].id = ACTS;
    packet.answer.chains.push([ACTS]);
    await expectVisible('verify', file('packet.json', packet));
    await expectVisible('verify', file('packet.json', { ...packet, [ACTS]: 1 }));
    await expectVisible('verify', file('packet.json', { ...packet, [ACTS]: 1 }), '--json');
  });
});

describe('visible text', () => {
  it('keeps all that only shows: letters of any script, marks, emoji and their joiners', () => {
    const text = 'Ñandú Лукʼянова عبد الرحمن 国家主席 👩‍👩‍👧 می‌رضا a­b';
    expect(visible(text)).toBe(text);
    expect(visible('a\ud800b')).toBe('a\\u{d800}b');
  });

  it('is the same value in JSON', () => {
    const value = { [ACTS]: [ACTS, '\\u202e'] };
    expect(JSON.parse(visibleJson(JSON.stringify(value, null, 2)))).toEqual(value);
    expect(RAW.test(visibleJson(JSON.stringify(value)))).toBe(false);
  });
});
