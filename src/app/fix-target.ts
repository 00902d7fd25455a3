/** What `fix` is to work on: a workspace, a file in one, or a file that stands alone. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { arrange } from '../arrange/arrange.ts';
import { findLastRun } from '../fix/log.ts';
import { machineError, usageError } from '../model/errors.ts';
import type { LoggedStep } from '../model/fix.ts';
import type { Declarations, Entry } from '../model/submission.ts';
import { listFile } from '../scan/list-tree.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import { loadSpecFor, type OpenOptions, openWorkspace, type Workspace } from './open-workspace.ts';
import { findRoot } from './workspace-root.ts';

export interface FixTarget {
  readonly workspace: Workspace;
  /** The one file that is meant, below the root; `null` for all. */
  readonly file: string | null;
}

/** @throws SizhengError as `openWorkspace` does; `usage/not-a-file` for a link */
export async function openFixTarget(target: string, options: OpenOptions): Promise<FixTarget> {
  const path = resolve(target);
  await refusePackage(path, target);
  if (!(await isFile(target))) return { workspace: await openWorkspace(target, options), file: null };
  if ((await lstat(path)).isSymbolicLink()) throw usageError('usage/not-a-file', { path: target });
  const root = await findRoot(dirname(path));
  if (root === null) return { workspace: await standAlone(path, options), file: basename(path) };
  return { workspace: await openWorkspace(root, options), file: below(root, path) };
}

/** A package is whole as it was packed: a change would break its digests. @param shown as it was given */
async function refusePackage(path: string, shown: string): Promise<void> {
  const real = await realpath(path).catch(() => path);
  for (let folder = real; ; folder = dirname(folder)) {
    if (await isFile(join(folder, PACKAGE_MARK))) throw usageError('usage/fix-package', { path: shown });
    if (dirname(folder) === folder) return;
  }
}

/** Stands at the root of every package that is a folder (BagIt). */
export const PACKAGE_MARK = 'bagit.txt';

/** Where the backups of a target are. A file may have another name since. @throws machineError when there is no such thing */
export async function findFixRoot(target: string): Promise<string> {
  const path = resolve(target);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error) && found.isDirectory()) return path;
  const root = (await findRoot(dirname(path))) ?? dirname(path);
  if (!(found instanceof Error)) return root;
  const last = found.code === 'ENOENT' ? await findLastRun(root) : null;
  if (last?.log?.steps.some((step) => namedIn(step).includes(below(root, path)))) return root;
  throw machineError('machine/root-unreadable', { path: target, detail: found.code ?? 'EIO' }, found);
}

/** The paths that a step speaks of. */
function namedIn(step: LoggedStep): string[] {
  return step.type === 'rename' ? [step.from.path, step.to.path] : [step.at.path];
}

function below(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function isFile(target: string): Promise<boolean> {
  return stat(target).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

const NO_DECLARATIONS: Declarations = { itemFiles: new Map(), sheet: null };

/** A workspace of one file. What lies beside it is known by name alone, so that no name is given twice. */
async function standAlone(file: string, options: OpenOptions): Promise<Workspace> {
  const root = dirname(file);
  const config = DEFAULT_CONFIG;
  const spec = await loadSpecFor(config, root, options);
  const entry = await listFile(file);
  const names = (await readdir(root)).filter((name) => name !== entry.path);
  const entries = [
    entry,
    ...names.map((path): Entry => ({ ...entry, path, location: join(root, path), type: 'other' })),
  ];
  return {
    ...{ root, entries, config, spec, declarations: NO_DECLARATIONS },
    arrange: (facts) => arrange({ spec, config, entries, declarations: NO_DECLARATIONS, facts }),
    remember: async () => undefined,
  };
}
