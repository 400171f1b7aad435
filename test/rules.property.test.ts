import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlagKind } from '../src/bundle/enums.ts';
import { asking } from './ask.ts';
import { engines } from './engines.ts';
import { DATES } from './oracle/arbitraries.ts';
import { bundles } from './oracle/bundles.ts';
import { withCursorsOf } from './oracle/compare.ts';
import { loadAll, present } from './oracle/load.ts';
import { newsrooms } from './oracle/newsrooms.ts';
import { answerFrom } from './oracle/resolvers.ts';

const RUNS = { embedded: 24, neo4j: 1 };

const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);

/** All that rules find, in one operation. */
const FOUND = `query ($asOf: AsOf) {
  contradictions(asOf: $asOf, first: 200) {
    totalCount
    nodes {
      id kind basis by at reason
      claims { id }
      sides { claim { id } affirms actors { id } attributions { id } }
    }
  }
  claims(asOf: $asOf, first: 200) { nodes { id flags { kind message basis } } }
  documents(asOf: $asOf, first: 200) { nodes { id flags { kind message basis } } }
}`;

const asOf = fc.record(
  {
    said: fc.constantFrom(...DATES),
    undated: fc.constantFrom('INCLUDE', 'EXCLUDE'),
    recorded: fc.nat(3).map((hours) => new Date(Date.UTC(2025, 11, 2, hours, 30)).toISOString()),
  },
  { requiredKeys: [] },
);

describe.each(engines)('what rules find on $name', ({ name, open }) => {
  it('is the same load after load as if all were searched at once', { timeout: 180_000 }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(bundles({ min: 3, max: 3 }), newsrooms),
        fc.array(asOf, { minLength: 2, maxLength: 2 }),
        async (parts, times) => {
          const engine = await open();
          try {
            const view = present(await loadAll(engine, parts));
            const ask = await asking(engine);
            for (const variables of [{}, ...times.map((time) => ({ asOf: time }))]) {
              const { data, errors } = await ask(FOUND, variables);
              expect(errors).toBeUndefined();
              const naive = await answerFrom(view, FOUND, variables);
              expect(naive.errors).toBeUndefined();
              expect(data).toEqual(withCursorsOf(JSON.parse(JSON.stringify(naive.data)), data));
              for (const { kind } of data.contradictions.nodes) seen.add(kind);
              for (const { flags } of [...data.claims.nodes, ...data.documents.nodes]) {
                for (const { kind, message } of flags)
                  if (/(claim|document|attribution):/.test(message)) seen.add(kind);
              }
            }
          } finally {
            await engine.close();
          }
        },
      ),
      { numRuns: RUNS[name], seed, endOnFailure: true },
    );
    // The usual worlds have something of every kind; a few others may not.
    if (name !== 'embedded' || process.env.CLAIMGRAPH_SEED) return;
    const byRule = FlagKind.options.filter((kind) => kind !== 'DATE_INFERRED');
    expect([...seen].sort()).toEqual(['CLAIM', 'SELF', 'STANCE', ...byRule].sort());
  });
});
