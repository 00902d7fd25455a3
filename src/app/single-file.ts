/** One file given in place of a folder: where it stands in its workspace, or the slot it would fill in one. */
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { arrange } from '../arrange/arrange.ts';
import { readClaim } from '../arrange/names.ts';
import { kindForSlot } from '../arrange/slots.ts';
import { usageError } from '../model/errors.ts';
import { CONFIG_NAME, splitName } from '../model/file-names.ts';
import type { Category, Spec } from '../model/spec.ts';
import type { Entry } from '../model/submission.ts';
import { listFile } from '../scan/list-tree.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import { loadSpecFor, type OpenOptions, openWorkspace, type Workspace } from './open-workspace.ts';

export interface SingleFile {
  readonly workspace: Workspace;
  /** The file's path in it. */
  readonly path: string;
  /** It lies in a real workspace, not in one made up around it. */
  readonly known: boolean;
}

export async function openSingleFile(target: string, options: OpenOptions): Promise<SingleFile> {
  const file = resolve(target);
  const root = await findRoot(dirname(file));
  if (root !== null) {
    const path = relative(root, file).split(sep).join('/');
    const workspace = await openWorkspace(root, options);
    if (fillsSlot(path, workspace)) return { workspace, path, known: true };
  }
  return standAlone(file, options);
}

/** A file that belongs to no work of its workspace is checked by itself. */
function fillsSlot(path: string, workspace: Workspace): boolean {
  const { items } = arrange({ ...workspace, facts: new Map() });
  return items.some(({ assets }) => assets.some((asset) => asset.path === path && asset.slot !== null));
}

/** The nearest folder above with a `sizheng.yaml`. */
async function findRoot(folder: string): Promise<string | null> {
  const found = await stat(join(folder, CONFIG_NAME)).then(
    () => true,
    () => false,
  );
  if (found) return folder;
  return dirname(folder) === folder ? null : findRoot(dirname(folder));
}

async function standAlone(file: string, options: OpenOptions): Promise<SingleFile> {
  const entry = await listFile(file);
  const config = { ...DEFAULT_CONFIG, scope: options.scope ?? 'province' };
  const spec = await loadSpecFor(config, dirname(file), options);
  const category = likelyCategory(entry, spec);
  if (category === null)
    throw usageError('usage/no-slot', { path: entry.path, categories: spec.categories.map(({ name }) => name) });
  const path = `${category.name}/${entry.path}`;
  const declarations = { itemFiles: new Map(), sheet: null };
  const remember = async () => undefined;
  return {
    workspace: { root: dirname(file), entries: [{ ...entry, path }], config, spec, declarations, remember },
    path,
    known: false,
  };
}

/** The category whose slot the name claims, else the first with a slot for files of this kind. */
function likelyCategory({ path }: Entry, { categories }: Spec): Category | null {
  const { kind } = kindForSlot(path, undefined);
  const { stem } = splitName(path);
  const named = categories.find(({ name, folders }) => [name, ...folders].some((word) => stem.includes(word)));
  const claimed = categories.find(({ slots }) => readClaim(stem, slots).slot !== null);
  const fitting = categories.find(({ slots }) => slots.some(({ kinds }) => kind !== null && kinds.includes(kind)));
  return (kind === 'document' ? (named ?? claimed) : undefined) ?? fitting ?? null;
}
