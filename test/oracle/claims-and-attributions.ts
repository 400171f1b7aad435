import type { ClaimRelationKind } from '../../src/contract.ts';
import { touchedBy } from './filters.ts';
import { attributionIn, claimIn, claimOf, documentIn, entitiesIn, entityIn, see } from './find.ts';
import { flagsOf } from './flags.ts';
import { attributionsWhere, type ListArguments, type MentionArguments, mentionsWhere, type Part } from './lists.ts';
import { inLanguage } from './names.ts';
import { byId, compare, isNoEarlier, moment, sorted } from './orders.ts';
import { attributionFields, claimFields } from './trace/resolvers.ts';
import { type Change, changesOf } from './value-changes.ts';
import { type AsOf, inView, type Seen, type View } from './view.ts';
import type * as Recorded from './world.ts';
import { saidAt } from './world.ts';

type Cited = Recorded.Attribution['cites'][number];

export const Claim = {
  ...claimFields,
  text: ({ record }: Seen<Recorded.Claim>, args: { language?: string | null }) =>
    inLanguage(record.texts, args.language),
  subject: ({ record, view }: Seen<Recorded.Claim>) => entityIn(view, record.subject),
  object: ({ record, view }: Seen<Recorded.Claim>) => entityIn(view, record.object),
  about: ({ record, view }: Seen<Recorded.Claim>) => entitiesIn(view, touchedBy(record)),
  participants: ({ record, view }: Seen<Recorded.Claim>) =>
    record.participants.map((participant): Seen<Part> => see('Participant', { ...participant, claim: record }, view)),
  partOf: ({ record, view }: Seen<Recorded.Claim>) => claimIn(view, record.partOf),
  parts: ({ record, view }: Seen<Recorded.Claim>) =>
    byId(view.claims.filter(({ partOf }) => partOf === record.id)).map((part) => see('Claim', part, view)),
  relations: (
    { record, view: from }: Seen<Recorded.Claim>,
    args: { kind?: ClaimRelationKind[] | null; asOf?: AsOf | null },
  ) => {
    const view = inView(from, args.asOf);
    const isSeen = (wanted: string) => view.claims.some(({ id }) => id === wanted);
    const relations = view.relations.filter(
      (relation) =>
        (!args.kind || args.kind.includes(relation.kind)) &&
        ((relation.from === record.id && isSeen(relation.to)) || (relation.to === record.id && isSeen(relation.from))),
    );
    const name = ({ kind, from: start, to }: Recorded.Relation) => `${kind} ${start} ${to}`;
    return sorted(relations, 'ASC', ({ recorded }) => recorded, name).map((one) => see('ClaimRelation', one, view));
  },
  attributions: ({ record, view }: Seen<Recorded.Claim>, args: ListArguments) =>
    attributionsWhere(view, args, ({ claim }) => claim === record.id),
  flags: ({ record, view }: Seen<Recorded.Claim>) => flagsOf(view, record),
};

/** The two ends of a relation were both found when it was; the one that was asked need not be in the view. */
function end(view: View, id: string) {
  return claimIn(view, id) ?? claimIn(view.from({ ...view.scope, said: null }), id);
}

export const ClaimRelation = {
  from: ({ record, view }: Seen<Recorded.Relation>) => seeFrom(view, end(view, record.from)),
  to: ({ record, view }: Seen<Recorded.Relation>) => seeFrom(view, end(view, record.to)),
  at: ({ record }: Seen<Recorded.Relation>) => new Date(record.recorded),
};

function seeFrom<T>(view: View, seen: Seen<T> | null): Seen<T> | null {
  return seen && { ...seen, view };
}

export const Participant = {
  entity: ({ record, view }: Seen<Part>) => entityIn(view, record.entity),
  claim: ({ record, view }: Seen<Part>) => see('Claim', record.claim, view),
};

