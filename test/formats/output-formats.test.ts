import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import type { RecordStream } from '../../src/bundle/record-stream.ts';
import { FORMATS, type FormatName } from '../../src/formats/output-formats.ts';
import { CONTEXT, RATED, recordsOf, SEED, written } from './records.ts';

const NAMES = Object.keys(FORMATS) as FormatName[];

/** Formats whose library writes a whole document at once. */
const WHOLE: readonly FormatName[] = ['gexf'];

/** A claim and an attribution, without its actor, its document and what it cites. */
const ALONE = parseBundle({ claims: RATED.claims, attributions: RATED.attributions.slice(1, 2) });

describe.each(NAMES)('the format %s', (name) => {
  const { write } = FORMATS[name];

  it('writes the same bytes each time', async () => {
    expect(await written(write, SEED)).toBe(await written(write, SEED));
  });

  it('writes a document also for no records', async () => {
    await expect(written(write, parseBundle({}))).resolves.toBeTypeOf('string');
  });

  it('names what a record refers to that is not exported', async () => {
    expect(await written(write, ALONE)).toContain('checker');
  });

  it('reads the records again only after it has closed them', async () => {
    let open = 0;
    let most = 0;
    const records: RecordStream = async function* () {
      open += 1;
      most = Math.max(most, open);
      try {
        yield* recordsOf(SEED)();
      } finally {
        open -= 1;
      }
    };
    for await (const _ of write(records, CONTEXT));
    expect([open, most]).toEqual([0, 1]);
  });

  it.skipIf(WHOLE.includes(name))('writes in pieces no longer than a record', async () => {
    let longest = 0;
    for await (const chunk of write(recordsOf(SEED), CONTEXT)) longest = Math.max(longest, chunk.length);
    expect(longest).toBeLessThan(8000);
  });
});
