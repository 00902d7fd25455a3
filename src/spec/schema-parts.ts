/** Forms that several parts of a spec file share. */
import * as z from 'zod';
import { unsafeCharacter } from '../util/safe-text.ts';

export const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

function refuseUnsafe(text: string, context: z.RefinementCtx): void {
  const unsafe = unsafeCharacter(text);
  if (unsafe !== null) context.addIssue({ code: 'custom', params: { unsafe } });
}

/** What a screen may show as it stands: it cannot begin a line of its own, move the cursor or turn a line around. */
export const line = z.string().superRefine(refuseUnsafe);
export const name = line.min(1);
export const words = z.array(name).default([]);
/** Written over several lines where that reads better; screens show it as one. */
export const longText = z
  .string()
  .overwrite((text) => text.trim().replace(/[\t\r\n][\t\r\n ]*/g, ' '))
  .min(1)
  .superRefine(refuseUnsafe);
export const count = z.int().min(0);
export const clause = id.nullable().default(null).describe('来函条款的编号 (id of a clause)');

/** Far past all that is measured in plain numbers. */
const MAX_NUMBER = 1e9;
export const plainNumber = z.number().min(0).max(MAX_NUMBER);
