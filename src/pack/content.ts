/** The files that a package holds beside its payload, and in which order all of them are written. */
import type { PackPlan } from '../model/pack-plan.ts';

/** A file whose bytes are made here. */
export interface MadeFile {
  /** From the base folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** SHA-256 by path from the base folder, hexadecimal. */
export type Digests = ReadonlyMap<string, string>;

/** A package ready to be written: what stands before the payload, the payload, and what is made of its digests. */
export interface PackageContent {
  readonly plan: PackPlan;
  readonly before: readonly MadeFile[];
  /** @param digests of everything written so far */
  after(digests: Digests): Promise<readonly MadeFile[]>;
}
