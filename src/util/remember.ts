/** What is worked out of an object that never changes, worked out once. */

/**
 * The same value again while the same object is asked for. Rules look at one subject after another; a WeakMap of them all would
 * keep the values of those that are gone from being young garbage.
 */
export function remember<K extends object, V>(work: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: work(key) };
    return last.value;
  };
}
