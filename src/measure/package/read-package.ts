/** Reads a package into facts, in place: nothing of it is extracted. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { PackageFacts } from '../../model/package-facts.ts';
import type { Entry } from '../../model/submission.ts';
import { HashThreads } from '../../util/hash-threads.ts';
import { beginFacts, finishFacts, type PackageDraft } from './facts-draft.ts';
import { FolderReading } from './folder-reading.ts';
import type { ReadPackageOptions } from './options.ts';
import { ZipReading } from './zip/zip-reading.ts';

/** A pipe under the name of a file is not waited for; Windows has no such thing. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A package that is a ZIP. Rejects with the signal's reason, or when a hash thread has failed; any trouble with the file is a
 * fact. `receipt` and `source` are the caller's to add.
 * @param path as it was named
 * @param location what the system opens
 */
export async function readZipPackage(
  path: string,
  location: string,
  options: ReadPackageOptions,
): Promise<PackageFacts> {
  const draft = beginFacts(path, 'zip', options);
  return finish(draft, options, async (threads) => {
    const handle = await open(location, OPEN_FLAGS);
    try {
      await new ZipReading(draft, handle, threads, options).run();
    } finally {
      await handle.close();
    }
  });
}

/**
 * The same for a folder.
 * @param entries everything below it; folders count only where they could not be listed
 */
export async function readFolderPackage(
  path: string,
  entries: readonly Entry[],
  options: ReadPackageOptions,
): Promise<PackageFacts> {
  const draft = beginFacts(path, 'folder', options);
  return finish(draft, options, (threads) => new FolderReading(draft, entries, threads, options).run());
}

async function finish(
  draft: PackageDraft,
  { signal }: ReadPackageOptions,
  reading: (threads: HashThreads) => Promise<void>,
): Promise<PackageFacts> {
  return finishFacts(draft, signal, async () => {
    const threads = new HashThreads(availableParallelism());
    try {
      await reading(threads);
    } finally {
      await threads.close();
    }
  });
}
