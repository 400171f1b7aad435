import { isTakenBack, recordedIn, saysSo } from './contradictions.ts';
import { creatorsOf, unexplained } from './copies.ts';
import { boundsOf } from './dates.ts';
import { touchedBy } from './filters.ts';
import { compare } from './orders.ts';
import { changesOf } from './value-changes.ts';
import type { View } from './view.ts';
import { wrongWeekdays } from './weekdays.ts';
import type { Claim, World } from './world.ts';

/** Whether what a flag rests on can be seen. */
type Ground = (view: View) => boolean;

interface Flag {
  readonly kind: string;
  readonly message: string;
  readonly basis: string;
}

interface Raised extends Flag {
  readonly owner: string;
  readonly grounds: readonly Ground[];
}

const DATE_ERRORS = ['WEEKDAY_MISMATCH', 'DURATION_MISMATCH', 'DEADLINE_BEFORE_EVENT', 'REPORTED_BEFORE_EVENT'];
const UNITS: { readonly [unit: string]: number } = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 };
const ENDS = ['lapsed', 'expired', 'ended', 'ended-on', 'due', 'ran-out'];

function raised(kind: string, owner: string, message: string, ...grounds: readonly Ground[]): Raised {
  return { kind, owner, message, basis: 'RULE', grounds };
}

function made(claim: string, document?: string): Ground {
  return (view) =>
    view.attributions.some((one) => one.claim === claim && (document === undefined || one.document === document));
}

function weekdays({ claims, documents }: World): Raised[] {
  return [
    ...claims.flatMap(({ id, texts, value, when }) => {
      const all = [value?.text, ...texts.map(({ text }) => text)];
      return wrongWeekdays(id, all, [value?.when, when]).map((one) => raised('WEEKDAY_MISMATCH', id, one, made(id)));
    }),
    ...documents.flatMap(({ id, title, publishedAt }) =>
      wrongWeekdays(id, [title], [publishedAt]).map((one) => raised('WEEKDAY_MISMATCH', id, one)),
    ),
  ];
}

function deadlines(world: World): Raised[] {
  const { claims, entities } = world;
  const isEvent = (wanted: string | undefined) => entities.some(({ id, type }) => id === wanted && type === 'Event');
  return claims.flatMap((span) => {
    const { subject, value } = span;
    const unit = UNITS[value?.unit?.replace(/s$/, '') ?? ''];
    if (!isEvent(subject) || unit === undefined || (value?.min === undefined && value?.max === undefined)) return [];
    const events = touchedBy(span).filter((id) => id !== subject && isEvent(id));
    const starts = claims.filter((claim) => claim.when !== undefined && events.includes(claim.subject ?? ''));
    const ends = claims.filter(
      (claim) => [claim.subject, claim.object].includes(subject) && ENDS.includes(claim.predicate ?? ''),
    );
    return starts.flatMap((start) => ends.flatMap((end) => deadline(span, start, end, unit * 86_400_000)));
  });
}

function deadline(span: Claim, start: Claim, end: Claim, unit: number): Raised[] {
  const until = end.when ?? end.value?.when;
  if (until === undefined || start.when === undefined || new Set([span, start, end]).size < 3) return [];
  const [from, stated] = [boundsOf(start.when), boundsOf(until)];
  const grounds = [made(end.id), made(span.id), made(start.id)];
  const gives = `${end.id} gives ${until} as the end,`;
  if (stated.latest < from.earliest) {
    const message = `${gives} which lies before ${start.id} (${start.when}), from which ${span.id} counts.`;
    return [raised('DEADLINE_BEFORE_EVENT', end.id, message, ...grounds)];
  }
  const least = from.earliest + (span.value?.min ?? 0) * unit;
  const most = span.value?.max === undefined ? null : from.latest + span.value.max * unit;
  if (stated.latest >= least && (most === null || stated.earliest <= most)) return [];
  const [first, last] = [dayOf(least), most === null ? null : dayOf(most)];
  let leads = `${first} to ${last}`;
  if (last === null) leads = `${first} or later`;
  else if (first === null) leads = `${last} or earlier`;
  else if (first === last) leads = first;
  const counted = `${span.id} ("${span.value?.text}") counted from ${start.id} (${start.when})`;
  return [raised('DURATION_MISMATCH', end.id, `${gives} but ${counted} leads to ${leads}.`, ...grounds)];
}

function dayOf(at: number): string | null {
  return Math.abs(at) > 8.64e15 ? null : (new Date(at).toISOString().split('T')[0] ?? null);
}

