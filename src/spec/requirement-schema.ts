/** A requirement in a spec file: one field, and its limit in one of three forms. */
import * as z from 'zod';
import { type Limit, type NumberField, type Resolution, WORD_FIELDS } from '../model/spec.ts';
import { parseBitRate, parseDuration, parseResolution, parseSize } from '../util/units.ts';
import { expecting } from './expecting.ts';
import { clause, line, name, plainNumber } from './schema-parts.ts';

/** A value written as text with a unit, or as a plain number, read by `parse`. */
function quantity(parse: (text: string) => number | null, example: string) {
  return z.union([z.string(), z.number().min(0)]).transform((value, context) => {
    const parsed = parse(String(value));
    if (parsed === null) context.issues.push({ ...expecting(example), input: value });
    return parsed ?? 0;
  });
}

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
    .record(line, z.union([line, z.array(line).min(1)]))
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
  equals: name.optional(),
  oneOf: z.array(name).min(1).optional(),
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

export const requirementSchema = z
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
