/** The one folder that a package stands in, inside its archive. */
import { isJunkName } from '../../../model/file-names.ts';
import { isSafePath } from '../../../model/package-paths.ts';

/**
 * The folder that all names begin with; empty when there is none. Litter of a system beside it does not count (macOS adds
 * `__MACOSX`), nor do names that lead elsewhere: those keep their whole name.
 */
export function findBase(names: readonly string[]): string {
  let base: string | null = null;
  for (const name of names) {
    const isFolder = name.endsWith('/');
    const path = isFolder ? name.slice(0, -1) : name;
    const [top = '', ...below] = path.split('/', 2);
    if (!isSafePath(path) || isJunkName(top)) continue;
    if (below.length === 0 && !isFolder) return '';
    base ??= top;
    if (top !== base) return '';
  }
  return base ?? '';
}

/** A name from the base folder; as it is where it does not stand in it. */
export function belowBase(name: string, base: string): string {
  const isBelow = base !== '' && name.startsWith(`${base}/`) && isSafePath(name.replace(/\/$/, ''));
  return isBelow ? name.slice(base.length + 1) : name;
}
