/** Withdrawing a work, or taking one in: one word in the sheet or in the work's own item file; no material is touched. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCandidateFolder, isMarkedCandidate } from '../arrange/names.ts';
import type { Language } from '../i18n/catalogue.ts';
import { unwritable } from '../model/errors.ts';
import type { Item, ItemStatus } from '../model/submission.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import { editItemFile, type StatusChange } from '../workspace/item-file.ts';
import { findItem } from './find-items.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';

export interface StatusChanged {
  readonly item: Item;
  /** The file that says so now, relative to the workspace; `null` when nothing had to change. */
  readonly file: string | null;
}

/**
 * @param query a work, as `findItem` reads it
 * @throws SizhengError when there is no such work or the file cannot be written
 */
export async function changeStatus(
  folder: string,
  query: string,
  status: ItemStatus,
  reason: string | null,
  language: Language,
): Promise<StatusChanged> {
  const workspace = await openWorkspace(folder, { language });
  const submission = workspace.arrange(new Map());
  const item = findItem(query, submission, workspace.spec);
  if (item.status === status && item.fields.reason === reason) return { item, file: null };
  // A work is selected unless something says otherwise: then there is no word to leave behind.
  const word = status === 'selected' && !liesAmongCandidates(item) ? null : status;
  return { item, file: await writeStatus(item, { status: word, reason }, workspace, language) };
}

function liesAmongCandidates({ itemFile }: Item): boolean {
  return itemFile.split('/').some((name) => isCandidateFolder(name) || isMarkedCandidate(name));
}

/** Where the work already has a word of its own, that is changed: its item file, its row; else it gets an item file. */
async function writeStatus(
  item: Item,
  change: StatusChange,
  { root, declarations }: Workspace,
  language: Language,
): Promise<string> {
  const { sheet, itemFiles } = declarations;
  if (itemFiles.has(item.itemFile) || item.sheetLine === null || sheet === null) {
    const text = itemFiles.has(item.itemFile) ? await readFile(join(root, item.itemFile), 'utf8') : '';
    await write(root, item.itemFile, editItemFile(text, change));
    return item.itemFile;
  }
  const { editSheet } = await import('../workspace/sheet-edit.ts');
  const bytes = await readFile(join(root, sheet.path));
  await write(
    root,
    sheet.path,
    await editSheet(bytes, { line: item.sheetLine, changes: change }, sheet.path, language),
  );
  return sheet.path;
}

async function write(root: string, path: string, data: string | Uint8Array): Promise<void> {
  try {
    await writeAtomically(join(root, path), data);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}
