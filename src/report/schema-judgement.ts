/** The form of what every judgement tells, whether works or packages were judged. */
import * as z from 'zod';
import type { Finding, Verdict } from '../model/report.ts';
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import { SEVERITIES } from '../model/spec.ts';
import { TEXT_PARTS } from '../model/text-facts.ts';
import { isRecord } from '../util/is-record.ts';
import { isTimeZone } from '../util/zone.ts';
import { count } from './schema-facts.ts';

export const text = z.string().min(1);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((written) => !Number.isNaN(Date.parse(written)))
  .describe('ISO 8601 in UTC');
export const path = z.string().regex(/^[^/]/).describe('relative to the workspace, with /');
// Rules come with releases and specs: their form is published here, their list by `sizheng rules --format json`.
const ruleId = z.string().regex(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/) as z.ZodType<string> as z.ZodType<RuleId>;
const params = z
  .record(z.string(), z.unknown())
  // What lists of places are made of, whatever the rule.
  .refine(({ spots = [] }) => Array.isArray(spots) && spots.every(isRecord))
  .describe('what the message says, as data: its keys depend on the rule') as z.ZodType<unknown> as z.ZodType<
  RuleParams[RuleId]
>;

const place = z.object({
  package: text.exactOptional().describe('as it was named; path is then relative to its base folder'),
  path: path.exactOptional(),
  item: text.exactOptional(),
  category: text.exactOptional(),
  line: z.int().positive().exactOptional(),
  paragraph: z.int().positive().exactOptional(),
  page: z.int().positive().exactOptional(),
  timeMs: count.exactOptional(),
  part: z.enum(TEXT_PARTS).exactOptional().describe('of a document, beside its body; or the name of the file'),
  track: count.exactOptional().describe('index of the stream that holds the text, in a video'),
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
}) satisfies z.ZodType<Finding>;

const verdict = z.object({
  rule: ruleId,
  subject: text.describe("an item's id, a path, a category's id, a package's path or 'submission'"),
  outcome: z.enum(['pass', 'fail', 'skipped', 'not-applicable']),
  actual: z.string().exactOptional().describe('the measured value'),
  expected: z.string().exactOptional().describe('what was asked'),
  clause: text.exactOptional().describe('that asks it, as the spec names it'),
}) satisfies z.ZodType<Verdict>;

/** The keys of every judgement but `schema`, which says what was judged. */
export const judgementKeys = {
  tool: z.object({ name: z.literal('sizheng'), version: text }),
  timezone: text.refine(isTimeZone).describe('IANA name'),
  at: moment.describe('when the check was made, ISO 8601 in UTC'),
  atGiven: z.boolean().describe('the clock was set by hand'),
  partial: z.boolean().describe('only a part was checked'),
  strict: z.boolean().describe('warnings block as well'),
  verdict: z.enum(['pass', 'fail']),
  exitCode: z.literal([0, 1]),
  findings: z.array(finding),
  verdicts: z.array(verdict),
};

/** JSON Schema, draft 2020-12; keys that it does not name are allowed everywhere. */
export function toPublishedSchema(title: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title, ...rest };
}
