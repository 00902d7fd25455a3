/** The form of a spec file: YAML in, `Spec` out. The JSON Schema for editors is made from this. */
import * as z from 'zod';
import {
  ASSET_KINDS,
  BATCHES,
  BINDINGS,
  type Limit,
  type NumberField,
  type Resolution,
  SCOPES,
  SEVERITIES,
  type SettableRule,
  WORD_FIELDS,
} from '../model/spec.ts';
import { parseBitRate, parseDuration, parseResolution, parseSize } from '../util/units.ts';
import { isTimeZone } from '../util/zone.ts';
import { expecting } from './expecting.ts';
import { checkReferences } from './references.ts';

const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
const words = z.array(z.string().min(1)).default([]);
const count = z.int().min(0);
const clause = id.nullable().default(null).describe('来函条款的编号 (id of a clause)');

const clauseSchema = z.strictObject({
  id,
  text: z.string().min(1).describe("来函原文 (the letter's own words)"),
  binding: z.enum(BINDINGS).describe('must 请 / should 建议 / guidance 供参考'),
});

/** A value written as text with a unit, or as a plain number, read by `parse`. */
function quantity(parse: (text: string) => number | null, example: string) {
  return z.union([z.string(), z.number().min(0)]).transform((value, context) => {
    const parsed = parse(String(value));
    if (parsed === null) context.issues.push({ ...expecting(example), input: value });
    return parsed ?? 0;
  });
}

/** Far past all that is measured in plain numbers. */
const MAX_NUMBER = 1e9;
const plainNumber = z.number().min(0).max(MAX_NUMBER);
const resolution = z.string().transform((value, context): Resolution => {
  const parsed = parseResolution(value);
  if (parsed === null) context.issues.push({ ...expecting('1920x1080'), input: value });
  return parsed ?? { width: 0, height: 0 };
});

const QUANTITIES = {
  duration: quantity(parseDuration, '15m / 15:00'),
  size: quantity(parseSize, '1GiB / 600MB'),
  bitRate: quantity(parseBitRate, '8Mbps'),
  audioBitRate: quantity(parseBitRate, '128kbps'),
  frameRate: plainNumber,
  bitDepth: plainNumber,
  level: plainNumber,
  sampleRate: plainNumber,
  channels: plainNumber,
  wordCount: plainNumber,
} satisfies Record<NumberField, z.ZodType<number>>;

const requirementBase = {
  clause,
  when: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .nullable()
    .default(null)
    .describe('只对字段符合的作品要求，如 {group: 微课组} (only for items whose field has this value)'),
};

function numberRequirement<F extends NumberField>(field: F) {
  const value = QUANTITIES[field];
  return z.strictObject({
    field: z.literal(field),
    equals: value.optional(),
    oneOf: z.array(value).min(1).optional(),
    min: value.optional(),
    max: value.optional(),
    ...requirementBase,
  });
}

const wordRequirement = z.strictObject({
  field: z.enum(WORD_FIELDS),
  equals: z.string().min(1).optional(),
  oneOf: z.array(z.string().min(1)).min(1).optional(),
  ...requirementBase,
});

const resolutionRequirement = z.strictObject({
  field: z.literal('resolution'),
  equals: resolution.optional(),
  oneOf: z.array(resolution).min(1).optional(),
  min: resolution.optional(),
  max: resolution.optional(),
  ...requirementBase,
});

const requirementSchema = z
  .discriminatedUnion('field', [
    wordRequirement,
    resolutionRequirement,
    numberRequirement('duration'),
    numberRequirement('size'),
    numberRequirement('frameRate'),
    numberRequirement('bitRate'),
    numberRequirement('bitDepth'),
    numberRequirement('level'),
    numberRequirement('sampleRate'),
    numberRequirement('channels'),
    numberRequirement('audioBitRate'),
    numberRequirement('wordCount'),
  ])
  .superRefine((value, context) => {
    const form = wantedForm(value);
    if (form !== null) context.addIssue(expecting(form));
  })
  .transform((value) => ({ limit: toLimit(value), clause: value.clause, when: toConditions(value.when) }));

