import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../src/bundle/read-files.ts';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { readJsonBundle, readNdjson } from '../src/formats/bundle/read.ts';
import { claimReviewReader } from '../src/formats/claim-review/read.ts';
import { readFtm } from '../src/formats/ftm/read.ts';
import type { Reader } from '../src/formats/reader.ts';
import { importInputs } from '../src/import/import.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { dump } from './dump.ts';
import { engines, type TestedEngine } from './engines.ts';
import { sourceOf } from './formats/reading.ts';
import { BETWEEN, type Case, changedCases, ENCODED, SHAPELESS, truncatedCases } from './hostile/cases.ts';

const TOKEN = 'a-token-of-many-characters';

const BASE = parseBundle({
  actors: [{ id: 'organization:base', type: 'ORGANIZATION', names: [{ text: 'Base' }] }],
  claims: [{ id: 'claim:base', texts: [{ text: 'There is a base.', language: 'en' }] }],
  attributions: [
    {
      ...{ id: 'attribution:base', claim: 'claim:base', actor: 'organization:base', stance: 'ASSERTS' },
      ...{ certainty: 'CERTAIN', mode: 'DATA', onRecord: true },
    },
  ],
});

/** What is no bundle at all is refused before an engine is asked for anything, so on Neo4j some of it is enough. */
const SHAPES: Readonly<Record<TestedEngine['name'], readonly Case[]>> = {
  embedded: [...SHAPELESS, ...truncatedCases(25)],
  neo4j: [...SHAPELESS.filter((_, index) => index % 8 === 0), ...truncatedCases(3)],
};

const CASES: Readonly<Record<TestedEngine['name'], readonly Case[]>> = {
  embedded: [...BETWEEN, ...SHAPES.embedded, ...changedCases(130)],
  neo4j: [...BETWEEN, ...SHAPES.neo4j, ...changedCases(40)],
};

const RECORD = `mutation ($bundle: BundleInput!, $key: String!) {
  record(bundle: $bundle, idempotencyKey: $key) { revision { id } changed { id } problems { message path code } }
}`;

