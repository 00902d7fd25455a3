/** A package as a folder. Files are cloned where the file system can, linked where that is asked for, copied else. */
import { constants } from 'node:fs';
import { copyFile, link, lstat, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry } from '../model/submission.ts';
import { makeFolders } from '../util/make-folders.ts';
import { writeAll } from '../util/write-all.ts';
import type { MadeFile } from './content.ts';
import { type ReadContext, readSource } from './read-source.ts';
import type { PackageWriter } from './writer.ts';

export class FolderWriter implements PackageWriter {
  readonly #root: string;
  readonly #links: boolean;
  /** Becomes false with the first file that could not be cloned. */
  #clones = true;
  #sizeBytes = 0;

  /** @param links hard links in place of copies: the package then changes with its sources */
  constructor(root: string, { links }: { readonly links: boolean }) {
    this.#root = root;
    this.#links = links;
  }

  async addBytes({ path, bytes }: MadeFile): Promise<void> {
    const target = await this.#target(path);
    this.#sizeBytes += bytes.length;
    const handle = await open(target, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async addFile(path: string, entry: Entry, context: ReadContext): Promise<string> {
    const target = await this.#target(path);
    this.#sizeBytes += entry.sizeBytes;
    if (this.#links) return this.#linkOrCopy(entry, target, context);
    if (this.#clones && (await this.#clone(entry, target))) return (await readSource(entry, context)).sha256;
    return copySource(entry, target, context);
  }

  /** Read before it is linked: a link more is a change of the file to those who look at its times. Another disk takes no links. */
  async #linkOrCopy(entry: Entry, target: string, context: ReadContext): Promise<string> {
    const { sha256 } = await readSource(entry, context);
    try {
      await link(entry.location, target);
      return sha256;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      return copySource(entry, target, context);
    }
  }

  async finish(): Promise<number> {
    return this.#sizeBytes;
  }

  async #target(path: string): Promise<string> {
    const target = join(this.#root, path);
    await makeFolders(dirname(target));
    return target;
  }

  /** Copy-on-write: both are the same blocks until one of them is changed. */
  async #clone({ location }: Entry, target: string): Promise<boolean> {
    try {
      // A pipe that has come in the file's place would be waited for.
      if (!(await lstat(location)).isFile()) return false;
      await copyFile(location, target, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      this.#clones = false;
      await rm(target, { force: true });
      return false;
    }
  }
}

async function copySource(entry: Entry, target: string, context: ReadContext): Promise<string> {
  const handle = await open(target, 'wx');
  try {
    const { sha256 } = await readSource(entry, context, ({ bytes }, length, position) =>
      writeAll(handle, bytes.subarray(0, length), position),
    );
    await handle.sync();
    return sha256;
  } finally {
    await handle.close();
  }
}
