import type { ActorFilter, AttributionFilter, ClaimFilter, DocumentFilter, EventFilter } from '../../src/contract.ts';
import {
  attributionsOn,
  isActor,
  isAmong,
  keepsActor,
  keepsAttribution,
  keepsClaim,
  keepsDocument,
  keepsEvent,
  speaksOf,
  touchedBy,
} from './filters.ts';
import { see, seeEntity } from './find.ts';
import { attributionKey, byId, claimKey, documentKey, entityKey, moment, type Order, sorted } from './orders.ts';
import { type Paging, pageOf, type Row } from './pages.ts';
import {
  keepsTracedAttribution,
  keepsTracedClaim,
  type TracedAttributionFilter,
  type TracedClaimFilter,
} from './trace/filters.ts';
import { type AsOf, inView, type View } from './view.ts';
import type { Attribution, Claim, Document, Entity, Mention } from './world.ts';

/** The arguments that a list may have. */
export interface ListArguments extends Paging {
  readonly filter?: object | null;
  readonly orderBy?: Order | null;
  readonly asOf?: AsOf | null;
}

const NO_FILTER = {};

function rowsOf<T extends { readonly id: string }>(type: string, records: readonly T[], view: View): Row[] {
  return records.map((record) => ({ name: record.id, node: see(type, record, view) }));
}

export function claimsWhere(from: View, args: ListArguments, belongs: (claim: Claim) => boolean) {
  const { by, direction } = args.orderBy ?? { by: 'LAST_SAID', direction: 'DESC' };
  const filter = (args.filter ?? NO_FILTER) as ClaimFilter & TracedClaimFilter;
  return pageOf(inView(from, args.asOf), args, (view) => {
    const { claims } = filter.basis ? view.from({ ...view.scope, said: null }) : view;
    const kept = claims.filter(
      (claim) => belongs(claim) && keepsClaim(view, claim, filter) && keepsTracedClaim(view, claim, filter),
    );
    const key = (claim: Claim) => claimKey(view, claim, by);
    return rowsOf(
      'Claim',
      sorted(kept, direction, key, ({ id }) => id),
      view,
    );
  });
}

export function attributionsWhere(
  from: View,
  args: ListArguments,
  belongs: (attribution: Attribution, view: View) => boolean,
) {
  const { by, direction } = args.orderBy ?? { by: 'SAID_AT', direction: 'DESC' };
  const filter = (args.filter ?? NO_FILTER) as AttributionFilter & TracedAttributionFilter;
  return pageOf(inView(from, args.asOf), args, (view) => {
    const kept = attributionsOn(view, filter.basis).filter(
      (one) => belongs(one, view) && keepsAttribution(view, one, filter) && keepsTracedAttribution(view, one, filter),
    );
    const key = (one: Attribution) => attributionKey(view, one, by);
    return rowsOf(
      'Attribution',
      sorted(kept, direction, key, ({ id }) => id),
      view,
    );
  });
}

export function documentsWhere(from: View, args: ListArguments, belongs: (document: Document) => boolean) {
  const { by, direction } = args.orderBy ?? { by: 'PUBLISHED_AT', direction: 'DESC' };
  return pageOf(inView(from, args.asOf), args, (view) => {
    const kept = view.documents.filter(
      (document) => belongs(document) && keepsDocument(document, (args.filter ?? NO_FILTER) as DocumentFilter),
    );
    const key = (document: Document) => documentKey(view, document, by);
    return rowsOf(
      'Document',
      sorted(kept, direction, key, ({ id }) => id),
      view,
    );
  });
}

function entitiesWhere(from: View, args: ListArguments, usual: Order, keeps: (entity: Entity, view: View) => boolean) {
  const { by, direction } = args.orderBy ?? usual;
  return pageOf(inView(from, args.asOf), args, (view) => {
    const kept = view.entities.filter((entity) => keeps(entity, view));
    const inOrder = sorted(
      kept,
      direction,
      (entity) => entityKey(view, entity, by),
      ({ id }) => id,
    );
    return inOrder.map((entity) => ({ name: entity.id, node: seeEntity(entity, view) }));
  });
}

