/** How much of a package is read at most, so that none made to harm can fill memory or time. */
import type { PackageStop } from '../../model/package-facts.ts';

export interface PackageLimits {
  /** Entries of an archive or a folder; lines of all lists of digests together may be twice as many. */
  readonly maxEntries: number;
  /** Bytes of a ZIP's central directory. */
  readonly maxDirectoryBytes: number;
  /** Sum of the declared sizes, bytes. */
  readonly maxTotalBytes: number;
  /** Inflated over compressed size, of one entry and of all together, for what inflates past `ratioFreeBytes`. */
  readonly maxRatio: number;
  readonly ratioFreeBytes: number;
}

const MIB = 1 << 20;
export const PACKAGE_LIMITS: PackageLimits = {
  maxEntries: 75_000,
  maxDirectoryBytes: 32 * MIB,
  maxTotalBytes: 1024 ** 4,
  maxRatio: 200,
  ratioFreeBytes: 64 * MIB,
};

/** Thrown inside this folder only: the reading ends here, with what is known by then. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly stop: PackageStop;

  constructor(stop: PackageStop) {
    super(stop.type);
    this.stop = stop;
  }
}

type TooLarge = Extract<PackageStop, { type: 'too-large' }>;

/** @throws Stopped when `actual` is past the limit */
export function keepTo(limit: TooLarge['limit'], actual: number, max: number, path: string | null = null): void {
  if (actual > max) throw new Stopped({ type: 'too-large', limit, actual, max, path });
}
