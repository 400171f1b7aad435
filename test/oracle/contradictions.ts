import { touchedBy } from './filters.ts';
import { claimIn, entitiesIn, see } from './find.ts';
import { isOpposition } from './oppositions.ts';
import { byId, moment, sorted } from './orders.ts';
import { type Paging, pageOf } from './pages.ts';
import { type AsOf, inView, type Seen, type View } from './view.ts';
import { type Attribution, isCounted, type Relation, saidAt, type World } from './world.ts';

/** A side of a claim, and which attributions are on it. */
interface Side {
  readonly claim: string;
  readonly affirms: boolean;
  readonly has: (view: View, attribution: Attribution) => boolean;
  /** The same, whether or not the attribution was taken back. */
  readonly hasHad: (attribution: Attribution) => boolean;
}

interface Record {
  readonly id: string;
  readonly kind: 'STANCE' | 'CLAIM' | 'SELF';
  readonly basis: string;
  readonly by: string;
  readonly reason: string;
  readonly recorded: number;
  readonly sides: readonly [Side, Side];
  /** The document that goes against itself, if it is one. */
  readonly within?: string | undefined;
}

interface ContradictionArguments extends Paging {
  readonly about?: readonly string[] | null;
  readonly kind?: readonly string[] | null;
  readonly basis?: readonly string[] | null;
  readonly asOf?: AsOf | null;
}

export function saysSo(claim: string, affirms: boolean, { stance, claim: own, covers, basis }: Attribution): boolean {
  if (affirms) return own === claim && ['ASSERTS', 'CONFIRMS', 'CORRECTS'].includes(stance);
  const reached = own === claim || (covers.includes(claim) && isCounted({ basis }));
  return reached && stance === 'DENIES';
}

export function isTakenBack(view: View, attribution: Attribution): boolean {
  return view.attributions.some((later) => {
    if (later.stance !== 'RETRACTS' || later.actor !== attribution.actor || later.claim !== attribution.claim)
      return false;
    const [before, after] = [moment(saidAt(view, attribution)), moment(saidAt(view, later))];
    return before === null || after === null || before <= after;
  });
}

function side(claim: string, affirms: boolean, actor?: string, document?: string): Side {
  const hasHad = (attribution: Attribution) =>
    saysSo(claim, affirms, attribution) &&
    (actor === undefined || attribution.actor === actor) &&
    (document === undefined || attribution.document === document);
  const has = (view: View, attribution: Attribution) =>
    hasHad(attribution) && (actor === undefined || !isTakenBack(view, attribution));
  return { claim, affirms, has, hasHad };
}

/** When somebody first took a side, whether or not they took it back since. */
function firstOn(world: World, claim: string, affirms: boolean, actor?: string, document?: string): number {
  const onSide = world.attributions.filter(
    (one) =>
      saysSo(claim, affirms, one) &&
      one.actor === (actor ?? one.actor) &&
      (document === undefined || one.document === document),
  );
  return Math.min(...onSide.map(({ recorded }) => recorded));
}

function onClaims(world: World): Record[] {
  return world.claims.map(({ id, by }) => ({
    id: `contradiction:stance:${id}`,
    kind: 'STANCE',
    basis: 'STATED',
    by,
    reason: `${id} is affirmed by some and denied by others.`,
    recorded: Math.max(firstOn(world, id, true), firstOn(world, id, false)),
    sides: [side(id, true), side(id, false)],
  }));
}

function pairOf({ from, to }: Relation): [string, string] {
  return [from, to].sort() as [string, string];
}

function oppositions({ relations }: World): Relation[] {
  return sorted(
    relations.filter(isOpposition),
    'ASC',
    ({ recorded }) => recorded,
    ({ from, to }) => `${from} ${to}`,
  );
}

function byRelations(world: World): Record[] {
  return oppositions(world).map((relation) => {
    const [one, other] = pairOf(relation);
    const names = { CONTRADICTS: 'contradicts', CONTRARY_TO: 'contrary-to' } as { [kind: string]: string };
    const name = relation.by.startsWith('rule:') ? 'rule' : names[relation.kind];
    return {
      id: `contradiction:claim:${name}:${one}:${other}`,
      kind: 'CLAIM',
      basis: relation.basis,
      by: relation.by,
      reason: relation.reason ?? `${one} and ${other} were recorded as claims that cannot both hold.`,
      recorded: relation.recorded,
      sides: [side(one, true), side(other, true)],
    };
  });
}

