/** A folder with everything that is said about it: its tree, its settings, its spec, and what people declared. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { arrange } from '../arrange/arrange.ts';
import { isItemFile } from '../arrange/roles.ts';
import type { Language } from '../i18n/catalogue.ts';
import { machineError, usageError } from '../model/errors.ts';
import type { FileFacts } from '../model/facts.ts';
import { CONFIG_NAME, SHEET_NAME } from '../model/file-names.ts';
import { letterDeadline } from '../model/letter-deadline.ts';
import type { Scope, SettableRule, Spec } from '../model/spec.ts';
import type { Declarations, Entry, ItemFields, SheetRow, Submission, WorkspaceConfig } from '../model/submission.ts';
import { listTree } from '../scan/list-tree.ts';
import { loadSpec, readSpecText, type SpecPlace } from '../spec/load.ts';
import { pad2 } from '../util/format.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import { ParseMemo } from '../workspace/parse-memo.ts';
import { cacheFolder } from './state-folder.ts';
import { stateKey } from './state-key.ts';
import { refuseBesideSettings } from './workspace-root.ts';

export interface OpenOptions {
  /** Instead of the workspace's own. */
  readonly spec?: string | undefined;
  readonly scope?: Scope | undefined;
  readonly language: Language;
  /** Where what was parsed is remembered; the workspace's own folder unless told, `null` for nowhere. */
  readonly memoFolder?: string | null | undefined;
}

export interface Workspace {
  /** Absolute. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly config: WorkspaceConfig;
  readonly spec: Spec;
  readonly declarations: Declarations;
  /** Puts the entries in order, by what was measured of them. */
  arrange(facts: ReadonlyMap<string, FileFacts>): Submission;
  /** Keeps what was parsed for the next run. */
  remember(): Promise<void>;
}

/** @throws usageError for faults in what people wrote, machineError when the folder cannot be listed */
export async function openWorkspace(folder: string, options: OpenOptions): Promise<Workspace> {
  const root = resolve(folder);
  const entries = await listWorkspace(root, folder);
  await refuseBesideSettings(folder, entries);
  const memoFolder = options.memoFolder === undefined ? await cacheFolder(root) : options.memoFolder;
  const memo = await ParseMemo.open(memoFolder, stateKey([], options.memoFolder === undefined));
  const config = await readConfig(entries, memo, options);
  const spec = await loadSpecFor(config, root, options, memo);
  refuseLateDeadline(config, spec);
  if (options.spec === undefined) await refuseForeignAttestations(config, spec, entries, options.language);
  const declarations = await readDeclarations(entries, memo, options.language);
  return {
    ...{ root, entries, config, spec, declarations },
    arrange: (facts) => arrange({ spec, config, entries, declarations, facts }),
    remember: () => memo.save(),
  };
}