describe.each(engines)('bad input on $name', { timeout: 120_000 }, ({ name: on, open }) => {
  let engine: Engine;
  let server: RunningServer;
  let number = 0;
  let before = '';

  beforeAll(async () => {
    engine = await open();
    await load(engine, BASE, { by: 'test' });
    const writing = { token: TOKEN, by: 'test' };
    server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent', writing });
    before = await digest();
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  const digest = async () =>
    createHash('sha256')
      .update(JSON.stringify(await dump(engine)))
      .digest('hex');

  /** The ids of all records of a bundle. */
  const idsOf = (text: string): string[] =>
    Object.values(JSON.parse(text) as Record<string, { id?: string }[]>)
      .flat()
      .flatMap(({ id }) => id ?? []);

  /** Whatever came, all of it is there, or nothing has changed. */
  const allOrNothing = async (name: string, text: string, isTaken: boolean) => {
    const after = await digest();
    if (isTaken) {
      const statement = { text: 'UNWIND $ids AS id MATCH (n:Node) WHERE n.key = id RETURN n.id AS id', parameters: {} };
      const ids = idsOf(text);
      const found = await engine.read({ ...statement, parameters: { ids } });
      expect({ name, ids: found.map(({ id }) => id).sort() }).toEqual({ name, ids: ids.sort() });
    } else expect({ name, digest: after }).toEqual({ name, digest: before });
    before = after;
  };

  const importing = async (reader: Reader, content: string | Uint8Array, problems: string[] = []) => {
    const inputs = [{ source: sourceOf(content), reader, format: 'test' }];
    const onFound = ({ message }: { message: string }) => problems.push(message);
    return importInputs(engine, inputs, { by: 'test', onProblem: 'nothing', onFound });
  };

  const post = (body: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body,
    });

  const isAlive = async () => {
    const answer = await post('{"query":"{ __typename }"}');
    return answer.status === 200 && ((await answer.json()) as { data: object }).data !== null;
  };

  it('is imported whole or not at all, and never without a report', async () => {
    const taken: string[] = [];
    for (const { name, text: template } of CASES[on]) {
      const text = template.replaceAll('@@', String(++number));
      const problems: string[] = [];
      const { outcome, counts } = await importing(readJsonBundle, text, problems);
      const isTaken = Object.values(counts).some((count) => count > 0);
      if (isTaken) taken.push(name);
      expect({ name, isTold: (outcome === 'refused') === problems.length > 0 }).toEqual({ name, isTold: true });
      await allOrNothing(name, text, isTaken);
    }
    // Other content of a text is no fault: other scripts, formulas, Cypher.
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(CASES[on].length / 3);
  });

  it('is refused line by line in every format', async () => {
    const readers = { readNdjson, readFtm, claimReview: claimReviewReader('und') };
    for (const [format, reader] of Object.entries(readers)) {
      for (const { name, text } of SHAPES[on]) {
        const { counts } = await importing(reader, `\n${text}\n`);
        if (Object.values(counts).every((count) => count === 0))
          await allOrNothing(`${name} as ${format}`, text, false);
        before = await digest();
      }
    }
  });

  it('in other encodings is refused, in every format', async () => {
    for (const [name, bytes] of ENCODED) {
      for (const reader of [readJsonBundle, readNdjson, readFtm, claimReviewReader('und')]) {
        const problems: string[] = [];
        const { outcome } = await importing(reader, bytes, problems);
        const isEmpty = bytes.length === 0 && outcome === 'done';
        expect({ name, isRefused: outcome === 'refused' || isEmpty }).toEqual({ name, isRefused: true });
        await allOrNothing(name, '', false);
      }
    }
  });

  it('of 10 MB in one text is refused with the rest of its bundle', async () => {
    const long = 'x'.repeat(10_000_000);
    const claim = { id: 'claim:long', texts: [{ text: long, language: 'en' }] };
    const problems: string[] = [];
    expect((await importing(readNdjson, JSON.stringify({ claims: [claim] }), problems)).outcome).toBe('refused');
    expect((await importing(readNdjson, JSON.stringify({ claims: [{ ...claim, id: long }] }), problems)).outcome).toBe(
      'refused',
    );
    expect((await importing(readNdjson, `{"claims":"${long}${long}"}`, problems)).outcome).toBe('refused');
    expect(problems.every((problem) => problem.length < 1000)).toBe(true);
    await allOrNothing('10 MB', '', false);
  });

  it('is refused by the server whole, which goes on to answer', async () => {
    for (const { name, text: template } of CASES[on]) {
      const text = template.replaceAll('@@', String(++number));
      const answer = await post(
        `{"query": ${JSON.stringify(RECORD)}, "variables": {"key": "case ${number}", "bundle": ${text}}}`,
      );
      const body = (await answer.json()) as {
        data?: { record: { revision: object | null } | null };
        errors?: object[];
      };
      const isTaken = Boolean(body.data?.record?.revision);
      expect({ name, status: [200, 400].includes(answer.status) }).toEqual({ name, status: true });
      expect({ name, text: JSON.stringify(body).includes('INTERNAL_SERVER_ERROR') }).toEqual({ name, text: false });
      expect({ name, isAlive: await isAlive() }).toEqual({ name, isAlive: true });
      await allOrNothing(name, text, isTaken);
    }
  });

  it('that exceeds the limit of a body is not read', async () => {
    const bundle = { claims: [{ id: 'claim:long', texts: [{ text: 'x'.repeat(10_000_000), language: 'en' }] }] };
    const answer = await post(JSON.stringify({ query: RECORD, variables: { key: 'long', bundle } }));
    expect(answer.status).toBe(413);
    expect(await isAlive()).toBe(true);
    await allOrNothing('10 MB', '', false);
  });

  it('changes nothing in the program itself', () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
