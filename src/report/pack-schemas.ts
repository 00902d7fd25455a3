/** The published forms of what `pack` tells programs: its plan, and the receipt of a package. Keys may be added to them, never taken away. */
import * as z from 'zod';
import { ledgerRow } from '../model/ledger-schema.ts';
import { LEFT_OUT_REASONS } from '../model/pack-plan.ts';
import { LAYOUTS } from '../model/package-manifest.ts';
import { packagedAsset, packagedItem, packagedWaiver } from '../model/package-schema.ts';
import { RECEIPT_SCHEMA, type Receipt } from '../model/receipt.ts';
import { PLAN_SCHEMA, type PublishedPlan } from './pack-plan.ts';
import { count } from './schema-facts.ts';
import { moment, path, sha256, text, toPublishedSchema } from './schema-judgement.ts';

const tool = z.object({ name: z.literal('sizheng'), version: text });
const layout = z.enum(LAYOUTS).describe('a bag in a ZIP, a bag as a folder, plain folders');
const draft = z.boolean().describe('not ready to be handed in, and packed all the same');

const receiptSchema = z.object({
  schema: z.literal(RECEIPT_SCHEMA),
  tool,
  spec: z.object({ id: text, title: text, sha256 }),
  package: text.describe("the package's file or folder name"),
  layout,
  draft,
  sizeBytes: count.describe('of the ZIP, or of all files in the folder'),
  sha256: sha256.nullable().describe('of the whole ZIP; null for a folder, and where it was not read back'),
  contentSha256: sha256.describe("of the package's last list of digests: with it, of everything inside"),
  verified: z.boolean().describe('read back after writing, and every file was the one that was measured'),
  packedAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)
    .describe("local date and time with the zone's offset"),
  timezone: text.describe('IANA name'),
  items: z.array(
    z.object({
      category: text,
      number: text,
      title: z.string(),
      institution: text.nullable(),
      fileCount: count,
      sizeBytes: count,
    }),
  ),
  fileCount: count.describe('files of the payload'),
  payloadBytes: count,
  ledger: z.array(ledgerRow),
  waivers: z.array(packagedWaiver),
}) satisfies z.ZodType<Receipt>;

export function receiptJsonSchema(): object {
  return toPublishedSchema('回执.json: the receipt of a package', receiptSchema);
}

const target = z.object({
  path: text.describe('where the package would be put, absolute'),
  receipts: z.object({ txt: text, json: text }),
  exists: z.boolean().describe('something is there already'),
  inTheWay: text.nullable().describe('packing would refuse: this is there, and --force was not given'),
  freeBytes: count.describe('on its disk'),
});

const plannedAsset = packagedAsset.omit({ sha256: true });

const planSchema = z.object({
  schema: z.literal(PLAN_SCHEMA),
  verdict: z.enum(['pass', 'fail']),
  packedAt: moment,
  target: target.nullable().describe('null: a pipe'),
  name: text.describe('of the package and its base folder'),
  layout,
  draft,
  items: z.array(packagedItem.extend({ assets: z.array(plannedAsset) })),
  assets: z.array(plannedAsset).describe('material of the whole submission'),
  payloadBytes: count,
  leftOut: z.array(
    z.object({
      why: z.enum(LEFT_OUT_REASONS),
      name: text.describe("a work's id, or a path in the workspace"),
      reason: text.nullable().describe('why a work was withdrawn'),
    }),
  ),
  waivers: z.array(packagedWaiver),
  files: z
    .array(
      z.object({
        path: path.describe('in the package, from its base folder'),
        sizeBytes: count,
        originalPath: text.nullable().describe('in the workspace; null: a text that is written out'),
      }),
    )
    .describe('the payload, in the order in which it is written'),
}) satisfies z.ZodType<PublishedPlan>;

export function planJsonSchema(): object {
  return toPublishedSchema('sizheng pack --plan json', planSchema);
}
