/** The published form of the JSON report, for scripts that read it. Keys may be added to it, never taken away. */
import * as z from 'zod';
import { REPORT_SCHEMA, type Report } from '../model/report.ts';
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import { ASSET_KINDS, BATCHES, SCOPES, SEVERITIES } from '../model/spec.ts';
import { count, facts, failure } from './schema-facts.ts';

const text = z.string().min(1);
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .describe('ISO 8601 in UTC');
const path = z.string().regex(/^[^/]/).describe('relative to the workspace, with /');
// Rules come with releases and specs: their form is published here, their list by `sizheng rules --format json`.
const ruleId = z.string().regex(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/) as z.ZodType<string> as z.ZodType<RuleId>;
const params = z
  .record(z.string(), z.unknown())
  .describe('what the message says, as data: its keys depend on the rule') as z.ZodType<unknown> as z.ZodType<
  RuleParams[RuleId]
>;

const ledgerRow = z.object({
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
});

const asset = z.object({
  slot: text.nullable().describe('null: fits none'),
  kind: z.enum(ASSET_KINDS).nullable(),
  path,
  sizeBytes: count,
  source: z.enum(['file', 'track', 'text', 'declared']).describe('the file, a track in it, a text in it, a word in it'),
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

const place = z.object({
  path: path.exactOptional(),
  item: text.exactOptional(),
  category: text.exactOptional(),
  line: z.int().positive().exactOptional(),
  page: z.int().positive().exactOptional(),
  timeMs: count.exactOptional(),
  other: text.exactOptional().describe('the other file, where two are at odds'),
});

const finding = z.object({
  rule: ruleId,
  severity: z.enum(SEVERITIES),
  clause: text.exactOptional().describe('of the letter, as the spec names it'),
  institution: text.exactOptional(),
  place,
  params,
  message: text,
  actual: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  fix: text,
  spare: z
    .object({ item: text, left: count, unit: text })
    .exactOptional()
    .describe('leaving the work out keeps the quota'),
  waiverSubject: text.exactOptional().describe('what to name in a waiver, where the letter only recommends'),
  waived: z.object({ reason: text }).exactOptional(),
  blocking: z.boolean().describe('keeps the batch from being handed in'),
});

const verdict = z.object({
  rule: ruleId,
  subject: text.describe("an item's id, a path, a category's id or 'submission'"),
  outcome: z.enum(['pass', 'fail', 'skipped', 'not-applicable']),
  actual: z.string().exactOptional().describe('the measured value'),
});

const deadline = z.object({ prudent: moment, latest: moment, source: text.nullable() });

const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  tool: z.object({ name: z.literal('sizheng'), version: text }),
  readers: z.array(z.object({ name: text, version: text })),
  spec: z.object({ id: text, title: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  scope: z.enum(SCOPES),
  batch: z.enum(BATCHES),
  province: text.nullable(),
  institution: text.nullable(),
  year: z.int(),
  timezone: text.describe('IANA name'),
  deadline: deadline.nullable().describe("the two readings of the call's day"),
  at: moment.describe('when the check was made, ISO 8601 in UTC'),
  atGiven: z.boolean().describe('the clock was set by hand'),
  checkedAs: z.object({ path, category: text, slot: text }).nullable().describe('one file was checked, as this'),
  partial: z.boolean().describe('only a part was checked'),
  strict: z.boolean().describe('warnings block as well'),
  verdict: z.enum(['pass', 'fail']),
  exitCode: z.literal([0, 1]),
  ledger: z.array(ledgerRow).describe('empty when only a part was checked'),
  items: z.array(item),
  findings: z.array(finding),
  verdicts: z.array(verdict),
  attestations: z.array(z.object({ id: text, text, by: text.nullable() })).describe('declared, not checked'),
}) satisfies z.ZodType<Report>;

/** JSON Schema, draft 2020-12; keys that it does not name are allowed everywhere. */
export function reportJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { io: 'input' });
  return { $schema, title: 'sizheng validate --reporter json', ...rest };
}
