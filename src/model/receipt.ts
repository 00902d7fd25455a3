/** A receipt stays with the sender: what was handed in, and the digests by which it can be known again. */

import type { LedgerRow } from './ledger.ts';
import type { Layout, PackagedWaiver } from './package-manifest.ts';

export const RECEIPT_SCHEMA = 'sizheng-receipt/1';

/** Where a package's receipts lie: this and an extension. Layouts of one batch lie side by side, each with its own. */
export function receiptStem(packagePath: string, layout: Layout): string {
  if (layout === 'bag') return `${packagePath.replace(/\.zip$/i, '')}-回执`;
  return `${packagePath}${layout === 'dir' ? '-文件夹' : ''}-回执`;
}

export interface Receipt {
  readonly schema: typeof RECEIPT_SCHEMA;
  readonly tool: { readonly name: 'sizheng'; readonly version: string };
  readonly spec: { readonly id: string; readonly title: string; readonly sha256: string };
  /** The package's file or folder name. */
  readonly package: string;
  readonly layout: Layout;
  readonly draft: boolean;
  /** Size of the ZIP, or of all files in the folder. */
  readonly sizeBytes: number;
  /** Digest of the whole ZIP, hexadecimal; `null` for a folder, and where it was not read back (`--no-verify`). */
  readonly sha256: string | null;
  /** Digest of the package's last list of digests (`tagmanifest-sha256.txt`, or the upload log's own list): with it, of everything inside. */
  readonly contentSha256: string;
  /** It was read back after writing, and every file was the one that was measured. */
  readonly verified: boolean;
  /** Local date and time with the zone's offset: `2027-06-09T23:00:21+08:00`. */
  readonly packedAt: string;
  readonly timezone: string;
  readonly items: readonly {
    readonly category: string;
    readonly number: string;
    readonly title: string;
    readonly institution: string | null;
    readonly fileCount: number;
    readonly sizeBytes: number;
  }[];
  /** Files of the payload, and their bytes. */
  readonly fileCount: number;
  readonly payloadBytes: number;
  readonly ledger: readonly LedgerRow[];
  readonly waivers: readonly PackagedWaiver[];
}

/** What a package can be held against. */
export type ReceiptClaims = Pick<Receipt, 'package' | 'sizeBytes' | 'sha256' | 'contentSha256' | 'verified'>;