export function actors(from: View, args: ListArguments) {
  const filter = (args.filter ?? NO_FILTER) as ActorFilter;
  return entitiesWhere(
    from,
    args,
    { by: 'NAME', direction: 'ASC' },
    (entity) => isActor(entity) && keepsActor(entity, filter),
  );
}

export function events(from: View, args: ListArguments) {
  const filter = (args.filter ?? NO_FILTER) as EventFilter;
  return entitiesWhere(
    from,
    args,
    { by: 'WHEN', direction: 'ASC' },
    (entity, view) => entity.type === 'Event' && keepsEvent(view, entity, filter),
  );
}

export function places(from: View, args: ListArguments & { readonly text?: string | null }) {
  return entitiesWhere(
    from,
    args,
    { by: 'NAME', direction: 'ASC' },
    ({ type, names }) => type === 'Place' && speaksOf(args.text, ...names.map(({ text }) => text)),
  );
}

export interface MentionArguments extends Paging {
  readonly unresolved?: boolean | null;
  readonly about?: readonly string[] | null;
}

export function mentionsWhere(from: View, args: MentionArguments, belongs: (mention: Mention) => boolean) {
  const { unresolved, about } = args;
  return pageOf(from, args, (view) => {
    const kept = view.mentions.filter((mention) => {
      const meant = mention.entity === undefined ? mention.candidates : [mention.entity, ...mention.candidates];
      return (
        belongs(mention) &&
        (typeof unresolved !== 'boolean' || unresolved === (mention.entity === undefined)) &&
        (!about || meant.some((id) => isAmong(about, id)))
      );
    });
    return rowsOf('Mention', byId(kept), view);
  });
}

/** A claim seen as a tie from one of its two ends. */
export interface Tie {
  readonly claim: Claim;
  readonly direction: 'IN' | 'OUT';
  readonly other: string;
}

export interface TieArguments extends ListArguments {
  readonly predicate?: readonly string[] | null;
  readonly with?: readonly string[] | null;
}

export function relationshipsOf(from: View, id: string, args: TieArguments) {
  return pageOf(inView(from, args.asOf), args, (view) => {
    const ties = view.claims.flatMap((claim): Tie[] => {
      const { subject, object, predicate } = claim;
      if (subject === undefined || object === undefined || predicate === undefined) return [];
      const seen: Tie[] = [];
      if (subject === id) seen.push({ claim, direction: 'OUT', other: object });
      if (object === id) seen.push({ claim, direction: 'IN', other: subject });
      return seen.filter(({ other }) => isAmong(args.predicate, predicate) && isAmong(args.with, other));
    });
    const name = ({ claim, direction }: Tie) => `${claim.id} ${direction}`;
    const inOrder = sorted(ties, 'DESC', ({ claim }) => moment(claim.when), name);
    return inOrder.map((tie) => ({ name: name(tie), node: see('Relationship', tie, view) }));
  });
}

/** A part that somebody or something has in a claim. */
export interface Part {
  readonly claim: Claim;
  readonly entity: string;
  readonly role: string;
}

export interface PartArguments extends ListArguments {
  readonly role?: readonly string[] | null;
}

export function participantsOf(from: View, event: string, args: PartArguments) {
  return pageOf(inView(from, args.asOf), args, (view) => {
    const isPlace = (wanted: string) => view.entities.some(({ id, type }) => id === wanted && type === 'Place');
    const parts = view.claims
      .filter(({ subject }) => subject === event)
      .flatMap((claim): Part[] => claim.participants.map((participant) => ({ ...participant, claim })))
      .filter(({ role, entity }) => isAmong(args.role, role) && !isPlace(entity));
    const name = ({ claim, role, entity }: Part) => `${claim.id} ${role} ${entity}`;
    const inOrder = sorted(parts, 'DESC', ({ claim }) => moment(claim.when), name);
    return inOrder.map((part) => ({ name: name(part), node: see('Participant', part, view) }));
  });
}

export function claimsAbout(from: View, id: string, args: ListArguments) {
  return claimsWhere(from, args, (claim) => touchedBy(claim).includes(id));
}
