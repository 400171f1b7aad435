import edtf from 'edtf';
import { boundsOfSeason } from './seasons.ts';

/** The first and the last millisecond that a date can mean, since 1970 in UTC; ±NEVER where that end is open. */
export interface Bounds {
  readonly earliest: number;
  readonly latest: number;
}

/** Beyond every date that can be stored: an open or unknown end, and the sort key of what has no date. */
export const NEVER = 9_000_000_000_000_000;

/** The longest text that is read as a date: parsing takes time that grows with it. */
const LONGEST = 100;

/**
 * The bounds of an EDTF string (ISO 8601-2, levels 0 to 2). "~" and "?" widen nothing. A time without a zone may be that of
 * any zone, and a season that of either hemisphere.
 * Throws a RangeError that says what is wrong, also for days that no calendar has ("2025-02-29").
 */
export function boundsOf(text: string): Bounds {
  if (text.length > LONGEST) throw new RangeError(`a date of ${text.length} characters is too long`);
  if (PLAIN_DAY.test(text)) return boundsOfDay(text);
  if (PLAIN_MOMENT.test(text)) return boundsOfMoment(text);
  const inner = /^[[{](.+)[\]}]$/.exec(text)?.[1];
  const bounds = inner ? boundsOfSet(inner) : boundsOfOne(text);
  if (bounds.earliest > bounds.latest) throw new RangeError(`"${text}" ends before it begins`);
  return bounds;
}

const PLAIN_DAY = /^\d{4}-\d\d-\d\d$/;
const DAY = 86_400_000;

const PLAIN_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;

/** Most dates are plain days or moments, and the parser takes a fifth of a millisecond for one. */
function boundsOfDay(day: string): Bounds {
  checkDay(day);
  const earliest = Date.parse(`${day}T00:00:00Z`);
  return { earliest, latest: earliest + DAY - 1 };
}

function boundsOfMoment(text: string): Bounds {
  checkDay(text.slice(0, 10));
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new RangeError(`"${text}" is not a time of day`);
  return { earliest: at, latest: at };
}

/** "[2025-01,2025-03..2025-05]": the hull of its members. */
function boundsOfSet(inner: string): Bounds {
  const members = inner.split(',').map((member) => {
    const [from, until] = member.trim().split('..');
    if (until === undefined) return boundsOfOne(member.trim());
    return {
      earliest: from ? boundsOfOne(from).earliest : -NEVER,
      latest: until ? boundsOfOne(until).latest : NEVER,
    };
  });
  return {
    earliest: Math.min(...members.map((member) => member.earliest)),
    latest: Math.max(...members.map((member) => member.latest)),
  };
}

/** A time of day with no zone after it. */
const LOCAL_TIME = /T\d\d:\d\d(:\d\d)?(?![\d:.Z+-])/;
const LOCAL_TIMES = new RegExp(LOCAL_TIME, 'g');

/** The zones furthest from UTC: 14 hours ahead of it, and 12 behind. */
const AHEAD = 14 * 3_600_000;
const BEHIND = 12 * 3_600_000;

function boundsOfOne(text: string): Bounds {
  if (!LOCAL_TIME.test(text)) return boundsOfZoned(text);
  const { earliest, latest } = boundsOfZoned(text.replace(LOCAL_TIMES, (time) => `${time}Z`));
  if (earliest > latest) throw new RangeError(`"${text}" ends before it begins`);
  const [from = '', until = from] = text.split('/');
  return {
    earliest: LOCAL_TIME.test(from) ? earliest - AHEAD : earliest,
    latest: LOCAL_TIME.test(until) ? latest + BEHIND : latest,
  };
}

function boundsOfZoned(text: string): Bounds {
  const season = boundsOfSeason(text);
  if (season) return season;
  for (const day of text.match(/\d{4}-[01]\d-[0-3]\d(?!\d)/g) ?? []) checkDay(day);
  const { min, max } = parse(text);
  if (Number.isNaN(min) || Number.isNaN(max)) throw new RangeError(`"${text}" is too far away to be compared`);
  return { earliest: finite(min, -NEVER), latest: finite(max, NEVER) };
}

function parse(text: string): { min: number | null; max: number | null } {
  try {
    // The parser takes a bare number for milliseconds.
    if (/^-?\d{5,}$/.test(text)) throw new RangeError(text);
    return edtf(text);
  } catch {
    throw new RangeError(`"${text}" is not a date in EDTF (such as 2025-11-21, 2025-11, 2025-11-21~ or 2025-09/..)`);
  }
}

function checkDay(day: string): void {
  const date = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  if (!isDay) throw new RangeError(`"${day}" is not a day of the calendar`);
}

function finite(value: number | null, open: number): number {
  return value !== null && Number.isFinite(value) ? value : open;
}
