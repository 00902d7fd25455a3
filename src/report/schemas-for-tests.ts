/** What tests hold published schemas to. Used by tests only. */
import type { AnySchema } from 'ajv/dist/2020.js';

/** The same schema, but for keys that it does not name: those are refused. */
export function closed(schema: object): AnySchema {
  return close(schema) as AnySchema;
}

function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (typeof part !== 'object' || part === null) return part;
  const parts = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, close(value)]));
  return 'properties' in parts ? { ...parts, additionalProperties: false } : parts;
}
