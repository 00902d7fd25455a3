/** How a category stands against its quota. */

export interface LedgerRow {
  readonly category: string;
  readonly name: string;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly found: number;
  readonly valid: number;
  readonly waived: number;
  readonly candidates: number;
  readonly withdrawn: number;
  readonly missing: number;
  readonly excess: number;
}
