/** Whether a path lies in a folder, or is it; both absolute. Links are not looked at. */
import { isAbsolute, relative, sep } from 'node:path';

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // Another drive of Windows is an absolute way.
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
