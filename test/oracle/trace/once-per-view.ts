import type { View } from '../view.ts';

/** A function of a view and of something in it that works each answer out once. */
export function remembered<Key, Value>(work: (view: View, key: Key) => Value): (view: View, key: Key) => Value {
  const answers = new WeakMap<View, Map<Key, Value>>();
  return (view, key) => {
    const known = answers.get(view) ?? new Map<Key, Value>();
    answers.set(view, known);
    if (!known.has(key)) known.set(key, work(view, key));
    return known.get(key) as Value;
  };
}
