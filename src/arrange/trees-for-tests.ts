/** Builders for tests: a tree from its paths, and what became of it in one line a work. */
import type { FileFacts } from '../model/facts.ts';
import { baseName, parentPath } from '../model/file-names.ts';
import type { Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, ItemFields, SheetRow, Submission, WorkspaceConfig } from '../model/submission.ts';
import { loadSpec } from '../spec/load.ts';
import { arrange } from './arrange.ts';
import { NO_FIELDS } from './fields.ts';

/** The letter's own spec. */
export function loadLetterSpec(): Promise<Spec> {
  return loadSpec('moe-2022', { from: '/', language: 'en', rules: async () => [] });
}

const CONFIG: WorkspaceConfig = {
  spec: 'moe-2022',
  scope: 'province',
  batch: 'first',
  province: null,
  institution: null,
  year: 2027,
  deadline: null,
  contact: null,
  waivers: [],
  attestations: {},
  eol: 'lf',
};

/** Files as a scan would list them, with the folders above them; a path that ends in `/` is a folder. */
export function entriesOf(paths: readonly string[]): Entry[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = parentPath(path); folder !== ''; folder = parentPath(folder)) folders.add(folder);
  }
  const files = paths.filter((path) => !path.endsWith('/')).map((path) => toEntry(path, 'file'));
  return [...files, ...[...folders].map((path) => toEntry(path, 'directory'))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function toEntry(path: string, type: Entry['type']): Entry {
  return {
    path,
    type,
    sizeBytes: type === 'file' ? 1000 : 4096,
    mtimeNs: '1',
    ctimeNs: '1',
    location: `/root/${path}`,
    undecodable: false,
    error: null,
  };
}

interface Said {
  readonly config?: Partial<WorkspaceConfig>;
  /** Fields of item files, by path. */
  readonly itemFiles?: Readonly<Record<string, Partial<ItemFields>>>;
  /** Rows of the sheet, from line 2. */
  readonly rows?: readonly ({ readonly category?: string } & Partial<ItemFields>)[];
  readonly facts?: ReadonlyMap<string, FileFacts>;
}

export function arrangePaths(spec: Spec, paths: readonly string[], said: Said = {}): Submission {
  const { itemFiles = {}, rows, facts = new Map() } = said;
  const files = Object.entries(itemFiles).map(([path, fields]) => [path, { ...NO_FIELDS, ...fields }] as const);
  return arrange({
    spec,
    config: { ...CONFIG, ...said.config },
    entries: entriesOf([...paths, ...Object.keys(itemFiles)]),
    declarations: {
      itemFiles: new Map(files),
      sheet: rows === undefined ? null : { path: '作品信息.xlsx', rows: rows.map(toRow) },
    },
    facts,
  });
}

function toRow(
  { category = null, ...fields }: { category?: string | null } & Partial<ItemFields>,
  index: number,
): SheetRow {
  return { line: index + 2, category, fields: { ...NO_FIELDS, ...fields } };
}

/** `<id> | <number> | <title> | <institution> | <slot>=<file> …`, a status that is not selected at the end of the id. */
export function outline({ items }: Pick<Submission, 'items'>): string[] {
  return items.map(outlineItem);
}

function outlineItem({ id, status, fields, title, institution, assets }: Item): string {
  const mark = status === 'selected' ? '' : ` (${status})`;
  return [`${id}${mark}`, fields.number ?? '-', title, institution ?? '-', assets.map(outlineAsset).join(' ')].join(
    ' | ',
  );
}

function outlineAsset({ slot, path, source }: Asset): string {
  return `${slot ?? 'extra'}=${source.type === 'file' ? baseName(path) : source.type}`;
}
