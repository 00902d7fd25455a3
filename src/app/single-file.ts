/** One file given in place of a folder: where it stands in its workspace, or the slot it would fill in one. */
import { dirname, relative, resolve, sep } from 'node:path';
import { NO_FIELDS } from '../arrange/fields.ts';
import { readClaim } from '../arrange/names.ts';
import { kindForSlot } from '../arrange/slots.ts';
import { usageError } from '../model/errors.ts';
import { ITEM_FILE_SUFFIX, splitName } from '../model/file-names.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, Submission } from '../model/submission.ts';
import { listFile } from '../scan/list-tree.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import { loadSpecFor, type OpenOptions, openWorkspace, type Workspace } from './open-workspace.ts';
import { findRoot } from './workspace-root.ts';

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
  const { items } = workspace.arrange(new Map());
  return items.some(({ assets }) => assets.some((asset) => asset.path === path && asset.slot !== null));
}

async function standAlone(file: string, options: OpenOptions): Promise<SingleFile> {
  const entry = await listFile(file);
  const config = { ...DEFAULT_CONFIG, scope: options.scope ?? 'province' };
  const spec = await loadSpecFor(config, dirname(file), options);
  const place = likelyPlace(entry, spec);
  if (place === null)
    throw usageError('usage/no-slot', { path: entry.path, categories: spec.categories.map(({ name }) => name) });
  return {
    workspace: {
      ...{ root: dirname(file), entries: [entry], config, spec },
      declarations: { itemFiles: new Map(), sheet: null },
      arrange: () => submissionOf(entry, place),
      remember: async () => undefined,
    },
    path: entry.path,
    known: false,
  };
}

interface Place {
  readonly category: Category;
  readonly slot: Slot;
}

/** The slot that the name claims, else the first for files of this kind; documents go by the category their name speaks of. */
function likelyPlace({ path }: Entry, { categories }: Spec): Place | null {
  const { kind } = kindForSlot(path, undefined);
  const { stem } = splitName(path);
  const named = categories.filter(({ name, folders }) => [name, ...folders].some((word) => stem.includes(word)));
  for (const category of [...named, ...categories]) {
    const fitting = category.slots.filter(({ kinds }) => kind !== null && kinds.includes(kind));
    const claim = readClaim(stem, category.slots).slot;
    const slot = fitting.find(({ id }) => id === claim?.id) ?? fitting[0];
    if (slot !== undefined) return { category, slot };
  }
  return null;
}

/** A work of this one file. */
function submissionOf({ path, sizeBytes }: Entry, { category, slot }: Place): Submission {
  const { stem } = splitName(path);
  const { kind } = kindForSlot(path, undefined);
  const asset: Asset = { slot: slot.id, kind, path, sizeBytes, source: { type: 'file' } };
  const item: Item = {
    ...{ id: `${category.name}/${stem}`, category: category.id, fields: NO_FIELDS, title: stem },
    ...{ institution: null, people: [], topic: null, status: 'selected', folder: null, conflicts: [] },
    ...{ itemFile: `${stem}${ITEM_FILE_SUFFIX}`, sheetLine: null, assets: [asset] },
  };
  return { items: [item], assets: [], strays: [], junk: [], emptyFolders: [], unmatchedRows: [] };
}
