/** ffprobe's JSON as a foreign value: every field is looked at before it is believed. */

export type JsonObject = Readonly<Record<string, unknown>>;

const EMPTY: JsonObject = {};

/** `null` when the text is no JSON object. */
export function parseObject(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

export function objectField(object: JsonObject, key: string): JsonObject {
  return asObject(own(object, key)) ?? EMPTY;
}

export function objectsField(object: JsonObject, key: string): readonly JsonObject[] {
  const value = own(object, key);
  return Array.isArray(value) ? value.map(asObject).filter((entry) => entry !== null) : [];
}

/** A short text; `null` for anything else, and for ffprobe's own words for "not known". */
export function textField(object: JsonObject, key: string): string | null {
  const value = own(object, key);
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_TEXT) return null;
  return value === 'unknown' || value === 'N/A' ? null : value;
}
const MAX_TEXT = 200;

/** A finite number, which ffprobe writes as a number or as digits in quotes, depending on the field. */
export function numberField(object: JsonObject, key: string): number | null {
  const value = own(object, key);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function positiveField(object: JsonObject, key: string): number | null {
  const value = numberField(object, key);
  return value !== null && value > 0 && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** Seconds to whole milliseconds. */
export function millisecondsField(object: JsonObject, key: string): number | null {
  const seconds = positiveField(object, key);
  return seconds === null ? null : Math.round(seconds * 1000);
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}
