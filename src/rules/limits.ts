/** What a spec asks of a field, whatever it is a field of: which requirements hold, and how they are put into words. */

import type { LimitWords } from '../model/limit-params.ts';
import type { AssetSubject } from '../model/rule.ts';
import type { Limit, Requirement, RequirementField, Resolution, Spec } from '../model/spec.ts';

/** Of all slots, whoever they hold for. */
export function requirementsIn({ categories }: Spec, field: RequirementField): Requirement[] {
  const all = categories.flatMap(({ slots }) => slots.flatMap(({ requirements }) => requirements));
  return all.filter(({ limit }) => limit.field === field);
}

/** The requirements on a field that hold for this item. */
export function requirementsOn(field: RequirementField, { slot, item }: AssetSubject): readonly Requirement[] {
  return (slot?.requirements ?? []).filter(({ limit, when }) => limit.field === field && holds(when, item.fields));
}

function holds(when: Requirement['when'], fields: object): boolean {
  return Object.entries(when ?? {}).every(([field, values]) => {
    const value = (fields as Record<string, unknown>)[field];
    return [value].flat().some((one) => typeof one === 'string' && values.includes(one));
  });
}

/** @param format puts a number of the field into words: `15:00` */
export function limitWords(limit: Limit, format: (value: number) => string = String): LimitWords {
  const end = (value: number | Resolution | null): string | null => {
    if (value === null) return null;
    return typeof value === 'object' ? formatResolution(value) : format(value);
  };
  if (limit.type === 'word') return { min: null, max: null, oneOf: limit.oneOf };
  return { min: end(limit.min), max: end(limit.max), oneOf: limit.oneOf?.map((value) => end(value) as string) ?? null };
}

/** The limit in words no language owns: `15:00-20:00`, `<= 1 GiB`, `h264`. */
export function neutralLimit({ min, max, oneOf }: LimitWords): string {
  if (oneOf !== null) return oneOf.join(' | ');
  if (min !== null && max !== null) return `${min}-${max}`;
  return min !== null ? `>= ${min}` : `<= ${max}`;
}

export function formatResolution({ width, height }: Resolution): string {
  return `${width}x${height}`;
}
