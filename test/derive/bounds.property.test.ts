import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { correct } from '../../src/change/correct.ts';
import { load } from '../../src/change/load.ts';
import { retract } from '../../src/change/retract.ts';
import { renewBounds } from '../../src/derive/date-bounds.ts';
import { renewStatedDates } from '../../src/derive/renew-stated-dates.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { engines } from '../engines.ts';
import { boundsIn } from './bound-definitions.ts';
import { type AttributionSpec, attributionOf, bundleOf, idOf, LOADS, type World, world } from './random-worlds.ts';

const RUNS = { embedded: 100, neo4j: 5 };

/** Stores what an older version of the program stored, or worse. */
const SPOIL = `MATCH (n:Node) WHERE n.id CONTAINS $tag AND n.key = n.id AND n.type IN ['Attribution', 'Document']
SET n.datedFrom = null, n.datedUntil = null, n.rawEarliest = null,
  n.saidEarliest = n.saidEarliest + 999999, n.publishedEarliest = n.publishedEarliest + 999999,
  n.saidLatest = n.saidLatest - 999999, n.publishedLatest = n.publishedLatest - 999999
RETURN count(n) AS spoilt`;

const author = { by: 'test', reason: 'drawn' };

/** A change of one attribution: retracted, or corrected to say what another one says. */
const change = fc.record({ one: fc.nat(8), other: fc.nat(8), isRetracted: fc.boolean() });

const bounds = (engine: Engine, tag: string) =>
  engine.read({
    text: `MATCH (n:Node) WHERE n.id CONTAINS $tag AND n.key = n.id AND n.type IN ['Attribution', 'Document']
RETURN n.id AS id, coalesce(n.saidEarliest, n.publishedEarliest) AS earliest, coalesce(n.saidLatest, n.publishedLatest) AS latest
ORDER BY id`,
    parameters: { tag: `:${tag}-` },
  });

const expected = (given: World, tag: string) =>
  [...boundsIn(given, tag, LOADS)].map(([id, own]) => ({ id, ...own })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe.each(engines)('date bounds on $name', ({ name, open }) => {
  let engine: Engine;
  let count = 0;

  beforeAll(async () => {
    engine = await open();
  });

  afterAll(() => engine.close());

  it('follow from what is left after corrections and retractions, and stay when derived anew', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.array(change, { maxLength: 5 }), async (given, changes) => {
        count += 1;
        const tag = `c${count}`;
        for (let index = 0; index < LOADS; index++) {
          await load(engine, parseBundle(bundleOf(given, tag, index)), { by: 'test', now: 1 });
        }
        let left = given;
        for (const one of changes) left = await changed(engine, left, one, tag);
        const derived = await bounds(engine, tag);
        expect(derived).toEqual(expected(left, tag));
        const ids = derived.map(({ id }) => id as string);
        await engine.write((run) => run({ text: SPOIL, parameters: { tag: `:${tag}-` } }));
        for (const id of ids) {
          await engine.write(async (run) => {
            await renewStatedDates(run, id.startsWith('document:') ? 'documents' : 'attributions', [id]);
            await renewBounds(run, [id], { at: 2 ** 40, by: 'test' });
          });
        }
        expect(await bounds(engine, tag)).toEqual(derived);
      }),
      { numRuns: RUNS[name] },
    );
  });
});

async function changed(
  engine: Engine,
  given: World,
  drawn: { one: number; other: number; isRetracted: boolean },
  tag: string,
) {
  const number = drawn.one % given.attributions.length;
  const before = given.attributions[number] as AttributionSpec;
  if (before.load >= LOADS) return given;
  const id = idOf('attribution', tag, number);
  const other = given.attributions[drawn.other % given.attributions.length] as AttributionSpec;
  const after = drawn.isRetracted
    ? { ...before, load: LOADS }
    : {
        ...before,
        ...{ saidAt: other.saidAt, document: other.document, basis: other.basis, citedBy: other.citedBy },
        cites: other.cites.filter((cited) => cited !== number && (given.attributions[cited]?.load ?? LOADS) < LOADS),
      };
  if (drawn.isRetracted) await engine.write((run) => retract(run, id, author));
  else if (
    JSON.stringify(attributionOf({ ...before, number }, tag)) !==
    JSON.stringify(attributionOf({ ...after, number }, tag))
  ) {
    const replacement = parseBundle({ attributions: [attributionOf({ ...after, number }, tag)] });
    await engine.write((run) => correct(run, { id, replacement }, author));
  }
  return { ...given, attributions: given.attributions.map((one, index) => (index === number ? after : one)) };
}
