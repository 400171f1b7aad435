import { grouped } from '../collections/grouped.ts';
import { type Bounds, boundsOf, NEVER } from '../time/edtf.ts';
import type { Ground } from './contradictions.ts';
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

/** A claim of a reckoning, with the attributions that give it in an account of all three. */
interface Part {
  readonly claim: string;
  readonly among: readonly string[];
}

/** A stretch of time that a claim gives, from an event on that another claim dates, to an end that a third one states. */
export interface Deadline {
  readonly duration: Part & {
    readonly text: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: string;
  };
  readonly start: Part & { readonly date: string };
  readonly end: Part & { readonly date: string };
}

type DeadlineKind = 'DEADLINE_BEFORE_EVENT' | 'DURATION_MISMATCH';

/**
 * What is wrong with the end that a claim gives, by all deadlines with that end: it lies before the start, or elsewhere than
 * the stretch of time leads. One flag for each start that it lies before, and for each end that others lead to.
 */
export function wrongDeadlines(deadlines: readonly Deadline[]): FoundFlag[] {
  const wrong = deadlines.flatMap((deadline) => {
    const kind = errorIn(deadline);
    if (!kind) return [];
    return [
      { kind, deadline, fact: kind === 'DEADLINE_BEFORE_EVENT' ? deadline.start.date : shown(meantEnd(deadline)) },
    ];
  });
  return [...grouped(wrong, ({ kind, fact }) => `${kind} ${fact}`).values()].flatMap((all) =>
    all.slice(0, 1).flatMap(({ kind, fact }) =>
      flagOn(
        kind,
        fact,
        all.map(({ deadline }) => deadline),
      ),
    ),
  );
}

function errorIn({ duration, start, end }: Deadline): DeadlineKind | null {
  if (!UNITS[duration.unit] || new Set([end.claim, duration.claim, start.claim]).size < 3) return null;
  const [from, until, meant] = [boundsOf(start.date), boundsOf(end.date), meantEnd({ duration, start })];
  if (until.latest < from.earliest) return 'DEADLINE_BEFORE_EVENT';
  return until.latest >= meant.earliest && until.earliest <= meant.latest ? null : 'DURATION_MISMATCH';
}

function meantEnd({ duration, start }: Pick<Deadline, 'duration' | 'start'>): Bounds {
  const [unit = 0, from] = [UNITS[duration.unit], boundsOf(start.date)];
  return {
    earliest: from.earliest + (duration.min ?? 0) * unit,
    latest: duration.max === null ? NEVER : from.latest + duration.max * unit,
  };
}

function flagOn(kind: DeadlineKind, fact: string, deadlines: readonly Deadline[]): FoundFlag[] {
  const [first] = deadlines;
  if (!first) return [];
  const { claim, date } = first.end;
  const isBefore = kind === 'DEADLINE_BEFORE_EVENT';
  const found = deadlines.map(({ duration, start }) => {
    const since = `${start.claim} (${start.date})`;
    return isBefore
      ? `${since}, from which ${duration.claim} counts`
      : `${duration.claim} ("${duration.text}") counted from ${since}`;
  });
  const all = [...new Set(found)].sort();
  const leads = isBefore ? '' : ` ${all.length > 1 ? 'lead' : 'leads'} to ${fact}`;
  return [
    {
      id: flagId(claim, kind, fact.replaceAll(' ', '-')),
      kind,
      message: `${claim} gives ${date} as the end, ${isBefore ? 'which lies before' : 'but'} ${all.join(', and ')}${leads}.`,
      owner: claim,
      grounds: groundsOf(deadlines),
    },
  ];
}

/** The claims of all reckonings, each with the attributions of all accounts; the end that they share first. */
function groundsOf(deadlines: readonly Deadline[]): Ground[] {
  const parts = deadlines.flatMap(({ end, duration, start }) => [end, duration, start]);
  const [end, ...others] = [...grouped(parts, ({ claim }) => claim)].map(([claim, all]) => ({
    claim,
    among: [...new Set(all.flatMap(({ among }) => among))].sort(),
  }));
  return end ? [end, ...others.sort((one, other) => (one.claim < other.claim ? -1 : 1))] : [];
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
