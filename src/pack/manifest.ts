/** `sizheng.json`: the plan with the digests of what was written. */

import type { PackPlan, PlannedAsset } from '../model/pack-plan.ts';
import {
  PACKAGE_FILES,
  PACKAGE_SCHEMA,
  type PackagedAsset,
  type PackagedItem,
  type PackageManifest,
} from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import { toJsonText } from '../util/json-text.ts';
import type { Digests, MadeFile } from './content.ts';

export function makeManifest(plan: PackPlan, report: Report, digests: Digests): PackageManifest {
  const { name, layout, draft, packedAtMs, waivers } = plan;
  const { tool, timezone, spec, scope, batch, province, institution, year, ledger, verdict, strict, at } = report;
  return {
    schema: PACKAGE_SCHEMA,
    tool,
    ...{ name, layout, draft, packedAt: new Date(packedAtMs).toISOString(), timezone },
    spec: { ...spec, file: PACKAGE_FILES.spec },
    ...{ scope, batch, province, institution, year },
    report: { file: PACKAGE_FILES.report, verdict, strict, at },
    ...{ ledger, waivers },
    ...digested(plan, digests),
  };
}

/** The planned works with the digests of their files. */
export function digested(
  { items, assets }: Pick<PackPlan, 'items' | 'assets'>,
  digests: Digests,
): { items: PackagedItem[]; assets: PackagedAsset[] } {
  const withDigest = (asset: PlannedAsset): PackagedAsset => ({ ...asset, sha256: digests.get(asset.path) as string });
  return {
    items: items.map((item) => ({ ...item, assets: item.assets.map(withDigest) })),
    assets: assets.map(withDigest),
  };
}

export function manifestFile(manifest: PackageManifest): MadeFile {
  return { path: PACKAGE_FILES.manifest, bytes: new TextEncoder().encode(`${toJsonText(manifest)}\n`) };
}
