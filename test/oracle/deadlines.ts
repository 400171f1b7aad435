import { boundsOf } from './dates.ts';
import { touchedBy } from './filters.ts';
import { type Ground, type Raised, raised } from './raised.ts';
import { sideOf } from './trace/sides.ts';
import type { View } from './view.ts';
import type { Attribution, Claim, Document } from './world.ts';

const UNITS: { readonly [unit: string]: number } = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 };
const ENDS = ['lapsed', 'expired', 'ended', 'ended-on', 'due', 'ran-out'];

/** A reckoning of three claims, with those that give all of it. */
interface Reckoning {
  readonly span: Claim;
  readonly start: Claim;
  readonly end: Claim;
  readonly accounts: readonly Attribution[];
}

export function deadlines(view: View): Raised[] {
  const { claims, entities } = view;
  const isEvent = (wanted: string | undefined) => entities.some(({ id, type }) => id === wanted && type === 'Event');
  const reckonings = claims.flatMap((span) => {
    const { subject, value } = span;
    if (!isEvent(subject) || unitOf(span) === undefined || (value?.min === undefined && value?.max === undefined))
      return [];
    const events = touchedBy(span).filter((id) => id !== subject && isEvent(id));
    const starts = claims.filter((claim) => claim.when !== undefined && events.includes(claim.subject ?? ''));
    const ends = claims.filter(
      (claim) => [claim.subject, claim.object].includes(subject) && ENDS.includes(claim.predicate ?? ''),
    );
    return starts.flatMap((start) =>
      ends.flatMap((end): Reckoning[] => {
        const accounts = accountsOf(view, [span.id, start.id, end.id]);
        return accounts.length === 0 || new Set([span, start, end]).size < 3 ? [] : [{ span, start, end, accounts }];
      }),
    );
  });
  return [...new Set(reckonings.map(({ end }) => end))].flatMap((end) =>
    wrongEnds(
      end,
      reckonings.filter((one) => one.end === end),
    ),
  );
}

function unitOf({ value }: Claim): number | undefined {
  return UNITS[value?.unit?.replace(/s$/, '') ?? ''];
}

/** Who affirms all of these claims: in one document, or as one speaker in their own voice. */
function accountsOf(view: View, claims: readonly string[]): Attribution[] {
  const telling = view.attributions.filter((one) => claims.includes(one.claim) && sideOf(view, one) === 'AFFIRMS');
  const isWhole = (some: readonly Attribution[]) => claims.every((id) => some.some(({ claim }) => claim === id));
  const own = telling.filter(({ stance }) => stance !== 'REPORTS');
  return telling.filter(
    (one) =>
      (one.document !== undefined && isWhole(telling.filter(({ document }) => document === one.document))) ||
      (one.stance !== 'REPORTS' && isWhole(own.filter(({ actor }) => actor === one.actor))),
  );
}

/** What is wrong with an end: one flag for each start that it comes before, or for each end that it should have been. */
function wrongEnds(end: Claim, reckonings: readonly Reckoning[]): Raised[] {
  const wrong = reckonings.flatMap((reckoning) => {
    const error = errorOf(reckoning);
    return error ? [{ ...error, reckoning, name: `${error.kind} ${error.fact}` }] : [];
  });
  return [...new Set(wrong.map(({ name }) => name))].flatMap((name) => {
    const all = wrong.filter((one) => one.name === name);
    const [first] = all;
    if (!first) return [];
    const { kind, fact } = first;
    const texts = [...new Set(all.map(({ text }) => text))].sort();
    const leads = ` lead${texts.length > 1 ? '' : 's'} to ${fact}`;
    const says = kind === 'DURATION_MISMATCH' ? ['but', leads] : ['which lies before', ''];
    const claims = new Set(all.flatMap(({ reckoning: { span, start } }) => [span.id, start.id, end.id]));
    const telling = all.flatMap(({ reckoning }) => reckoning.accounts);
    const grounds = [...claims].map(
      (claim): Ground =>
        (view) =>
          view.attributions.some(({ id }) => telling.some((one) => one.id === id && one.claim === claim)),
    );
    const isIn = ({ id }: Document) => telling.some((one) => one.claim === end.id && one.document === id);
    const gives = `${end.id} gives ${end.when ?? end.value?.when} as the end, ${says[0]}`;
    return [{ ...raised(kind, end.id, `${gives} ${texts.join(', and ')}${says[1]}.`, ...grounds), isIn, fact }];
  });
}

interface Wrong {
  readonly kind: string;
  readonly fact: string;
  readonly text: string;
}

function errorOf({ span, start, end }: Reckoning): Wrong | null {
  const until = end.when ?? end.value?.when;
  if (until === undefined || start.when === undefined) return null;
  const [from, stated] = [boundsOf(start.when), boundsOf(until)];
  const since = `${start.id} (${start.when})`;
  if (stated.latest < from.earliest) {
    return { kind: 'DEADLINE_BEFORE_EVENT', fact: start.when, text: `${since}, from which ${span.id} counts` };
  }
  const unit = (unitOf(span) ?? 0) * 86_400_000;
  const least = from.earliest + (span.value?.min ?? 0) * unit;
  const most = span.value?.max === undefined ? null : from.latest + span.value.max * unit;
  if (stated.latest >= least && (most === null || stated.earliest <= most)) return null;
  const text = `${span.id} ("${span.value?.text}") counted from ${since}`;
  return { kind: 'DURATION_MISMATCH', fact: rangeOf(dayOf(least), most === null ? null : dayOf(most)), text };
}

function rangeOf(first: string | null, last: string | null): string {
  if (last === null) return `${first} or later`;
  if (first === null) return `${last} or earlier`;
  return first === last ? first : `${first} to ${last}`;
}

function dayOf(at: number): string | null {
  return Math.abs(at) > 8.64e15 ? null : (new Date(at).toISOString().split('T')[0] ?? null);
}
