/** What the caller asks for. */
import type { PackageLimits } from './limits.ts';

export interface ReadProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** The file that is being read. */
  readonly path: string;
}

export interface ReadPackageOptions {
  readonly limits: PackageLimits;
  /** Structure, sizes and CRC alone: no digests. */
  readonly fast: boolean;
  /** SHA-256 of a ZIP as a whole, in the same pass. */
  readonly wholeDigest: boolean;
  readonly signal: AbortSignal;
  onProgress?(progress: ReadProgress): void;
}
