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

  const moment = (text: string) => Date.parse(`${text}Z`);

  it.each([
    ['2025-11-30T21:00', moment('2025-11-30T07:00:00'), moment('2025-12-01T09:00:00')],
    ['2025-11-30T21:00:30', moment('2025-11-30T07:00:30'), moment('2025-12-01T09:00:30')],
    ['2025-11-30T21:00/2025-12-01', moment('2025-11-30T07:00:00'), day('2025-12-01', true)],
    ['2025-11-30/2025-12-01T21:00:00', day('2025-11-30'), moment('2025-12-02T09:00:00')],
    ['2025-11-30T21:00:00+02:00', moment('2025-11-30T19:00:00'), moment('2025-11-30T19:00:00')],
  ])('of %s: without a zone it may be that of any zone, wherever this runs', (text, earliest, latest) => {
    const zone = process.env.TZ;
    try {
      for (const one of ['UTC', 'America/Caracas', 'Pacific/Kiritimati']) {
        process.env.TZ = one;
        expect(boundsOf(text)).toEqual({ earliest, latest });
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each([
    ['2025-21', day('2025-03-01'), day('2025-11-30', true)],
    ['2025-22~', day('2024-12-01'), day('2026-02-28', true)],
    ['2025-23?', day('2025-03-01'), day('2025-11-30', true)],
    ['2025-24', day('2024-12-01'), day('2026-02-28', true)],
    ['2025-25', day('2025-03-01'), day('2025-05-31', true)],
    ['2025-29', day('2025-09-01'), day('2025-11-30', true)],
    ['2025-34', day('2025-04-01'), day('2025-06-30', true)],
    ['2025-41', day('2025-07-01'), day('2025-12-31', true)],
  ])('of %s: a season may be that of either hemisphere, unless it says of which', (text, earliest, latest) => {
    expect(boundsOf(text)).toEqual({ earliest, latest });
  });

  it.each(['2025-11', '2025', '2025-11-21', '2025-11-20/2025-11-21'])('of %s are not widened by ~ and ?', (text) => {
    const doubted = text.split('/').map((one) => `${one}?`);
    expect(boundsOf(doubted.join('/'))).toEqual(boundsOf(text));
    expect(boundsOf(doubted.join('/').replaceAll('?', '~'))).toEqual(boundsOf(text));
  });

  it.each([
    '2025-13',
    '2025-02-29',
    '2025-11-31',
    '21.11.2025',
    '20251121',
    '',
    'x',
    '2025-12/2025-01',
    '2025-11-21T10:20/2025-11-21T10:10',
    'Y170000002',
  ])('are refused for "%s"', (text) => {
    expect(() => boundsOf(text)).toThrow(RangeError);
  });
});
