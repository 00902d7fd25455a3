/** The outcome of `verify`: packages in place of works, and otherwise told as a check is. */
import type { PackageForm, PackageKind } from './package-facts.ts';
import type { Judgement } from './report.ts';

export const VERIFICATION_SCHEMA = 'sizheng-verification/1';

export interface VerifiedPackage {
  /** As it was named. */
  readonly path: string;
  readonly form: PackageForm;
  readonly kind: PackageKind;
  /** The name it gives itself; `null` where it gives none. */
  readonly name: string | null;
  readonly draft: boolean;
  /** Of the ZIP, or of all files in the folder. */
  readonly sizeBytes: number;
  /** Files of the payload, and their bytes. */
  readonly fileCount: number;
  readonly payloadBytes: number;
  /** Works, where the package says which it holds. */
  readonly itemCount: number | null;
  /** Of the whole ZIP, hexadecimal; `null` for a folder, and where nothing asked for it. */
  readonly sha256: string | null;
  /** What it was held against, as named; `null` where it was not. */
  readonly receipt: string | null;
  readonly against: string | null;
}

export interface Verification extends Judgement {
  readonly schema: typeof VERIFICATION_SCHEMA;
  /** Digests were left out (`--fast`). */
  readonly fast: boolean;
  readonly packages: readonly VerifiedPackage[];
}
