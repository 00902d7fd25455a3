/** The names and sizes of everything under a folder. Opens no file, follows no link. */
import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { baseName } from '../model/file-names.ts';
import type { Entry } from '../model/submission.ts';
import { byCodeUnit } from '../util/order.ts';

export interface FileTree {
  /** Absolute path of the root. */
  readonly root: string;
  /** In order of path, by code unit; the root itself is not among them. */
  readonly entries: readonly Entry[];
}

export interface ListOptions {
  /** Also what is nobody's work: for a package, in which nothing may hide. */
  readonly everything?: boolean;
}

/** Folders that are passed over: the program's own, and version control's. */
const CLOSED = new Set(['.sizheng', '.git', '.svn', '.hg']);

/** Named, and not entered: tens of thousands of files of tools. */
const UNOPENED = new Set(['node_modules', '__MACOSX', '@eaDir']);

// Deep enough for any folder people make; a tree that goes on and on ends here, and says so.
const MAX_DEPTH = 32;

const LOOKED_AT_ONCE = 256;

/**
 * Lists the tree below `root` (an absolute path).
 * @throws the system's error when the root itself cannot be listed; trouble further down stands in the entry.
 */
export async function listTree(root: string, { everything = false }: ListOptions = {}): Promise<FileTree> {
  const entries = await listFolder(Buffer.from(root), '', { depth: 0, everything });
  entries.sort((a, b) => byCodeUnit(a.path, b.path));
  return { root, entries };
}

/** One file by itself, which the user named: a link is followed. Its path is its name. @throws the system's error */
export async function listFile(file: string): Promise<Entry> {
  const stats = await stat(file, { bigint: true });
  return {
    path: basename(file),
    location: file,
    undecodable: false,
    type: typeOf(stats),
    ...measuresOf(stats),
    error: null,
  };
}

interface Walk {
  /** Of the folder that is listed, below the root. */
  readonly depth: number;
  readonly everything: boolean;
}

async function listFolder(location: Buffer, path: string, walk: Walk): Promise<Entry[]> {
  const { depth, everything } = walk;
  const dirents = await readdir(location, { withFileTypes: true, encoding: 'buffer' });
  const wanted = dirents.filter(({ name }) => everything || !CLOSED.has(name.toString()));
  const found: Entry[] = [];
  const looked: Entry[] = [];
  // One folder at a time, some hundred names together: quick, and little is under way at once.
  for (let at = 0; at < wanted.length; at += LOOKED_AT_ONCE) {
    const some = wanted.slice(at, at + LOOKED_AT_ONCE);
    looked.push(...(await Promise.all(some.map((dirent) => look(dirent, location, path)))));
  }
  for (const entry of looked) {
    const isOpen = entry.type === 'directory' && (everything || !UNOPENED.has(baseName(entry.path)));
    if (!isOpen) found.push(entry);
    else if (depth >= MAX_DEPTH) found.push({ ...entry, error: 'ELOOP' });
    else for (const below of await enter(entry, { ...walk, depth: depth + 1 })) found.push(below);
  }
  return found;
}

async function enter(folder: Entry, walk: Walk): Promise<Entry[]> {
  try {
    return [folder, ...(await listFolder(Buffer.from(folder.location), folder.path, walk))];
  } catch (error) {
    return [{ ...folder, error: errorCode(error) }];
  }
}

async function look(dirent: Dirent<Buffer>, parent: Buffer, parentPath: string): Promise<Entry> {
  const { name, undecodable } = decodeName(dirent.name);
  const path = parentPath === '' ? name : `${parentPath}/${name}`;
  const location = undecodable ? joinBytes(parent, dirent.name) : join(parent.toString(), name);
  const base = { path, location: isUtf8(parent) ? location : joinBytes(parent, dirent.name), undecodable };
  try {
    const stats = await lstat(base.location, { bigint: true });
    return { ...base, type: typeOf(stats), ...measuresOf(stats), error: null };
  } catch (error) {
    return { ...base, type: typeOf(dirent), sizeBytes: 0, mtimeNs: '0', ctimeNs: '0', error: errorCode(error) };
  }
}

function typeOf(stats: BigIntStats | Dirent<Buffer>): Entry['type'] {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'directory';
  return stats.isFile() ? 'file' : 'other';
}

function measuresOf(stats: BigIntStats): Pick<Entry, 'sizeBytes' | 'mtimeNs' | 'ctimeNs'> {
  return { sizeBytes: Number(stats.size), mtimeNs: String(stats.mtimeNs), ctimeNs: String(stats.ctimeNs) };
}

function joinBytes(parent: Buffer, name: Buffer): Buffer {
  return Buffer.concat([parent, Buffer.from('/'), name]);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isUtf8(bytes: Buffer): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are not UTF-8 stand as `\xNN` each, so that two such names stay different. */
export function decodeName(bytes: Buffer): { name: string; undecodable: boolean } {
  if (isUtf8(bytes)) return { name: bytes.toString(), undecodable: false };
  const name = [...bytes].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
  );
  return { name: name.join(''), undecodable: true };
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}