type RawRequirement =
  | z.output<typeof wordRequirement>
  | z.output<typeof resolutionRequirement>
  | z.output<ReturnType<typeof numberRequirement<NumberField>>>;

/** What a requirement's limits should have looked like; `null` when they do. */
function wantedForm(raw: RawRequirement): string | null {
  const range = 'min' in raw || 'max' in raw;
  const ways = [raw.equals !== undefined, raw.oneOf !== undefined, range].filter(Boolean).length;
  if (ways !== 1) return 'equals | oneOf | min, max';
  if (!range) return null;
  return isUpsideDown(raw.min, raw.max) ? 'min <= max' : null;
}

function isUpsideDown(min: number | Resolution | undefined, max: number | Resolution | undefined): boolean {
  if (min === undefined || max === undefined) return false;
  if (typeof min === 'number' || typeof max === 'number') return min > max;
  return min.width > max.width || min.height > max.height;
}

function toLimit(raw: RawRequirement): Limit {
  if (raw.field === 'resolution') {
    const oneOf = raw.equals ? [raw.equals] : (raw.oneOf ?? null);
    return { type: 'resolution', field: raw.field, oneOf, min: raw.min ?? null, max: raw.max ?? null };
  }
  if (isNumberRequirement(raw)) {
    const oneOf = raw.equals === undefined ? (raw.oneOf ?? null) : [raw.equals];
    return { type: 'number', field: raw.field, oneOf, min: raw.min ?? null, max: raw.max ?? null };
  }
  return { type: 'word', field: raw.field, oneOf: raw.equals === undefined ? (raw.oneOf ?? []) : [raw.equals] };
}

function isNumberRequirement(raw: RawRequirement): raw is z.output<ReturnType<typeof numberRequirement<NumberField>>> {
  return raw.field in QUANTITIES;
}

function toConditions(when: Record<string, string | string[]> | null): Record<string, string[]> | null {
  return when === null
    ? null
    : Object.fromEntries(Object.entries(when).map(([field, value]) => [field, [value].flat()]));
}

const kind = z.enum(ASSET_KINDS);

const slotSchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    kind: kind.optional().describe('文件种类 (what kind of file)'),
    oneOf: z
      .array(kind)
      .min(1)
      .optional()
      .describe('可以是这几种之一，代替 kind (any of these kinds, instead of kind)'),
    formats: z.array(z.string().min(1)).min(1).nullable().default(null),
    required: z.boolean().default(false),
    min: count.optional(),
    max: z.int().min(1).nullable().default(null),
    names: words.describe('文件名里的标记 (words in a file name that claim this slot)'),
    textField: z.enum(['intro']).nullable().default(null),
    declarable: z.boolean().default(false),
    sections: id
      .nullable()
      .default(null)
      .describe(
        '各件作品的这项材料汇总在一份文件里，按标题分开 (holds the texts for this slot of all works, a heading a work)',
      ),
    language: z
      .literal('zh')
      .nullable()
      .default(null)
      .describe('至少一份要用这种语言 (one of the files has to be in this language)'),
    clause,
    personalData: z.literal('expected').nullable().default(null),
    scan: z.literal('expected').nullable().default(null),
    requirements: z.array(requirementSchema).default([]),
  })
  .superRefine((slot, context) => {
    if ((slot.kind === undefined) === (slot.oneOf === undefined)) context.addIssue(expecting('kind | oneOf'));
    const min = slot.min ?? (slot.required ? 1 : 0);
    if (slot.required && min === 0) context.addIssue({ ...expecting('>= 1'), path: ['min'] });
    if (slot.max !== null && min > slot.max) context.addIssue({ ...expecting('min <= max'), path: ['max'] });
  })
  .transform(({ kind: single, oneOf, required, min, ...slot }) => ({
    ...slot,
    kinds: oneOf ?? (single === undefined ? [] : [single]),
    min: min ?? (required ? 1 : 0),
  }));

