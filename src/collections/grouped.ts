/** Things by a key, in the order in which they come; with `partOf`, a part of each. */
export function grouped<Key, T>(things: readonly T[], keyOf: (thing: T) => Key): Map<Key, T[]>;
export function grouped<Key, T, Value>(
  things: readonly T[],
  keyOf: (thing: T) => Key,
  partOf: (thing: T) => Value,
): Map<Key, Value[]>;
export function grouped<Key, T>(
  things: readonly T[],
  keyOf: (thing: T) => Key,
  partOf: (thing: T) => unknown = (thing) => thing,
): Map<Key, unknown[]> {
  const groups = new Map<Key, unknown[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(partOf(thing));
    else groups.set(key, [partOf(thing)]);
  }
  return groups;
}
