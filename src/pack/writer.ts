/** What every layout is written through, and the one order in which a package is written. */
import { machineError } from '../model/errors.ts';
import type { PlannedFile } from '../model/pack-plan.ts';
import type { Entry } from '../model/submission.ts';
import { sha256Of } from './bag.ts';
import type { Digests, MadeFile, PackageContent } from './content.ts';
import type { ReadContext } from './read-source.ts';

export interface PackageWriter {
  addBytes(file: MadeFile): Promise<void>;
  /**
   * Takes a file of the workspace, and gives the SHA-256 of the very bytes that were packed.
   * @throws machineError `machine/source-changed`
   */
  addFile(path: string, entry: Entry, context: ReadContext): Promise<string>;
  /** Nothing comes after: the size of the whole in bytes. */
  finish(): Promise<number>;
}

export interface Written {
  readonly sizeBytes: number;
  /** Of every file in the package. */
  readonly digests: Digests;
}

type SourceFile = Extract<PlannedFile['from'], { type: 'file' }>;

/** The same size and times, and other bytes: rare, and still not what was checked. */
async function addMeasured(
  path: string,
  { entry, sha256: measured }: SourceFile,
  writer: PackageWriter,
  context: ReadContext,
): Promise<string> {
  const sha256 = await writer.addFile(path, entry, context);
  if (measured !== null && sha256 !== measured)
    throw machineError('machine/source-changed', { path: entry.path, detail: null });
  return sha256;
}

export async function writePackage(
  { plan, before, after }: PackageContent,
  writer: PackageWriter,
  context: ReadContext,
): Promise<Written> {
  const digests = new Map<string, string>();
  const addMade = async (file: MadeFile) => {
    digests.set(file.path, sha256Of(file.bytes));
    await writer.addBytes(file);
  };
  for (const file of before) await addMade(file);
  for (const { path, from } of plan.files) {
    context.signal.throwIfAborted();
    if (from.type === 'text') await addMade({ path, bytes: from.bytes });
    else digests.set(path, await addMeasured(path, from, writer, context));
  }
  for (const file of await after(digests)) await addMade(file);
  return { sizeBytes: await writer.finish(), digests };
}