const quotaSchema = z
  .strictObject({
    scope: z.enum(SCOPES).nullable().default(null),
    batch: z.enum(BATCHES).nullable().default(null),
    per: z.enum(['submission', 'institution', 'person']).default('submission'),
    min: count.nullable().default(null),
    max: count.nullable().default(null),
    clause,
  })
  .superRefine(({ min, max }, context) => {
    if (min === null && max === null) context.addIssue(expecting('min | max'));
    if (min !== null && max !== null && min > max) context.addIssue({ ...expecting('min <= max'), path: ['min'] });
  });

const NAMING = /^\{(?:number|title|institution|person|topic)\}(?:-\{(?:number|title|institution|person|topic)\})*$/;

const categorySchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    unit: z.string().min(1).default('个'),
    folders: words.describe('文件夹的其他叫法 (other names of the folder)'),
    naming: z.string().regex(NAMING).default('{number}-{title}-{institution}'),
    anonymous: z
      .boolean()
      .default(false)
      .describe('写的是真人真事，个人信息须隐去 (tells of real people, whose data must not be in it)'),
    quota: z.array(quotaSchema).default([]),
    slots: z.array(slotSchema).min(1),
    topics: words,
    topicsClause: clause,
  })
  .transform(({ quota, ...category }) => ({ ...category, quotas: quota }));

/** @param limits the names of the numbers that the rule lets a spec set */
function ruleSchema(limits: readonly string[]) {
  return z.strictObject({
    severity: z.enum(SEVERITIES).nullable().default(null),
    off: z.boolean().nullable().default(null),
    limits: z
      .strictObject(Object.fromEntries(limits.map((limit) => [limit, plainNumber.optional()])))
      .default({})
      .transform(withoutUndefined)
      .describe('这条规则自己的数 (numbers of the rule)'),
  });
}

const deadlineSchema = z
  .strictObject({
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    scope: z.enum(SCOPES).nullable().default(null),
    clause,
  })
  .refine(({ month, day }) => day <= new Date(Date.UTC(2028, month, 0)).getUTCDate(), {
    path: ['day'],
    params: { expected: '1-28, 29, 30, 31' },
  });

/**
 * The whole file, after `extends` was followed.
 * @param rules the catalogue: a setting for a rule or a number that is not there is an error
 */
export function specSchema(rules: readonly SettableRule[]) {
  return (
    z
      .strictObject({
        $schema: z.string().optional(),
        id,
        extends: z
          .string()
          .min(1)
          .optional()
          .describe('在另一份规范的基础上改：编号或路径 (id or path of the spec this one changes)'),
        title: z.string().min(1),
        source: z.string().default(''),
        timezone: z
          .string()
          .refine(isTimeZone, { params: { expected: 'Asia/Shanghai' } })
          .default('Asia/Shanghai'),
        deadline: deadlineSchema.nullable().default(null),
        portal: z.strictObject({ name: z.string(), url: z.string() }).nullable().default(null),
        recommended: z
          .enum(['error', 'warning'])
          .default('error')
          .describe('「建议」的条款按须整改还是提醒 (severity of a 建议 clause)'),
        clauses: z.array(clauseSchema).default([]),
        categories: z.array(categorySchema).min(1),
        slots: z.array(slotSchema).default([]),
        attestations: z.array(z.strictObject({ id, text: z.string().min(1), clause })).default([]),
        rules: z
          .strictObject(Object.fromEntries(rules.map(({ id: rule, limits }) => [rule, ruleSchema(limits).optional()])))
          .default({}),
      })
      // In a transform, because that runs only once every part has its form.
      .transform(({ $schema, extends: _, ...spec }, context) => {
        checkReferences(spec, context);
        return { ...spec, rules: withoutUndefined(spec.rules) };
      })
  );
}

function withoutUndefined<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined));
}
