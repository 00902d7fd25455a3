/** A run taken back. The disk itself says how far the run came: a file that holds what a step left there was written, a name that is there was given. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { baseName } from '../model/file-names.ts';
import type { ExactPath, FixLog, LoggedStep, Stamp, UndoObstacle } from '../model/fix.ts';
import { exactPath, folderOf, joinNames, keyOf, lastNameOf, locate, namesOf } from './exact-path.ts';
import { type Run, writeLog } from './log.ts';
import { renamedPath } from './names.ts';
import { sameContent } from './stamp.ts';
import { anyStampAt, clearStaged, isThere, stampAt, unmakeStep } from './steps.ts';

/**
 * Takes back what was made of a run, the last step first.
 * @returns what stands in the way; then nothing was touched
 * Rejects with the system's error; what is left can be taken back by another try.
 */
export async function undoRun(run: Run): Promise<readonly UndoObstacle[]> {
  const { made, obstacles } = await inspectRun(run);
  if (obstacles.length > 0) return obstacles;
  for (const index of made) await unmakeStep(run, index);
  await clearStaged(run.folder);
  const log: FixLog = { ...run.log, state: 'undone' };
  await writeLog(run.folder, log);
  return [];
}

interface Inspection {
  /** Numbers of the steps that were made, the last first. */
  readonly made: readonly number[];
  readonly obstacles: readonly UndoObstacle[];
}

type Outcome = 'made' | 'not-made' | UndoObstacle['why'];

async function inspectRun(run: Run): Promise<Inspection> {
  const places = new Places(run.root);
  const made: number[] = [];
  const obstacles = new Map<string, UndoObstacle['why']>();
  // Names of folders were given last, and where a folder is now decides where its files are.
  for (const [index, step] of [...run.log.steps.entries()].reverse()) {
    const outcome = await outcomeOf(step, run.folder, places);
    if (outcome === 'made') made.push(index);
    else if (outcome !== 'not-made') obstacles.set(shownPath(step, run.log), outcome);
  }
  return { made, obstacles: [...obstacles].reverse().map(([path, why]) => ({ path, why })) };
}

/** As the run left it. */
function shownPath(step: LoggedStep, { steps }: FixLog): string {
  const renames = steps.flatMap((one) => (one.type === 'rename' ? [one] : []));
  const names = new Map(renames.map(({ from, to }) => [from.path, baseName(to.path)]));
  return renamedPath(step.type === 'rename' ? step.from.path : step.at.path, { names });
}

async function outcomeOf(step: LoggedStep, folder: string, places: Places): Promise<Outcome> {
  if (step.type === 'rename') return renameOutcome(step.from, step.to, places);
  const location = await places.now(step.at);
  if (location === null) return 'missing';
  switch (step.type) {
    case 'write':
      return writeOutcome(step, await stampAt(location), await stampAt(join(folder, step.original)));
    case 'create':
      return (await isThere(location)) ? createOutcome(step.after, await stampAt(location)) : 'not-made';
    case 'remove':
      return removeOutcome(step.before, await isThere(location), join(folder, step.original));
  }
}

async function renameOutcome(from: ExactPath, to: ExactPath, places: Places): Promise<Outcome> {
  const names = await places.namesIn(folderOf(from));
  const [old, next] = [from, to].map((one) => names.has(lastNameOf(one).toString('hex')));
  if (old && next) return 'in-the-way';
  if (!old && !next) return 'missing';
  if (old) return 'not-made';
  places.rename(from, lastNameOf(to));
  return 'made';
}

function writeOutcome(
  { before, after }: Extract<LoggedStep, { type: 'write' }>,
  now: Stamp | null,
  original: Stamp | null,
): Outcome {
  if (now === null) return 'missing';
  if (sameContent(now, before)) return 'not-made';
  if (!sameContent(now, after)) return 'changed';
  return original !== null && sameContent(original, before) ? 'made' : 'backup-damaged';
}

function createOutcome(after: Stamp, now: Stamp | null): Outcome {
  return now !== null && sameContent(now, after) ? 'made' : 'changed';
}

async function removeOutcome(before: Stamp, there: boolean, original: string): Promise<Outcome> {
  const kept = await isThere(original);
  if (there) return kept ? 'in-the-way' : 'not-made';
  const stamp = kept ? await anyStampAt(original) : null;
  return stamp !== null && sameContent(stamp, before) ? 'made' : 'backup-damaged';
}

/** Where things are now, by the paths they had before any renaming. */
class Places {
  readonly #root: string;
  /** New names by key of the old path. */
  readonly #names = new Map<string, Buffer>();
  readonly #listings = new Map<string, ReadonlySet<string>>();

  constructor(root: string) {
    this.#root = root;
  }

  rename(from: ExactPath, name: Buffer): void {
    this.#names.set(keyOf(from), name);
  }

  /** `null` where a folder on the way is missing, or is a link: nothing is reached through one. */
  async now(exact: ExactPath): Promise<string | Buffer | null> {
    const folder = await this.#folder(folderOf(exact));
    return folder === null ? null : this.#locate([...folder, this.#names.get(keyOf(exact)) ?? lastNameOf(exact)]);
  }

  /** Names in a folder, to the byte, as hexadecimal. */
  async namesIn(folder: ExactPath | null): Promise<ReadonlySet<string>> {
    const names = await this.#folder(folder);
    if (names === null) return new Set();
    const key = joinNames(names).toString('hex');
    const listing = this.#listings.get(key) ?? (await listNames(this.#locate(names)));
    this.#listings.set(key, listing);
    return listing;
  }

  /** The names on the way to a folder as they are now; none to the root. */
  async #folder(folder: ExactPath | null): Promise<Buffer[] | null> {
    const old = folder === null ? [] : namesOf(folder);
    const now: Buffer[] = [];
    for (const [index, name] of old.entries()) {
      const key = joinNames(old.slice(0, index + 1)).toString('hex');
      now.push(this.#names.get(key) ?? name);
      const stats = await lstat(this.#locate(now)).catch(() => null);
      if (stats === null || !stats.isDirectory()) return null;
    }
    return now;
  }

  #locate(names: readonly Buffer[]): string | Buffer {
    const bytes = joinNames(names);
    return locate(this.#root, exactPath(bytes, bytes.toString('latin1')));
  }
}

async function listNames(folder: string | Buffer): Promise<ReadonlySet<string>> {
  const names = await readdir(folder, { encoding: 'buffer' });
  return new Set(names.map((name) => name.toString('hex')));
}
