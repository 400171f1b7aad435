import type { View } from '../view.ts';
import type { Claim, Relation } from '../world.ts';

/** What a rule or a model suggests changes no number. */
export function isJudged({ basis }: { readonly basis: string }): boolean {
  return basis === 'STATED' || basis === 'ANALYST';
}

/** Everything that can be reached by steps from the starts, which belong to it. */
export function reachable<T>(starts: Iterable<T>, stepsFrom: (one: T) => Iterable<T>): Set<T> {
  const reached = new Set(starts);
  for (const one of reached) for (const next of stepsFrom(one)) reached.add(next);
  return reached;
}

export function meet<T>(one: Iterable<T>, other: ReadonlySet<T>): boolean {
  return [...one].some((value) => other.has(value));
}

function related(view: View, kinds: readonly Relation['kind'][]): Relation[] {
  return view.relations.filter((relation) => isJudged(relation) && kinds.includes(relation.kind));
}

/** Claims on the other side of such a relation, whichever way it points. */
function across(view: View, kinds: readonly Relation['kind'][], claim: string): string[] {
  return related(view, kinds).flatMap(({ from, to }) => (from === claim ? [to] : to === claim ? [from] : []));
}

/** The claim and all that are said to be the same. Sameness has a record time, and no said time. */
export function sameAs(view: View, claim: string): Set<string> {
  return reachable([claim], (one) => across(view, ['SAME_AS'], one));
}

/** The claim, those that are the same, and those from which it follows. */
export function restingOn(view: View, claim: string): Set<string> {
  const steps = related(view, ['REFINES', 'ENTAILS']);
  return reachable([claim], (one) => [
    ...sameAs(view, one),
    ...steps.filter(({ to }) => to === one).map(({ from }) => from),
  ]);
}

/** Claims that cannot hold together with this one. */
export function opposed(view: View, claim: string): string[] {
  return across(view, ['CONTRADICTS', 'CONTRARY_TO'], claim);
}

/** Every claim of the record time, whether or not somebody had made it by the said time. */
export function recordedClaims(view: View): readonly Claim[] {
  return view.from({ ...view.scope, said: null }).claims;
}

/** The parts of the claim and of those that are the same, with the parts of these. */
export function allParts(view: View, claim: string): Set<string> {
  const partsOf = (one: string) => recordedClaims(view).flatMap(({ id, partOf }) => (partOf === one ? [id] : []));
  return reachable([...sameAs(view, claim)].flatMap(partsOf), partsOf);
}
