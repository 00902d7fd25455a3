/** New names for a workspace, such that every work is still found whole, and what names a work follows it. */
import { arrange } from '../arrange/arrange.ts';
import { planNames, renamedPath } from '../fix/names.ts';
import { partedWorks, type Renaming } from '../fix/works.ts';
import type { FileFacts } from '../model/facts.ts';
import { parentPath } from '../model/file-names.ts';
import type { LeftAlone } from '../model/fix.ts';
import type { Item, Submission } from '../model/submission.ts';
import type { Workspace } from './open-workspace.ts';

export interface WorkspaceNames {
  /** New last names by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly left: readonly LeftAlone[];
  readonly renaming: Renaming;
}

/**
 * @param submission as it is arranged with `facts`
 * @param wanted which paths may get a new name
 */
export function planWorkspaceNames(
  workspace: Workspace,
  submission: Submission,
  facts: ReadonlyMap<string, FileFacts>,
  wanted: (path: string) => boolean,
): WorkspaceNames {
  const kept = new Set<string>();
  const parting: LeftAlone[] = [];
  for (;;) {
    const { names, left } = planNames(workspace.entries, (path) => wanted(path) && !kept.has(path));
    const renaming = renamingOf(workspace, submission, facts, names);
    const parted = names.size === 0 ? [] : partedWorks(renaming);
    if (parted.length === 0) return { names, left: [...left, ...parting], renaming };
    const own = [...names.keys()].filter((path) => parted.some((item) => belongsTo(path, item)));
    for (const path of own.length > 0 ? own : names.keys()) {
      kept.add(path);
      parting.push({ path, reason: 'name-parts-work' });
    }
  }
}

function belongsTo(path: string, { folder, assets, itemFile }: Item): boolean {
  if (folder !== null) return path === folder || path.startsWith(`${folder}/`);
  return path === itemFile || assets.some((asset) => asset.path === path);
}

function renamingOf(
  { entries, spec, config, declarations }: Workspace,
  before: Submission,
  facts: ReadonlyMap<string, FileFacts>,
  names: ReadonlyMap<string, string>,
): Renaming {
  const newPath = (path: string) => renamedPath(path, { names });
  const moved = <T>(byPath: ReadonlyMap<string, T>) =>
    new Map([...byPath].map(([path, value]) => [newPath(path), value]));
  const unreadable = new Set(entries.filter(({ undecodable }) => undecodable).map(({ path }) => path));
  const renamed = () =>
    arrange({
      ...{ spec, config, facts: moved(facts) },
      entries: entries.map((entry) => ({ ...entry, path: newPath(entry.path) })),
      declarations: { ...declarations, itemFiles: moved(declarations.itemFiles) },
    });
  const after = names.size === 0 ? before : renamed();
  return { before, after, newPath, wasUnreadable: (path) => isUnder(path, unreadable) };
}

function isUnder(path: string, folders: ReadonlySet<string>): boolean {
  for (let one = path; one !== ''; one = parentPath(one)) if (folders.has(one)) return true;
  return false;
}