/** All pairs of sides that one can contradict oneself on, each with when that became possible. */
function bothSides(world: World) {
  const single = world.claims.map(({ id }) => ({ one: id, other: id, affirms: false, since: 0 }));
  const pairs = oppositions(world).map((relation) => {
    const [one, other] = pairOf(relation);
    return { one, other, affirms: true, since: relation.recorded };
  });
  return [...single, ...pairs];
}

function selfContradictions(world: World): Record[] {
  const actors = [...new Set(world.attributions.map(({ actor }) => actor))];
  const creatorPairs = world.documents.flatMap(({ id, publisher, authors }) => {
    const creators = [...new Set([...(publisher === undefined ? [] : [publisher]), ...authors])];
    return creators.flatMap((first) =>
      creators.filter((creator) => creator !== first).map((second) => ({ document: id, first, second })),
    );
  });
  return bothSides(world).flatMap(({ one, other, affirms, since }) => {
    const record = (whom: string, first: string, second: string, document?: string): Record => ({
      id: ['contradiction:self', whom, ...new Set([one, other]), ...(document ? [first, second] : [])].join(':'),
      kind: 'SELF',
      basis: 'RULE',
      by: 'rule:self-contradiction',
      reason: affirms
        ? `${whom} affirms both ${one} and ${other}, which cannot both hold.`
        : `${whom} both affirms and denies ${one}.`,
      recorded: Math.max(
        since,
        firstOn(world, one, true, first, document),
        firstOn(world, other, affirms, second, document),
      ),
      sides: [side(one, true, first, document), side(other, affirms, second, document)],
      within: document,
    });
    return [
      ...actors.map((actor) => record(actor, actor, actor)),
      ...creatorPairs.map(({ document, first, second }) => record(document, first, second, document)),
    ];
  });
}

const found = new WeakMap<View, readonly Record[]>();

/** All contradictions that were recorded up to the record time of a view, each once. */
export function recordedIn(view: View): readonly Record[] {
  const whole = view.from({ ...view.scope, said: null });
  const known = found.get(whole);
  if (known) return known;
  const all = [...onClaims(whole), ...byRelations(whole), ...selfContradictions(whole)];
  const possible = all.filter(({ recorded }) => Number.isFinite(recorded));
  const ids = possible.map(({ id }) => id);
  const each = possible.filter(({ id }, index) => ids.indexOf(id) === index);
  found.set(whole, each);
  return each;
}

/** Contradictions with somebody on either side. */
export function contradictionsIn(view: View): readonly Record[] {
  return recordedIn(view).filter(({ sides }) =>
    sides.every(({ has }) => view.attributions.some((one) => has(view, one))),
  );
}

export function contradictions(from: View, args: ContradictionArguments) {
  const { about, kind, basis } = args;
  return pageOf(inView(from, args.asOf), args, (view) => {
    const touches = (id: string, wanted: readonly string[]) =>
      view.claims.some((claim) => claim.id === id && touchedBy(claim).some((one) => wanted.includes(one)));
    const kept = contradictionsIn(view).filter(
      (one) =>
        (!about || one.sides.some(({ claim }) => touches(claim, about))) &&
        (!kind || kind.includes(one.kind)) &&
        (!basis || basis.includes(one.basis)),
    );
    const inOrder = sorted(
      kept,
      'DESC',
      ({ recorded }) => recorded,
      ({ id }) => id,
    );
    return inOrder.map((one) => ({ name: one.id, node: see('Contradiction', one, view) }));
  });
}

export const Contradiction = {
  claims: ({ record, view }: Seen<Record>) => {
    const ids = record.sides.map(({ claim }) => claim);
    return byId(view.claims.filter(({ id }) => ids.includes(id))).map((claim) => see('Claim', claim, view));
  },
  sides: ({ record, view }: Seen<Record>) => record.sides.map((one) => see('ContradictionSide', one, view)),
  at: ({ record }: Seen<Record>) => new Date(record.recorded),
};

function attributionsOn({ record, view }: Seen<Side>): Attribution[] {
  return byId(view.attributions.filter((one) => record.has(view, one)));
}

export const ContradictionSide = {
  claim: ({ record, view }: Seen<Side>) => claimIn(view, record.claim),
  actors: (seen: Seen<Side>) =>
    entitiesIn(
      seen.view,
      attributionsOn(seen).map(({ actor }) => actor),
    ),
  attributions: (seen: Seen<Side>) => attributionsOn(seen).map((one) => see('Attribution', one, seen.view)),
};
