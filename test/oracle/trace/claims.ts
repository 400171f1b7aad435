import type { View } from '../view.ts';
import { type Claim, isCounted, type Relation } from '../world.ts';
import { remembered } from './once-per-view.ts';

/** Everything that can be reached by steps from the starts, which belong to it. */
export function reachable<T>(starts: Iterable<T>, stepsFrom: (one: T) => Iterable<T>): Set<T> {
  const reached = new Set(starts);
  for (const one of reached) for (const next of stepsFrom(one)) reached.add(next);
  return reached;
}

export function meet<T>(one: Iterable<T>, other: ReadonlySet<T>): boolean {
  return [...one].some((value) => other.has(value));
}

/** Claims on the other side of such a relation, whichever way it points. */
function across(view: View, kinds: readonly Relation['kind'][], claim: string): string[] {
  return view.relations
    .filter((relation) => isCounted(relation) && kinds.includes(relation.kind))
    .flatMap(({ from, to }) => (from === claim ? [to] : to === claim ? [from] : []));
}

/** The claim and all that are said to be the same. Sameness has a record time, and no said time. */
export const sameAs = remembered(
  (view: View, claim: string): ReadonlySet<string> => reachable([claim], (one) => across(view, ['SAME_AS'], one)),
);

/** The claim, those that are the same, and those that refine or entail one of them, directly or through others. */
export const near = remembered((view: View, claim: string): ReadonlySet<string> => {
  const steps = view.relations.filter((one) => isCounted(one) && ['REFINES', 'ENTAILS'].includes(one.kind));
  return reachable([claim], (one) => [
    ...sameAs(view, one),
    ...steps.filter(({ to }) => to === one).map(({ from }) => from),
  ]);
});

/** Claims that cannot hold together with this very one. */
export function opposed(view: View, claim: string): string[] {
  return across(view, ['CONTRADICTS', 'CONTRARY_TO'], claim);
}

/** The view of all said times. */
export function ofAllTimes(view: View): View {
  return view.from({ ...view.scope, said: null });
}

/** Every claim of the record time, whether or not somebody had made it by the said time. */
export function recordedClaims(view: View): readonly Claim[] {
  return ofAllTimes(view).claims;
}

/** The parts of the claim and of those that are the same, with the parts of these. */
export function allParts(view: View, claim: string): Set<string> {
  const partsOf = (one: string) => recordedClaims(view).flatMap(({ id, partOf }) => (partOf === one ? [id] : []));
  return reachable([...sameAs(view, claim)].flatMap(partsOf), partsOf);
}
