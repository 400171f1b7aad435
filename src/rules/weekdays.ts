import { fold } from '../text/fold.ts';
import { boundsOf } from '../time/edtf.ts';
import { type FoundFlag, flagId } from './flags.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Folded names, in English and Spanish, from Sunday and from January on. */
const WEEKDAY_WORDS = [
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
];
const MONTH_WORDS = [
  'january february march april may june july august september october november december'.split(' '),
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
];

const weekday = `(${WEEKDAY_WORDS.flat().join('|')})`;
const month = `(${MONTH_WORDS.flat().join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const dayAndMonth = `(?:${day} (?:of |de )?${month}|${month} (?:the )?${day})`;
const BEFORE = new RegExp(`\\b${weekday} (?:the |el )?${dayAndMonth}\\b`, 'g');
const AFTER = new RegExp(`\\b${dayAndMonth} (?:(?:de |del )?\\d{4} )?(?:a |un )?${weekday}\\b`, 'g');

/** A weekday with the day of a month beside which it stands; all are counted as in `Date`. */
interface Named {
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
}

/** A claim or document with its texts and the dates that it gives. */
export interface Dated {
  readonly id: string;
  readonly texts: readonly string[];
  readonly dates: readonly string[];
  /** Whether somebody has to have said it: the grounds of a document's title are the document itself. */
  readonly isClaim: boolean;
}

/** The weekdays of a text that are not those of its dates, each named once. */
export function wrongWeekdays({ id, texts, dates, isClaim }: Dated): FoundFlag[] {
  const named = texts.flatMap(weekdaysIn);
  if (named.length === 0) return [];
  const days = [...new Set(dates)].flatMap((date) => dayOf(date) ?? []);
  const found = named.flatMap((one) =>
    days
      .filter((date) => date.getUTCDate() === one.day && date.getUTCMonth() === one.month)
      .filter((date) => date.getUTCDay() !== one.weekday)
      .map((date): FoundFlag => {
        const [said, is, iso] = [WEEKDAYS[one.weekday], WEEKDAYS[date.getUTCDay()], date.toISOString().slice(0, 10)];
        return {
          id: flagId(id, 'WEEKDAY_MISMATCH', iso, String(one.weekday)),
          kind: 'WEEKDAY_MISMATCH',
          message: `${id} says ${said}, but ${iso} is a ${is}.`,
          owner: id,
          grounds: isClaim ? [{ claim: id }] : [],
        };
      }),
  );
  const seen = new Set<string>();
  return found.filter((flag) => seen.size < seen.add(flag.id).size);
}

/** The day that a date is, where it is one exact day. */
function dayOf(date: string): Date | null {
  const { earliest, latest } = boundsOf(date);
  const start = new Date(Math.floor(earliest / DAY) * DAY);
  return latest < start.getTime() + DAY ? start : null;
}

const DAY = 86_400_000;

function weekdaysIn(text: string): Named[] {
  const folded = fold(text);
  return [
    ...[...folded.matchAll(BEFORE)].map(([, name, one, first, second, other]) =>
      named(name, one ?? other, first ?? second),
    ),
    ...[...folded.matchAll(AFTER)].map(([, one, first, second, other, name]) =>
      named(name, one ?? other, first ?? second),
    ),
  ];
}

function named(name = '', number = '', monthName = ''): Named {
  const among = (lists: readonly (readonly string[])[], word: string) =>
    Math.max(...lists.map((list) => list.indexOf(word)));
  return { weekday: among(WEEKDAY_WORDS, name), day: Number(number), month: among(MONTH_WORDS, monthName) };
}
