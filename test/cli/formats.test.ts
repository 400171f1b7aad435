import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { entityId } from '../../src/formats/ftm/entity.ts';
import { type Ask, asking } from '../ask.ts';
import { shared } from '../formats/reading.ts';
import { type Ended, run } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-formats-test-'));
const MAPPING = fileURLToPath(new URL('../formats/table/averitec.mapping.json', import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports files into a database of their own, and opens it to be asked. */
async function imported(name: string, ...args: readonly string[]) {
  const data = join(folder, name);
  const ended = await run(['import', '--json', ...args], { CLAIMGRAPH_DATA: data });
  const engine = openEmbedded({ path: join(data, 'claimgraph.grafeo'), timeout: 20_000 });
  return { ended, report: JSON.parse(ended.out), engine, ask: await asking(engine) };
}

/** All nodes of a connection, page after page. */
async function allOf(ask: Ask, connection: string, fields: string): Promise<Record<string, unknown>[]> {
  const nodes: Record<string, unknown>[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const query = `query($after: String) { page: ${connection}(first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const { data }: Awaited<ReturnType<Ask>> = await ask(query, { after });
    nodes.push(...data.page.nodes);
    more = data.page.pageInfo.hasNextPage;
    after = data.page.pageInfo.endCursor;
  }
  return nodes;
}

const averitec = shared('averitec/dev.json');

describe.skipIf(!averitec.isThere)(`the import of ${averitec.name} by a mapping`, { timeout: 60_000 }, () => {
  let ended: Ended;
  let report: { problemCount: number; leftOut: { count: number; kinds: { field: string; count: number }[] } };
  let engine: Engine;
  let ask: Ask;
  const rows = averitec.isThere ? JSON.parse(readFileSync(averitec.path, 'utf8')) : [];
  const count = (test: (row: Record<string, unknown>) => unknown) => rows.filter(test).length;

  beforeAll(async () => {
    ({ ended, report, engine, ask } = await imported('averitec', '--mapping', MAPPING, averitec.path));
  }, 60_000);

  afterAll(() => engine?.close());

  it('has no problem, and reports every value that has no place', () => {
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(report).toMatchObject({ outcome: 'done', pieces: 500, problemCount: 0 });
    const { leftOut } = JSON.parse(readFileSync(MAPPING, 'utf8')) as { leftOut: Record<string, string> };
    const expected = Object.keys(leftOut).map((field) => [field, count((row) => row[field] !== null)]);
    expect(report.leftOut.kinds.map(({ field, count: times }) => [field, times]).sort()).toEqual(expected.sort());
    expect(report.leftOut.count).toBe(2500);
  });

  it('gives as many claims, speakers, outlets and verdicts as the file has', async () => {
    const claims = await allOf(ask, 'claims', 'id text');
    expect(claims.map(({ text }) => text).sort()).toEqual(rows.map(({ claim }: { claim: string }) => claim).sort());
    const said = await allOf(ask, 'whoReported', 'id stance onRecord document { publisher { id } } rating { label }');
    expect(said).toHaveLength(1000);
    const own = said.filter(({ id }) => (id as string).endsWith('/said'));
    const isThere = (value: unknown) => typeof value === 'string' && value.trim() !== '';
    expect([own.filter(({ onRecord }) => onRecord).length, count(({ speaker }) => isThere(speaker))]).toEqual([
      382, 382,
    ]);
    // 412 rows have the field; in two of them it is an empty text.
    const reported = own.filter(({ document }) => (document as { publisher: object } | null)?.publisher);
    expect([reported.length, count((row) => isThere(row.reporting_source))]).toEqual([410, 410]);
    expect(count((row) => row.reporting_source !== null)).toBe(412);
    const labels = said.flatMap(({ rating }) => (rating as { label: string } | null)?.label ?? []);
    expect(labels.sort()).toEqual(rows.map(({ label }: { label: string }) => label).sort());
  });
});

const zala = shared('ftm/zala.ftm.json');
const t1 = shared('ftm/t1.ftm.json');

interface Raw {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const NAMES = ['name', 'alias', 'weakAlias', 'previousName', 'full'];
const SEARCHED = ['PERSON', 'ORGANIZATION', 'PLACE'];

describe.skipIf(!zala.isThere)(`the import of ${zala.name} and ${t1.name}`, { timeout: 120_000 }, () => {
  let ended: Ended;
  let report: {
    counts: Record<string, number>;
    problems: { line: number; file: string; code: string; message: string }[];
    leftOut: { kinds: { field: string; count: number }[] };
  };
  let engine: Engine;
  let ask: Ask;
  const entities: (Raw & { file: string; line: number })[] = [zala, t1].flatMap(({ path, isThere }) =>
    isThere
      ? readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, index) => (line === '' ? [] : [{ ...JSON.parse(line), file: path, line: index + 1 }]))
      : [],
  );

  beforeAll(async () => {
    ({ ended, report, engine, ask } = await imported('ftm', '--on-problem', 'skip', zala.path, t1.path));
  }, 60_000);

  afterAll(() => engine?.close());

  it('leaves out only the claims that refer to an unknown entity, each with its line', () => {
    expect(ended.exit).toBe(0);
    const own = new Set(entities.map(({ id }) => id));
    const missing = entities.flatMap(({ file, line, properties }) =>
      (properties.addressEntity ?? [])
        .filter((id) => !own.has(id))
        .map((id) => `${file}:${line} ${entityId(id)} is neither in the bundle nor in the graph`),
    );
    expect(missing.length).toBeGreaterThan(10);
    const found = report.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(found.sort()).toEqual(missing.sort());
    expect(report.problems.filter(({ code }) => code !== 'UNKNOWN_REFERENCE')).toEqual([]);
  });

  it('has an actor or a place for every line that is one, and a claim for every link', async () => {
    const forms = (schemata: string[]) => entities.filter(({ schema }) => schemata.includes(schema));
    const own = (collection: Record<string, unknown>[]) =>
      collection.filter(({ id }) => (id as string).startsWith('entity:')).map(({ id }) => id);
    const ids = (schemata: string[]) => forms(schemata).map(({ id }) => entityId(id));
    const actors = own(await allOf(ask, 'actors', 'id'));
    expect(actors.sort()).toEqual(ids(['Person', 'Company', 'Organization', 'LegalEntity']).sort());
    expect(own(await allOf(ask, 'places', 'id')).sort()).toEqual(ids(['Address']).sort());
    const links = [
      ['Ownership', 'owns'],
      ['Directorship', 'director-of'],
      ['Family', 'relative-of'],
      ['Sanction', 'sanctioned'],
    ] as const;
    for (const [schema, predicate] of links) {
      const { data } = await ask('query($p: [String!]) { claims(filter: { predicate: $p }) { totalCount } }', {
        p: [predicate],
      });
      expect([schema, data.claims.totalCount]).toEqual([schema, forms([schema]).length]);
    }
  });

  it('finds every name in the script that it is written in', async () => {
    const query = `query($text: String!) { search(text: $text, types: [${SEARCHED}], first: 50) { nodes { node { ... on Node { id } } } } }`;
    let searched = 0;
    for (const { id, schema, properties } of entities) {
      if (!['Person', 'Company', 'Organization', 'LegalEntity', 'Address'].includes(schema)) continue;
      for (const text of new Set(NAMES.flatMap((property) => properties[property] ?? []))) {
        const { data } = await ask(query, { text });
        const ids = data.search.nodes.map(({ node }: { node: { id: string } }) => node.id);
        expect({ text, isFound: ids.includes(entityId(id)) }).toEqual({ text, isFound: true });
        searched += 1;
      }
    }
    expect(searched).toBeGreaterThan(100);
  });
});

const examples = shared('claimreview/schemaorg-examples.txt');

describe.skipIf(!examples.isThere)(`the import of ${examples.name}`, { timeout: 60_000 }, () => {
  it('has every review of its script tags, with the verdict, in the stated language', async () => {
    const args = ['--format', 'claimreview', '--language', 'EN', examples.path];
    const { ended, report, engine, ask } = await imported('claimreview', ...args);
    try {
      expect(ended).toMatchObject({ exit: 0, err: '' });
      expect(report).toMatchObject({ pieces: 2, problemCount: 0, counts: { claims: 2, attributions: 4 } });
      const said = await allOf(ask, 'whoReported', 'claim { text } stance rating { value }');
      const rated = said.filter(({ rating }) => rating !== null);
      const source = readFileSync(examples.path, 'utf8');
      const values = [...source.matchAll(/"ratingValue": "?(\d)/g)].map(([, value]) => Number(value));
      expect(rated.map(({ rating }) => (rating as { value: number }).value).sort()).toEqual(values.sort());
    } finally {
      await engine.close();
    }
  });
});
