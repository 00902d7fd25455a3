/** A package while it is written: beside its final name, and under it only when it is whole. */
import { createHash } from 'node:crypto';
import { link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { renameHeld } from '../util/write-atomically.ts';

const SUFFIX = '.part';
/** A process writes, flushes and reads back; nothing of that goes a day without a change. */
const STALE_MS = 86_400_000;

/** `浙江省.zip.3f2a91cc-4711.part`: whose it is can be told, so that only the rests of a run that is over are cleared. */
export function pendingPath(final: string): string {
  return `${final}.${machineTag()}-${process.pid}${SUFFIX}`;
}

function machineTag(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Takes away what runs that are over (killed, or cut off by a power failure) left in a folder, under whatever name: names hold the day. */
export async function clearStale(folder: string): Promise<void> {
  const pattern = new RegExp(`\\.${machineTag()}-(\\d+)\\${SUFFIX}$`);
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pattern.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if ((await isOld(path)) || !isRunning(Number(pid))) await rm(path, { recursive: true, force: true });
  }
}

async function isOld(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs > STALE_MS;
}

/** Our own number was another's before: nothing of ours is there yet. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EACCES']);

/** Puts a file under a name that nobody has: of two that come at once the second is refused (`EEXIST`). Where a file system has no links, it is as good as a rename. */
export async function commitNew(pending: string, final: string): Promise<void> {
  try {
    await link(pending, final);
    await rm(pending);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await renameHeld(pending, final);
  }
  await syncFolder(dirname(final));
}

/** Puts a file under its final name in one step; what stood there is replaced. */
export async function commitFile(pending: string, final: string): Promise<void> {
  await renameHeld(pending, final);
  await syncFolder(dirname(final));
}

/** Puts a file or a folder under its final name; what stood there is moved to `aside` first, never mixed with it. */
export async function commitAside(pending: string, final: string, aside: string | null): Promise<void> {
  if (aside !== null) await renameHeld(final, aside);
  try {
    await renameHeld(pending, final);
  } catch (error) {
    if (aside !== null) await rename(aside, final);
    throw error;
  }
  await syncFolder(dirname(final));
}

/** Makes a rename outlive a power failure. Windows opens no folders, and some file systems sync none: then it is left to them. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
