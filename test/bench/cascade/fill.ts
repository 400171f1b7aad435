import { BundleIndex } from '../../../src/bundle/bundle-index.ts';
import { datesIn } from '../../../src/bundle/dates.ts';
import { addToCounters, countersOf } from '../../../src/derive/increment-counters.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { prepareStore } from '../../../src/store/clock.ts';
import { INDEXES, openStore } from '../../../src/store/open-store.ts';
import { writeRecords } from '../../../src/store/write-records.ts';
import { generate } from './generate.ts';
import type { Size } from './size.ts';

/** The time that the first part is recorded at; each later one a millisecond after. */
const RECORDED = Date.UTC(2026, 0, 1);

const ADVANCE = `MATCH (c:Clock) WHERE c.id = 'record' SET c.at = $at, c.sequence = $sequence
CREATE (r:Revision) SET r = $revision`;

/** Whether a store was filled to the end. */
export async function isFilled(engine: Engine): Promise<boolean> {
  const [clock] = await engine.read({
    text: "MATCH (c:Clock) WHERE c.id = 'record' RETURN c.at AS at",
    parameters: {},
  });
  return ((clock?.at as number | undefined) ?? 0) > 0;
}

/**
 * Stores a cascade with the product's own rows, counters and date bounds, a part in each transaction. `load` is too slow
 * for a million: it checks every record against the graph and traces every claim. So nothing is checked here, and the
 * trace marks (standing, roots) are left out: no measured question reads them.
 */
export async function fill(engine: Engine, size: Size, log: (line: string) => void): Promise<void> {
  await engine.prepare(INDEXES.filter(({ kind }) => kind === 'unique'));
  await prepareStore(engine);
  let at = RECORDED;
  for (const part of generate(size)) {
    const index = new BundleIndex(part);
    const dates = datesIn(part, new Map());
    const { ofNew, added } = countersOf(index, dates);
    const stamp = { at, by: 'benchmark' };
    await engine.write(async (run) => {
      await writeRecords(run, index, { dates, stamp, merged: new Map(), derived: [ofNew] });
      await addToCounters(run, index, added, dates, stamp);
    });
    at += 1;
    if ((at - RECORDED) % 10 === 1) log(`${at - RECORDED} parts stored`);
  }
  await makeIndexes(engine);
  const revision = { id: 'revision:1', sequence: 1, at, by: 'benchmark', operation: 'RECORD' };
  await engine.write((run) => run({ text: ADVANCE, parameters: { at, sequence: 1, revision } }));
}

/** Indexes on a million nodes take longer than `prepare` waits. */
export async function makeIndexes(engine: Engine): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const made = await openStore(engine).then(
      () => true,
      () => false,
    );
    if (made) return;
  }
  await openStore(engine);
}
