/** The summary table before packing: what is to be printed, stamped, scanned and put back. */
import { unwritable } from '../model/errors.ts';
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import { makeSummary } from '../pack/summary-sheet.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import { checkWorkspace, openOptions, type ValidateOptions } from './check.ts';
import { packingTimeMs } from './clock.ts';
import { openWorkspace } from './open-workspace.ts';
import { findPlace, refuseExisting } from './output-place.ts';
import { planOf, refuseNothing } from './prepare-pack.ts';

export interface SummaryOptions extends Omit<ValidateOptions, 'only'> {
  readonly output?: string | undefined;
  readonly force?: boolean;
}

export interface SummaryResult {
  /** Absolute. */
  readonly path: string;
  readonly itemCount: number;
  readonly report: Report;
}

/** Works need not be ready for it: the stamped table may be the very thing that is missing. @throws SizhengError */
export async function writeSummary(dir: string, options: SummaryOptions): Promise<SummaryResult> {
  const checked = await checkWorkspace(await openWorkspace(dir, openOptions(options)), null, options);
  const { report, workspace } = checked;
  const packedAtMs = packingTimeMs(options.env ?? process.env);
  const plan = planOf(checked, { layout: 'bag', draft: false, packedAtMs });
  refuseNothing(plan, dir);
  const name = `${plan.name}-${PACKAGE_FILES.summary.replace(/\.xlsx$/, '')}`;
  const path = await findPlace({ root: workspace.root, name, extension: '.xlsx', output: options.output ?? null });
  if (options.force !== true) await refuseExisting([path]);
  const { scope, province, institution, year, batch, ledger } = report;
  const { draft, items, assets } = plan;
  const bytes = await makeSummary({ draft, scope, province, institution, year, batch, ledger, items, assets });
  try {
    await writeAtomically(path, bytes);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return { path, itemCount: items.length, report };
}
