import { describe, expect, it } from 'vitest';
import { boundsOf, NEVER } from '../src/time/edtf.ts';

const day = (text: string, end = false) => Date.parse(`${text}T${end ? '23:59:59.999' : '00:00:00'}Z`);

describe('the bounds of a date', () => {
  it.each([
    ['2025-11-21', day('2025-11-21'), day('2025-11-21', true)],
    ['2025-11-21~', day('2025-11-21'), day('2025-11-21', true)],
    ['2025-11', day('2025-11-01'), day('2025-11-30', true)],
    ['2025', day('2025-01-01'), day('2025-12-31', true)],
    ['2025-09/..', day('2025-09-01'), NEVER],
    ['2025-09/', day('2025-09-01'), NEVER],
    ['../2025-11-21', -NEVER, day('2025-11-21', true)],
    ['2025-11~/2025-11-20', day('2025-11-01'), day('2025-11-20', true)],
    ['[2025-01..2025-03]', day('2025-01-01'), day('2025-03-31', true)],
    ['{2025-11,2025-12}', day('2025-11-01'), day('2025-12-31', true)],
    ['2025-11-21T10:20:00Z', Date.parse('2025-11-21T10:20:00Z'), Date.parse('2025-11-21T10:20:00Z')],
  ])('of %s are its first and last millisecond', (text, earliest, latest) => {
    expect(boundsOf(text)).toEqual({ earliest, latest });
  });

  it.each(['2025-13', '2025-02-29', '2025-11-31', '21.11.2025', '20251121', '', 'x', '2025-12/2025-01', 'Y170000002'])(
    'are refused for "%s"',
    (text) => {
      expect(() => boundsOf(text)).toThrow(RangeError);
    },
  );
});
