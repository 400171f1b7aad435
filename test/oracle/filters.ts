import type {
  ActorFilter,
  AttributionFilter,
  Basis,
  ClaimFilter,
  DocumentFilter,
  EdtfRange,
  EventFilter,
  InputMaybe,
} from '../../src/contract.ts';
import { fold } from '../../src/text/fold.ts';
import type { Bounds } from '../../src/time/edtf.ts';
import { boundsOf } from './dates.ts';
import { claimOf } from './find.ts';
import { flagsOf } from './flags.ts';
import type { View } from './view.ts';
import type { Attribution, Claim, Document, Entity } from './world.ts';

/** A condition that is left out or null sets no limit. */
function unset<T>(wanted: InputMaybe<T> | undefined): wanted is null | undefined {
  return wanted === null || wanted === undefined;
}

/** The value is one of those wanted. */
export function isAmong<T>(wanted: InputMaybe<readonly T[]> | undefined, value: T | null | undefined): boolean {
  return unset(wanted) || wanted.some((one) => one === value);
}

/** At least one of the values is wanted. */
function meets<T>(wanted: InputMaybe<readonly T[]> | undefined, values: readonly T[]): boolean {
  return unset(wanted) || wanted.some((one) => values.includes(one));
}

function holdsAll<T>(wanted: InputMaybe<readonly T[]> | undefined, values: readonly T[]): boolean {
  return unset(wanted) || (wanted.length > 0 && wanted.every((one) => values.includes(one)));
}

function is<T>(wanted: InputMaybe<T> | undefined, value: T | undefined): boolean {
  return unset(wanted) || wanted === value;
}

