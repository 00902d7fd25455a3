/** A category in a spec file, with its slots and quotas; the whole submission has slots too. */
import * as z from 'zod';
import { ASSET_KINDS, BATCHES, SCOPES } from '../model/spec.ts';
import { expecting } from './expecting.ts';
import { requirementSchema } from './requirement-schema.ts';
import { clause, count, id, name, words } from './schema-parts.ts';

const kind = z.enum(ASSET_KINDS);

export const slotSchema = z
  .strictObject({
    id,
    name,
    kind: kind.optional().describe('文件种类 (what kind of file)'),
    oneOf: z
      .array(kind)
      .min(1)
      .optional()
      .describe('可以是这几种之一，代替 kind (any of these kinds, instead of kind)'),
    formats: z.array(name).min(1).nullable().default(null),
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

export const categorySchema = z
  .strictObject({
    id,
    name,
    unit: name.default('个'),
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
