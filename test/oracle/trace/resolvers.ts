import { nodeIn, see, seeEntity } from '../find.ts';
import { type AsOf, inView, type Seen, type View } from '../view.ts';
import type * as Recorded from '../world.ts';
import { chainsFrom } from './chains.ts';
import { type Denial as Denied, denialsOf } from './denials.ts';
import { impactOf, type Impact as Touched } from './impact.ts';
import { type Independence as Count, independenceOf } from './independence.ts';
import { type LifeEvent as Happening, lifeOf } from './life.ts';
import { sideOf } from './sides.ts';
import { standingOf } from './standing.ts';
import { type Trail, trailOf } from './trail.ts';
import { walkOf } from './walk.ts';

interface AsOfArguments {
  readonly asOf?: AsOf | null;
}

interface ChainArguments extends AsOfArguments {
  readonly maxHops: number | null;
  readonly first: number | null;
}

/** Stands for sentences that only the product makes: any will do. */
export const SENTENCES = 'oracle sentences';

const claimsIn = (view: View, claims: readonly Recorded.Claim[]) => claims.map((one) => see('Claim', one, view));
const attributionsIn = (view: View, attributions: readonly Recorded.Attribution[]) =>
  attributions.map((one) => see('Attribution', one, view));

/** A field with a part of what a claim goes back to. */
function partOfTrail(part: 'roots' | 'untraced' | 'borrowed') {
  return ({ record, view: from }: Seen<Recorded.Claim>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    const trail: Trail = trailOf(walkOf(view), record.id);
    return attributionsIn(view, trail[part]);
  };
}

/** The fields of a claim that are traced. */
export const claimFields = {
  roots: partOfTrail('roots'),
  untraced: partOfTrail('untraced'),
  borrowed: partOfTrail('borrowed'),
  independence: ({ record, view: from }: Seen<Recorded.Claim>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    return see('Independence', independenceOf(view, record.id), view);
  },
  denials: ({ record, view: from }: Seen<Recorded.Claim>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    return denialsOf(view, record.id).map((one) => see('Denial', one, view));
  },
  standing: ({ record, view }: Seen<Recorded.Claim>, { asOf }: AsOfArguments) =>
    standingOf(inView(view, asOf), record.id),
  standingReasons: () => [SENTENCES],
  life: ({ record, view: from }: Seen<Recorded.Claim>, { asOf }: AsOfArguments) => {
    const view = inView(from, asOf);
    return lifeOf(view, record.id).map((one) => see('LifeEvent', one, view));
  },
};

/** The fields of an attribution that are traced. */
export const attributionFields = {
  side: ({ record, view }: Seen<Recorded.Attribution>) => sideOf(view, record),
  chains: ({ record, view: from }: Seen<Recorded.Attribution>, { asOf, maxHops, first }: ChainArguments) => {
    const view = inView(from, asOf);
    return chainsFrom(view, record, maxHops ?? 8, first ?? 20).map((chain) => attributionsIn(view, chain));
  },
};

export const Independence = {
  ultimateSources: ({ record }: Seen<Count>) => ({ record: record.ultimateSources }),
  loops: ({ record, view }: Seen<Count>) => record.loops.map((loop) => attributionsIn(view, loop)),
  dependsOn: ({ record, view }: Seen<Count>) => record.dependsOn.map((one) => seeEntity(one, view)),
  readIn: ({ record, view }: Seen<Count>) => record.readIn.map((one) => see('Document', one, view)),
  reasons: () => [SENTENCES],
};

export const Denial = {
  attribution: ({ record, view }: Seen<Denied>) => see('Attribution', record.attribution, view),
  covers: ({ record, view }: Seen<Denied>) => claimsIn(view, record.covers),
  leavesOpen: ({ record, view }: Seen<Denied>) => claimsIn(view, record.leavesOpen),
};

export const LifeEvent = {
  attribution: ({ record, view }: Seen<Happening>) => see('Attribution', record.attribution, view),
};

export function impactOfWithdrawing(from: View, { source, asOf }: AsOfArguments & { readonly source: string }) {
  const view = inView(from, asOf);
  return see('Impact', { ...impactOf(view, source), source, truncated: false }, view);
}

export const Impact = {
  source: ({ record, view }: Seen<{ source: string }>) => nodeIn(view, record.source),
  losesEveryRoot: ({ record, view }: Seen<Touched>) => claimsIn(view, record.losesEveryRoot),
  losesOnRecord: ({ record, view }: Seen<Touched>) => claimsIn(view, record.losesOnRecord),
  fallsToOneNewsroom: ({ record, view }: Seen<Touched>) => claimsIn(view, record.fallsToOneNewsroom),
};
