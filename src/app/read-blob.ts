/** A blob, read and checked like any file that somebody hands over. */
import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { type SizhengError, usageError } from '../model/errors.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Spec } from '../model/spec.ts';
import type { Entry, ItemFields, SheetRow, WorkspaceConfig } from '../model/submission.ts';
import { byteLines } from '../util/byte-lines.ts';
import { isGzip } from '../util/is-gzip.ts';
import { isRecord } from '../util/is-record.ts';
import { BLOB_SCHEMA, type Blob } from './blob.ts';
import { MAX_SHARDS } from './shards.ts';
import { toolVersion } from './version.ts';

/** Of any version. */
const anyHeader = z.object({ schema: z.string().startsWith('sizheng-blob/'), tool: z.string() });

const header = z.object({
  schema: z.literal(BLOB_SCHEMA),
  tool: z.string(),
  shard: z
    .object({ index: z.int().min(1), count: z.int().max(MAX_SHARDS) })
    .refine(({ index, count }) => index <= count),
  at: z.iso.datetime(),
  atGiven: z.boolean(),
  readers: z.array(z.object({ name: z.string(), version: z.string() })),
});

/** Its form inside is of the program's own making, as in the cache. */
function record<T>(): z.ZodType<T> {
  return z.custom<T>(isRecord);
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const texts = z.array(z.string()).transform((lines) => new Set(lines));

const batchSchema = z.object({
  spec: z.custom<Spec>((spec) => isRecord(spec) && typeof spec.sha256 === 'string'),
  config: record<WorkspaceConfig>(),
  strict: z.boolean(),
  entries: z.array(
    z
      .object({
        path: z.string().min(1),
        type: z.enum(['file', 'directory', 'link', 'other']),
        sizeBytes: z.int().min(0),
        mtimeNs: z.string().regex(/^-?\d{1,20}$/),
        undecodable: z.boolean(),
        error: z.string().nullable(),
      })
      // Nothing is opened by it.
      .transform((entry): Entry => ({ ...entry, ctimeNs: entry.mtimeNs, location: '' })),
  ),
  prints: z.array(z.tuple([z.string(), sha256])).transform((pairs) => new Map(pairs)),
  itemFiles: z.array(z.tuple([z.string(), record<ItemFields>()])),
  sheet: z.object({ path: z.string(), rows: z.array(record<SheetRow>()) }).nullable(),
  templates: z.object({ blanks: texts, instructions: texts, lines: texts }),
});

const found = z.tuple([
  z.string(),
  sha256.nullable(),
  z.custom<FileFacts>((facts) => isRecord(facts) && isRecord(facts.type) && 'content' in facts).nullable(),
]);

/** A shard of ten thousand works packs to less, and unpacks to less. */
const MAX_BYTES = 256 << 20;
const MAX_TEXT_BYTES = 512 << 20;

/** @throws usageError `usage/no-blob`, `usage/blob-version` */
export async function readBlob(path: string): Promise<Blob> {
  const lines = byteLines(await unpack(path));
  const parse = <T>(schema: z.ZodType<T>, line: Buffer | undefined, reason: 'foreign' | 'damaged' = 'damaged'): T => {
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) throw noBlob(path, reason, parsed.error);
    return parsed.data;
  };
  const first = lines.next().value;
  const { tool } = parse(anyHeader, first, 'foreign');
  if (tool !== toolVersion()) throw usageError('usage/blob-version', { path, version: tool, own: toolVersion() });
  const { shard, at, atGiven, readers } = parse(header, first);
  const { itemFiles, sheet, ...batch } = parse(batchSchema, lines.next().value);
  const blob = {
    ...{ path, shard, atMs: Date.parse(at), atGiven, readers },
    batch: { ...batch, declarations: { itemFiles: new Map(itemFiles), sheet } },
    facts: new Map<string, FileFacts>(),
    digests: new Map<string, string>(),
  };
  const unread = new Set(batch.entries.map((entry) => entry.path));
  for (const line of lines) {
    const [file, digest, facts] = parse(found, line);
    if (!unread.delete(file)) throw noBlob(path, 'damaged');
    if (digest !== null) blob.digests.set(file, digest);
    if (facts !== null) blob.facts.set(file, facts);
  }
  return blob;
}

async function unpack(path: string): Promise<Buffer> {
  const bytes = await readBytes(path);
  if (!isGzip(bytes)) throw noBlob(path, 'foreign');
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_BYTES });
  } catch (cause) {
    throw noBlob(path, 'damaged', cause);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const stats = await stat(path);
    // A pipe has no end that anybody knows of.
    if (!stats.isFile()) throw new TypeError('no file');
    if (stats.size > MAX_BYTES) throw new RangeError('too large');
    return await readFile(path);
  } catch (cause) {
    throw noBlob(path, 'unreadable', cause);
  }
}

function parseJson(line: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(line));
  } catch {
    return undefined;
  }
}

function noBlob(path: string, reason: 'unreadable' | 'foreign' | 'damaged', cause: unknown = undefined): SizhengError {
  return usageError('usage/no-blob', { path, reason }, cause);
}
