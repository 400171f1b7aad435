import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Engine, Row } from '../../../src/engine/engine.ts';

/** Rows of one statement: the recommended number for Neo4j, which the importer uses, too. */
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
  const [{ last } = { last: -1 }] = await engine.read({ text: 'MATCH (n) RETURN max(id(n)) AS last', parameters: {} });
  const nodes = await takeInto(engine, last as number, NODES, ({ labels, row }) => [creationOf(labels), row], write);
  const edges = await takeInto(
    engine,
    last as number,
    EDGES,
    ({ one, source, type, properties, other, target }) => {
      return [tieOf(labelOf(one), type, labelOf(other)), { from: source, to: target, properties }];
    },
    write,
  );
  out.end();
  await once(out, 'finish');
  return { nodes, edges };
}

const NODES = `MATCH (n) WHERE id(n) IN $ids AND NOT n:Clock AND NOT n:Import
RETURN labels(n) AS labels, properties(n) AS row`;

const EDGES = `MATCH (a)-[e]->(b) WHERE id(a) IN $ids
RETURN labels(a) AS one, a.key AS source, type(e) AS type, properties(e) AS properties, labels(b) AS other, b.key AS target`;

function creationOf(labels: unknown): string {
  return `UNWIND $rows AS row CREATE (n:${(labels as string[]).join(':')}) SET n = row`;
}

function tieOf(from: string, type: unknown, to: string): string {
  return `UNWIND $rows AS row MATCH (a:${from}) WHERE a.key = row.from MATCH (b:${to}) WHERE b.key = row.to CREATE (a)-[e:${type}]->(b) SET e = row.properties`;
}

/** Reads by Neo4j's own ids, some thousands at a time, and writes batches of rows that one statement writes. */
async function takeInto(
  engine: Engine,
  last: number,
  text: string,
  asRow: (row: Row) => [string, unknown],
  write: (batch: Rows) => Promise<void>,
): Promise<number> {
  const pending = new Map<string, unknown[]>();
  let total = 0;
  for (let start = 0; start <= last; start += BATCH) {
    const ids = Array.from({ length: BATCH }, (_, index) => start + index);
    for (const found of await engine.read({ text, parameters: { ids } })) {
      const [statement, row] = asRow(found);
      const rows = pending.get(statement) ?? [];
      pending.set(statement, rows);
      rows.push(row);
      total += 1;
      if (rows.length < BATCH) continue;
      await write({ text: statement, rows });
      pending.delete(statement);
    }
  }
  for (const [statement, rows] of pending) await write({ text: statement, rows });
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
