/** The published form of a row of the ledger. Imported late: zod takes its time. */
import * as z from 'zod';
import type { LedgerRow } from './ledger.ts';

const text = z.string().min(1);
const count = z.int().min(0);

export const ledgerRow = z.object({
  category: text.describe("the spec's id"),
  name: text,
  unit: text,
  min: count.nullable().describe('null: no lower limit'),
  max: count.nullable().describe('null: no upper limit'),
  found: count.describe('selected works'),
  valid: count.describe('selected works without an unwaived error'),
  waived: count,
  candidates: count,
  withdrawn: count,
  missing: count,
  excess: count,
}) satisfies z.ZodType<LedgerRow>;
