/** Sets of more than one member of which all combinations are tried. */
const MOST_TRIED = 20;

/**
 * As many sets as possible of which no two share a member. Of the sets with a single member all can be chosen. Above 20
 * others, one good choice instead of the best: the smallest first.
 */
export function mostDisjoint(sets: readonly (readonly string[])[]): (readonly string[])[] {
  const distinct = [...new Map(sets.map((one) => [[...one].sort().join(' '), one])).values()];
  const single = distinct.filter(({ length }) => length === 1);
  const taken = new Set(single.flat());
  const open = distinct.filter((one) => one.length > 1 && one.every((member) => !taken.has(member)));
  return [...single, ...(open.length > MOST_TRIED ? smallestFirst(open) : best(open))];
}

function best(open: readonly (readonly string[])[]): (readonly string[])[] {
  const [first, ...rest] = open;
  if (!first) return [];
  const fitting = rest.filter((one) => one.every((member) => !first.includes(member)));
  const withFirst = [first, ...best(fitting)];
  if (fitting.length === rest.length) return withFirst;
  const without = best(rest);
  return withFirst.length >= without.length ? withFirst : without;
}

function smallestFirst(open: readonly (readonly string[])[]): (readonly string[])[] {
  const taken = new Set<string>();
  return [...open]
    .sort((one, other) => one.length - other.length)
    .filter((one) => {
      if (one.some((member) => taken.has(member))) return false;
      for (const member of one) taken.add(member);
      return true;
    });
}
