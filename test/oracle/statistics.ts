import { NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from './dates.ts';
import { isActor, touchedBy } from './filters.ts';
import { see } from './find.ts';
import { compare } from './orders.ts';
import { isOwnVoiceOnly, isUnnamedOnly } from './trace/rests-on.ts';
import { standingOf } from './trace/standing.ts';
import { type AsOf, inView, type View } from './view.ts';
import { type Attribution, type Claim, saidAt } from './world.ts';

interface Counted {
  readonly view: View;
  readonly claims: readonly Claim[];
  readonly attributions: readonly Attribution[];
}

/** The counts of what a view holds, or of what it holds about some. */
export function statistics(from: View, { about, asOf }: { about?: readonly string[] | null; asOf?: AsOf | null }) {
  const view = inView(from, asOf);
  const isAbout = (ids: readonly string[]) => !about || ids.some((id) => about.includes(id));
  const claims = view.claims.filter((claim) => isAbout(touchedBy(claim)));
  const attributions = view.attributions.filter(({ claim }) => claims.some(({ id }) => id === claim));
  const isSpeaker = (id: string) => !about || attributions.some(({ actor }) => actor === id);
  const isTouched = (id: string) => !about || claims.some((claim) => touchedBy(claim).includes(id));
  const documents = view.documents.filter(({ id }) => !about || attributions.some(({ document }) => document === id));
  const open = view.mentions.filter(({ entity, candidates }) => entity === undefined && isAbout(candidates));
  return {
    claims: claims.length,
    attributions: attributions.length,
    actors: view.entities.filter((entity) => isActor(entity) && isSpeaker(entity.id)).length,
    documents: documents.length,
    events: view.entities.filter(({ id, type }) => type === 'Event' && isTouched(id)).length,
    unreadDocuments: documents.filter(({ read }) => !read).length,
    unresolvedMentions: open.length,
    ...marks({ view, claims, attributions }),
    ...groups({ view, claims, attributions }),
  };
}

function marks({ view, claims }: Counted) {
  return {
    unnamedSourcesOnly: () => claims.filter(({ id }) => isUnnamedOnly(view, id)).length,
    ownVoiceOnly: () => claims.filter(({ id }) => isOwnVoiceOnly(view, id)).length,
    byStanding: () =>
      counted(claims, ({ id }) => standingOf(view, id)).map(([standing, own]) => ({ standing, claims: own.length })),
  };
}

function groups(all: Counted) {
  const { view, claims, attributions } = all;
  const publisher = ({ document }: Attribution) => view.documents.find(({ id }) => id === document)?.publisher;
  return {
    byStance: () =>
      counted(attributions, ({ stance }) => stance).map(([stance, own]) => ({ stance, attributions: own.length })),
    byPredicate: ({ first }: { first?: number | null }) =>
      counted(claims, ({ predicate }) => predicate)
        .slice(0, first ?? 20)
        .map(([predicate, own]) => ({ predicate, claims: own.length })),
    byOutlet: ({ first }: { first?: number | null }) => {
      const outlets = counted(attributions, publisher).map(([id, own]) => ({ id, ...numbers(own) }));
      const inOrder = outlets.sort((one, other) => other.claims - one.claims || compare(one.id, other.id));
      return inOrder.slice(0, first ?? 20).map(({ id, ...rest }) => {
        const outlet = view.entities.find((entity) => entity.id === id);
        return { ...rest, outlet: outlet && see('Organization', outlet, view) };
      });
    },
    byMonth: ({ clock }: { clock?: string | null }) => months(all, clock ?? 'SAID'),
  };
}

/** How many attributions there are, and how many claims they say. */
function numbers(attributions: readonly Attribution[]) {
  return { claims: new Set(attributions.map(({ claim }) => claim)).size, attributions: attributions.length };
}

function months({ view, claims, attributions }: Counted, clock: string) {
  const when = ({ claim: of }: Attribution) => claims.find(({ id }) => id === of)?.when;
  const ofAttribution = (attribution: Attribution): string | null => {
    if (clock === 'RECORDED') return new Date(attribution.recorded).toISOString().slice(0, 7);
    return monthOf(clock === 'EVENT' ? when(attribution) : saidAt(view, attribution));
  };
  const ofClaim = (claim: Claim): (string | null)[] => {
    if (clock === 'RECORDED') return [new Date(claim.recorded).toISOString().slice(0, 7)];
    if (clock === 'EVENT') return [monthOf(claim.when)];
    return attributions.filter(({ claim: of }) => of === claim.id).map((one) => monthOf(saidAt(view, one)));
  };
  const found = attributions.map(ofAttribution);
  const named = new Set([...found, ...claims.flatMap(ofClaim)]);
  return [...named]
    .sort((one, other) => (one === null ? 1 : other === null ? -1 : compare(one, other)))
    .map((month) => ({
      month,
      claims: claims.filter((claim) => ofClaim(claim).includes(month)).length,
      attributions: found.filter((one) => one === month).length,
    }));
}

function monthOf(date: string | null | undefined): string | null {
  if (!date) return null;
  const { earliest } = boundsOf(date);
  return earliest === -NEVER ? null : new Date(earliest).toISOString().slice(0, 7);
}

/** Records by what they have in common, the largest group first. */
function counted<T, K extends string>(records: readonly T[], keyOf: (record: T) => K | undefined): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups].sort(([one, many], [other, more]) => more.length - many.length || compare(one, other));
}
