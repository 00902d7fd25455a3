/** Paths below a root, as the system has them: a name that is not UTF-8 is kept to the byte. */
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { parentPath } from '../model/file-names.ts';
import type { ExactPath } from '../model/fix.ts';
import type { Entry } from '../model/submission.ts';

const SLASH = 0x2f;

/** @param root absolute, as the entry was listed below it */
export function exactPathOf({ path, location }: Pick<Entry, 'path' | 'location'>, root: string): ExactPath {
  if (typeof location === 'string') return { path };
  const below = location.subarray(Buffer.byteLength(root));
  return { path, bytes: below.subarray(below[0] === SLASH ? 1 : 0).toString('hex') };
}

/** What the system opens. */
export function locate(root: string, exact: ExactPath): string | Buffer {
  if (exact.bytes === undefined) return join(root, exact.path);
  return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(exact.bytes, 'hex')]);
}

/** The same path to the byte has the same key. */
export function keyOf({ path, bytes }: ExactPath): string {
  return bytes ?? Buffer.from(path).toString('hex');
}

/** The names along the path, each to the byte. */
export function namesOf(exact: ExactPath): Buffer[] {
  const bytes = Buffer.from(keyOf(exact), 'hex');
  const names: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(SLASH); end >= 0; end = bytes.indexOf(SLASH, start)) {
    names.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...names, bytes.subarray(start)];
}

/** The last name, to the byte. */
export function lastNameOf(exact: ExactPath): Buffer {
  return namesOf(exact).at(-1) as Buffer;
}

/** The folder above; `null` for what lies in the root itself. */
export function folderOf(exact: ExactPath): ExactPath | null {
  const folder = namesOf(exact).slice(0, -1);
  return folder.length === 0 ? null : exactPath(joinNames(folder), parentPath(exact.path));
}

/** In the same folder, under another name. */
export function withName(exact: ExactPath, name: string): ExactPath {
  const folder = parentPath(exact.path);
  const path = folder === '' ? name : `${folder}/${name}`;
  return exactPath(joinNames([...namesOf(exact).slice(0, -1), Buffer.from(name)]), path);
}

export function joinNames(names: readonly Buffer[]): Buffer {
  return Buffer.concat(names.flatMap((name, index) => (index === 0 ? [name] : [Buffer.from([SLASH]), name])));
}

/** @param shown what stands for bytes that are not UTF-8 */
export function exactPath(bytes: Buffer, shown: string): ExactPath {
  return isUtf8(bytes) ? { path: bytes.toString() } : { path: shown, bytes: bytes.toString('hex') };
}

/** Stays below the root on this system: for paths that a file names. */
export function staysBelow(exact: ExactPath): boolean {
  const forbidden = process.platform === 'win32' ? /[\\:\0]/ : /\0/;
  return namesOf(exact).every((bytes) => {
    const name = bytes.toString('latin1');
    return name !== '' && name !== '.' && name !== '..' && !forbidden.test(name);
  });
}