/** Each word of a text begins a word of one of the others. */
export function speaksOf(wanted: InputMaybe<string> | undefined, ...texts: readonly string[]): boolean {
  if (unset(wanted)) return true;
  const sought = wordsOf(wanted);
  const given = texts.flatMap(wordsOf);
  return sought.length > 0 && sought.every((word) => given.some((other) => other.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}

/** The bounds have a moment in common with the range. */
function couldLie(range: InputMaybe<EdtfRange> | undefined, bounds: Bounds | null): boolean {
  if (!range) return true;
  if (!bounds) return false;
  const startsInTime = unset(range.until) || bounds.earliest <= boundsOf(range.until).latest;
  const endsInTime = unset(range.from) || bounds.latest >= boundsOf(range.from).earliest;
  return startsInTime && endsInTime;
}

function dated(date: string | undefined): Bounds | null {
  return date === undefined ? null : boundsOf(date);
}

/** All that a claim touches, each once. */
export function touchedBy({ subject, object, participants, about }: Claim): string[] {
  const ids = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function publisherOf(view: View, { document }: Attribution): string | undefined {
  return view.documents.find(({ id }) => id === document)?.publisher;
}

export function keepsClaim(view: View, claim: Claim, filter: ClaimFilter): boolean {
  const touched = touchedBy(claim);
  return (
    isAmong(filter.ids, claim.id) &&
    meets(filter.about, touched) &&
    holdsAll(filter.aboutAll, touched) &&
    isAmong(filter.predicate, claim.predicate) &&
    (unset(filter.flag) ||
      meets(
        filter.flag,
        flagsOf(view, claim).map(({ kind }) => kind),
      )) &&
    couldLie(filter.when, dated(claim.when)) &&
    speaksOf(filter.text, ...claim.texts.map(({ text }) => text)) &&
    (unset(filter.partOf) || isPart(view, claim, filter.partOf)) &&
    (!asksForAttribution(filter) ||
      attributionsOn(view, filter.basis).some((one) => one.claim === claim.id && saysSo(view, one, filter)))
  );
}

function isPart(view: View, { partOf }: Claim, whole: string): boolean {
  return partOf === whole && view.claims.some(({ id }) => id === whole);
}

function asksForAttribution({ by, outlet, stance, onRecord, said, basis }: ClaimFilter): boolean {
  return [by, outlet, stance, onRecord, said, basis].some((one) => !unset<unknown>(one));
}

/** Attributions on these bases; without any, all but suggestions. */
export function attributionsOn(view: View, bases: InputMaybe<readonly Basis[]> | undefined): readonly Attribution[] {
  if (unset(bases)) return view.attributions;
  return [...view.attributions, ...view.suggested].filter(({ basis }) => bases.includes(basis));
}

/** The conditions of a claim's filter that a single attribution has to fit. */
function saysSo(view: View, attribution: Attribution, filter: ClaimFilter): boolean {
  return (
    isAmong(filter.by, attribution.actor) &&
    isAmong(filter.outlet, publisherOf(view, attribution)) &&
    isAmong(filter.stance, attribution.stance) &&
    is(filter.onRecord, attribution.onRecord) &&
    couldLie(filter.said, view.said.get(attribution.id) ?? null)
  );
}

export function keepsAttribution(view: View, attribution: Attribution, filter: AttributionFilter): boolean {
  const claim = claimOf(view, attribution);
  const touched = claim ? touchedBy(claim) : [];
  const document = view.documents.find(({ id }) => id === attribution.document);
  const unnamed = view.entities.find(({ id }) => id === attribution.actor)?.type === 'UnnamedSource';
  const texts = claim?.texts.map(({ text }) => text) ?? [];
  return (
    meets(filter.about, touched) &&
    holdsAll(filter.aboutAll, touched) &&
    isAmong(filter.by, attribution.actor) &&
    isAmong(filter.outlet, document?.publisher) &&
    isAmong(filter.document, document?.id) &&
    isAmong(filter.stance, attribution.stance) &&
    isAmong(filter.certainty, attribution.certainty) &&
    isAmong(filter.mode, attribution.mode) &&
    is(filter.onRecord, attribution.onRecord) &&
    is(filter.named, !unnamed) &&
    couldLie(filter.said, view.said.get(attribution.id) ?? null) &&
    (speaksOf(filter.text, attribution.quote ?? '') || speaksOf(filter.text, ...texts))
  );
}

export function keepsDocument(document: Document, filter: DocumentFilter): boolean {
  return (
    isAmong(filter.ids, document.id) &&
    isAmong(filter.kind, document.kind) &&
    isAmong(filter.publisher, document.publisher) &&
    meets(filter.author, document.authors) &&
    couldLie(filter.published, dated(document.publishedAt)) &&
    isAmong(filter.language, document.language) &&
    is(filter.read, document.read) &&
    speaksOf(filter.text, document.title ?? '') &&
    is(filter.url, document.url)
  );
}

const ACTOR_TYPES: readonly string[] = ['Person', 'Organization', 'Group', 'UnnamedSource'];

export function isActor({ type }: Entity): boolean {
  return ACTOR_TYPES.includes(type);
}

export function keepsActor(entity: Entity, filter: ActorFilter): boolean {
  const organization = entity.actor?.type === 'ORGANIZATION' ? entity.actor : null;
  return (
    isAmong(filter.ids, entity.id) &&
    isAmong(filter.type, entity.actor?.type) &&
    isAmong(filter.kind, organization?.kind) &&
    isAmong(
      filter.country?.map((code) => code.toUpperCase()),
      entity.country,
    ) &&
    speaksOf(filter.text, ...entity.names.map(({ text }) => text))
  );
}

export function keepsEvent(view: View, event: Entity, filter: EventFilter): boolean {
  const claims = view.claims.filter(({ subject }) => subject === event.id);
  const parts = claims.flatMap(({ participants }) => participants.map(({ entity }) => entity));
  const objects = claims.flatMap(({ object }) => (object === undefined ? [] : [object]));
  const isPlace = (wanted: string) => view.entities.some(({ id, type }) => id === wanted && type === 'Place');
  return (
    isAmong(filter.ids, event.id) &&
    isAmong(filter.kind, event.kind) &&
    meets(filter.participant, parts) &&
    meets(filter.place, [...parts, ...objects].filter(isPlace)) &&
    (!filter.when || claims.some(({ when }) => couldLie(filter.when, dated(when)))) &&
    speaksOf(filter.text, ...event.names.map(({ text }) => text))
  );
}
