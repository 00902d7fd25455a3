/** A folder of material, read and put in order. Paths are relative to the root, with `/`. */
import type { LineEnd } from './fix.ts';
import type { AssetKind, Batch, Scope } from './spec.ts';

/** A name in the tree. */
export interface Entry {
  /** Relative path, NFC left as found; bytes that are not UTF-8 stand as `\xNN`. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'link' | 'other';
  readonly sizeBytes: number;
  /** Nanoseconds since 1970, as decimal digits (JSON has no 64-bit integers). */
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  /** What the system opens: absolute, bytes where the name is not UTF-8. */
  readonly location: string | Buffer;
  /** The name is not valid UTF-8. */
  readonly undecodable: boolean;
  /** Why the entry could not be looked at; `null` when it could. */
  readonly error: string | null;
}

export type ItemStatus = 'selected' | 'candidate' | 'withdrawn';

/** Where a value was read: item.yaml wins over the sheet, the sheet over the name. */
export type FieldSource = 'item.yaml' | 'sheet' | 'name';

/** What is said about an item, by any source. */
export interface ItemFields {
  readonly number: string | null;
  readonly title: string | null;
  readonly institution: string | null;
  readonly people: readonly string[];
  readonly topic: string | null;
  readonly intro: string | null;
  /** `burned-in`: the subtitles are part of the picture. */
  readonly subtitles: 'burned-in' | null;
  readonly status: ItemStatus | null;
  /** Why a work was withdrawn. */
  readonly reason: string | null;
  readonly group: string | null;
}

export interface FieldConflict {
  readonly field: keyof ItemFields;
  readonly used: { readonly source: FieldSource; readonly value: string };
  readonly other: { readonly source: FieldSource; readonly value: string };
}

export type AssetSource =
  | { readonly type: 'file' }
  | { readonly type: 'track'; readonly index: number }
  | { readonly type: 'text'; readonly from: FieldSource; readonly characters: number }
  /** Lines `first` to `last` of the blocks of a document that holds the texts of many works (`textLines`), from 0. */
  | { readonly type: 'section'; readonly first: number; readonly last: number }
  | { readonly type: 'declared'; readonly from: FieldSource };

export interface Asset {
  /** The slot's id; `null` for an extra file that fits none. */
  readonly slot: string | null;
  readonly kind: AssetKind | null;
  /** The file, or the file that holds the track or the text. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly source: AssetSource;
}

export interface Item {
  /** `<category name>/<folder or stem>`, NFC. */
  readonly id: string;
  readonly category: string;
  readonly fields: ItemFields;
  readonly title: string;
  readonly institution: string | null;
  readonly people: readonly string[];
  readonly topic: string | null;
  readonly status: ItemStatus;
  /** The item's own folder; `null` for a flat group of files. */
  readonly folder: string | null;
  /** Where the item's own fields stand, or would: `item.yaml` in its folder, `<stem>.item.yaml` beside a flat group. */
  readonly itemFile: string;
  /** The row of the sheet that speaks of it, as Excel numbers it. */
  readonly sheetLine: number | null;
  readonly conflicts: readonly FieldConflict[];
  readonly assets: readonly Asset[];
}

/** One work's row in 作品信息.xlsx. */
export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly line: number;
  /** The category as written. */
  readonly category: string | null;
  readonly fields: ItemFields;
}

/** What the people who prepared the folder say about its works, by path of the file that says it. */
export interface Declarations {
  readonly itemFiles: ReadonlyMap<string, ItemFields>;
  readonly sheet: { readonly path: string; readonly rows: readonly SheetRow[] } | null;
}

/** A row of the sheet that no folder or file answers to. */
export interface UnmatchedRow {
  readonly path: string;
  readonly line: number;
  readonly category: string | null;
  readonly label: string;
}

export interface Submission {
  readonly items: readonly Item[];
  /** Material of the whole submission (a cover letter …). */
  readonly assets: readonly Asset[];
  readonly strays: readonly string[];
  readonly junk: readonly string[];
  /** Folders below a category's that hold nothing: works that were never put in. */
  readonly emptyFolders: readonly string[];
  readonly unmatchedRows: readonly UnmatchedRow[];
}

export interface Waiver {
  readonly rule: string;
  /** An item's id, a category's id or name, or `submission`. */
  readonly subject: string;
  readonly reason: string;
}

/** An earlier date of the province's own, with where it was set. */
export interface OwnDeadline {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly source: string | null;
}

/** `sizheng.yaml`, with defaults filled in. */
export interface WorkspaceConfig {
  /** A spec's id, or a path relative to the workspace. */
  readonly spec: string;
  readonly scope: Scope;
  readonly batch: Batch;
  readonly province: string | null;
  readonly institution: string | null;
  /** `null`: the year of the clock. */
  readonly year: number | null;
  readonly deadline: OwnDeadline | null;
  readonly contact: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly waivers: readonly Waiver[];
  /** Attestations declared, by id: who says so. */
  readonly attestations: Readonly<Record<string, string>>;
  /** The line end that `fix` gives to subtitles. */
  readonly eol: LineEnd;
}
