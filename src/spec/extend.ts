/**
 * How a spec that extends another is laid over it: maps key by key, lists of things with an `id` by id, the rest replaced.
 * An empty list takes away what the base has.
 */

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

export function overlay(base: Plain, change: Plain): Plain {
  if (isMap(base) && isMap(change)) {
    const merged: Record<string, Plain> = { ...base };
    for (const [key, value] of Object.entries(change))
      merged[key] = Object.hasOwn(base, key) ? overlay(base[key] ?? null, value) : value;
    return merged;
  }
  if (isIdList(base) && isIdList(change)) return overlayById(base, change);
  return change;
}

type IdEntry = { readonly id: string; readonly [key: string]: Plain };

function overlayById(base: readonly IdEntry[], change: readonly IdEntry[]): Plain {
  const kept = base.map((entry) => {
    const changed = change.find(({ id }) => id === entry.id);
    return changed === undefined ? entry : overlay(entry, changed);
  });
  return [...kept, ...change.filter(({ id }) => !base.some((entry) => entry.id === id))];
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isIdList(value: Plain): value is readonly IdEntry[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((entry) => isMap(entry) && typeof entry.id === 'string')
  );
}

/**
 * Where a fault in an overlaid spec stands in the file that was laid over: lists of things with an `id` are followed by id.
 * Ends where that file says nothing, so that the fault is shown at what is nearest.
 */
export function toBasePath(path: readonly PropertyKey[], overlaid: Plain, own: Plain): PropertyKey[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return [];
  if (isIdList(overlaid) && isIdList(own) && typeof segment === 'number') {
    const index = own.findIndex(({ id }) => id === overlaid[segment]?.id);
    return index < 0 ? [] : [index, ...toBasePath(rest, overlaid[segment] as Plain, own[index] as Plain)];
  }
  const next = childOf(own, segment);
  return next === undefined ? [segment] : [segment, ...toBasePath(rest, childOf(overlaid, segment) ?? null, next)];
}

function childOf(value: Plain, segment: PropertyKey): Plain | undefined {
  if (Array.isArray(value)) return value[Number(segment)];
  return isMap(value) ? value[String(segment)] : undefined;
}
