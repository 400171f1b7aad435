/** A function of a view or walk and of something in it that works each answer out once. */
export function remembered<Place extends object, Value>(work: (place: Place) => Value): (place: Place) => Value;
export function remembered<Place extends object, Key, Value>(
  work: (place: Place, key: Key) => Value,
): (place: Place, key: Key) => Value;
export function remembered<Place extends object, Key, Value>(work: (place: Place, key: Key) => Value) {
  const answers = new WeakMap<Place, Map<Key, Value>>();
  return (place: Place, key: Key): Value => {
    const known = answers.get(place) ?? new Map<Key, Value>();
    answers.set(place, known);
    if (!known.has(key)) known.set(key, work(place, key));
    return known.get(key) as Value;
  };
}