export const Attribution = {
  ...attributionFields,
  claim: ({ record, view }: Seen<Recorded.Attribution>) => see('Claim', claimOf(view, record), view),
  actor: ({ record, view }: Seen<Recorded.Attribution>) => entityIn(view, record.actor),
  document: ({ record, view }: Seen<Recorded.Attribution>) => documentIn(view, record.document),
  saidAt: ({ record, view }: Seen<Recorded.Attribution>) => saidAt(view, record),
  cites: ({ record, view }: Seen<Recorded.Attribution>) => {
    const cited = record.cites.map(({ attribution }) => attribution);
    return byId(view.attributions.filter(({ id }) => cited.includes(id))).map((one) => see('Attribution', one, view));
  },
  citations: ({ record, view }: Seen<Recorded.Attribution>) => {
    const seen = record.cites.filter(({ attribution }) => view.attributions.some(({ id }) => id === attribution));
    return [...seen]
      .sort((one, other) => compare(one.attribution, other.attribution))
      .map((citation) => see('Citation', citation, view));
  },
  citedBy: ({ record, view }: Seen<Recorded.Attribution>, args: ListArguments) =>
    attributionsWhere(view, args, ({ cites }) => cites.some(({ attribution }) => attribution === record.id)),
  changes: ({ record, view }: Seen<Recorded.Attribution>) =>
    changesOf(view, record).map((change) => see('ValueChange', change, view)),
  recordedAt: ({ record }: Seen<Recorded.Attribution>) => new Date(record.recorded),
  supersededAt: () => null,
  retractedBy: ({ record, view }: Seen<Recorded.Attribution>) => {
    if (record.stance === 'RETRACTS') return null;
    const retractions = view.attributions.filter(
      (one) =>
        one.stance === 'RETRACTS' &&
        one.actor === record.actor &&
        one.claim === record.claim &&
        isNoEarlier(saidAt(view, one), saidAt(view, record)),
    );
    const first = sorted(
      retractions,
      'ASC',
      (one) => moment(saidAt(view, one)),
      ({ id }) => id,
    )[0];
    return first ? see('Attribution', first, view) : null;
  },
};

export const Citation = {
  attribution: ({ record, view }: Seen<Cited>) => attributionIn(view, record.attribution),
};

export const ValueChange = {
  cited: ({ record, view }: Seen<Change>) => see('Attribution', record.cited, view),
};

export const Document = {
  publisher: ({ record, view }: Seen<Recorded.Document>) => entityIn(view, record.publisher),
  authors: ({ record, view }: Seen<Recorded.Document>) => entitiesIn(view, record.authors),
  attributions: ({ record, view }: Seen<Recorded.Document>, args: ListArguments) =>
    attributionsWhere(view, args, ({ document }) => document === record.id),
  derivedFrom: ({ record, view }: Seen<Recorded.Document>) =>
    derivationsIn(
      view,
      ({ document }) => document === record.id,
      ({ from }) => from,
    ),
  derivatives: ({ record, view }: Seen<Recorded.Document>) =>
    derivationsIn(
      view,
      ({ from }) => from === record.id,
      ({ document }) => document,
    ),
  mentions: ({ record, view }: Seen<Recorded.Document>, args: MentionArguments) =>
    mentionsWhere(view, args, ({ document }) => document === record.id),
  flags: ({ record, view }: Seen<Recorded.Document>) => flagsOf(view, record),
};

/** A derivation as one of its documents shows it, with the other one. */
type ShownDerivation = Recorded.Derivation & { readonly other: string };

function derivationsIn(
  view: View,
  isOwn: (one: Recorded.Derivation) => boolean,
  otherOf: (one: Recorded.Derivation) => string,
) {
  return view.derivations
    .filter(isOwn)
    .map((one): ShownDerivation => ({ ...one, other: otherOf(one) }))
    .filter(({ other }) => view.documents.some(({ id }) => id === other))
    .sort((one, other) => compare(one.other, other.other) || compare(one.kind, other.kind))
    .map((derivation) => see('Derivation', derivation, view));
}

export const Derivation = {
  document: ({ record, view }: Seen<ShownDerivation>) => documentIn(view, record.other),
};

export const Mention = {
  document: ({ record, view }: Seen<Recorded.Mention>) => documentIn(view, record.document),
  entity: ({ record, view }: Seen<Recorded.Mention>) => entityIn(view, record.entity),
  candidates: ({ record, view }: Seen<Recorded.Mention>) => entitiesIn(view, record.candidates),
};
