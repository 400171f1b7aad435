import type { Bundle } from '../../src/bundle/bundle.ts';
import { Chance, powerLaw } from './random.ts';

/** The size of the generated graph. Outlets and speakers are drawn by a power law with this exponent. */
export const SIZE = {
  seed: 20_251_121,
  attributions: 20_000,
  people: 1_500,
  sources: 300,
  institutions: 200,
  outlets: 200,
  exponent: 0.9,
  days: 730,
  hops: 4,
} as const;

export type Size = Readonly<Record<keyof typeof SIZE, number>>;

const START = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The most attributions that one claim has, that one document holds, and the days that they lie within. */
const OF_CLAIM = 40;
const IN_DOCUMENT = 8;
const WITHIN = 5 * DAY;

type Actor = Bundle['actors'][number];
type Attribution = Bundle['attributions'][number];
type Document = Bundle['documents'][number];

/** A drawn attribution with what later ones of the same claim need to know. */
interface Said {
  readonly id: string;
  readonly at: number;
  readonly hops: number;
}

/**
 * A made-up archive of two years. Somebody says something in a document of an outlet; outlets relay it, each citing an
 * earlier one, up to four hops deep; other speakers contradict some. A claim has 1 to 40
 * attributions (one or two as a rule), a document up to eight.
 */
export function generate(size: Size = SIZE): Bundle {
  const chance = new Chance(size.seed);
  const actors = actorsOf(size);
  const archive = new Archive(chance, size);
  while (archive.attributions.length < size.attributions) archive.addClaim();
  const { documents, claims, attributions } = archive;
  const rest = { places: [], things: [], events: [], relations: [], derivations: [], mentions: [] };
  return { actors, documents: [...documents.values()], claims, attributions, ...rest };
}

function actorsOf(size: Size): Actor[] {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const names = (text: string) => [
    { text, language: 'en', kind: 'PREFERRED' as const },
    { text: `${text} (es)`, language: 'es', kind: 'PREFERRED' as const },
  ];
  return [
    ...many(size.people, (i) => ({ id: person(i), type: 'PERSON' as const, names: names(`Person ${i}`) })),
    ...many(size.sources, (i) => ({
      id: `source:s${i}`,
      type: 'UNNAMED_SOURCE' as const,
      names: names(`Official ${i}`),
      access: 'OFFICIAL' as const,
    })),
    ...many(size.institutions, (i) => organization(`i${i}`, 'PUBLIC_BODY', names(`Ministry ${i}`))),
    ...many(size.outlets, (i) => organization(`o${i}`, 'OUTLET', names(`Daily ${i}`))),
  ];
}

function person(index: number): string {
  return `person:p${index}`;
}

function organization(name: string, kind: 'OUTLET' | 'PUBLIC_BODY', names: Actor['names']): Actor {
  return { id: `organization:${name}`, type: 'ORGANIZATION', kind, names };
}

class Archive {
  readonly documents = new Map<string, Document>();
  readonly claims: Bundle['claims'] = [];
  readonly attributions: Attribution[] = [];
  readonly #held = new Map<string, number>();
  readonly #chance: Chance;
  readonly #size: Size;
  readonly #outlet: () => number;
  readonly #speaker: () => string;

  constructor(chance: Chance, size: Size) {
    const outlet = powerLaw(size.outlets, size.exponent);
    const speakers = [
      ...Array.from({ length: size.people }, (_, i) => person(i)),
      ...Array.from({ length: size.institutions }, (_, i) => `organization:i${i}`),
      ...Array.from({ length: size.sources }, (_, i) => `source:s${i}`),
    ];
    const mixed = speakers.sort((a, b) => digest(a) - digest(b));
    const speaker = powerLaw(mixed.length, size.exponent);
    this.#chance = chance;
    this.#size = size;
    this.#outlet = () => outlet(chance);
    this.#speaker = () => mixed[speaker(chance)] as string;
  }

  /** One claim with all its attributions. */
  addClaim(): void {
    const chance = this.#chance;
    const id = `claim:c${this.claims.length}`;
    const [subject, ...about] = new Set([this.#speaker(), this.#speaker(), this.#speaker()]);
    this.claims.push({
      id,
      texts: [
        {
          text: `Claim ${this.claims.length}: it is said that this and that took place there and then.`,
          language: 'en',
        },
        {
          text: `Afirmación ${this.claims.length}: se dice que esto y aquello ocurrió allí y entonces.`,
          language: 'es',
        },
      ],
      predicate: 'said',
      subject,
      about,
      participants: [],
      flags: [],
    });
    const count = Math.min(
      OF_CLAIM,
      Math.ceil(chance.next() ** -0.7),
      this.#size.attributions - this.attributions.length,
    );
    let at = START + chance.below(this.#size.days - 30) * DAY + chance.below(1_440) * MINUTE;
    const said: Said[] = [];
    for (let index = 0; index < count; index++) {
      said.push(this.#addAttribution(id, at, said));
      at += (1 + chance.below(1_440)) * MINUTE;
    }
  }

  #addAttribution(claim: string, at: number, before: readonly Said[]): Said {
    const chance = this.#chance;
    const citable = before.filter(({ hops }) => hops < this.#size.hops);
    const cited = citable.length > 0 && chance.hit(0.7) ? chance.of(citable) : null;
    const outlet = this.#outlet();
    const document = this.#document(outlet, at);
    const id = `attribution:a${this.attributions.length}`;
    this.attributions.push({
      id,
      claim,
      document,
      actor: cited ? `organization:o${outlet}` : this.#speaker(),
      stance: cited ? 'REPORTS' : before.length > 0 ? chance.of(['CONFIRMS', 'DENIES'] as const) : 'ASSERTS',
      certainty: cited ? 'UNCOMMITTED' : 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: !cited,
      ...(!cited && { saidAt: day(at) }),
      cites: cited ? [{ attribution: cited.id, credited: true, joint: false, basis: 'STATED' }] : [],
      covers: [],
      basis: 'STATED',
    });
    return { id, at, hops: cited ? cited.hops + 1 : 0 };
  }

  /** A document of the outlet that comes out at the end of those days: one that has room, or a new one. */
  #document(outlet: number, at: number): string {
    const days = Math.floor(at / WITHIN);
    const key = `document:o${outlet}-${days}`;
    const held = this.#held.get(key) ?? 0;
    this.#held.set(key, held + 1);
    const id = `${key}-${Math.floor(held / IN_DOCUMENT)}`;
    if (!this.documents.has(id)) {
      this.documents.set(id, {
        id,
        kind: 'ARTICLE',
        title: `News of ${day(at)}`,
        language: 'en',
        publishedAt: `${new Date((days + 1) * WITHIN - MINUTE).toISOString().slice(0, 19)}Z`,
        publisher: `organization:o${outlet}`,
        authors: [],
        read: true,
        flags: [],
      });
    }
    return id;
  }
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Puts people, institutions and sources in an order that has nothing to do with their kind. */
function digest(text: string): number {
  let sum = 7;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 16_777_619);
  return sum >>> 0;
}
