/** The writing of a package: under a name of its own until it is whole, flushed and read back. */
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Writable } from 'node:stream';
import { machineError, unwritable, usageError } from '../model/errors.ts';
import { FolderWriter } from '../pack/folder-writer.ts';
import { clearStale, commitAside, commitFile, commitNew, pendingPath } from '../pack/pending.ts';
import type { ReadContext } from '../pack/read-source.ts';
import { type Written, writePackage } from '../pack/writer.ts';
import { dosTime } from '../pack/zip/dos-time.ts';
import { ZipFileWriter } from '../pack/zip/zip-file-writer.ts';
import { HashThreads } from '../util/hash-threads.ts';
import { systemCode } from '../util/system-error.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import { formatCompactSecond, wallClockMs } from '../util/zone.ts';
import { exists, refuseExisting } from './output-place.ts';
import type { PackTarget } from './pack-target.ts';
import { type PackPreparation, refuseTooLarge } from './prepare-pack.ts';
import type { readBack as ReadBack } from './read-back.ts';

export interface Packed {
  readonly written: Written;
  /** Of the whole ZIP, hexadecimal; `null` for a folder, and where nothing was read back. */
  readonly sha256: string | null;
  readonly verified: boolean;
  /** Where a folder that stood in the way was moved to. */
  readonly aside: string | null;
  readonly timings: PackTimings;
}

/** Milliseconds. */
export interface PackTimings {
  readonly writeMs: number;
  /** Until everything lay on the disk. */
  readonly flushMs: number;
  readonly verifyMs: number;
}

/** A text that is put beside the package in the same step. */
export interface Companion {
  readonly path: string;
  readonly text: string;
}

export type Companions = (done: Pick<Packed, 'written' | 'sha256' | 'verified'>) => readonly Companion[];

/** @throws SizhengError; whatever happens, nothing but a whole package stands at the target, and its companions beside it */
export async function writeTo(
  target: PackTarget,
  preparation: PackPreparation,
  companionsOf: Companions,
): Promise<Packed> {
  const pending = pendingPath(target.path);
  const companions: Committable[] = [];
  await clearStale(dirname(target.path));
  try {
    const { written, writeMs, flushMs } = await writePending(pending, preparation);
    refuseTooLarge(preparation.plan, written.sizeBytes, preparation.options);
    const startedMs = performance.now();
    const verified = preparation.options.verify !== false;
    const sha256 = verified ? await verifyPending(pending, target, written, preparation) : null;
    const timings = { writeMs, flushMs, verifyMs: performance.now() - startedMs };
    for (const { path, text } of companionsOf({ written, sha256, verified })) {
      companions.push({ pending: pendingPath(path), path });
      await writeAtomically(pendingPath(path), text);
    }
    preparation.options.signal?.throwIfAborted();
    const aside = await commit({ pending, path: target.path }, companions, preparation);
    return { written, sha256, verified, aside, timings };
  } catch (error) {
    for (const one of [pending, ...companions.map((companion) => companion.pending)])
      await rm(one, { recursive: true, force: true }).catch(() => undefined);
    throw systemCode(error) === null ? error : unwritable(target.path, error);
  }
}

/** Loaded when it is asked for: the reading of packages is as large as the writing. */
async function verifyPending(...reading: Parameters<typeof ReadBack>): Promise<string | null> {
  const { readBack } = await import('./read-back.ts');
  return readBack(...reading);
}

interface PendingPackage {
  readonly written: Written;
  readonly writeMs: number;
  readonly flushMs: number;
}

async function writePending(pending: string, preparation: PackPreparation): Promise<PendingPackage> {
  const threads = new HashThreads(1);
  const context = readContext(preparation, threads);
  try {
    return preparation.plan.layout === 'bag'
      ? await writeZip(pending, preparation, context)
      : await writeFolder(pending, preparation, context);
  } finally {
    await threads.close();
  }
}

