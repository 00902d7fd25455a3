/** Checks plain data of any size against a schema, list element by list element: the first fault ends it, where zod would gather millions. */
import type * as z from 'zod';

export type FirstFault = { readonly ok: false; readonly path: readonly PropertyKey[]; readonly message: string };

/**
 * What `schema.parse` would return, or its first fault. Refinements of a list as a whole, and of an object that holds one, are
 * not asked.
 */
export function parseToFirstFault<T>(schema: z.ZodType<T>, value: unknown): { ok: true; value: T } | FirstFault {
  try {
    return { ok: true, value: parsePart(schema, value, []) as T };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, path: error.path, message: error.message };
    throw error;
  }
}

class Fault extends Error {
  readonly path: readonly PropertyKey[];

  constructor(path: readonly PropertyKey[], message: string) {
    super(message);
    this.path = path;
  }
}

function parsePart(schema: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array' && Array.isArray(value)) {
    return value.map((element, index) => parsePart(def.element, element, [...path, index]));
  }
  if (def.type === 'object' && isObject(value) && Object.values(def.shape).some(isList)) {
    const isThere = (key: string, { _zod }: z.core.$ZodType) => Object.hasOwn(value, key) || _zod.optin !== 'optional';
    const members = Object.entries(def.shape).filter(([key, inner]) => isThere(key, inner));
    return Object.fromEntries(members.map(([key, inner]) => [key, parsePart(inner, value[key], [...path, key])]));
  }
  const parsed = (schema as z.ZodType).safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Fault([...path, ...(issue?.path ?? [])], issue?.message ?? 'invalid');
}

function isList(schema: z.core.$ZodType): boolean {
  return (schema as z.core.$ZodTypes)._zod.def.type === 'array';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
