/** JSON Schemas of the files that people and programs read and write. */
import * as z from 'zod';
import { SETTABLE_RULES } from '../rules/catalogue.ts';
import { specSchema } from '../spec/schema.ts';

/** For editors: what a spec file may hold. */
export function specJsonSchema(): object {
  return z.toJSONSchema(specSchema(SETTABLE_RULES), { io: 'input', unrepresentable: 'any' });
}
