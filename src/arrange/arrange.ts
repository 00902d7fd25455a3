/** Puts a tree of files in order: works with their material, what belongs to the whole, and what belongs nowhere. */
import type { FileFacts } from '../model/facts.ts';
import { baseName, ITEM_FILE_NAME, ITEM_FILE_SUFFIX, isJunkName, parentPath } from '../model/file-names.ts';
import type { Spec } from '../model/spec.ts';
import type {
  Declarations,
  Entry,
  Item,
  SheetRow,
  Submission,
  UnmatchedRow,
  WorkspaceConfig,
} from '../model/submission.ts';
import { groupBy } from '../util/order.ts';
import { mergeFields, type Said } from './fields.ts';
import { giveSections, holdsTexts } from './gathered-texts.ts';
import { type Group, groupFiles } from './groups.ts';
import { fieldsOfName } from './name-fields.ts';
import { findCategory, findSlotFolder, isCandidateFolder } from './names.ts';
import { placeFiles } from './placement.ts';
import { isItemFile, itemFoldersOf, roleOf } from './roles.ts';
import { matchRows } from './sheet-rows.ts';
import { assignSlots, findOtherSources, type KindOf, kindForSlot } from './slots.ts';
import { takeWhole, wholeSlot } from './whole.ts';

export interface ArrangeInput {
  readonly spec: Spec;
  readonly config: WorkspaceConfig;
  readonly entries: readonly Entry[];
  readonly declarations: Declarations;
  /** Empty when nothing was measured: then names alone decide. */
  readonly facts: ReadonlyMap<string, FileFacts>;
}

export function arrange(input: ArrangeInput): Submission {
  const { spec, entries, declarations, facts } = input;
  const kindOf: KindOf = (path) => kindForSlot(path, facts.get(path));
  const files = entries.filter(
    ({ path, type }) => type !== 'directory' && roleOf(path) === 'content' && !isSpecFile(path, input),
  );
  const { placed, strays } = placeFiles(files, itemFoldersOf(declarations.itemFiles.keys()), spec);
  // A list of all cases that lies among the cases is not one of them.
  const apart = placed.filter(({ folder, entry }) => folder === null && wholeSlot(entry.path, spec, kindOf) !== null);
  const grouping = groupFiles(
    placed.filter((file) => !apart.includes(file)),
    kindOf,
  );
  const rows = declarations.sheet?.rows ?? [];
  const matched = matchRows(rows, grouping.groups, spec.categories);
  const named = { ...input, declarations: inNfc(declarations) };
  const items = giveIds(grouping.groups.map((group) => toItem(group, matched.get(group) ?? null, named, kindOf)));
  const homeless = [...apart, ...grouping.strays].map(({ entry }) => entry);
  const gathered = { items, spec, facts };
  const whole = takeWhole([...strays, ...homeless, ...unusedItemFiles(entries, items)], spec, kindOf, (path, slot) =>
    holdsTexts(path, slot, gathered),
  );
  return {
    items: giveSections(whole.assets, gathered),
    assets: whole.assets,
    strays: whole.strays,
    junk: junkOf(entries),
    emptyFolders: emptyFoldersOf(entries, spec),
    unmatchedRows: unmatched(rows, matched, declarations),
  };
}

