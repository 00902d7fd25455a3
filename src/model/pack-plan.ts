/** What a package will hold, and what stays out of it. */
import type { Layout, PackagedAsset, PackagedItem, PackagedWaiver } from './package-manifest.ts';
import type { Entry } from './submission.ts';

export type PlannedAsset = Omit<PackagedAsset, 'sha256'>;
export type PlannedItem = Omit<PackagedItem, 'assets'> & { readonly assets: readonly PlannedAsset[] };

/** A file of the payload and where its bytes come from. */
export interface PlannedFile {
  /** In the package, from its base folder. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly from:
    | {
        readonly type: 'file';
        readonly entry: Entry;
        /** As it was measured, hexadecimal; `null` where the check had no need of it. */
        readonly sha256: string | null;
      }
    | { readonly type: 'text'; readonly bytes: Uint8Array };
}

export const LEFT_OUT_REASONS = ['withdrawn', 'candidate', 'extra', 'stray', 'junk', 'unreadable'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A work, or a file, that is not handed in. */
export interface LeftOut {
  readonly why: LeftOutReason;
  /** A work's id, or a path in the workspace. */
  readonly name: string;
  /** Why a work was withdrawn. */
  readonly reason: string | null;
}

export interface PackPlan {
  /** The package's name and base folder. */
  readonly name: string;
  readonly layout: Layout;
  readonly draft: boolean;
  /** Milliseconds since 1970. */
  readonly packedAtMs: number;
  readonly items: readonly PlannedItem[];
  /** Material of the whole submission. */
  readonly assets: readonly PlannedAsset[];
  /** In the order in which they are written. */
  readonly files: readonly PlannedFile[];
  readonly payloadBytes: number;
  readonly leftOut: readonly LeftOut[];
  readonly waivers: readonly PackagedWaiver[];
}
