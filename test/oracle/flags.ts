import { recordedIn } from './contradictions.ts';
import { areUnexplained, type StatingDocument, states, statingDocuments } from './copies.ts';
import { dateOrders } from './date-orders.ts';
import { boundsOf } from './dates.ts';
import { deadlines } from './deadlines.ts';
import { compare } from './orders.ts';
import { type Flag, type Ground, type Raised, raised } from './raised.ts';
import { isTakenBack } from './sides-of-claims.ts';
import { type Change, changesOf } from './value-changes.ts';
import type { View } from './view.ts';
import { wrongWeekdays } from './weekdays.ts';
import type { Attribution, Document, World } from './world.ts';

const DATE_ERRORS = ['WEEKDAY_MISMATCH', 'DURATION_MISMATCH', 'DEADLINE_BEFORE_EVENT', 'REPORTED_BEFORE_EVENT'];

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

function reports({ claims, documents, attributions }: World): Raised[] {
  return claims.flatMap(({ id, when }) =>
    documents.flatMap(({ id: document, publishedAt }) => {
      if (when === undefined || publishedAt === undefined) return [];
      if (boundsOf(publishedAt).latest >= boundsOf(when).earliest) return [];
      if (!attributions.some((one) => one.claim === id && one.document === document)) return [];
      const message = `${document} came out on ${publishedAt}, before the time that ${id} speaks of (${when}).`;
      const isIn = (one: Document) => one.id === document;
      return [id, document].map((owner) => ({
        ...raised('REPORTED_BEFORE_EVENT', owner, message, made(id, document)),
        isIn,
      }));
    }),
  );
}

/** One flag for each attribution and what it changes, against all that it cites. */
function valueChanges(world: World): Raised[] {
  return world.attributions.flatMap((citing) => {
    const changes = changesOf(world, citing).filter(({ cited }) => cited.claim !== citing.claim);
    return ['value', 'when'].flatMap((slot) => {
      const all = changes.filter((change) => change.slot === slot);
      if (all.length === 0) return [];
      const grounds = [citing, ...all.map(({ cited }) => cited)].map(
        (attribution): Ground =>
          (view) =>
            view.attributions.some(({ id }) => id === attribution.id),
      );
      return [raised('VALUE_CHANGED', citing.claim, changeText(citing, slot, all), ...grounds)];
    });
  });
}

function changeText({ id }: Attribution, slot: string, changes: readonly Change[]): string {
  const [stating, verb, verbs] = slot === 'when' ? ['gives the date', 'gives', 'give'] : ['says', 'says', 'say'];
  const text = (value: string) => (slot === 'when' ? value : `"${value}"`);
  const own = [...new Set(changes.map(({ to }) => text(to)))].join(' and ');
  const others = [...new Set(changes.map(({ from }) => from))].map((from, index) => {
    const ids = changes.filter((change) => change.from === from).map(({ cited }) => cited.id);
    return `${ids.join(' and ')}${index > 0 ? '' : ', which it cites,'} ${ids.length > 1 ? verbs : verb} ${text(from)}`;
  });
  return `${id} ${stating} ${own}, where ${others.join(', and ')}.`;
}

function selfContradictions(whole: View): Raised[] {
  const found = recordedIn(whole).filter(({ kind }) => kind === 'SELF');
  return found.flatMap(({ sides, reason, within = [] }) => {
    const on = (document?: string) =>
      sides.map(
        ({ has }): Ground =>
          (view) =>
            view.attributions.some((one) => has(view, one) && (document === undefined || one.document === document)),
      );
    return [...new Set(sides.map(({ claim }) => claim))]
      .map((claim) => raised('SELF_CONTRADICTION', claim, reason, ...on()))
      .concat(within.map((id) => raised('SELF_CONTRADICTION', id, `In ${id}: ${reason}`, ...on(id))));
  });
}

/** Flags of copies: one on each document of a pair, with all wrong dates that they share and nothing explains. */
function copies(view: View, errors: readonly Raised[]): Raised[] {
  const erring = errors.flatMap((error) =>
    statingDocuments(view, error.owner)
      .filter(({ document }) => error.isIn?.(document) ?? true)
      .map((stating) => ({ error, stating, name: `${error.owner} ${error.kind} ${error.fact ?? ''}` })),
  );
  const pairs = erring.flatMap((one) =>
    erring
      .filter(({ name, stating }) => name === one.name && one.stating.document.id < stating.document.id)
      .filter((other) => areUnexplained(view, one.stating, other.stating))
      .map((other) => ({ both: [one, other] as const, name: one.name, of: idsOf(one.stating, other.stating) })),
  );
  return [...new Set(pairs.map(({ of }) => of))].flatMap((of) => {
    const shared = pairs.filter((pair) => pair.of === of).sort((one, other) => compare(one.name, other.name));
    const documents = shared[0]?.both.map(({ stating }) => stating.document.id) ?? [];
    const texts = shared.map(({ both: [{ error }] }) => `${error.owner}, which has the flag ${error.kind}, and `);
    const message = `${documents.join(' and ')} both state ${[...new Set(texts)].join('')}nothing shows that one took it from the other or both from a third: one may be a copy.`;
    const all = shared.flatMap(({ both }) => both);
    const own = all.map(
      ({ error, stating: { document } }): Ground =>
        (seen) =>
          seen.attributions.some((one) => states(document, error.owner, one) && !isTakenBack(seen, one)),
    );
    const grounds = [...own, ...all.flatMap(({ error }) => error.grounds)];
    return documents.map((id) => raised('SUSPECTED_COPY', id, message, ...grounds));
  });
}

function idsOf(...both: readonly StatingDocument[]): string {
  return both.map(({ document }) => document.id).join(' ');
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
    ...dateOrders(whole),
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

/**
 * The flags of a claim or document: those that it came with, then those of rules by kind and message. A claim that is only
 * suggested has none.
 */
export function flagsOf(view: View, { id, flags }: { readonly id: string; readonly flags: readonly Flag[] }): Flag[] {
  const mine = raisedIn(view).filter(({ owner, grounds }) => owner === id && grounds.every((ground) => ground(view)));
  const inOrder = mine.sort((one, other) => compare(one.kind, other.kind) || compare(one.message, other.message));
  const isSuggested = view.claims.some((one) => one.id === id) && !made(id)(view);
  return [...(isSuggested ? [] : flags), ...inOrder].map(({ kind, message, basis }) => ({ kind, message, basis }));
}