/** A spec that lies in the workspace it is for. */
function isSpecFile(path: string, { config }: ArrangeInput): boolean {
  return path === config.spec.replace(/^\.\//, '');
}

/** An item file that speaks of no work is not passed over in silence. */
function unusedItemFiles(entries: readonly Entry[], items: readonly Item[]): Entry[] {
  const used = new Set(items.map(({ itemFile }) => itemFile.normalize('NFC')));
  return entries.filter(
    ({ path, type }) => type !== 'directory' && isItemFile(path) && !used.has(path.normalize('NFC')),
  );
}

function junkOf(entries: readonly Entry[]): string[] {
  // A folder of litter is named once, not with everything inside.
  return entries
    .filter(({ path }) => isJunkName(baseName(path)) && roleOf(parentPath(path)) !== 'junk')
    .map(({ path }) => path);
}

/** What stands for a slot, or for the candidates, may be empty: what is missing there is told elsewhere. */
function emptyFoldersOf(entries: readonly Entry[], { categories }: Spec): string[] {
  const filled = new Set(entries.map(({ path }) => parentPath(path)));
  const slots = categories.flatMap((category) => category.slots);
  return entries
    .filter(
      ({ type, path, error }) =>
        type === 'directory' && error === null && roleOf(path) === 'content' && !filled.has(path),
    )
    .filter(({ path }) =>
      parentPath(path)
        .split('/')
        .some((name) => findCategory(name, categories) !== null),
    )
    .filter(({ path }) => findSlotFolder(baseName(path), slots) === null && !isCandidateFolder(baseName(path)))
    .map(({ path }) => path);
}

function unmatched(
  rows: readonly SheetRow[],
  matched: ReadonlyMap<Group, SheetRow>,
  { sheet }: Declarations,
): UnmatchedRow[] {
  const used = new Set(matched.values());
  if (sheet === null) return [];
  return rows
    .filter((row) => !used.has(row) && row.fields.status !== 'withdrawn')
    .map(({ line, category, fields }) => ({
      path: sheet.path,
      line,
      category,
      label: fields.title ?? fields.number ?? '',
    }));
}

type Draft = Omit<Item, 'id'> & { readonly name: string; readonly categoryName: string };

function toItem(group: Group, row: SheetRow | null, input: ArrangeInput, kindOf: KindOf): Draft {
  const { category, name, folder } = group;
  const merged = mergeFields(saidOf(group, row, input.declarations));
  const files = assignSlots(group.files, category.slots, kindOf);
  return {
    name,
    categoryName: category.name,
    category: category.id,
    fields: merged.values,
    title: merged.values.title ?? name,
    institution: merged.values.institution ?? input.config.institution,
    people: merged.values.people,
    topic: merged.values.topic,
    status: merged.values.status ?? 'selected',
    folder,
    itemFile: itemFilePath(group),
    sheetLine: row?.line ?? null,
    conflicts: merged.conflicts,
    assets: [...files, ...findOtherSources(category.slots, files, input.facts, merged)],
  };
}

/** Declarations with paths in NFC, so that a name is found however its letters were composed. */
function inNfc({ itemFiles, sheet }: Declarations): Declarations {
  return { itemFiles: new Map([...itemFiles].map(([path, fields]) => [path.normalize('NFC'), fields])), sheet };
}

function saidOf(group: Group, row: SheetRow | null, { itemFiles, sheet }: Declarations): Said[] {
  const path = itemFilePath(group);
  const own = itemFiles.get(path.normalize('NFC'));
  return [
    ...(own !== undefined ? [{ source: 'item.yaml' as const, path, fields: own }] : []),
    ...(row !== null && sheet !== null ? [{ source: 'sheet' as const, path: sheet.path, fields: row.fields }] : []),
    { source: 'name' as const, path: group.folder ?? group.shelf, fields: fieldsOfName(group) },
  ];
}

/** A folder's `item.yaml`, or the flat group's `<stem>.item.yaml`: where an item's own fields stand, or would. */
function itemFilePath({ folder, shelf, name }: Pick<Group, 'folder' | 'shelf' | 'name'>): string {
  return folder === null ? `${shelf}/${name}${ITEM_FILE_SUFFIX}` : `${folder}/${ITEM_FILE_NAME}`;
}

/** `<category>/<name>`; where two works share that, the institution stands between, then a count. Selected works come first. */
function giveIds(drafts: readonly Draft[]): Item[] {
  const plain = groupBy(drafts, ({ categoryName, name }) => `${categoryName}/${name}`);
  const used = new Set<string>();
  const ids = new Map<Draft, string>();
  for (const draft of drafts.toSorted((a, b) => Number(b.status === 'selected') - Number(a.status === 'selected'))) {
    const { name, categoryName, institution } = draft;
    const shared = (plain.get(`${categoryName}/${name}`)?.length ?? 0) > 1;
    const base = shared && institution !== null ? `${categoryName}/${institution}/${name}` : `${categoryName}/${name}`;
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base} (${count})`;
    used.add(id);
    ids.set(draft, id);
  }
  return drafts.map((draft) => {
    const { name: _, categoryName: __, ...item } = draft;
    return { id: ids.get(draft) as string, ...item };
  });
}
