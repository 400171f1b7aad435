import type { Bundle } from '../../../src/bundle/bundle.ts';
import type { Draws } from './generate.ts';
import { HOPS, HUB, outletId, personId, sourceId } from './size.ts';

const START = Date.UTC(2024, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The two years of all attributions. */
const DAYS = 730;

/** The most attributions that a document holds. */
const IN_DOCUMENT = 8;

/** Out of a hundred attributions after the first of a claim. The rest is by somebody new. */
const OF_HUNDRED = { relays: 78, copies: 6, denials: 5, confirmations: 4 };

type Attribution = Bundle['attributions'][number];
type Document = Bundle['documents'][number];

/** An attribution with what later ones of the same claim have to know. */
interface DrawnAttribution {
  readonly record: Attribution;
  readonly outlet: string;
  readonly hops: number;
}

/** The attributions that a claim gets: how many, when between the first day (0) and the last (1), and whether through the hub. */
interface Plan {
  readonly count: number;
  readonly share: number;
  readonly passesHub: boolean;
}

/**
 * Some claims with all their attributions. The first one is by a person, an unnamed source or an outlet in its own
 * voice. Most of the others relay an earlier one, up to eight hops from the first, some relay two; other outlets copy
 * without credit, and people deny or confirm. Three claims of a hundred have a loop of two relays. A fifth of the
 * documents have no date, and half of the attributions of people have one of their own. If a claim passes the hub, the
 * hub speaks second, and half of all relays of the claim cite it.
 */
export class Part {
  readonly #draws: Draws;
  readonly #name: string;
  readonly #documents = new Map<string, Document>();
  readonly #held = new Map<string, number>();
  readonly #claims: Bundle['claims'] = [];
  readonly #attributions: Attribution[] = [];
  readonly #derivations: Bundle['derivations'] = [];

  constructor(draws: Draws, name: string) {
    this.#draws = draws;
    this.#name = name;
  }

  records(): Pick<Bundle, 'documents' | 'claims' | 'attributions' | 'derivations'> {
    return {
      documents: [...this.#documents.values()],
      claims: this.#claims,
      attributions: this.#attributions,
      derivations: this.#derivations,
    };
  }

  addClaim(id: string, { count, share, passesHub }: Plan): void {
    const { chance, person } = this.#draws;
    let at = START + Math.floor(share * DAYS) * DAY + chance.below(24) * HOUR;
    const [subject, ...about] = new Set([personId(person()), personId(person())]);
    this.#claims.push({
      id,
      texts: [{ text: `${id}: it is said that this and that took place there and then.`, language: 'en' }],
      predicate: 'met',
      subject,
      ...(passesHub && { object: HUB.id }),
      about,
      participants: [],
      ...(chance.hit(0.7) && { when: day(at) }),
      flags: [],
    });
    const ofClaim = [this.#firstAttribution(id, at)];
    for (let index = 1; index < count; index++) {
      at += chance.below(count > 1_000 ? HOUR / 10 : 6 * HOUR);
      ofClaim.push(this.#nextAttribution(id, at, ofClaim, passesHub));
    }
    if (chance.hit(0.03)) closeLoop(ofClaim);
  }

  #firstAttribution(claim: string, at: number): DrawnAttribution {
    const { chance, outlet, person } = this.#draws;
    const from = outlet();
    const actor = chance.of([personId(person()), sourceId(from), outletId(from)]);
    return this.#add({ claim, actor, stance: 'ASSERTS' }, outletId(from), at, []);
  }

  #nextAttribution(
    claim: string,
    at: number,
    before: readonly DrawnAttribution[],
    passesHub: boolean,
  ): DrawnAttribution {
    const { chance, outlet, person } = this.#draws;
    const hub = before[1];
    if (passesHub && !hub)
      return this.#add({ claim, actor: HUB.id, stance: 'REPORTS' }, HUB.id, at, before.slice(0, 1));
    const from = outletId(outlet());
    const drawn = chance.below(100) - OF_HUNDRED.relays;
    if (drawn < 0) {
      const cited = passesHub && hub && chance.hit(0.5) ? [hub] : this.#cited(before);
      return this.#add({ claim, actor: from, stance: 'REPORTS' }, from, at, cited);
    }
    if (drawn < OF_HUNDRED.copies) return this.#addCopy(claim, from, at, this.#cited(before)[0] as DrawnAttribution);
    const speaker = { claim, actor: personId(person()) };
    const rest = drawn - OF_HUNDRED.copies;
    if (rest < OF_HUNDRED.denials) return this.#add({ ...speaker, stance: 'DENIES' }, from, at, []);
    if (rest < OF_HUNDRED.denials + OF_HUNDRED.confirmations) {
      return this.#add({ ...speaker, stance: 'CONFIRMS' }, from, at, []);
    }
    return this.#firstAttribution(claim, at);
  }

  /** What a relay cites: half of the time one of the latest three attributions, and one of ten times two. */
  #cited(before: readonly DrawnAttribution[]): DrawnAttribution[] {
    const { chance } = this.#draws;
    const pick = () => {
      const latest = chance.hit(0.5) ? before.slice(-3).filter(({ hops }) => hops < HOPS) : [];
      if (latest.length > 0) return chance.of(latest);
      const any = chance.of(before);
      return any.hops < HOPS ? any : (before[0] as DrawnAttribution);
    };
    const picked = pick();
    const other = chance.hit(0.1) ? pick() : picked;
    return other === picked ? [picked] : [picked, other];
  }

  /** An attribution of an outlet in its own voice, in a copy without credit. */
  #addCopy(claim: string, outlet: string, at: number, copied: DrawnAttribution): DrawnAttribution {
    const document = `document:copy-${this.#name}-${this.#attributions.length}`;
    this.#documents.set(document, documentRecord(document, outlet, at, true));
    const from = copied.record.document as string;
    this.#derivations.push({ document, from, kind: 'COPY', credited: false, basis: 'ANALYST' });
    const copy = this.#add({ claim, actor: outlet, stance: 'ASSERTS' }, outlet, at, [], document);
    return { ...copy, hops: copied.hops + 1 };
  }

  #add(
    who: Pick<Attribution, 'claim' | 'actor' | 'stance'>,
    outlet: string,
    at: number,
    cited: readonly DrawnAttribution[],
    document = this.#document(outlet, at),
  ): DrawnAttribution {
    const isNamed = who.actor.startsWith('person:');
    const record: Attribution = {
      ...who,
      id: `attribution:${this.#name}-${this.#attributions.length}`,
      document,
      certainty: who.stance === 'REPORTS' ? 'UNCOMMITTED' : 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: isNamed,
      ...(isNamed && this.#draws.chance.hit(0.5) && { saidAt: day(at) }),
      cites: cited.map(({ record: { id } }) => citation(id, cited.length > 1)),
      covers: [],
      basis: 'STATED',
    };
    this.#attributions.push(record);
    return { record, outlet, hops: cited.length > 0 ? Math.max(...cited.map(({ hops }) => hops)) + 1 : 0 };
  }

  /** A document of the outlet on that day: one that still has room, else a new one. */
  #document(outlet: string, at: number): string {
    const key = `document:${outlet.slice('organization:'.length)}-${this.#name}-${Math.floor((at - START) / DAY)}`;
    const held = this.#held.get(key) ?? 0;
    this.#held.set(key, held + 1);
    const id = `${key}-${Math.floor(held / IN_DOCUMENT)}`;
    if (!this.#documents.has(id)) {
      this.#documents.set(id, documentRecord(id, outlet, at, this.#draws.chance.hit(0.8)));
    }
    return id;
  }
}

function documentRecord(id: string, publisher: string, at: number, isDated: boolean): Document {
  return {
    id,
    kind: 'ARTICLE',
    title: `News of ${day(at)}`,
    language: 'en',
    ...(isDated && { publishedAt: day(at) }),
    publisher,
    authors: [],
    read: true,
    flags: [],
  };
}

/** Makes the first relay that another one cites cite that one in turn. */
function closeLoop(attributions: readonly DrawnAttribution[]): void {
  for (const { record } of attributions) {
    const back = attributions.find(
      ({ record: { id, stance } }) => stance === 'REPORTS' && id === record.cites[0]?.attribution,
    );
    if (!back) continue;
    back.record.cites.push(citation(record.id, false));
    return;
  }
}

function citation(attribution: string, joint: boolean): Attribution['cites'][number] {
  return { attribution, credited: true, joint, basis: 'STATED' };
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
