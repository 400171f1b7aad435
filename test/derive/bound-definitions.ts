import { LATER_MATTERS } from '../../src/rules/later-matters.ts';
import { type Bounds, NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from '../oracle/dates.ts';
import { type AttributionSpec, type ClaimSpec, idOf, numbered, PUBLISHED, type World } from './random-worlds.ts';

/** An attribution or a document: its stated interval, and the ids of those that are not later. */
interface Moment {
  readonly stated: Bounds;
  readonly before: Set<string>;
  /** Those that cite it, where it is there only with them. */
  readonly citers: Set<string> | null;
}

const COUNTED: readonly string[] = ['STATED', 'ANALYST'];

/** The date bounds of all attributions and documents after so many loads, by id: from their definition, and slowly. */
export function boundsIn(world: World, tag: string, loads: number): ReadonlyMap<string, Bounds> {
  const moments = momentsOf(world, tag, loads);
  const earliest = settled(moments, ({ stated }) => stated, false);
  const latest = settled(
    reversed(moments),
    ({ stated: { earliest, latest } }) => ({ earliest: -latest, latest: -earliest }),
    true,
  );
  return new Map(
    [...moments.keys()].map((id) => {
      const until = -(latest.get(id) as number);
      return [id, { earliest: Math.min(earliest.get(id) as number, until), latest: until }] as const;
    }),
  );
}

export function dateOf({ saidAt, document }: AttributionSpec): string | undefined {
  return saidAt ?? (document === undefined ? undefined : PUBLISHED[document]);
}

function momentsOf(world: World, tag: string, loads: number): Map<string, Moment> {
  const said = numbered(world.attributions).filter(({ load }) => load < loads);
  const claims = numbered(world.claims).filter(({ number }) => said.some(({ claim }) => claim === number));
  const [saidId, documentId] = [(n: number) => idOf('attribution', tag, n), (n: number) => idOf('document', tag, n)];
  const moments = new Map<string, Moment>();
  for (const [number, date] of PUBLISHED.entries()) {
    const stated = date === undefined ? { earliest: -NEVER, latest: NEVER } : boundsOf(date);
    moments.set(documentId(number), { stated, before: new Set(), citers: null });
  }
  for (const one of said) {
    const date = dateOf(one);
    const claim = claims.find(({ number }) => number === one.claim) as ClaimSpec;
    const stated = date === undefined ? { earliest: earliestMatter(claims, claim), latest: NEVER } : boundsOf(date);
    const isAlone = date === undefined && one.document === undefined && COUNTED.includes(one.basis);
    moments.set(saidId(one.number), { stated, before: new Set(), citers: isAlone ? new Set() : null });
  }
  const counting = said.filter(({ basis }) => COUNTED.includes(basis));
  const derivations = world.derivations.filter(
    ({ load, kind, basis }) => load < loads && kind !== 'SAME_TEXT' && COUNTED.includes(basis),
  );
  for (const { document, from } of derivations) moments.get(documentId(document))?.before.add(documentId(from));
  for (const { number, document, cites, citedBy } of counting) {
    const moment = moments.get(saidId(number));
    if (document !== undefined) moments.get(documentId(document))?.before.add(saidId(number));
    for (const one of derivations) if (one.document === document) moment?.before.add(documentId(one.from));
    for (const cited of COUNTED.includes(citedBy) ? cites : []) {
      if (!counting.some((one) => one.number === cited)) continue;
      moment?.before.add(saidId(cited));
      moments.get(saidId(cited))?.citers?.add(saidId(number));
    }
  }
  return moments;
}

/** The earliest time of what a claim speaks of: its own, else that of claims about its events. */
function earliestMatter(claims: readonly ClaimSpec[], { predicate, when, subject, object }: ClaimSpec): number {
  if (LATER_MATTERS.some((beginning) => predicate?.startsWith(beginning))) return -NEVER;
  if (when !== undefined) return boundsOf(when).earliest;
  const dates = claims.flatMap((one) =>
    typeof one.subject === 'number' && (one.subject === subject || one.subject === object) && one.when !== undefined
      ? [boundsOf(one.when).earliest]
      : [],
  );
  return dates.length === 0 ? -NEVER : Math.min(...dates);
}

function reversed(moments: ReadonlyMap<string, Moment>): Map<string, Moment> {
  const after = new Map(
    [...moments].map(([id, { stated }]) => [id, { stated, before: new Set<string>(), citers: null }]),
  );
  for (const [id, { before }] of moments) for (const one of before) after.get(one)?.before.add(id);
  return after;
}

/** The highest value settles first, and narrows those that it may. */
function settled(
  moments: ReadonlyMap<string, Moment>,
  statedOf: (moment: Moment) => Bounds,
  isReversed: boolean,
): Map<string, number> {
  const open = new Map([...moments].map(([id, moment]) => [id, statedOf(moment).earliest]));
  const done = new Map<string, number>();
  while (open.size > 0) {
    const [id, value] = [...open].reduce((one, other) => (other[1] > one[1] ? other : one));
    open.delete(id);
    done.set(id, value);
    for (const [other, moment] of moments) {
      const before = open.get(other);
      if (before === undefined) continue;
      if (moment.before.has(id) && value <= statedOf(moment).latest) open.set(other, Math.max(before, value));
      const { citers } = moment;
      if (isReversed || !citers?.has(id) || ![...citers].every((citer) => done.has(citer))) continue;
      open.set(other, Math.max(open.get(other) as number, value));
    }
  }
  return done;
}
