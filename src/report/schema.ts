/** The published form of the JSON report, for scripts that read it. Keys may be added to it, never taken away. */
import * as z from 'zod';
import { ledgerRow } from '../model/ledger-schema.ts';
import { REPORT_SCHEMA, type Report } from '../model/report.ts';
import { ASSET_KINDS, BATCHES, BINDINGS, SCOPES } from '../model/spec.ts';
import { count, facts, failure } from './schema-facts.ts';
import { judgementKeys, moment, path, sha256, text, toPublishedSchema } from './schema-judgement.ts';

const asset = z.object({
  slot: text.nullable().describe('null: fits none'),
  kind: z.enum(ASSET_KINDS).nullable(),
  path,
  sizeBytes: count,
  source: z
    .enum(['file', 'track', 'text', 'section', 'declared'])
    .describe('the file, a track in it, a field in it, a section of it, a word in it'),
  facts: facts.nullable(),
  failure: failure.nullable().describe('why there are no facts'),
});

const item = z.object({
  id: text.describe('<category>/<folder or stem>, NFC'),
  category: text,
  title: z.string(),
  institution: text.nullable(),
  status: z.enum(['selected', 'candidate', 'withdrawn']),
  reason: text.nullable().describe('why it was withdrawn'),
  assets: z.array(asset),
});

const clause = z.object({ id: text, text, binding: z.enum(BINDINGS) });

const category = z.object({
  id: text,
  name: text,
  unit: text,
  slots: z.array(z.object({ id: text, name: text })),
  topics: z
    .array(z.object({ topic: text, items: z.array(text) }))
    .describe('each with the ids of the selected works that speak of it'),
});

const deadline = z.object({ prudent: moment, latest: moment, source: text.nullable() });

export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  ...judgementKeys,
  readers: z.array(z.object({ name: text, version: text })),
  spec: z.object({ id: text, title: text, sha256 }),
  scope: z.enum(SCOPES),
  batch: z.enum(BATCHES),
  province: text.nullable(),
  institution: text.nullable(),
  year: z.int(),
  deadline: deadline.nullable().describe("the two readings of the call's day"),
  checkedAs: z.object({ path, category: text, slot: text }).nullable().describe('one file was checked, as this'),
  ledger: z.array(ledgerRow).describe('empty when only a part was checked'),
  items: z.array(item),
  clauses: z.array(clause).describe('of the spec'),
  categories: z.array(category).describe('of the spec'),
  attestations: z.array(z.object({ id: text, text, by: text.nullable() })).describe('declared, not checked'),
}) satisfies z.ZodType<Report>;

export function reportJsonSchema(): object {
  return toPublishedSchema('sizheng validate --reporter json', reportSchema);
}
