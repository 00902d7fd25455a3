/** Forms that several parts of a spec file share. */
import * as z from 'zod';

export const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
export const words = z.array(z.string().min(1)).default([]);
export const count = z.int().min(0);
export const clause = id.nullable().default(null).describe('来函条款的编号 (id of a clause)');

/** Far past all that is measured in plain numbers. */
const MAX_NUMBER = 1e9;
export const plainNumber = z.number().min(0).max(MAX_NUMBER);
