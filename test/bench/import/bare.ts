import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Engine } from '../../../src/engine/engine.ts';

/** Rows of one statement: what is told to be best for Neo4j, and what the importer takes as well. */
const BATCH = 5_000;

const LABELS = ['Node', 'Identifier', 'Flag', 'Contradiction'];

/** Rows that the same statement writes: nodes with the same labels, or edges of a type between two labels. */
interface Rows {
  readonly text: string;
  readonly rows: readonly unknown[];
}

/** Takes down a whole graph as the rows of bare statements, a batch on each line of a file, nodes first. */
export async function takeDown(engine: Engine, file: string): Promise<{ nodes: number; edges: number }> {
  const out = createWriteStream(file);
  const write = async (batch: Rows) => {
    if (!out.write(`${JSON.stringify(batch)}\n`)) await once(out, 'drain');
  };
  const nodes = await takeNodes(engine, write);
  const edges = await takeEdges(engine, write);
  out.end();
  await once(out, 'finish');
  return { nodes, edges };
}

async function takeNodes(engine: Engine, write: (batch: Rows) => Promise<void>): Promise<number> {
  const groups = await engine.read({
    text: 'MATCH (n) WHERE NOT n:Clock AND NOT n:Import RETURN labels(n) AS labels, count(*) AS total',
    parameters: {},
  });
  let total = 0;
  for (const { labels } of groups) {
    const name = (labels as string[]).join(':');
    for (let skip = -1; ; ) {
      const rows = await engine.read({
        text: `MATCH (n:${name}) WHERE size(labels(n)) = ${(labels as string[]).length} AND id(n) > $skip
WITH n ORDER BY id(n) LIMIT ${BATCH} RETURN id(n) AS at, properties(n) AS row`,
        parameters: { skip },
      });
      if (rows.length === 0) break;
      await write({ text: `UNWIND $rows AS row CREATE (n:${name}) SET n = row`, rows: rows.map(({ row }) => row) });
      total += rows.length;
      skip = rows.at(-1)?.at as number;
    }
  }
  return total;
}

async function takeEdges(engine: Engine, write: (batch: Rows) => Promise<void>): Promise<number> {
  const pending = new Map<string, unknown[]>();
  const flush = async (name: string) => {
    const [from, type, to] = name.split(' ');
    const text = `UNWIND $rows AS row MATCH (a:${from}) WHERE a.key = row.from MATCH (b:${to}) WHERE b.key = row.to CREATE (a)-[e:${type}]->(b) SET e = row.properties`;
    await write({ text, rows: pending.get(name) ?? [] });
    pending.delete(name);
  };
  let total = 0;
  for (let skip = -1; ; ) {
    const rows = await engine.read({
      text: `MATCH (a)-[e]->(b) WHERE id(a) > $skip WITH a, e, b ORDER BY id(a) LIMIT ${BATCH * 4}
RETURN id(a) AS at, labels(a) AS one, a.key AS source, type(e) AS type, properties(e) AS properties, labels(b) AS other, b.key AS target`,
      parameters: { skip },
    });
    if (rows.length === 0) break;
    // The last node may have more edges than were read.
    const last = rows.at(-1)?.at as number;
    const whole = rows.length < BATCH * 4 ? rows : rows.filter(({ at }) => at !== last);
    for (const { one, source, type, properties, other, target } of whole) {
      const name = `${labelOf(one)} ${type} ${labelOf(other)}`;
      const group = pending.get(name) ?? [];
      pending.set(name, group);
      group.push({ from: source, to: target, properties });
      if (group.length === BATCH) await flush(name);
    }
    total += whole.length;
    skip = rows.length < BATCH * 4 ? last : last - 1;
  }
  for (const name of [...pending.keys()]) await flush(name);
  return total;
}

function labelOf(labels: unknown): string {
  return LABELS.find((label) => (labels as string[]).includes(label)) ?? 'Node';
}

/** Writes what was taken down, a transaction for each batch. Returns the milliseconds that the statements took. */
export async function writeBare(engine: Engine, file: string): Promise<number> {
  let spent = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const { text, rows } = JSON.parse(line) as Rows;
    const start = performance.now();
    await engine.write((run) => run({ text, parameters: { rows } }));
    spent += performance.now() - start;
  }
  return spent;
}
