import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuredAnswer } from './measured-answer.ts';
import { CANNOT_MEASURE, generatedGraph, type MeasuredServer, measuredServer } from './measured-server.ts';

/** A quarter of the graph that the limits are meant for: what grew with its square took 400 MB to 2 GB here. */
const ATTRIBUTIONS = 5_000;

/** What a question may add to the memory of an idle server, in MB. Threads that compute for the first time take 60. */
const MOST = 250;

const TRACED = `id standing independence { newsrooms dependsOn { id } reasons } roots { id }
  denials { attribution { id } covers { id } } life { change at } attributions(first: 5) { nodes { chains { id } } }`;

const QUESTIONS = {
  'a filter that is traced as of a said time':
    '{ claims(filter: { standing: DENIED }, asOf: { said: "2025" }) { totalCount } }',
  'a filter of attributions that is traced as of a said time':
    '{ whoReported(filter: { rootsOnly: true }, asOf: { said: "2025-03" }) { totalCount } }',
  'a list of the 200 claims of which most was said': `{ claims(first: 200, orderBy: { by: ATTRIBUTION_COUNT }) { nodes { ${TRACED} } } }`,
  'the withdrawal of the largest outlet':
    '{ impactOfWithdrawing(source: "organization:o0") { losesEveryRoot { id } losesOnRecord { id } fallsToOneNewsroom { id } } }',
  'the withdrawal of the smallest outlet': '{ impactOfWithdrawing(source: "organization:o199") { truncated } }',
  'standings counted as of a said time':
    '{ statistics(asOf: { said: "2024-12" }) { byStanding { standing claims } unnamedSourcesOnly } }',
  'the same filter twenty times': `{ ${Array.from(
    { length: 20 },
    (_, day) => `a${day}: claims(filter: { standing: DISPUTED }, asOf: { said: "2024-12-${day + 10}" }) { totalCount }`,
  ).join(' ')} }`,
};

describe.skipIf(CANNOT_MEASURE)('the memory of a server on a large graph', () => {
  let folder: string;
  let server: MeasuredServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'claimgraph-memory-'));
    await generatedGraph(folder, ATTRIBUTIONS);
    server = await measuredServer({ CLAIMGRAPH_DATA: folder, CLAIMGRAPH_TIMEOUT: '60000' });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(QUESTIONS))('hardly grows with %s', async (_what, query) => {
    const before = server.memory();
    const { status, codes, peak, text } = await measuredAnswer(server, { query, variables: {} });
    expect({ status, codes }, text).toEqual({ status: 200, codes: [] });
    expect(peak - before).toBeLessThan(MOST);
  });
});
