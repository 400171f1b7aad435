import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { capturesIn } from '../../src/cli/page-captures.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { asking } from '../ask.ts';
import { MUTATIONS } from '../change/questions.ts';
import { attribution, SEED, SEED_MANIFEST } from './files.ts';
import { run } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-packet-test-'));
const at = (name: string) => join(folder, name);
const data = { CLAIMGRAPH_DATA: at('data') };
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** Runs the program on the database; gives what it printed. */
async function done(...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await run(args, data);
  expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' });
  return out;
}

/** What somebody writes later: a new report of the claim, a corrected name, a claim taken back. */
async function writeLater(): Promise<void> {
  const engine = openEmbedded({ path: join(data.CLAIMGRAPH_DATA, 'claimgraph.grafeo'), timeout: 10_000 });
  try {
    const ask = await asking(engine, { by: 'maria' });
    const mutate = async (name: string, variables: Record<string, unknown>) => {
      const answer = await ask(MUTATIONS[name] as string, variables);
      expect(answer.data?.[name].problems).toEqual([]);
    };
    const more = { claim: 'claim:amnesty', actor: 'person:nicolas-maduro', stance: 'DENIES', quote: 'No.' };
    const bundle = { attributions: [attribution('later', 'claim:amnesty', { ...more, saidAt: '2025-11-29' })] };
    await mutate('record', { bundle, idempotencyKey: 'later' });
    const outlet = SEED.actors.find(({ id }) => id === 'organization:cibercuba');
    const replacement = { actors: [{ ...outlet, names: [{ text: 'CiberCuba Noticias', kind: 'PREFERRED' }] }] };
    await mutate('correct', { input: { id: 'organization:cibercuba', replacement, reason: 'The name was wrong.' } });
  } finally {
    await engine.close();
  }
}