function reports({ claims, documents, attributions }: World): Raised[] {
  return claims.flatMap(({ id, when }) =>
    documents.flatMap(({ id: document, publishedAt }) => {
      if (when === undefined || publishedAt === undefined) return [];
      if (boundsOf(publishedAt).latest >= boundsOf(when).earliest) return [];
      if (!attributions.some((one) => one.claim === id && one.document === document)) return [];
      const message = `${document} came out on ${publishedAt}, before the time that ${id} speaks of (${when}).`;
      return [id, document].map((owner) => raised('REPORTED_BEFORE_EVENT', owner, message, made(id, document)));
    }),
  );
}

function valueChanges(world: World): Raised[] {
  return world.attributions.flatMap((citing) =>
    changesOf(world, citing).flatMap(({ cited, slot, from, to }) => {
      if (cited.claim === citing.claim || slot === 'certainty') return [];
      const message =
        slot === 'when'
          ? `${citing.id} gives the date ${to}, where ${cited.id}, which it cites, gives ${from}.`
          : `${citing.id} says "${to}", where ${cited.id}, which it cites, says "${from}".`;
      const grounds = [citing, cited].map(
        (attribution): Ground =>
          (view) =>
            view.attributions.some(({ id }) => id === attribution.id),
      );
      return [raised('VALUE_CHANGED', citing.claim, message, ...grounds)];
    }),
  );
}

function selfContradictions(whole: View): Raised[] {
  const found = recordedIn(whole).filter(({ kind }) => kind === 'SELF');
  return found.flatMap(({ sides, reason, within }) => {
    const on = (document?: string) =>
      sides.map(
        ({ has }): Ground =>
          (view) =>
            view.attributions.some((one) => has(view, one) && (document === undefined || one.document === document)),
      );
    const places = whole.documents.filter(({ id }) =>
      within === undefined
        ? sides.every(({ hasHad }) => whole.attributions.some((one) => one.document === id && hasHad(one)))
        : id === within,
    );
    return [...new Set(sides.map(({ claim }) => claim))]
      .map((claim) => raised('SELF_CONTRADICTION', claim, reason, ...on()))
      .concat(places.map(({ id }) => raised('SELF_CONTRADICTION', id, `In ${id}: ${reason}`, ...on(id))));
  });
}

/** Flags of copies, for each flag on a claim that says that a date is wrong. */
function copies(world: World, errors: readonly Raised[]): Raised[] {
  return errors.flatMap(({ owner: claim, kind, grounds }) => {
    const affirms = (attribution: World['attributions'][number]) => saysSo(claim, true, attribution);
    return unexplained(world, claim, affirms).flatMap((pair) => {
      const [one, other] = pair.map(({ id }) => id);
      const message = `${one} and ${other} both state ${claim}, which has the flag ${kind}, and nothing shows that one took it from the other or both from a third: one may be a copy.`;
      const own = pair.map(
        (document): Ground =>
          (view) =>
            view.attributions.some(
              (attribution) =>
                attribution.document === document.id &&
                creatorsOf(document).includes(attribution.actor) &&
                affirms(attribution) &&
                !isTakenBack(view, attribution),
            ),
      );
      return pair.map(({ id }) => raised('SUSPECTED_COPY', id, message, ...own, ...grounds));
    });
  });
}

const known = new WeakMap<View, readonly Raised[]>();

/** All flags of rules up to the record time of a view. */
function raisedIn(view: View): readonly Raised[] {
  const whole = view.from({ ...view.scope, said: null });
  const before = known.get(whole);
  if (before) return before;
  const found = [
    ...weekdays(whole),
    ...deadlines(whole),
    ...reports(whole),
    ...valueChanges(whole),
    ...selfContradictions(whole),
  ];
  const stated = whole.claims.flatMap(({ id, flags }) =>
    flags.map((flag) => ({ ...flag, owner: id, grounds: [made(id)] })),
  );
  const errors = [...found, ...stated].filter(
    ({ kind, owner }) => DATE_ERRORS.includes(kind) && whole.claims.some(({ id }) => id === owner),
  );
  const all = [...found, ...copies(whole, errors)];
  known.set(whole, all);
  return all;
}

/** The flags of a claim or document: those that it came with, then those of rules by kind and message. */
export function flagsOf(view: View, { id, flags }: { readonly id: string; readonly flags: readonly Flag[] }): Flag[] {
  const mine = raisedIn(view).filter(({ owner, grounds }) => owner === id && grounds.every((ground) => ground(view)));
  const inOrder = mine.sort((one, other) => compare(one.kind, other.kind) || compare(one.message, other.message));
  return [...flags, ...inOrder].map(({ kind, message, basis }) => ({ kind, message, basis }));
}
