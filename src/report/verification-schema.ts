/** The published form of a verification in JSON, for scripts that read it. Keys may be added to it, never taken away. */
import * as z from 'zod';
import { VERIFICATION_SCHEMA, type Verification } from '../model/verification.ts';
import { count } from './schema-facts.ts';
import { judgementKeys, sha256, text, toPublishedSchema } from './schema-judgement.ts';

const verifiedPackage = z.object({
  path: text.describe('as it was named'),
  form: z.enum(['zip', 'folder']),
  kind: z.enum(['bag', 'upload', 'unknown']).describe('a BagIt bag, plain folders with an upload log, or neither'),
  name: text.nullable().describe('the name it gives itself'),
  draft: z.boolean(),
  sizeBytes: count.describe('of the ZIP, or of all files in the folder'),
  fileCount: count.describe('files of the payload'),
  payloadBytes: count,
  itemCount: count.nullable().describe('works; null: the package does not say'),
  sha256: sha256.nullable().describe('of the whole ZIP; null for a folder, and where nothing asked for it'),
  receipt: text.nullable().describe('what it was held against; null: nothing'),
  against: text.nullable().describe('the workspace it was held against; null: none'),
});

const verificationSchema = z.object({
  schema: z.literal(VERIFICATION_SCHEMA),
  ...judgementKeys,
  fast: z.boolean().describe('digests were left out'),
  packages: z.array(verifiedPackage),
}) satisfies z.ZodType<Verification>;

export function verificationJsonSchema(): object {
  return toPublishedSchema('sizheng verify --reporter json', verificationSchema);
}
