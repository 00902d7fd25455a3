/** The form of a spec file: YAML in, `Spec` out. The JSON Schema for editors is made from this. */
import * as z from 'zod';
import { BINDINGS, SCOPES, SEVERITIES, type SettableRule } from '../model/spec.ts';
import { isTimeZone } from '../util/zone.ts';
import { categorySchema, slotSchema } from './category-schema.ts';
import { checkReferences } from './references.ts';
import { clause, id, line, longText, name, plainNumber } from './schema-parts.ts';

const clauseSchema = z.strictObject({
  id,
  text: longText.describe("来函原文 (the letter's own words)"),
  binding: z.enum(BINDINGS).describe('must 请 / should 建议 / guidance 供参考'),
});

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
        $schema: line.optional(),
        id,
        extends: name
          .optional()
          .describe('在另一份规范的基础上改：编号或路径 (id or path of the spec this one changes)'),
        title: name,
        source: line.default(''),
        timezone: z
          .string()
          .refine(isTimeZone, { params: { expected: 'Asia/Shanghai' } })
          .default('Asia/Shanghai'),
        deadline: deadlineSchema.nullable().default(null),
        portal: z.strictObject({ name: line, url: line }).nullable().default(null),
        recommended: z
          .enum(['error', 'warning'])
          .default('error')
          .describe('「建议」的条款按须整改还是提醒 (severity of a 建议 clause)'),
        clauses: z.array(clauseSchema).default([]),
        categories: z.array(categorySchema).min(1),
        slots: z.array(slotSchema).default([]),
        attestations: z.array(z.strictObject({ id, text: longText, clause })).default([]),
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
