import type { Bundle } from '../bundle.ts';
import { addFacts, type Facts, factsOf, familyOf, isCounted } from './facts.ts';
import { citesOwnClaim, isOwnVoice, isRelay } from './stances.ts';

/** The ids of records around a bundle of which the warnings need to know more. */
export interface Needs {
  readonly actors: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** Documents of which it has to be known what they derive from. */
  readonly derived: ReadonlySet<string>;
  readonly attributions: ReadonlySet<string>;
  /** Claims that may be denied, with the claims that may be the same as them. */
  readonly claims: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Says what is known around a bundle, of the records that are needed. */
export type FactSource = (needs: Needs) => Facts | Promise<Facts>;

/** How often more is asked for: owners of owners, originals of originals. */
const MOST_ROUNDS = 8;

/** The facts that the warnings of a bundle need: its own, and those of its surroundings, a few rounds far. */
export async function gatherFacts(bundle: Bundle, sources: readonly FactSource[]): Promise<Facts> {
  const facts = factsOf(bundle);
  const asked = Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>;
  const claims = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needs = neededFacts(bundle, facts);
    const open = {
      actors: without(needs.actors, asked.actors),
      documents: without(needs.documents, asked.documents),
      derived: without(needs.derived, asked.derived),
      attributions: without(needs.attributions, asked.attributions),
      claims: new Map([...needs.claims].filter(([id]) => !claims.has(id))),
    };
    if (Object.values(open).every(({ size }) => size === 0)) break;
    for (const source of sources) addFacts(facts, await source(stillOpen(open, facts)));
    for (const kind of KINDS) for (const id of open[kind]) asked[kind].add(id);
    for (const id of open.claims.keys()) claims.add(id);
  }
  return facts;
}

const KINDS = ['actors', 'documents', 'derived', 'attributions'] as const;

type Kind = (typeof KINDS)[number];

/** What an earlier source has not answered: documents may derive, and claims be denied, in several places. */
function stillOpen({ actors, documents, attributions, ...others }: Needs, facts: Facts): Needs {
  return {
    ...others,
    actors: new Set([...actors].filter((id) => !facts.actors.has(id))),
    documents: new Set([...documents].filter((id) => !facts.documents.has(id))),
    attributions: new Set([...attributions].filter((id) => !facts.claimOf.has(id))),
  };
}

function without(ids: ReadonlySet<string>, asked: ReadonlySet<string>): Set<string> {
  return new Set([...ids].filter((id) => !asked.has(id)));
}

function neededFacts(bundle: Bundle, facts: Facts): Needs {
  const actors = new Set<string>();
  const documents = new Set<string>();
  const derived = originalsOf(bundle, facts);
  const attributions = new Set<string>();
  const claims = new Map<string, Set<string>>();
  for (const attribution of bundle.attributions.filter(isCounted)) {
    if (isOwnVoice(attribution)) addVoice(attribution, facts, actors, documents);
    if (isRelay(attribution)) addRelay(attribution, facts, { derived, attributions, claims });
  }
  return { actors, documents, derived, attributions, claims };
}

type Attribution = Bundle['attributions'][number];

/** Who speaks, in which document, and the owners of these. */
function addVoice({ actor, document }: Attribution, facts: Facts, actors: Set<string>, documents: Set<string>): void {
  if (document === undefined) return;
  const add = (id: string | null | undefined) => {
    const top = id && familyOf(facts, id);
    if (top && !facts.actors.has(top)) actors.add(top);
  };
  add(actor);
  const speaker = facts.actors.get(actor);
  if (speaker && speaker.type !== 'ORGANIZATION' && speaker.type !== 'UNNAMED_SOURCE') return;
  add(speaker?.shieldedBy);
  if (facts.documents.has(document)) add(facts.documents.get(document)?.publisher);
  else documents.add(document);
}

interface RelayNeeds {
  readonly derived: Set<string>;
  readonly attributions: Set<string>;
  readonly claims: Map<string, Set<string>>;
}

/** What a relay cites, whether its claim is denied, and, where it cites nobody, what its document derives from. */
function addRelay(relay: Attribution, facts: Facts, { derived, attributions, claims }: RelayNeeds): void {
  const cited = relay.cites.filter(isCounted).map(({ attribution }) => attribution);
  const unknown = cited.filter((id) => !facts.claimOf.has(id));
  for (const id of unknown) attributions.add(id);
  if (cited.length === 0 && relay.document !== undefined) derived.add(relay.document);
  if (unknown.length > 0 || citesOwnClaim(relay, facts)) return;
  const others = claims.get(relay.claim) ?? new Set();
  for (const id of cited) others.add(facts.claimOf.get(id) as string);
  claims.set(relay.claim, others);
}

/** The documents that lie behind the derivations of a bundle, as far as they are known. */
function originalsOf({ derivations }: Bundle, { originals }: Facts): Set<string> {
  const found = new Set(derivations.filter(isCounted).map(({ from }) => from));
  for (const id of found) for (const original of originals.get(id) ?? []) found.add(original);
  return found;
}
