/** `sizheng.json`: what is in a package, for programs. Versioned; its published form is `templates/schemas/package.schema.json`. */
import type { LedgerRow } from './ledger.ts';
import type { AssetKind, Batch, Scope } from './spec.ts';

export const PACKAGE_SCHEMA = 'sizheng-package/1';

/** How a package is laid out: a bag in a ZIP, a bag as a folder, plain folders for a portal that takes works one by one. */
export const LAYOUTS = ['bag', 'dir', 'upload'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The files at the root of a package beside those of BagIt. */
export const PACKAGE_FILES = {
  /** The report, to be read first: its name is to stand above all others. */
  page: '00-请先看.html',
  manifest: 'sizheng.json',
  report: 'sizheng-report.json',
  spec: 'sizheng-spec.yaml',
  profile: 'bagit-profile.json',
  summary: '报送汇总表.xlsx',
  uploadLog: '上传台账.xlsx',
  draftNote: '草稿-请勿报送.txt',
} as const;

/** Where the payload of a bag begins (RFC 8493, 2.1.2). */
export const PAYLOAD_FOLDER = 'data';

/** A file of the payload. */
export interface PackagedAsset {
  /** The spec's slot. */
  readonly slot: string;
  readonly slotName: string;
  readonly kind: AssetKind | null;
  /** In the package, from its base folder, with `/`. */
  readonly path: string;
  /** In the workspace; `null` for a text that was written out of the sheet or item.yaml. */
  readonly originalPath: string | null;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The few facts a reader asks for first; `null` where the kind has none. */
  readonly facts: KeyFacts | null;
}

export interface KeyFacts {
  /** `mp4`, `srt`, `docx` … */
  readonly format: string | null;
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly codec: string | null;
}

export interface PackagedItem {
  readonly id: string;
  /** The spec's category, by id and by name. */
  readonly category: string;
  readonly categoryName: string;
  /** Two digits, counted within the category. */
  readonly number: string;
  readonly title: string;
  readonly institution: string | null;
  readonly people: readonly string[];
  readonly topic: string | null;
  /** As text; `null` too where it is a document that nobody should paste unread (private data), or that is too long. */
  readonly intro: string | null;
  /** In the package: the document that holds the intro among those of other works. */
  readonly introIn?: string;
  /** How the subtitles come: a file, a track inside the video, or said to be part of the picture. */
  readonly subtitles: 'file' | 'track' | 'burned-in' | null;
  /** In the package, from its base folder. */
  readonly folder: string;
  readonly assets: readonly PackagedAsset[];
}

export interface PackagedWaiver {
  readonly rule: string;
  /** What it speaks of: a work's id, a category's id, `submission`. */
  readonly subject: string;
  readonly reason: string;
}

export interface PackageManifest {
  readonly schema: typeof PACKAGE_SCHEMA;
  readonly tool: { readonly name: 'sizheng'; readonly version: string };
  /** The package's own name: its base folder, without an extension. */
  readonly name: string;
  readonly layout: Layout;
  /** Not ready to be handed in, and packed all the same. */
  readonly draft: boolean;
  /** ISO 8601 in UTC. */
  readonly packedAt: string;
  readonly timezone: string;
  readonly spec: { readonly id: string; readonly title: string; readonly sha256: string; readonly file: string | null };
  readonly scope: Scope;
  readonly batch: Batch;
  readonly province: string | null;
  readonly institution: string | null;
  readonly year: number;
  /** The check it was packed after. */
  readonly report: {
    readonly file: string | null;
    readonly verdict: 'pass' | 'fail';
    readonly strict: boolean;
    readonly at: string;
  };
  readonly ledger: readonly LedgerRow[];
  readonly waivers: readonly PackagedWaiver[];
  readonly items: readonly PackagedItem[];
  /** Material of the whole submission. */
  readonly assets: readonly PackagedAsset[];
}

/** Every file of the payload. */
export function packagedAssets({ items, assets }: Pick<PackageManifest, 'items' | 'assets'>): PackagedAsset[] {
  return [...assets, ...items.flatMap((item) => item.assets)];
}
