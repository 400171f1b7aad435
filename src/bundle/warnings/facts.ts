import type { Bundle } from '../bundle.ts';
import { shownName } from '../record-names.ts';

/** What the warnings need to know of an actor. */
export interface ActorFacts {
  readonly type: Bundle['actors'][number]['type'];
  /** What sort of organization it is; null for all others. */
  readonly kind: string | null;
  /** Its name and its description. */
  readonly words: readonly string[];
  /** The id of its owner; null if it has none. */
  readonly owner: string | null;
  readonly shieldedBy: string | null;
}

export interface DocumentFacts {
  readonly publisher: string | null;
  readonly authors: readonly string[];
}

/** What is known of records, from a bundle and from around it. Suggestions take no part. */
export interface Facts {
  readonly actors: Map<string, ActorFacts>;
  readonly documents: Map<string, DocumentFacts>;
  /** The claims of attributions. */
  readonly claimOf: Map<string, string>;
  /** The documents that a document is taken from, by kinds that lead from one to the other. */
  readonly originals: Map<string, Set<string>>;
  /** The documents that share a text with others. */
  readonly sharing: Set<string>;
  /** The claims that somebody denies. */
  readonly denied: Set<string>;
  /** The claims that a claim is directly the same as. */
  readonly sameAs: Map<string, Set<string>>;
}

export function noFacts(): Facts {
  return {
    actors: new Map(),
    documents: new Map(),
    claimOf: new Map(),
    originals: new Map(),
    sharing: new Set(),
    denied: new Set(),
    sameAs: new Map(),
  };
}

/** Whether something with this basis counts, other than what a rule or a model suggests. */
export function isCounted({ basis }: { readonly basis: string }): boolean {
  return basis === 'STATED' || basis === 'ANALYST';
}

/** The facts that a bundle states. */
export function factsOf(bundle: Bundle): Facts {
  const facts = noFacts();
  for (const actor of bundle.actors) facts.actors.set(actor.id, factsOfActor(actor));
  for (const { id, publisher, authors } of bundle.documents) {
    facts.documents.set(id, { publisher: publisher ?? null, authors });
  }
  for (const attribution of bundle.attributions) {
    facts.claimOf.set(attribution.id, attribution.claim);
    if (attribution.stance === 'DENIES' && isCounted(attribution)) facts.denied.add(attribution.claim);
  }
  for (const relation of bundle.relations) {
    if (relation.kind === 'SAME_AS' && isCounted(relation)) addSame(facts, relation.from, relation.to);
  }
  for (const derivation of bundle.derivations) {
    if (isCounted(derivation)) addDerivation(facts, derivation);
  }
  return facts;
}

export function addSame({ sameAs }: Facts, one: string, other: string): void {
  addTo(sameAs, one, [other]);
  addTo(sameAs, other, [one]);
}

/** Adds a derivation. An update does not take its words from the older version, and a shared text leads nowhere. */
export function addDerivation(
  { originals, sharing }: Facts,
  { document, from, kind }: { readonly document: string; readonly from: string; readonly kind: string },
): void {
  if (kind === 'SAME_TEXT') for (const id of [document, from]) sharing.add(id);
  else if (kind !== 'UPDATE') addTo(originals, document, [from]);
}

/** Adds facts to others; of two accounts of a record, the first is kept. */
export function addFacts(into: Facts, added: Facts): void {
  for (const name of ['actors', 'documents', 'claimOf'] as const) {
    const known = into[name] as Map<string, unknown>;
    for (const [id, fact] of added[name]) if (!known.has(id)) known.set(id, fact);
  }
  for (const name of ['originals', 'sameAs'] as const) for (const [id, ids] of added[name]) addTo(into[name], id, ids);
  for (const name of ['sharing', 'denied'] as const) for (const id of added[name]) into[name].add(id);
}

function addTo(sets: Map<string, Set<string>>, id: string, added: Iterable<string>): void {
  const set = sets.get(id) ?? new Set();
  for (const one of added) set.add(one);
  sets.set(id, set);
}

function factsOfActor(actor: Bundle['actors'][number]): ActorFacts {
  const owner = actor.type === 'ORGANIZATION' ? (actor.publisherFamily ?? actor.id) : actor.id;
  const description = actor.type === 'UNNAMED_SOURCE' ? actor.description : undefined;
  return {
    type: actor.type,
    kind: actor.type === 'ORGANIZATION' ? actor.kind : null,
    words: description === undefined ? [shownName(actor)] : [shownName(actor), description],
    owner: owner === actor.id ? null : owner,
    shieldedBy: (actor.type === 'UNNAMED_SOURCE' && actor.shieldedBy) || null,
  };
}

/** The organization at the top of an organization's owners, as far as these are known. */
export function familyOf({ actors }: Facts, organization: string): string {
  const seen = new Set<string>();
  let top = organization;
  for (let owner = actors.get(top)?.owner; owner && !seen.has(owner); owner = actors.get(top)?.owner) {
    seen.add(owner);
    top = owner;
  }
  return top;
}

/** Whether two organizations are known to be of different owners. */
export function areApart(facts: Facts, one: string, other: string): boolean {
  const [first, second] = [familyOf(facts, one), familyOf(facts, other)];
  return first !== second && facts.actors.has(first) && facts.actors.has(second);
}
