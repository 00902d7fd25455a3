/** The receipt of a package, from what was written. */
import { createHash } from 'node:crypto';
import type { PackPlan } from '../model/pack-plan.ts';
import { PACKAGE_FILES, type PackagedAsset } from '../model/package-manifest.ts';
import { RECEIPT_SCHEMA, type Receipt } from '../model/receipt.ts';
import type { Report } from '../model/report.ts';
import { uploadDigestLines } from '../model/upload-log.ts';
import { formatOffsetTime } from '../util/zone.ts';
import { TAG_LIST } from './bag.ts';
import { digested } from './manifest.ts';
import type { Written } from './writer.ts';

export interface ReceiptInput {
  readonly plan: PackPlan;
  readonly report: Report;
  readonly written: Written;
  /** The package's file or folder name. */
  readonly fileName: string;
  /** Of the whole ZIP, where it is known. */
  readonly sha256: string | null;
  readonly verified: boolean;
}

export function makeReceipt({ plan, report, written, fileName, sha256, verified }: ReceiptInput): Receipt {
  const { layout, draft, packedAtMs, files, payloadBytes, waivers } = plan;
  const { items, assets } = digested(plan, written.digests);
  return {
    schema: RECEIPT_SCHEMA,
    tool: report.tool,
    spec: report.spec,
    ...{ package: fileName, layout, draft },
    sizeBytes: written.sizeBytes,
    sha256,
    contentSha256: contentDigest(plan, written, [...assets, ...items.flatMap((item) => item.assets)]),
    verified,
    packedAt: formatOffsetTime(packedAtMs, report.timezone),
    timezone: report.timezone,
    items: items.map(({ categoryName, number, title, institution, assets: own }) => ({
      ...{ category: categoryName, number, title, institution },
      fileCount: own.length,
      sizeBytes: own.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    })),
    ...{ fileCount: files.length, payloadBytes },
    ...{ ledger: report.ledger, waivers },
  };
}

/** Of the list of lists in a bag; of the list of files in plain folders. */
function contentDigest({ layout }: PackPlan, { digests }: Written, assets: readonly PackagedAsset[]): string {
  if (layout !== 'upload') return digests.get(TAG_LIST) as string;
  const page = { path: PACKAGE_FILES.page, sha256: digests.get(PACKAGE_FILES.page) as string };
  return createHash('sha256')
    .update(uploadDigestLines([page, ...assets]))
    .digest('hex');
}
