/** A packed ZIP taken apart, changed and put together again, with nothing of what packs or verifies. Used by tests only. */
import { readFile, writeFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import { sha256Of } from './bag-reader-for-tests.ts';

/** The records of an entry, as they lie in the archive: to write into them is to change it. */
export interface EntryRecords {
  readonly name: string;
  /** Where each begins. */
  readonly localOffset: number;
  readonly centralOffset: number;
  readonly local: Buffer;
  readonly central: Buffer;
  readonly data: Buffer;
  readonly dataOffset: number;
}

/** APPNOTE 4.3.16, 4.3.12 and 4.3.7, of an archive without ZIP64, comments and extra fields. */
export function recordsOf(zip: Buffer): EntryRecords[] {
  const end = zip.length - 22;
  const entries: EntryRecords[] = [];
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [sizeBytes, nameBytes, localOffset] = [24, 28, 42].map((field) => zip.readUInt32LE(at + field)) as [
      number,
      number,
      number,
    ];
    const centralEnd = at + 46 + (nameBytes & 0xffff);
    const dataOffset = localOffset + 30 + (nameBytes & 0xffff);
    entries.push({
      name: zip.subarray(at + 46, centralEnd).toString(),
      localOffset,
      centralOffset: at,
      local: zip.subarray(localOffset, dataOffset),
      central: zip.subarray(at, centralEnd),
      data: zip.subarray(dataOffset, dataOffset + sizeBytes),
      dataOffset,
    });
    at = centralEnd;
  }
  return entries;
}

/** A package's files, to be changed and packed again. Paths are relative to its base folder. */
export class BagEditor {
  readonly #base: string;
  readonly files: Map<string, Buffer>;

  constructor(zip: Uint8Array) {
    const entries = Object.entries(unzipSync(zip));
    this.#base = entries[0]?.[0].split('/')[0] as string;
    this.files = new Map(entries.map(([name, bytes]) => [name.slice(this.#base.length + 1), Buffer.from(bytes)]));
  }

  text(path: string): string {
    return (this.files.get(path) as Buffer).toString();
  }

  write(path: string, content: string | Uint8Array): void {
    this.files.set(path, Buffer.from(content as string));
  }

  replace(path: string, search: string | RegExp, replacement: string): void {
    const [before, after] = [this.text(path), this.text(path).replace(search, replacement)];
    if (before === after) throw new Error(`nothing to replace in ${path}`);
    this.write(path, after);
  }

  remove(path: string): void {
    if (!this.files.delete(path)) throw new Error(`no ${path}`);
  }

  rename(from: string, to: string): void {
    const bytes = this.files.get(from) as Buffer;
    this.remove(from);
    this.write(to, bytes);
  }

  /** Adds a file of the payload and says so everywhere: in `sizheng.json`, the lists and their sums. */
  addListed(path: string, content: string): void {
    this.write(path, content);
    const manifest = JSON.parse(this.text('sizheng.json'));
    const [asset] = manifest.items[0].assets;
    const bytes = Buffer.from(content);
    manifest.items[0].assets.push({ ...asset, path, sizeBytes: bytes.length, sha256: sha256Of(bytes), facts: null });
    this.write('sizheng.json', JSON.stringify(manifest));
    const payload = [...this.files].filter(([name]) => name.startsWith('data/'));
    const sum = payload.reduce((total, [, { length }]) => total + length, 0);
    this.replace('bag-info.txt', /^Payload-Oxum: .*$/m, `Payload-Oxum: ${sum}.${payload.length}`);
    this.write('manifest-sha256.txt', listOf(payload));
    this.reseal();
  }

  /** Lists the tag files anew, as somebody would who wants to hide what was changed. */
  reseal(): void {
    const list = 'tagmanifest-sha256.txt';
    this.write(list, listOf([...this.files].filter(([path]) => !path.startsWith('data/') && path !== list)));
  }

  /** As another program packs it. @param beside entries that stand beside the base folder */
  zip(beside: Readonly<Record<string, string>> = {}): Buffer {
    const inside = [...this.files].map(([path, bytes]) => [`${this.#base}/${path}`, bytes] as const);
    const outside = Object.entries(beside).map(([path, text]) => [path, Buffer.from(text)] as const);
    return Buffer.from(zipSync(Object.fromEntries([...inside, ...outside]), { level: 0 }));
  }
}

function listOf(files: readonly (readonly [path: string, bytes: Buffer])[]): string {
  return files.map(([path, bytes]) => `${sha256Of(bytes)}  ${path.replaceAll('%', '%25')}\n`).join('');
}

/** Rewrites a file's bytes. */
export async function patchFile(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(path, change(await readFile(path)));
}
