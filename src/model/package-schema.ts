/** The published form of `sizheng.json`. Keys may be added to it, never taken away. Imported late: zod takes its time. */
import * as z from 'zod';
import { ledgerRow } from './ledger-schema.ts';
import { LAYOUTS, PACKAGE_SCHEMA, type PackageManifest } from './package-manifest.ts';
import { ASSET_KINDS, BATCHES, SCOPES } from './spec.ts';

const text = z.string().min(1);
const count = z.int().min(0);
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .describe('ISO 8601 in UTC');
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('hexadecimal');
const path = z.string().regex(/^[^/]/).describe('from the base folder of the package, with /');
const pixels = z.int().positive().nullable().describe('pixels');

const keyFacts = z.object({
  format: text.nullable().describe("'mp4', 'srt', 'docx'"),
  durationMs: count.nullable().describe('milliseconds'),
  width: pixels,
  height: pixels,
  codec: text.nullable().describe("as ffprobe spells it: 'h264'"),
});

export const packagedAsset = z.object({
  slot: text.describe("the spec's id"),
  slotName: text,
  kind: z.enum(ASSET_KINDS).nullable(),
  path,
  originalPath: text.nullable().describe('in the workspace; null: a text that was written out'),
  sizeBytes: count,
  sha256,
  facts: keyFacts.nullable(),
});

export const packagedItem = z.object({
  id: text.describe('<category>/<folder or stem>, NFC'),
  category: text.describe("the spec's id"),
  categoryName: text,
  number: text.describe('counted within the category, two digits at least'),
  title: z.string(),
  institution: text.nullable(),
  people: z.array(text),
  topic: text.nullable(),
  intro: text.nullable().describe('as text; null too where only the document should be read'),
  introIn: path.exactOptional().describe('the document that holds the intro among those of other works'),
  subtitles: z
    .enum(['file', 'track', 'burned-in'])
    .nullable()
    .describe('a file, a track inside the video, or said to be part of the picture'),
  folder: path,
  assets: z.array(packagedAsset),
});

export const packagedWaiver = z.object({
  rule: text,
  subject: text.describe("a work's id, a category's id or 'submission'"),
  reason: text,
});

export const packageSchema = z.object({
  schema: z.literal(PACKAGE_SCHEMA),
  tool: z.object({ name: z.literal('sizheng'), version: text }),
  name: text.describe('of the base folder'),
  layout: z.enum(LAYOUTS).describe('a bag in a ZIP, a bag as a folder, plain folders'),
  draft: z.boolean().describe('not ready to be handed in, and packed all the same'),
  packedAt: moment,
  timezone: text.describe('IANA name'),
  spec: z.object({ id: text, title: text, sha256, file: path.nullable() }),
  scope: z.enum(SCOPES),
  batch: z.enum(BATCHES),
  province: text.nullable(),
  institution: text.nullable(),
  year: z.int(),
  report: z
    .object({ file: path.nullable(), verdict: z.enum(['pass', 'fail']), strict: z.boolean(), at: moment })
    .describe('the check that the package was made after'),
  ledger: z.array(ledgerRow),
  waivers: z.array(packagedWaiver),
  items: z.array(packagedItem),
  assets: z.array(packagedAsset).describe('material of the whole submission'),
}) satisfies z.ZodType<PackageManifest>;

/** JSON Schema, draft 2020-12; keys that it does not name are allowed everywhere. */
export function packageJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(packageSchema, { io: 'input' });
  return { $schema, title: 'sizheng.json: what is in a package', ...rest };
}
