import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/change/load.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { openStore } from '../../src/store/open-store.ts';
import { small } from '../small-bundle.ts';
import { measuredAnswer } from './measured-answer.ts';
import { CANNOT_MEASURE, type MeasuredServer, measuredServer } from './measured-server.ts';

/** With a character of three bytes: a text counts by its bytes. */
const LONG = 'Some long text… '.repeat(22_000);

const GRAPH = small({
  people: ['speaker'],
  claims: { quoted: {} },
  attributions: { long: { claim: 'quoted', actor: 'person:speaker', quote: LONG } },
});

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const named = (count: number, selection: string) => times(count, (i) => `a${i}: ${selection}`);

const attribution = (selection: string) => `{ node(id: "attribution:long") { ... on Attribution { ${selection} } } }`;

/** Questions for a text of 400 kB, whether they are answered, and the memory that they may take, in MB. */
const GREEDY: ReadonlyArray<readonly [what: string, query: string, isAnswered: boolean, memory: number]> = [
  ['under 1,500 names', attribution(named(1_500, 'quote')), false, 150],
  ['under 75 names', attribution(named(75, 'quote')), true, 300],
  [
    'under 75 names of Query',
    `{ ${named(75, 'node(id: "attribution:long") { ...Q }')} } fragment Q on Attribution { quote }`,
    true,
    350,
  ],
  ['in 95 lists', attribution(`claim { ${named(95, 'attributions { nodes { quote b: quote } }')} }`), false, 500],
];

describe.skipIf(CANNOT_MEASURE !== null)('a text of 400 kB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-long-texts-'));
  let server: MeasuredServer;

  beforeAll(async () => {
    const engine = openEmbedded({ path: join(folder, 'claimgraph.grafeo'), timeout: 60_000 });
    await openStore(engine);
    await load(engine, GRAPH, { by: 'test' });
    await engine.close();
    server = await measuredServer({ CLAIMGRAPH_DATA: folder });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(GREEDY)('%s takes a bounded memory', async (_what, query, isAnswered, memory) => {
    const before = server.memory();
    const { status, codes, peak } = await measuredAnswer(server, { query, variables: {} }, { besides: false });
    expect({ status, codes }).toEqual(
      isAnswered ? { status: 200, codes: [] } : { status: 400, codes: ['LIMIT_EXCEEDED'] },
    );
    expect(peak - before).toBeLessThan(memory);
    expect(peak).toBeLessThan(700);
  });
});
