import type { Sight } from './sight.ts';
import type { Said } from './surroundings.ts';

/** A denial with what it denies, and which other parts of the same whole it leaves open; ids in their order. */
export interface DenialScope {
  readonly said: Said;
  readonly covers: readonly string[];
  readonly leavesOpen: readonly string[];
}

/** The denials of a claim, of what is the same as it, and of its parts; earliest first. */
export function denialsOf(sight: Sight, claim: string): DenialScope[] {
  const same = sight.same(claim);
  const concerned = new Set([...same, ...sight.within(same)]);
  return denying(sight)
    .filter(({ covers }) => covers.some((one) => concerned.has(one)))
    .sort(({ said: one }, { said: other }) => one.order - other.order || (one.id < other.id ? -1 : 1));
}

/** Whether a claim itself is denied, and not only a part of it. */
export function isDenied(sight: Sight, claim: string): boolean {
  const same = sight.same(claim);
  return denying(sight).some(({ covers }) => covers.some((one) => same.has(one)));
}

const found = new WeakMap<Sight, readonly DenialScope[]>();

/** All denials in sight; each claim of a page asks for them. */
function denying(sight: Sight): readonly DenialScope[] {
  const denials = found.get(sight) ?? allDenials(sight);
  found.set(sight, denials);
  return denials;
}

function allDenials(sight: Sight): DenialScope[] {
  const denials = [...sight.around.said.values()].filter((said) => said.stance === 'DENIES' && sight.sees(said));
  return denials.map((said) => {
    const covers = new Set([...sight.same(said.claim), ...(sight.around.covers.get(said.id) ?? [])]);
    return { said, covers: [...covers].sort(), leavesOpen: leftOpen(sight, covers) };
  });
}

/** The parts beside a part that is denied. Denying a whole reaches no part, and so leaves none of its own open. */
function leftOpen({ around }: Sight, covers: ReadonlySet<string>): string[] {
  const wholes = [...covers].flatMap((claim) => around.whole.get(claim) ?? []);
  const parts = new Set(wholes.flatMap((whole) => around.parts.get(whole) ?? []));
  return [...parts].filter((part) => !covers.has(part)).sort();
}
