/** What the 汇总表 is made of: a package's manifest, or a plan that has no digests yet and its report. */

import type { LedgerRow } from '../model/ledger.ts';
import type { PlannedAsset, PlannedItem } from '../model/pack-plan.ts';
import type { PackagedAsset, PackageManifest } from '../model/package-manifest.ts';

export type SummaryAsset = PlannedAsset & Partial<Pick<PackagedAsset, 'sha256'>>;
export type SummaryItem = Omit<PlannedItem, 'assets'> & { readonly assets: readonly SummaryAsset[] };

export interface Summary
  extends Pick<PackageManifest, 'draft' | 'scope' | 'province' | 'institution' | 'year' | 'batch'> {
  readonly ledger: readonly Pick<LedgerRow, 'category' | 'unit'>[];
  readonly items: readonly SummaryItem[];
  /** Material of the whole submission. */
  readonly assets: readonly SummaryAsset[];
}
