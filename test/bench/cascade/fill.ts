import type { Bundle } from '../../../src/bundle/bundle.ts';
import { renewViews } from '../../../src/derive/recount-counters.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { prepareStore } from '../../../src/store/clock.ts';
import { INDEXES, openStore } from '../../../src/store/open-store.ts';
import { writeRecords } from '../../../src/store/write-records.ts';
import { generate } from './generate.ts';
import type { Size } from './size.ts';

/** The time that the first part is recorded at; each later one a millisecond after. */
const RECORDED = Date.UTC(2026, 0, 1);

/** Actors whose counts are renewed in one transaction. */
const ACTORS = 1_000;

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
 * Stores a cascade with the product's own rows and counters, a part in each transaction. `load` is too slow for a million:
 * it checks every record against the graph, counts an actor's attributions anew with every part, and traces every claim. So
 * nothing is checked here, actors are counted once at the end, and the trace marks (standing, roots) are left out: no
 * measured question reads them.
 */
export async function fill(engine: Engine, size: Size, log: (line: string) => void): Promise<void> {
  await engine.prepare(INDEXES.filter(({ kind }) => kind === 'unique'));
  await prepareStore(engine);
  let at = RECORDED;
  let actors: Bundle['actors'] = [];
  for (const part of generate(size)) {
    if (part.actors.length > 0) actors = part.actors;
    const dates = new Map(part.documents.map(({ id, publishedAt }) => [id, publishedAt]));
    await engine.write(async (run) => {
      await writeRecords(run, part, (id) => dates.get(id), { at, by: 'benchmark' });
      await renewViews(run, withoutActors(part), at);
    });
    at += 1;
    if ((at - RECORDED) % 10 === 1) log(`${at - RECORDED} parts stored`);
  }
  for (let start = 0; start < actors.length; start += ACTORS) {
    const counted = { ...NOTHING, actors: actors.slice(start, start + ACTORS) };
    await engine.write((run) => renewViews(run, counted, at));
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

const NOTHING: Bundle = {
  actors: [],
  places: [],
  things: [],
  events: [],
  documents: [],
  claims: [],
  attributions: [],
  relations: [],
  derivations: [],
  mentions: [],
};

/** Names nobody whose counts `renewViews` would renew. */
function withoutActors(part: Bundle): Bundle {
  return {
    ...part,
    actors: [],
    claims: part.claims.map(({ subject: _, object: __, ...claim }) => ({ ...claim, about: [], participants: [] })),
    attributions: part.attributions.map((said) => ({ ...said, actor: '' })),
  };
}
