/** What kept state depends on beside the files it speaks of. */
import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { toolVersion } from './version.ts';

/** Goes up when the same file is read into something else. */
const STATE_VERSION = 4;

/**
 * State inside the workspace travels with it, so it is bound to this machine and user: nobody can send verdicts along with
 * their files. State in a folder that was asked for by name (`--cache-dir`) is the user's own to carry from machine to machine.
 */
export function stateKey(parts: readonly string[], bound: boolean): string {
  const machine = bound ? [hostname(), userName()] : [];
  return createHash('sha256')
    .update(JSON.stringify([STATE_VERSION, toolVersion(), parts, machine]))
    .digest('hex');
}

/** A user without an entry in the system's list (`docker run --user 1234`) has a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}
