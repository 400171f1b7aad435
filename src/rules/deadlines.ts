import { type Bounds, boundsOf, NEVER } from '../time/edtf.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** Units of time that a deadline is counted in, in milliseconds. */
export const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
  week: 604_800_000,
  weeks: 604_800_000,
};

/** Predicates that say when something ran out. */
export const END_PREDICATES = ['lapsed', 'expired', 'ended', 'ended-on', 'due', 'ran-out'] as const;

/** A stretch of time that a claim gives, from an event on that another claim dates, to an end that a third one states. */
export interface Deadline {
  readonly duration: {
    readonly claim: string;
    readonly text: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: string;
  };
  readonly start: { readonly claim: string; readonly date: string };
  readonly end: { readonly claim: string; readonly date: string };
}

/** What is wrong with a deadline: its end lies before its start, or elsewhere than the stretch of time leads. */
export function wrongDeadline({ duration, start, end }: Deadline): FoundFlag[] {
  const unit = UNITS[duration.unit];
  const claims = [end.claim, duration.claim, start.claim];
  if (unit === undefined || new Set(claims).size < 3) return [];
  const [from, until] = [boundsOf(start.date), boundsOf(end.date)];
  const meant = {
    earliest: from.earliest + (duration.min ?? 0) * unit,
    latest: duration.max === null ? NEVER : from.latest + duration.max * unit,
  };
  const flag = (kind: FoundFlag['kind'], message: string): FoundFlag => ({
    id: flagId(end.claim, kind, duration.claim, start.claim),
    kind,
    message,
    owner: end.claim,
    grounds: claims.map((claim) => ({ claim })),
  });
  if (until.latest < from.earliest) {
    const set = `${start.claim} (${start.date}), from which ${duration.claim} counts`;
    return [flag('DEADLINE_BEFORE_EVENT', `${end.claim} gives ${end.date} as the end, which lies before ${set}.`)];
  }
  if (until.latest >= meant.earliest && until.earliest <= meant.latest) return [];
  const counted = `${duration.claim} ("${duration.text}") counted from ${start.claim} (${start.date})`;
  return [
    flag('DURATION_MISMATCH', `${end.claim} gives ${end.date} as the end, but ${counted} leads to ${shown(meant)}.`),
  ];
}

function shown({ earliest, latest }: Bounds): string {
  const [from, until] = [dayOf(earliest), dayOf(latest)];
  if (until === null) return `${from} or later`;
  if (from === null) return `${until} or earlier`;
  return from === until ? from : `${from} to ${until}`;
}

function dayOf(time: number): string | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
