/** What of a workspace is read, and how deep. */
import type { Only } from '../judge/only.ts';
import type { Depth } from '../measure/measure-file.ts';
import type { Spec } from '../model/spec.ts';
import type { AssetSource, Entry, Submission } from '../model/submission.ts';
import type { Task } from './measure-files.ts';
import { templateEntries } from './templates.ts';

/** Forms are read so that what is left of them in a work is known; no verdict is passed on them. */
export function templateTasks(entries: readonly Entry[]): Task[] {
  return templateEntries(entries).map((entry) => ({ entry, depth: 'content' }));
}

/** Documents that hold, or may hold, the texts of many works. */
export function gatheredPaths({ assets }: Submission, { slots }: Spec): ReadonlySet<string> {
  const gathering = new Set(slots.filter(({ sections }) => sections !== null).map(({ id }) => id));
  return new Set(assets.filter(({ slot }) => gathering.has(slot ?? '')).map(({ path }) => path));
}

/**
 * Material is read; what belongs to no work, or fills no slot, is only looked at; withdrawn works are left alone. A document
 * that holds the texts of many works is read whichever of them is asked for.
 */
export function tasksOf(entries: readonly Entry[], submission: Submission, spec: Spec, only: Only | null): Task[] {
  const { items, assets, strays } = submission;
  const gathered = gatheredPaths(submission, spec);
  const isWanted = (path: string) => (only?.includesPath(path) ?? true) || gathered.has(path);
  const depths = new Map<string, Depth>(strays.map((path) => [path, 'type']));
  for (const asset of assets) depths.set(asset.path, 'content');
  for (const item of items) {
    if (item.status === 'withdrawn') continue;
    for (const { path, source } of item.assets) if (liesInFile(source)) depths.set(path, 'content');
  }
  return entries.flatMap((entry) => {
    const depth = depths.get(entry.path);
    const wanted = depth !== undefined && isReadable(entry) && isWanted(entry.path);
    return wanted ? [{ entry, depth }] : [];
  });
}

/** What stands in item.yaml or the sheet was read with it. */
function liesInFile({ type }: AssetSource): boolean {
  return type !== 'text' && type !== 'declared';
}

/** Files of works that are checked: only these can be the same one twice. */
export function comparable({ items }: Submission, entries: readonly Entry[], only: Only | null): Entry[] {
  const paths = new Set(
    items.filter(({ status }) => status !== 'withdrawn').flatMap(({ assets }) => assets.map(({ path }) => path)),
  );
  return entries.filter(
    (entry) => isReadable(entry) && paths.has(entry.path) && (only?.includesPath(entry.path) ?? true),
  );
}

export function isReadable({ type, error }: Entry): boolean {
  return type === 'file' && error === null;
}
