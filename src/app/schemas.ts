/** JSON Schemas of the files that people and programs read and write. */
import * as z from 'zod';
import { SPEC_RULE_IDS } from '../rules/catalogue.ts';
import { specSchema } from '../spec/schema.ts';

/** For editors: what a spec file may hold. */
export function specJsonSchema(): object {
  return z.toJSONSchema(specSchema(SPEC_RULE_IDS), { io: 'input', unrepresentable: 'any' });
}
