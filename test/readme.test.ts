import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { loadSeed } from '../src/import/seed.ts';
import { type Ask, type Asked, asking } from './ask.ts';
import { embeddedOnly } from './engines.ts';
import { isAsPrinted, type Printed, printedIn } from './printed-queries.ts';

/** All but the benchmarks, which ask other graphs. */
const docs = readdirSync(new URL('../docs/', import.meta.url)).filter((name) => name !== 'benchmarks.md');
const printed = ['README.md', ...docs.sort().map((name) => `docs/${name}`)].flatMap(printedIn);

describe.each(embeddedOnly)('what the documents print, on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  /** Another graph, so that what one document records is in no answer of the next. */
  let written: Engine;
  let change: Ask;
  let endCursor: string | undefined;

  beforeAll(async () => {
    [engine, written] = [await open(), await open()];
    for (const one of [engine, written]) await loadSeed(one);
    ask = await asking(engine);
    change = await asking(written, { by: 'reader' });
  });

  afterAll(async () => {
    await engine.close();
    await written.close();
  });

  it.each(printed.map((one) => [one.at, one] as const))('%s', async (_at, one) => {
    const to = one.query.startsWith('mutation') ? change : ask;
    const { data, errors } = await to(one.query, variablesOf(one, endCursor));
    check(one, { data, errors });
    endCursor = /"endCursor":"([^"]*)"/.exec(JSON.stringify(data))?.[1];
  });
});

/** A cursor is printed cut short: it is the one that the last answer ended with. */
function variablesOf({ variables }: Printed, endCursor: string | undefined): Record<string, unknown> {
  const isCut = (value: unknown) => typeof value === 'string' && value.endsWith('…');
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, isCut(value) ? endCursor : value]));
}

function check({ at, answer, isError }: Printed, { data, errors }: Pick<Asked, 'data' | 'errors'>): void {
  if (!isError) expect({ at, errors }).toEqual({ at });
  const given = isError ? { errors } : { data };
  const shown = answer === undefined ? { data } : answer;
  if (!isAsPrinted(given, shown)) expect({ at, ...given }).toEqual({ at, ...(shown as object) });
}
