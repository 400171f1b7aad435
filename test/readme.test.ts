import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { loadSeed } from '../src/ingest/seed.ts';
import { type Ask, type Asked, asking } from './ask.ts';
import { embeddedOnly } from './engines.ts';
import { isAsPrinted, type Printed, printedIn } from './printed.ts';

/** All but the benchmarks, which ask other graphs. */
const docs = readdirSync(new URL('../docs/', import.meta.url)).filter((name) => name !== 'benchmarks.md');
const printed = ['README.md', ...docs.sort().map((name) => `docs/${name}`)].flatMap(printedIn);

describe.each(embeddedOnly)('what the documents print, on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  let endCursor: string | undefined;

  beforeAll(async () => {
    engine = await open();
    await loadSeed(engine);
    ask = await asking(engine);
  });

  afterAll(() => engine.close());

  it.each(printed.map((one) => [one.at, one] as const))('%s', async (_at, one) => {
    const { data, errors } = await ask(one.query, variablesOf(one, endCursor));
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
