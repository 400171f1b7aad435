import { touchedBy } from './filters.ts';
import { claimIn, entitiesIn, see } from './find.ts';
import { isOpposition } from './oppositions.ts';
import { byId, sorted } from './orders.ts';
import { type Paging, pageOf } from './pages.ts';
import { selfContradictions } from './self-contradictions.ts';
import { type Contradicting, onSide, type Side, side, timesOf } from './sides-of-claims.ts';
import { ofAllTimes } from './trace/claims.ts';
import { trailOf } from './trace/trail.ts';
import { walkOf } from './trace/walk.ts';
import { type AsOf, inView, type Seen, type View } from './view.ts';
import type { Attribution, Relation } from './world.ts';

interface ContradictionArguments extends Paging {
  readonly about?: readonly string[] | null;
  readonly kind?: readonly string[] | null;
  readonly basis?: readonly string[] | null;
  readonly asOf?: AsOf | null;
}

/** Claims that somebody has affirmed and somebody has denied in their own voice, from the first time on at which both had. */
function onClaims(whole: View): Contradicting[] {
  return whole.claims.flatMap(({ id, by }): Contradicting[] => {
    const since = timesOf(whole).find((at) => {
      const { attributions } = at;
      return (
        attributions.some((one) => onSide(at, id, true, one)) &&
        attributions.some((one) => one.stance === 'DENIES' && onSide(at, id, false, one))
      );
    });
    if (!since) return [];
    const reason = `${id} is affirmed by some and denied by others.`;
    const what = { kind: 'STANCE', basis: 'STATED', by, reason } as const;
    const sides = [side(id, true), side(id, false, { shows: ({ stance }) => stance === 'DENIES' })] as const;
    return [{ id: `contradiction:stance:${id}`, ...what, recorded: since.scope.recorded, sides }];
  });
}

/** Relations that oppose claims: stated ones, and those of the rule on functional predicates. */
export function oppositions({ relations }: View): Relation[] {
  return sorted(
    relations.filter(isOpposition),
    'ASC',
    ({ recorded }) => recorded,
    ({ from, to }) => `${from} ${to}`,
  );
}

/** A side with an own origin. As of a said time, what somebody affirms in their own voice may be one. */
function originating(claim: string): Side {
  const shown = side(claim, true);
  const isThere = (view: View) => {
    const hasOrigin = trailOf(walkOf(ofAllTimes(view)), claim).origins.length > 0;
    if (view.scope.said === null) return hasOrigin && view.attributions.some((one) => one.claim === claim);
    return view.attributions.some((one) => shown.has(view, one) && (hasOrigin || one.stance !== 'REPORTS'));
  };
  return { ...shown, isThere };
}

function byRelations(whole: View): Contradicting[] {
  return oppositions(whole).map((relation) => {
    const [one = '', other = ''] = [relation.from, relation.to].sort();
    const names: Readonly<Record<string, string>> = { CONTRADICTS: 'contradicts', CONTRARY_TO: 'contrary-to' };
    const name = relation.by.startsWith('rule:') ? 'rule' : names[relation.kind];
    return {
      id: `contradiction:claim:${name}:${one}:${other}`,
      kind: 'CLAIM',
      basis: relation.basis,
      by: relation.by,
      reason: relation.reason ?? `${one} and ${other} were recorded as claims that cannot both hold.`,
      recorded: relation.recorded,
      sides: [originating(one), originating(other)],
    };
  });
}

const found = new WeakMap<View, readonly Contradicting[]>();

/** All contradictions that were recorded up to the record time of a view, each once. */
export function recordedIn(view: View): readonly Contradicting[] {
  const whole = ofAllTimes(view);
  const known = found.get(whole);
  if (known) return known;
  const all = [...onClaims(whole), ...byRelations(whole), ...selfContradictions(whole, oppositions)];
  const ids = all.map(({ id }) => id);
  const each = all.filter(({ id }, index) => ids.indexOf(id) === index);
  found.set(whole, each);
  return each;
}

export function contradictions(from: View, args: ContradictionArguments) {
  const { about, kind, basis } = args;
  return pageOf(inView(from, args.asOf), args, (view) => {
    const touches = (id: string, wanted: readonly string[]) =>
      view.claims.some((claim) => claim.id === id && touchedBy(claim).some((one) => wanted.includes(one)));
    const kept = recordedIn(view).filter(
      (one) =>
        one.sides.every(({ isThere }) => isThere(view)) &&
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
  claims: ({ record, view }: Seen<Contradicting>) => {
    const ids = record.sides.map(({ claim }) => claim);
    return byId(view.claims.filter(({ id }) => ids.includes(id))).map((claim) => see('Claim', claim, view));
  },
  sides: ({ record, view }: Seen<Contradicting>) => record.sides.map((one) => see('ContradictionSide', one, view)),
  at: ({ record }: Seen<Contradicting>) => new Date(record.recorded),
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