function readContext({ plan, options }: PackPreparation, threads: HashThreads): ReadContext {
  const { signal = new AbortController().signal, onPack } = options;
  let doneBytes = 0;
  return {
    threads,
    signal,
    onBytes(bytes) {
      doneBytes += bytes;
      onPack?.({ stage: 'write', doneBytes, totalBytes: plan.payloadBytes });
    },
  };
}

async function writeZip(pending: string, preparation: PackPreparation, context: ReadContext): Promise<PendingPackage> {
  const { plan, report, content, options } = preparation;
  const startedMs = performance.now();
  const handle = await open(pending, 'wx');
  try {
    const writer = new ZipFileWriter(handle, plan.name, dosTime(plan.packedAtMs, report.timezone));
    const written = await writePackage(content, writer, context);
    const writtenMs = performance.now();
    options.onPack?.({ stage: 'flush', doneBytes: plan.payloadBytes, totalBytes: plan.payloadBytes });
    await handle.sync();
    return { written, writeMs: writtenMs - startedMs, flushMs: performance.now() - writtenMs };
  } finally {
    await handle.close();
  }
}

/** Every file is flushed as it is written: a folder has no one end to wait for. */
async function writeFolder(
  pending: string,
  { content, options }: PackPreparation,
  context: ReadContext,
): Promise<PendingPackage> {
  const startedMs = performance.now();
  await mkdir(pending);
  const written = await writePackage(content, new FolderWriter(pending, { links: options.link === true }), context);
  return { written, writeMs: performance.now() - startedMs, flushMs: 0 };
}

interface Committable {
  readonly pending: string;
  readonly path: string;
}

/**
 * The package first: a receipt without one would be a lie. What stands in the way was let go by `--force` alone; receipts and
 * folders are then kept under another name, for they may be all that is left of what was handed in before.
 */
async function commit(
  main: Committable,
  companions: readonly Committable[],
  { plan, report, options }: PackPreparation,
): Promise<string | null> {
  if (options.force !== true) await refuseExisting([main, ...companions].map(({ path }) => path));
  const mark = `旧-${formatCompactSecond(Date.now(), report.timezone)}`;
  const inTheWay = async (path: string) => ((await exists(path)) ? asideOf(path, mark) : null);
  const aside = plan.layout === 'bag' ? null : await inTheWay(main.path);
  if (plan.layout === 'bag' && options.force !== true) await commitNewAt(main);
  else if (plan.layout === 'bag') await commitFile(main.pending, main.path);
  else await commitAside(main.pending, main.path, aside);
  for (const { pending, path } of companions) await commitAside(pending, path, await inTheWay(path));
  return aside;
}

async function commitNewAt({ pending, path }: Committable): Promise<void> {
  try {
    await commitNew(pending, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw usageError('usage/package-exists', { path }, cause);
    throw cause;
  }
}

/** The mark stands before the extension, so that the file still opens. */
function asideOf(path: string, mark: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, /^\.(?:txt|json|zip)$/i.test(ext) ? `${name}-${mark}${ext}` : `${name}${ext}-${mark}`);
}

/** @throws SizhengError; the stream then ends before its directory, and no reader takes it for a package */
export async function streamPackage(sink: Writable, preparation: PackPreparation): Promise<Packed> {
  const { plan, report, content } = preparation;
  const startedMs = performance.now();
  // archiver is large, and serves nothing else.
  const { ZipStreamWriter } = await import('../pack/zip/zip-stream-writer.ts');
  const threads = new HashThreads(1);
  // archiver writes the clock of UTC; what a ZIP keeps is a wall clock.
  const writer = new ZipStreamWriter(sink, plan.name, new Date(wallClockMs(plan.packedAtMs, report.timezone)));
  try {
    const written = await writePackage(content, writer, readContext(preparation, threads));
    const timings = { writeMs: performance.now() - startedMs, flushMs: 0, verifyMs: 0 };
    return { written, sha256: writer.sha256(), verified: false, aside: null, timings };
  } catch (error) {
    const detail = systemCode(error);
    throw detail === null ? error : machineError('machine/stream-ended', { detail }, error);
  } finally {
    await threads.close();
  }
}
