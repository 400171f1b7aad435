import { trailOf } from './cascade.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** A denial with what it denies, and which other parts of the same whole it leaves open; ids in their order. */
export interface DenialScope {
  readonly attribution: TracedAttribution;
  readonly covers: readonly string[];
  readonly leavesOpen: readonly string[];
}

/** The denials of a claim, of what is the same as it, and of its parts; earliest first. */
export function denialsOf(view: SubgraphView, claim: string): DenialScope[] {
  const same = view.sameAs(claim);
  const concerned = new Set([...same, ...view.partsOf(same)]);
  return allDenials(view)
    .filter(({ covers }) => covers.some((one) => concerned.has(one)))
    .sort(({ attribution: one }, { attribution: other }) => one.order - other.order || (one.id < other.id ? -1 : 1));
}

/** Whether a denial is of the claim itself, and not only of a part of it. */
export function deniesWhole(view: SubgraphView, claim: string, { covers }: DenialScope): boolean {
  return covers.some((one) => view.sameAs(claim).has(one));
}

const found = new WeakMap<SubgraphView, readonly DenialScope[]>();

/** All denials of a view; each claim of a page asks for them. */
function allDenials(view: SubgraphView): readonly DenialScope[] {
  const denials = found.get(view) ?? findDenials(view);
  found.set(view, denials);
  return denials;
}

function findDenials(view: SubgraphView): DenialScope[] {
  const denials = [...view.subgraph.attributions.values()].filter(
    (attribution) => attribution.stance === 'DENIES' && view.sees(attribution) && hasOrigin(view, attribution),
  );
  return denials.map((attribution) => {
    const covers = new Set([...view.sameAs(attribution.claim), ...(view.subgraph.coveredBy.get(attribution.id) ?? [])]);
    return { attribution, covers: [...covers].sort(), leavesOpen: leftOpen(view, covers) };
  });
}

/** Whether somebody is seen to have said it. A denial that nobody can be shown to have made denies nothing. */
function hasOrigin(view: SubgraphView, attribution: TracedAttribution): boolean {
  const { roots, borrowed } = trailOf(view, attribution);
  return roots.size + borrowed.size > 0;
}

/** The parts beside a part that is denied. Denying a whole reaches no part, and so leaves none of its own open. */
function leftOpen({ subgraph }: SubgraphView, covers: ReadonlySet<string>): string[] {
  const wholes = [...covers].flatMap((claim) => subgraph.wholeOf.get(claim) ?? []);
  const parts = new Set(wholes.flatMap((whole) => subgraph.partsOf.get(whole) ?? []));
  return [...parts].filter((part) => !covers.has(part)).sort();
}
