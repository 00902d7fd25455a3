/**
 * A second reader of BagIt, written from RFC 8493 alone: it shares no line with what packs and what verifies, so that a
 * mistake made on both sides of the house still shows. Used by tests only.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';

/** A bag's files by path from its base directory. */
export type BagFiles = ReadonlyMap<string, Buffer>;

export interface OpenBag {
  /** Of the base directory. */
  readonly name: string;
  readonly files: BagFiles;
}

/** RFC 8493, 4: a serialization holds one directory, which is the bag. @throws where it does not */
export async function openZipBag(path: string): Promise<OpenBag> {
  const zip = await openPromise(path, { strictFileNames: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (found.has(entry.fileName)) throw new Error(`${entry.fileName} stands twice`);
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} fails its CRC`);
    found.set(entry.fileName, bytes);
  }
  const names = new Set([...found.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [base = ''] = names;
  if (names.size !== 1 || base === '') throw new Error(`base directories: ${[...names].join(', ')}`);
  const files = new Map([...found].map(([name, bytes]) => [name.slice(base.length), bytes]));
  return { name: base.slice(0, -1), files };
}

export async function openFolderBag(path: string): Promise<OpenBag> {
  const dirents = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = dirents.filter((dirent) => !dirent.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (file) => [relative(path, file).split(sep).join('/'), await readFile(file)] as const),
  );
  return { name: basename(path), files: new Map(files) };
}

/** What keeps these files from being a complete and valid bag (RFC 8493, 3); nothing of a bag that is. */
export function problemsOf({ files }: OpenBag): string[] {
  return [...declarationProblems(files), ...infoProblems(files), ...payloadProblems(files), ...tagProblems(files)];
}

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** 2.1.1: these bytes and no others; a byte order mark is forbidden. */
function declarationProblems(files: BagFiles): string[] {
  const bytes = files.get('bagit.txt');
  return bytes?.equals(Buffer.from(DECLARATION)) ? [] : [`bagit.txt is ${JSON.stringify(bytes?.toString())}`];
}

/** 2.2.2: `label: value`, in order; a line that begins with white space goes on with the value before it. */
export function readTags(files: BagFiles): [label: string, value: string][] {
  const tags: [string, string][] = [];
  for (const line of linesOf(files, 'bag-info.txt')) {
    const [, label, value] = /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*)$/s.exec(line) ?? [];
    const last = tags.at(-1);
    if (label !== undefined && value !== undefined) tags.push([label, value]);
    else if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else throw new Error(`bag-info.txt: ${JSON.stringify(line)}`);
  }
  return tags;
}

/** 2.2.2: what is reserved and not to be repeated is not repeated; Payload-Oxum counts the payload. */
function infoProblems(files: BagFiles): string[] {
  const tags = readTags(files);
  const payload = payloadOf(files);
  const sizeBytes = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  const oxums = tags.filter(([label]) => label.toLowerCase() === 'payload-oxum').map(([, value]) => value);
  const expected = `${sizeBytes}.${payload.length}`;
  return oxums.join() === expected ? [] : [`Payload-Oxum is ${oxums.join()}, not ${expected}`];
}

const PAYLOAD_LIST = 'manifest-sha256.txt';
const TAG_LIST = 'tagmanifest-sha256.txt';

/** 2.1.3: every file of the payload, once, and nothing else. */
function payloadProblems(files: BagFiles): string[] {
  return listProblems(PAYLOAD_LIST, payloadOf(files), files);
}

/** 2.2.1: here every other tag file; never itself. */
function tagProblems(files: BagFiles): string[] {
  const tags = [...files.keys()].filter((path) => !isPayload(path) && path !== TAG_LIST);
  const others = tags.filter((path) => /^(?:tag)?manifest-/.test(path) && path !== PAYLOAD_LIST);
  return [...listProblems(TAG_LIST, tags, files), ...others.map((path) => `${path} is one list too many`)];
}

function listProblems(list: string, due: readonly string[], files: BagFiles): string[] {
  const problems: string[] = [];
  const listed = new Set<string>();
  for (const line of linesOf(files, list)) {
    const [, digest, written] = /^([0-9a-fA-F]{64})[ \t]+(\S.*)$/s.exec(line) ?? [];
    if (digest === undefined || written === undefined) problems.push(`${list}: ${JSON.stringify(line)}`);
    else {
      const path = decodePath(written);
      if (listed.has(path)) problems.push(`${list}: ${path} stands twice`);
      listed.add(path);
      const bytes = files.get(path);
      if (bytes === undefined) problems.push(`${list}: ${path} is not there`);
      else if (sha256Of(bytes) !== digest.toLowerCase()) problems.push(`${list}: ${path} has another digest`);
      if (!due.includes(path)) problems.push(`${list}: ${path} does not belong here`);
    }
  }
  return [...problems, ...due.filter((path) => !listed.has(path)).map((path) => `${list}: ${path} is not listed`)];
}

/** 2.1.3: CR, LF and the percent sign are written `%0D`, `%0A`, `%25`; a percent sign that is none of these is a fault. */
function decodePath(written: string): string {
  return written.replace(/%(..)?/g, (_, code: string | undefined) => {
    if (code === undefined || !/^(?:0[AaDd]|25)$/.test(code)) throw new Error(`a bare % in ${written}`);
    return String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** 2.3: lines end in LF, CR or CRLF; the text is UTF-8, as declared. */
function linesOf(files: BagFiles, path: string): string[] {
  const bytes = files.get(path) ?? Buffer.alloc(0);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

export function payloadOf(files: BagFiles): string[] {
  return [...files.keys()].filter(isPayload);
}

function isPayload(path: string): boolean {
  return path.startsWith('data/');
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
