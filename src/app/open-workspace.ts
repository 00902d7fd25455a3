/** A folder with everything that is said about it: its tree, its settings, its spec, and what people declared. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../i18n/catalogue.ts';
import { machineError, usageError } from '../model/errors.ts';
import { baseName, CONFIG_NAME, ITEM_FILE_NAME, ITEM_FILE_SUFFIX, SHEET_NAME } from '../model/file-names.ts';
import type { Scope, Spec } from '../model/spec.ts';
import type { Declarations, Entry, ItemFields, WorkspaceConfig } from '../model/submission.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { listTree } from '../scan/list-tree.ts';
import { loadSpec } from '../spec/load.ts';
import { defaultConfig, parseConfig } from '../workspace/config.ts';
import { parseItemFile } from '../workspace/item-file.ts';

export interface OpenOptions {
  /** Instead of the workspace's own. */
  readonly spec?: string | undefined;
  readonly scope?: Scope | undefined;
  readonly language: Language;
}

export interface Workspace {
  /** Absolute. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly config: WorkspaceConfig;
  readonly spec: Spec;
  readonly declarations: Declarations;
}

/** @throws usageError for faults in what people wrote, machineError when the folder cannot be listed */
export async function openWorkspace(folder: string, options: OpenOptions): Promise<Workspace> {
  const root = resolve(folder);
  const entries = await list(root, folder);
  const config = await readConfig(entries, options);
  const spec = await loadSpecFor(config, root, options);
  return { root, entries, config, spec, declarations: await readDeclarations(entries, options.language) };
}

async function list(root: string, shown: string): Promise<readonly Entry[]> {
  try {
    return (await listTree(root)).entries;
  } catch (cause) {
    const { code = 'EIO' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw usageError('usage/not-a-folder', { path: shown }, cause);
    throw machineError('machine/root-unreadable', { path: shown, detail: code }, cause);
  }
}

async function readConfig(entries: readonly Entry[], { scope, language }: OpenOptions): Promise<WorkspaceConfig> {
  const entry = entries.find(({ path }) => path === CONFIG_NAME);
  const config = entry === undefined ? defaultConfig() : parseConfig(await readText(entry), CONFIG_NAME, language);
  return scope === undefined ? config : { ...config, scope };
}

/** The spec of a workspace, or the one asked for in its place: an id, or a path from where the command was given. */
export function loadSpecFor(
  { spec }: Pick<WorkspaceConfig, 'spec'>,
  root: string,
  { spec: asked, language }: OpenOptions,
): Promise<Spec> {
  const ruleIds = CATALOGUE.map(({ id }) => id);
  return asked === undefined
    ? loadSpec(spec, { from: root, language, ruleIds })
    : loadSpec(asked, { from: process.cwd(), language, ruleIds });
}

async function readDeclarations(entries: readonly Entry[], language: Language): Promise<Declarations> {
  const itemFiles = new Map<string, ItemFields>();
  for (const entry of entries) {
    const name = baseName(entry.path);
    const speaks = entry.type === 'file' && (name === ITEM_FILE_NAME || name.endsWith(ITEM_FILE_SUFFIX));
    if (speaks) itemFiles.set(entry.path, parseItemFile(await readText(entry), entry.path, language));
  }
  const sheet = entries.find(({ path, type }) => path === SHEET_NAME && type === 'file');
  return { itemFiles, sheet: sheet === undefined ? null : { path: sheet.path, rows: await readRows(sheet, language) } };
}

async function readRows(sheet: Entry, language: Language) {
  const { readSheet } = await import('../workspace/sheet.ts');
  return readSheet(await readBytes(sheet), sheet.path, language);
}

async function readText(entry: Entry): Promise<string> {
  return (await readBytes(entry)).toString('utf8').replace(/^\uFEFF/, '');
}

// Files that people write by hand; anything larger is not what its name says.
const MAX_BYTES = 64 << 20;

async function readBytes(entry: Entry): Promise<Buffer> {
  if (entry.type !== 'file' || entry.sizeBytes > MAX_BYTES) throw usageError('config/unreadable', { path: entry.path });
  try {
    return await readFile(entry.location);
  } catch (cause) {
    throw usageError('config/unreadable', { path: entry.path }, cause);
  }
}
