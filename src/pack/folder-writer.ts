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
  /** By inode: when a source had last changed as it was measured, and since our link to it. Nanoseconds since 1970. */
  readonly #linked = new Map<string, { readonly measured: string; readonly ctimeNs: string }>();
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
    const source = await this.#withOwnChange(entry);
    const { sha256 } = await readSource(source, context);
    try {
      await link(entry.location, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      return copySource(source, target, context);
    }
    const { inode, ctimeNs } = await identify(target);
    this.#linked.set(inode, { measured: entry.ctimeNs, ctimeNs });
    return sha256;
  }

  /** Two sources may be one file under two names: once the first is linked, the second has changed by that, and by that alone. */
  async #withOwnChange(entry: Entry): Promise<Entry> {
    if (this.#linked.size === 0) return entry;
    // What cannot be looked at is told when it is read.
    const found = await identify(entry.location).catch(() => null);
    const linked = found === null ? undefined : this.#linked.get(found.inode);
    return linked?.measured === entry.ctimeNs ? { ...entry, ctimeNs: linked.ctimeNs } : entry;
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

async function identify(location: string | Buffer): Promise<{ inode: string; ctimeNs: string }> {
  const { dev, ino, ctimeNs } = await lstat(location, { bigint: true });
  return { inode: `${dev}:${ino}`, ctimeNs: `${ctimeNs}` };
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
