import { creatorsOf } from './copies.ts';
import { type Contradicting, onSide, side, timesOf } from './sides-of-claims.ts';
import { reachable } from './trace/claims.ts';
import { remembered } from './trace/once-per-view.ts';
import { cited } from './trace/sides.ts';
import type { View } from './view.ts';
import { type Attribution, isCounted, type Relation } from './world.ts';

/** Two sides that nobody can be on at once. */
interface Opposed {
  readonly one: string;
  readonly other: string;
  readonly affirms: boolean;
}

type Pair = readonly [Attribution, Attribution];

/** Who goes against themselves, with all pairs of attributions that do. */
interface Found extends Opposed {
  readonly id: string;
  readonly whom: string;
  /** On whose word a document goes against itself. */
  readonly word?: string;
  readonly document?: string;
  readonly pairs: readonly Pair[];
  /** Whether every pair of attributions of the speaker is one of them. */
  readonly isWhole: boolean;
}

/** Self-contradictions as of a time, each recorded when it came to rest on what it rests on. */
export function selfContradictions(view: View, oppositions: (view: View) => readonly Relation[]): Contradicting[] {
  const since = new Map<string, { readonly named: string | undefined; readonly recorded: number }>();
  let now: readonly Found[] = [];
  for (const at of timesOf(view)) {
    now = foundIn(at, oppositions(at));
    for (const id of since.keys()) if (!now.some((one) => one.id === id)) since.delete(id);
    for (const one of now) {
      const named = JSON.stringify(amongOf(one)?.map((ids) => [...ids]));
      if (!since.has(one.id) || since.get(one.id)?.named !== named)
        since.set(one.id, { named, recorded: at.scope.recorded });
    }
  }
  return now.map((one) => recordOf(one, since.get(one.id)?.recorded ?? 0));
}

function foundIn(view: View, oppositions: readonly Relation[]): Found[] {
  const single = view.claims.map(({ id }): Opposed => ({ one: id, other: id, affirms: false }));
  const pairs = oppositions.map(({ from, to }): Opposed => {
    const [one = '', other = ''] = [from, to].sort();
    return { one, other, affirms: true };
  });
  return [...single, ...pairs].flatMap((opposed) => {
    const left = view.attributions.filter((one) => onSide(view, opposed.one, true, one));
    const right = view.attributions.filter((one) => onSide(view, opposed.other, opposed.affirms, one));
    const all = left.flatMap((one) => right.map((other): Pair => [one, other]));
    return all.length === 0 ? [] : [...ofSpeakers(view, opposed, all), ...ofDocuments(view, opposed, all)];
  });
}

/** Speakers in their own voice; what they say in another version of a document corrects it. */
function ofSpeakers(view: View, opposed: Opposed, all: readonly Pair[]): Found[] {
  const own = all.filter(([a, b]) => a.actor === b.actor && a.stance !== 'REPORTS' && b.stance !== 'REPORTS');
  return [...new Set(own.map(([{ actor }]) => actor))].flatMap((actor) => {
    const ofActor = own.filter(([one]) => one.actor === actor);
    const pairs = ofActor.filter(([a, b]) => a.document === b.document || !areVersions(view, a.document, b.document));
    if (pairs.length === 0) return [];
    const isWhole = pairs.length === ofActor.length;
    return [{ ...opposed, id: idOf(opposed, actor), whom: actor, pairs, isWhole }];
  });
}

/** Documents: their creators, on the word of the same speaker or of nobody else. */
function ofDocuments(view: View, opposed: Opposed, all: readonly Pair[]): Found[] {
  return view.documents.flatMap((document) => {
    const creators = creatorsOf(document);
    const isIn = (one: Attribution) => one.document === document.id && creators.includes(one.actor);
    const inside = all.filter(([a, b]) => isIn(a) && isIn(b) && (a.actor !== b.actor || isRelay(a) || isRelay(b)));
    const shared = inside.map((pair) => {
      const [ofOne, ofOther] = pair.map((one) => wordsOf(view, one, creators)) as [Set<string>, Set<string>];
      return { pair, words: [...ofOne].filter((word) => ofOther.has(word)) };
    });
    return [...new Set(shared.flatMap(({ words }) => words))].map((word) => ({
      ...opposed,
      ...{ id: idOf(opposed, document.id, ...(word ? [word] : [])), whom: document.id, word, document: document.id },
      pairs: shared.filter(({ words }) => words.includes(word)).map(({ pair }) => pair),
      isWhole: false,
    }));
  });
}

function isRelay({ stance }: Attribution): boolean {
  return stance === 'REPORTS';
}

/** On whose word an attribution stands in a document of these creators; the empty one is their own. */
function wordsOf(view: View, attribution: Attribution, creators: readonly string[]): Set<string> {
  const all = isRelay(attribution) ? cited(view, attribution).filter(isCounted) : [];
  const there = all.filter(({ id }) => view.attributions.some((one) => one.id === id));
  const speakers = (there.length > 0 ? there : all).map(({ actor }) => (creators.includes(actor) ? '' : actor));
  return new Set(speakers.length > 0 ? speakers : ['']);
}

/** The versions of a document: all that are joined to it by updates, itself among them. */
const versionsOf = remembered((view: View, document: string): ReadonlySet<string> => {
  const updates = view.derivations.filter((one) => one.kind === 'UPDATE' && isCounted(one));
  return reachable([document], (id) =>
    updates.flatMap(({ document: newer, from }) => (newer === id ? [from] : from === id ? [newer] : [])),
  );
});

function areVersions(view: View, one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && versionsOf(view, one).has(other);
}

function idOf({ one, other }: Opposed, whom: string, ...word: readonly string[]): string {
  return ['contradiction:self', whom, ...new Set([one, other]), ...word].join(':');
}

/** The attributions that are named on either side; null where all of the speaker's are. */
function amongOf({ pairs, isWhole }: Found): readonly [ReadonlySet<string>, ReadonlySet<string>] | null {
  if (isWhole) return null;
  return [new Set(pairs.map(([{ id }]) => id).sort()), new Set(pairs.map(([, { id }]) => id).sort())];
}

function recordOf(found: Found, recorded: number): Contradicting {
  const { id, whom, word, document, one, other, affirms, pairs } = found;
  const says = affirms ? `affirms both ${one} and ${other}, which cannot both hold` : `both affirms and denies ${one}`;
  const among = amongOf(found);
  const belongs = (index: 0 | 1) => (attribution: Attribution) =>
    among
      ? among[index].has(attribution.id) && (document !== undefined || attribution.actor === whom)
      : attribution.actor === whom && !isRelay(attribution);
  const places = pairs.flatMap(([a, b]) => (a.document === b.document ? (a.document ?? []) : []));
  return {
    id,
    kind: 'SELF',
    basis: 'RULE',
    by: 'rule:self-contradiction',
    reason: `${whom} ${says}${word ? `, on the word of ${word}` : ''}.`,
    recorded,
    sides: [side(one, true, { belongs: belongs(0) }), side(other, affirms, { belongs: belongs(1) })],
    within: [...new Set(places)],
  };
}
