import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringifyAnswer } from '../src/graphql/stringify.ts';

describe('an answer as JSON', () => {
  it('is the same text in slices as at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3_000), async (inner, times) => {
        const data = {
          many: Array.from({ length: times }, (_, at) => ({ at, none: undefined })),
          inner,
          on: new Date(0),
        };
        expect(await stringifyAnswer({ data })).toBe(`${JSON.stringify({ data })}\n`);
      }),
    );
  });
});