/** @param root absolute @param shown as it was given @throws machineError when it cannot be listed */
export async function listWorkspace(root: string, shown: string): Promise<readonly Entry[]> {
  try {
    return (await listTree(root)).entries;
  } catch (cause) {
    const { code = 'EIO' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw usageError('usage/not-a-folder', { path: shown }, cause);
    throw machineError('machine/root-unreadable', { path: shown, detail: code }, cause);
  }
}

async function readConfig(
  entries: readonly Entry[],
  memo: ParseMemo,
  { scope, language }: OpenOptions,
): Promise<WorkspaceConfig> {
  const entry = entries.find(({ path }) => path === CONFIG_NAME);
  const config = entry === undefined ? DEFAULT_CONFIG : await parseConfigFile(entry, memo, language);
  return scope === undefined ? config : { ...config, scope };
}

async function parseConfigFile(entry: Entry, memo: ParseMemo, language: Language): Promise<WorkspaceConfig> {
  const bytes = await readBytes(entry);
  return memo.get('config', bytes, async () => {
    const { parseConfig } = await import('../workspace/config.ts');
    return parseConfig(decode(bytes, entry), entry.path, language);
  });
}

/** The spec of a workspace, or the one asked for in its place: an id, or a path from where the command was given. */
export function loadSpecFor(
  config: Pick<WorkspaceConfig, 'spec'>,
  root: string,
  options: OpenOptions,
  memo?: ParseMemo,
): Promise<Spec> {
  const remember = (text: string, parse: () => Promise<Spec>) => memo?.get('spec', Buffer.from(text), parse) ?? parse();
  const [idOrPath, place] = specPlace(config, root, options);
  return loadSpec(idOrPath, { ...place, language: options.language, rules: settableRules, remember });
}

export async function settableRules(): Promise<readonly SettableRule[]> {
  return (await import('../rules/catalogue.ts')).SETTABLE_RULES;
}

/** The spec as it is written, with those it extends. */
export function specTextOf(
  { config, root }: Pick<Workspace, 'config' | 'root'>,
  options: OpenOptions,
): Promise<string> {
  return readSpecText(...specPlace(config, root, options));
}

function specPlace(
  { spec }: Pick<WorkspaceConfig, 'spec'>,
  root: string,
  { spec: asked }: OpenOptions,
): [idOrPath: string, place: SpecPlace] {
  // One spec may serve workspaces that lie side by side.
  return asked === undefined ? [spec, { from: root, within: dirname(root) }] : [asked, { from: process.cwd() }];
}

/** A province may ask for an earlier date; the letter's own it cannot move back. */
function refuseLateDeadline(config: WorkspaceConfig, spec: Spec): void {
  const { deadline: own } = config;
  const letter = letterDeadline(spec, config);
  if (own === null || letter === null) return;
  if (own.month < letter.month || (own.month === letter.month && own.day <= letter.day)) return;
  const shown = ({ month, day }: { month: number; day: number }) => `${own.year}-${pad2(month)}-${pad2(day)}`;
  throw usageError('config/late-deadline', { path: CONFIG_NAME, own: shown(own), letter: shown(letter) });
}

/** Nothing is recorded of an id that the spec has not: whoever signed believes that it is. */
async function refuseForeignAttestations(
  { attestations }: WorkspaceConfig,
  spec: Spec,
  entries: readonly Entry[],
  language: Language,
): Promise<void> {
  const ids = spec.attestations.map(({ id }) => id);
  const entry = entries.find(({ path }) => path === CONFIG_NAME);
  if (entry === undefined || Object.keys(attestations).every((id) => ids.includes(id))) return;
  const { refuseUnknownAttestations } = await import('../workspace/config.ts');
  refuseUnknownAttestations(decode(await readBytes(entry), entry), entry.path, ids, language);
}

async function readDeclarations(entries: readonly Entry[], memo: ParseMemo, language: Language): Promise<Declarations> {
  const itemFiles = new Map<string, ItemFields>();
  for (const entry of entries) {
    if (entry.type === 'file' && isItemFile(entry.path))
      itemFiles.set(entry.path, await readItem(entry, memo, language));
  }
  const sheet = entries.find(({ path, type }) => path === SHEET_NAME && type === 'file');
  return {
    itemFiles,
    sheet: sheet === undefined ? null : { path: sheet.path, rows: await readRows(sheet, memo, language) },
  };
}

async function readItem(entry: Entry, memo: ParseMemo, language: Language): Promise<ItemFields> {
  const bytes = await readBytes(entry);
  return memo.get('item', bytes, async () => {
    const { parseItemFile } = await import('../workspace/item-file.ts');
    return parseItemFile(decode(bytes, entry), entry.path, language);
  });
}

async function readRows(entry: Entry, memo: ParseMemo, language: Language): Promise<SheetRow[]> {
  const bytes = await readBytes(entry);
  return memo.get('sheet', bytes, async () => {
    const { readSheet } = await import('../workspace/sheet.ts');
    return readSheet(bytes, entry.path, language);
  });
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A byte order mark is taken off. */
function decode(bytes: Buffer, { path }: Entry): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw usageError('config/not-utf8', { path }, cause);
  }
}
