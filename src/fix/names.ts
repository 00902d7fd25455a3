/** New names for what other systems cannot hold: NFC, nothing that Windows forbids, UTF-8. Nothing is renamed here. */
import { baseName, isJunkName, parentPath, TEMPLATE_FOLDER } from '../model/file-names.ts';
import type { LeftAlone } from '../model/fix.ts';
import { portableName, UniqueNames } from '../model/safe-names.ts';
import type { Entry } from '../model/submission.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { MAX_NAME_BYTES } from './backup-path.ts';
import { readNames } from './undecodable-names.ts';

export interface NamePlan {
  /** Last names by path, as it is now. */
  readonly names: ReadonlyMap<string, string>;
  readonly left: readonly LeftAlone[];
}

/** @param wanted which paths may get a new name */
export function planNames(entries: readonly Entry[], wanted: (path: string) => boolean): NamePlan {
  const open = entries.filter((entry) => isOurs(entry) && wanted(entry.path));
  const read = readNames(open.filter(({ undecodable }) => undecodable));
  const left: LeftAlone[] = [];
  const proposed = new Map<string, string>();
  for (const { path, undecodable } of open) {
    const name = undecodable ? read.get(path) : baseName(path);
    const mended = name === undefined ? null : portableName(name);
    if (mended === null) left.push({ path, reason: 'name-encoding' });
    else if (isJunkName(mended)) left.push({ path, reason: 'name-hidden' });
    else if (undecodable || mended !== name) proposed.set(path, mended);
  }
  const names = withoutCollisions(entries, proposed);
  for (const [path, name] of names) {
    if (Buffer.byteLength(name) <= MAX_NAME_BYTES) continue;
    names.delete(path);
    left.push({ path, reason: 'name-long' });
  }
  return { names, left };
}

/** Links stay as they are, and so does what is handed out, and what is no material. */
function isOurs({ path, type, error }: Entry): boolean {
  const names = path.split('/');
  return (
    (type === 'file' || type === 'directory') &&
    error === null &&
    names[0] !== TEMPLATE_FOLDER &&
    !names.some(isJunkName)
  );
}

/** A name that is there already, whatever its case, is nobody's a second time. */
function withoutCollisions(entries: readonly Entry[], proposed: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const siblings of groupBy(entries, ({ path }) => parentPath(path)).values()) {
    const unique = new UniqueNames();
    const [moving, staying] = [true, false].map((moves) => siblings.filter(({ path }) => proposed.has(path) === moves));
    for (const { path } of staying ?? []) unique.take('', baseName(path).normalize('NFC'));
    for (const { path } of moving ?? []) names.set(path, unique.take('', proposed.get(path) as string));
  }
  return names;
}

/** A path once every new name on it is given. */
export function renamedPath(path: string, { names }: Pick<NamePlan, 'names'>): string {
  if (names.size === 0) return path;
  const parts = path.split('/');
  return parts.map((part, index) => names.get(parts.slice(0, index + 1).join('/')) ?? part).join('/');
}

/** What lies deepest comes first, so that every path is still true when its turn comes. */
export function inRenamingOrder(paths: Iterable<string>): string[] {
  const depth = (path: string) => path.split('/').length;
  return [...paths].sort((a, b) => depth(b) - depth(a) || byCodeUnit(a, b));
}
