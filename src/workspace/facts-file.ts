/**
 * The file that facts are kept in: a line of JSON with the key, two for each file (what it is known by; its facts), and at the
 * end the digest of all before it. A batch has megabytes of facts: they are read and written line by line, each when it is asked
 * for, and not as one text.
 */
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileFacts } from '../model/facts.ts';
import { byteLines } from '../util/byte-lines.ts';
import { isRecord } from '../util/is-record.ts';
import { makeFolders } from '../util/make-folders.ts';
import { writeAtomically } from '../util/write-atomically.ts';

/** What a file is known by. */
export interface Stamp {
  readonly sizeBytes: number;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  /** When it was looked at, in milliseconds since 1970. */
  readonly seenMs: number;
  /** `type` facts say nothing of the content; `null`: only the digest is known. */
  readonly depth: 'type' | 'content' | null;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string | null;
}

export interface CacheEntry extends Stamp {
  readonly facts: FileFacts | null;
}

/** As it stands in the file: facts are parsed when they are asked for. */
export interface KeptEntry {
  readonly stamp: Stamp;
  /** JSON in UTF-8. */
  readonly line: Buffer;
}

export interface FactsFile<E = KeptEntry> {
  /** Everything that facts depend on beside the file. */
  readonly key: string;
  /** Versions of tools. */
  readonly tools: Readonly<Record<string, string>>;
  readonly entries: readonly (readonly [path: string, E])[];
}

export const FACTS_FILE = 'facts.jsonl';

const DIGEST_LENGTH = 64;
const MAX_BYTES = 512 << 20;

/** `null` when there is none, when it is no file of ours, or when a byte of it has changed. */
export async function readFactsFile(path: string): Promise<FactsFile | null> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size > MAX_BYTES) return null;
    const bytes = await readFile(path);
    const body = bytes.subarray(0, -DIGEST_LENGTH);
    const digest = createHash('sha256').update(body).digest('hex');
    return bytes.subarray(-DIGEST_LENGTH).toString('latin1') === digest ? parse(body) : null;
  } catch {
    return null;
  }
}

function parse(body: Buffer): FactsFile | null {
  const [header, ...lines] = byteLines(body);
  const { key, tools }: Partial<FactsFile> = JSON.parse(String(header));
  if (
    typeof key !== 'string' ||
    !isRecord(tools) ||
    Object.values(tools).some((version) => typeof version !== 'string')
  )
    return null;
  const entries: [string, KeptEntry][] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [path, stamp] = JSON.parse(String(lines[at])) as [unknown, unknown];
    if (typeof path !== 'string' || !isStamp(stamp)) return null;
    entries.push([path, { stamp, line: lines[at + 1] as Buffer }]);
  }
  return { key, tools, entries };
}

function isStamp(value: unknown): value is Stamp {
  if (!isRecord(value)) return false;
  const { sizeBytes, mtimeNs, ctimeNs, seenMs, depth, sha256 } = value;
  return (
    [sizeBytes, seenMs].every((one) => typeof one === 'number') &&
    [mtimeNs, ctimeNs].every((one) => typeof one === 'string') &&
    (sha256 === null || typeof sha256 === 'string') &&
    (depth === null || depth === 'type' || depth === 'content')
  );
}

/** `null` where they are none. */
export function readEntry({ stamp, line }: KeptEntry): CacheEntry | null {
  const facts = parseJson(line);
  const isSound = facts === null || (isRecord(facts) && isRecord(facts.type) && 'content' in facts);
  return isSound ? { ...stamp, facts: facts as FileFacts | null } : null;
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

/** Makes the folder where it is missing. Facts that cannot be written are no fault of the run: the next one measures again. */
export async function writeFactsFile(path: string, file: FactsFile<KeptEntry | CacheEntry>): Promise<void> {
  try {
    await makeFolders(dirname(path));
    await writeAtomically(path, sealed(file));
  } catch {
    // A full disk, a read-only workspace: nothing is kept.
  }
}

/** Written at once. */
const PIECE_BYTES = 1 << 20;

function* sealed(file: FactsFile<KeptEntry | CacheEntry>): Iterable<Uint8Array> {
  const hash = createHash('sha256');
  let lines: Uint8Array[] = [];
  let sizeBytes = 0;
  for (const line of toLines(file)) {
    hash.update(line);
    lines.push(line);
    sizeBytes += line.length;
    if (sizeBytes < PIECE_BYTES) continue;
    yield Buffer.concat(lines);
    [lines, sizeBytes] = [[], 0];
  }
  yield Buffer.concat([...lines, Buffer.from(hash.digest('hex'))]);
}

function* toLines({ key, tools, entries }: FactsFile<KeptEntry | CacheEntry>): Iterable<Uint8Array> {
  yield Buffer.from(`${JSON.stringify({ key, tools })}\n`);
  for (const [path, entry] of entries) {
    const { stamp, line } = 'line' in entry ? entry : toKept(entry);
    yield Buffer.concat([Buffer.from(`${JSON.stringify([path, stamp])}\n`), line, Buffer.from('\n')]);
  }
}

function toKept({ facts, ...stamp }: CacheEntry): KeptEntry {
  return { stamp, line: Buffer.from(JSON.stringify(facts)) };
}