describe('an evidence packet', { timeout: 120_000 }, () => {
  let first = '';
  let printed = '';

  beforeAll(async () => {
    await done('seed');
    printed = await done('packet', 'claim:amnesty', '--out', at('first.json'));
    first = readFileSync(at('first.json'), 'utf8');
    await writeLater();
  }, 90_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('states its hash, its asOf time, its chains and the question that made it', () => {
    const { answer, sha256 } = JSON.parse(first);
    expect(printed).toBe(`sha256 ${sha256}, as of ${answer.asOf.recorded}\n`);
    expect(answer.claim).toMatchObject({ id: 'claim:amnesty', standing: 'DISPUTED', independence: { newsrooms: 2 } });
    expect(answer.query.variables).toEqual({ claim: 'claim:amnesty', asOf: { recorded: answer.asOf.recorded } });
    expect(answer.query.text).toMatch(/^query EvidencePacket\(/);
    const ends = answer.chains.map((chain: string[]) => chain.at(-1));
    const denial = 'attribution:maduro-denies-amnesty';
    const roots = answer.claim.roots.map(({ id }: { id: string }) => id);
    expect([...new Set(ends)].sort()).toEqual([...roots, denial].sort());
    expect(answer.documents.map(({ id }: { id: string }) => id)).toContain('document:cibercuba-article');
  });

  it('is the same bytes when it is asked for again as of the same time, after later writes', async () => {
    const { recorded } = JSON.parse(first).answer.asOf;
    expect((await run(['packet', 'claim:amnesty', '--as-of-recorded', recorded], data)).out).toBe(first);
    await done('packet', 'claim:amnesty', '--out', at('now.json'));
    const now = JSON.parse(readFileSync(at('now.json'), 'utf8')).answer;
    expect(JSON.stringify(now)).toContain('attribution:later');
    expect(JSON.stringify(now)).toContain('CiberCuba Noticias');
    expect(first).not.toContain('CiberCuba Noticias');
  });

  it('can be verified alone, with the printed hash, and by asking again', async () => {
    const { sha256 } = JSON.parse(first);
    const out = await done('verify', at('first.json'), '--hash', sha256, '--again');
    expect(out).toMatch(
      /^The packet of claim:amnesty as of \S+ is unchanged, and the database gives the same answer\./,
    );
    const other = await run(['verify', at('first.json'), '--hash', sha('x'), '--json'], data);
    expect(other.exit).toBe(1);
    expect(JSON.parse(other.out)).toMatchObject({
      ok: false,
      problems: ['The hash of the packet is not the one you gave.'],
    });
  });

  it('with one changed byte does not verify', async () => {
    const index = first.indexOf('Maduro asked Trump');
    writeFileSync(at('changed.json'), `${first.slice(0, index)}N${first.slice(index + 1)}`);
    const { exit, out } = await run(['verify', at('changed.json')], data);
    expect({ exit, out }).toMatchObject({ exit: 1, out: expect.stringContaining('does not match.') });
  });

  it('says how a database with other content differs', async () => {
    const empty = { CLAIMGRAPH_DATA: at('other') };
    const bundle = parseBundle({
      actors: [{ id: 'person:nicolas-maduro', type: 'PERSON', names: [{ text: 'Maduro' }] }],
      claims: [{ id: 'claim:amnesty', texts: [{ text: 'Something else.', language: 'en' }] }],
      attributions: [attribution('other', 'claim:amnesty', { actor: 'person:nicolas-maduro' })],
    });
    writeFileSync(at('other.json'), JSON.stringify(bundle));
    expect((await run(['import', at('other.json')], empty)).exit).toBe(0);
    const now = await run(['packet', 'claim:amnesty', '--out', at('others.json')], empty);
    expect(now.exit).toBe(0);
    const { exit, out } = await run(['verify', at('others.json'), '--again'], data);
    expect(exit).toBe(1);
    expect(out).toContain('"text" of claim claim:amnesty differs in the database.\n');
    expect(out).toContain('The attribution attribution:other is not in the database.\n');
    expect(out).toContain('The chains differ in the database.\n');
  });

  it('as of an earlier said date has what had been said by then', async () => {
    const dates = ['--as-of-said', '2025-11-28', '--undated', '--json', '--out', at('early.json')];
    const { asOf } = JSON.parse(await done('packet', 'claim:amnesty', ...dates));
    expect(asOf).toMatchObject({ said: '2025-11-28', undated: 'INCLUDE' });
    expect(JSON.parse(readFileSync(at('early.json'), 'utf8')).answer.claim).toMatchObject({
      standing: 'CORROBORATED',
      denials: [],
    });
    expect(await done('verify', at('early.json'), '--again')).toContain('the database gives the same answer');
  });

  it('has the hashes of files of what was read, and says which of them is another', async () => {
    mkdirSync(at('captures'));
    const id = 'document:cibercuba-article';
    const file = 'document_cibercuba-article.html';
    writeFileSync(join(at('captures'), file), '<html>');
    writeFileSync(join(at('captures'), 'holiday.jpg'), 'x');
    const args = ['packet', 'claim:amnesty', '--captures', at('captures'), '--json', '--out', at('captured.json')];
    const { exit, out } = await run(args, data);
    expect(exit).toBe(0);
    const { answer } = JSON.parse(readFileSync(at('captured.json'), 'utf8'));
    expect(answer.captures).toEqual([{ document: id, file, bytes: 6, sha256: sha('<html>') }]);
    expect(JSON.parse(out).remarks).toEqual(['holiday.jpg belongs to no document of this packet.']);
    const { remarks } = await capturesIn(at('captures'), [{ id, contentHash: `sha256:${sha('<body>')}` }]);
    expect(remarks[0]).toBe(
      `${file} is not the content that was read of ${id}: its hash is ${sha('<html>')}, but the document's is ${sha('<body>')}.`,
    );
    expect((await capturesIn(at('captures'), [{ id, contentHash: sha('<html>').toUpperCase() }])).remarks).toEqual([
      'holiday.jpg belongs to no document of this packet.',
    ]);
    await done('verify', at('captured.json'), '--captures', at('captures'));
    writeFileSync(join(at('captures'), file), '<HTML>');
    const changed = await run(['verify', at('captured.json'), '--captures', at('captures')], data);
    expect(changed).toMatchObject({ exit: 1, out: `${file} has changed: its hash is now ${sha('<HTML>')}.\n` });
  });

  it('is refused for what is no claim, or of a time that has not come', async () => {
    const wrong = [
      [['packet', 'claim:nowhere'], 1],
      [['packet', 'claim:amnesty', '--as-of-recorded', '2999-01-01T00:00:00Z'], 1],
      [['packet', 'claim:amnesty', '--as-of-recorded', 'soon'], 2],
      [['packet', 'claim:amnesty', '--json'], 2],
      [['verify', SEED_MANIFEST], 1],
      [['verify', at('nowhere.json')], 1],
    ] as const;
    for (const [args, exit] of wrong) expect({ args, exit: (await run(args, data)).exit }).toEqual({ args, exit });
  });

  it('has a history behind it: each change with who made it and why', async () => {
    const lines = (await done('history', 'organization:cibercuba')).trim().split('\n');
    expect(lines.map((line) => line.replace(/^\S+ {2}/, ''))).toEqual([
      expect.stringMatching(/^revision:1 {2}RECORD by seed:maduro-trump-call: /),
      'revision:3  CORRECT by maria: The name was wrong.',
    ]);
    const { revisions } = JSON.parse(await done('history', 'organization:cibercuba', '--json'));
    expect(JSON.parse(revisions[1].after).names).toMatchObject([{ text: 'CiberCuba Noticias' }]);
    expect(await run(['history', 'claim:nowhere'], data)).toMatchObject({
      exit: 1,
      err: 'The database has no record with the id claim:nowhere, and never had one.\n',
    });
  });
});
