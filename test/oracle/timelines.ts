import { type Bounds, NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from './dates.ts';
import { touchedBy } from './filters.ts';
import { attributionIn, claimIn, entityIn, nodeIn, see } from './find.ts';
import { flagsOf } from './flags.ts';
import { byId, sorted } from './orders.ts';
import { type Paging, pageOf } from './pages.ts';
import { type AsOf, inView, type Seen, type View } from './view.ts';
import { type Claim, saidAt, type World } from './world.ts';

interface TimelineArguments extends Paging {
  readonly about: readonly string[];
  readonly clock: 'EVENT' | 'SAID' | 'RECORDED';
  readonly from?: string | null;
  readonly until?: string | null;
  readonly asOf?: AsOf | null;
}

interface Item {
  readonly name: string;
  readonly when: string | null;
  readonly bounds: Bounds | null;
  readonly subject: unknown;
  readonly claims: readonly Claim[];
}

/** One revision, as the records that came in with it show it. */
interface Change {
  readonly id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly by: string;
  readonly operation: 'RECORD';
  readonly subject: string;
}

/** The rows of each clock, found by looking through everything. */
export function timeline(from: View, args: TimelineArguments) {
  return pageOf(inView(from, args.asOf), args, (view) => {
    const claims = byId(view.claims.filter((claim) => touchedBy(claim).some((id) => args.about.includes(id))));
    const kept = itemsOf(view, claims, args.clock).filter(({ bounds }) => couldLie(args, bounds));
    const key = ({ when, bounds }: Item) => (!bounds || (!when && bounds.earliest === -NEVER) ? null : bounds.earliest);
    const inOrder = sorted(kept, 'ASC', key, ({ name }) => name);
    return inOrder.map((item) => ({ name: item.name, node: served(item, view) }));
  });
}

function itemsOf(view: View, claims: readonly Claim[], clock: TimelineArguments['clock']): Item[] {
  if (clock === 'EVENT') return eventItems(view, claims);
  return clock === 'SAID' ? saidItems(view, claims) : recordedItems(view, claims);
}

function eventItems(view: View, claims: readonly Claim[]): Item[] {
  const items = new Map<string, Item>();
  for (const claim of claims) {
    const event = claim.when === undefined ? null : entityIn(view, claim.subject);
    const isOfEvent = event?.type === 'Event';
    const name = isOfEvent ? `${event.record.id} ${claim.when}` : `${claim.id} ${claim.when ?? ''}`;
    items.set(name, {
      name,
      when: claim.when ?? null,
      bounds: claim.when === undefined ? null : boundsOf(claim.when),
      subject: isOfEvent ? event : claimIn(view, claim.id),
      claims: [...(items.get(name)?.claims ?? []), claim],
    });
  }
  return [...items.values()];
}

function saidItems(view: View, claims: readonly Claim[]): Item[] {
  return claims.flatMap((claim) =>
    view.attributions
      .filter((one) => one.claim === claim.id)
      .map((attribution) => {
        const when = saidAt(view, attribution);
        const bounds = view.said.get(attribution.id) as Bounds;
        const isKnown = when !== null || bounds.earliest > -NEVER || bounds.latest < NEVER;
        return {
          name: attribution.id,
          when,
          bounds: isKnown ? bounds : null,
          subject: attributionIn(view, attribution.id),
          claims: [claim],
        };
      }),
  );
}

function recordedItems(view: View, claims: readonly Claim[]): Item[] {
  return changesIn(view).flatMap((change) => {
    const at = change.at.getTime();
    const concerned = claims.filter(
      ({ id, recorded }) =>
        recorded === at || view.attributions.some((said) => said.claim === id && said.recorded === at),
    );
    if (concerned.length === 0) return [];
    const when = `${change.at.toISOString().slice(0, 19)}Z`;
    const subject = see('Revision', change, view);
    return [{ name: change.id, when, bounds: { earliest: at, latest: at }, subject, claims: concerned }];
  });
}

/** The revisions of a world: every moment at which something came in is one. */
function changesIn(view: View): Change[] {
  const world: World = view.from({ ...view.scope, said: null });
  const { entities, documents, claims, attributions, suggested, mentions, relations, derivations } = world;
  const named = [...documents, ...claims, ...entities, ...attributions, ...suggested, ...mentions];
  const all = [
    ...named,
    ...relations.map((relation) => ({ ...relation, id: relation.from })),
    ...derivations.map((derivation) => ({ ...derivation, id: derivation.document })),
  ];
  const moments = [...new Set(all.map(({ recorded }) => recorded))].sort((one, other) => one - other);
  return moments.map((at, index) => {
    const first = all.find(({ recorded }) => recorded === at) as (typeof all)[number];
    const { id: subject, by } = first;
    return { id: `revision:${index + 1}`, sequence: index + 1, at: new Date(at), by, operation: 'RECORD', subject };
  });
}

function couldLie({ from, until }: TimelineArguments, bounds: Bounds | null): boolean {
  if (!from && !until) return true;
  if (!bounds) return false;
  return (!until || bounds.earliest <= boundsOf(until).latest) && (!from || bounds.latest >= boundsOf(from).earliest);
}

function served({ when, bounds, subject, claims }: Item, view: View) {
  return {
    when,
    earliest: moment(bounds?.earliest),
    latest: moment(bounds?.latest),
    subject,
    claims: claims.map((claim) => see('Claim', claim, view)),
    flags: claims.flatMap((claim) => flagsOf(view, claim)),
  };
}

function moment(at: number | undefined): Date | null {
  return at === undefined || Math.abs(at) === NEVER ? null : new Date(at);
}

/** What a revision was about can be seen at any said time, as it was then. */
export const Revision = {
  subject: ({ record, view }: Seen<Change>) => {
    const then = view.from({ ...view.scope, recorded: record.at.getTime() });
    const seen = nodeIn(then.from({ ...then.scope, said: null }), record.subject);
    return seen && { ...seen, view: then };
  },
};

/** The revisions in which a record, or something that ties it to others, came in. */
export function history(present: View, { id, ...paging }: Paging & { readonly id: string }) {
  return pageOf(present, paging, (view) => {
    const { entities, documents, claims, attributions, suggested, mentions, relations, derivations } = view;
    const records = [...entities, ...documents, ...claims, ...attributions, ...suggested, ...mentions];
    const named = records.filter((one) => one.id === id);
    const ties = [
      ...relations.filter(({ from, to, basis }) => basis !== 'RULE' && (from === id || to === id)),
      ...derivations.filter(({ document, from, basis }) => basis !== 'RULE' && (document === id || from === id)),
    ];
    const moments = new Set([...named, ...ties].map(({ recorded }) => recorded));
    const own = changesIn(view).filter((change) => {
      const isNamed = change.id === id || change.subject === id;
      return isNamed || moments.has(change.at.getTime());
    });
    return own.map((change) => ({ name: change.id, node: see('Revision', change, view) }));
  });
}
