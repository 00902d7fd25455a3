/** A workspace checked, and the package that can be made of it: nothing is written yet. */
import { usageError } from '../model/errors.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Layout } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import type { WorkspaceConfig } from '../model/submission.ts';
import type { PackageContent } from '../pack/content.ts';
import { estimateBytes } from '../pack/estimate.ts';
import { makeContent } from '../pack/make-content.ts';
import { packagedReport } from '../pack/packaged-report.ts';
import { makePlan } from '../pack/plan.ts';
import { renderJson } from '../report/json.ts';
import { type Checked, checkWorkspace, openOptions, type ValidateOptions } from './check.ts';
import { packingTimeMs } from './clock.ts';
import { openWorkspace, specTextOf } from './open-workspace.ts';
import { findTarget, type PackTarget } from './pack-target.ts';
import { packagePage } from './package-page.ts';

export interface PackOptions extends Omit<ValidateOptions, 'only'> {
  readonly layout?: Layout;
  /** Packs what is not ready, and marks it so. */
  readonly draft?: boolean;
  /** A path, or a folder that is there; beside the workspace, when absent. */
  readonly output?: string | undefined;
  /** Replaces what stands at the target. */
  readonly force?: boolean;
  /** Hard links in place of copies, for a package that is a folder. */
  readonly link?: boolean;
  /** The package is read back before it gets its name, unless this is `false`. */
  readonly verify?: boolean;
  readonly maxSizeBytes?: number | undefined;
  onPack?(progress: PackProgress): void;
}

export interface PackProgress {
  readonly stage: 'write' | 'flush' | 'verify';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What would be done, before anything is written. */
export interface PackPreparation {
  readonly report: Report;
  readonly plan: PackPlan;
  /** `null` for a stream. */
  readonly target: PackTarget | null;
  /** Nothing blocks, or it is a draft. */
  readonly ready: boolean;
  readonly content: PackageContent;
  /** Who the package names as contact. */
  readonly contact: WorkspaceConfig['contact'];
  readonly options: PackOptions;
}

/**
 * Checks a workspace and plans its package.
 * @param sink whether the package goes to a stream and needs no place
 * @param planOnly nothing will be written: a package that is there already is no fault
 * @throws SizhengError with exit code 2 or 3; the signal's reason when aborted
 */
export async function preparePack(
  dir: string,
  options: PackOptions,
  sink: boolean,
  planOnly = false,
): Promise<PackPreparation> {
  const { layout = 'bag', draft = false, force = false, output = null } = options;
  refuseContradictions(options, sink);
  const checked = await checkWorkspace(await openWorkspace(dir, openOptions(options)), null, options);
  const { report, workspace } = checked;
  const plan = planOf(checked, { layout, draft, packedAtMs: packingTimeMs(options.env ?? process.env) });
  const ready = draft || report.exitCode === 0;
  if (ready) refuseNothing(plan, dir);
  const content = await contentOf(checked, plan, options);
  const neededBytes = estimateBytes(content);
  refuseTooLarge(plan, neededBytes, options);
  const place = { root: workspace.root, plan, neededBytes, output, force, planOnly };
  const target = sink || !ready ? null : await findTarget(place);
  return { report, plan, target, ready, content, contact: workspace.config.contact, options };
}

/** @throws usageError `usage/no-works`: a package or a table of nothing serves nobody */
export function refuseNothing({ items, files }: PackPlan, dir: string): void {
  if (items.length === 0 || files.length === 0) throw usageError('usage/no-works', { path: dir });
}

export function planOf({ report, workspace, submission, facts, digests }: Checked, how: PackHow): PackPlan {
  const { spec, entries } = workspace;
  return makePlan({ report, spec, submission, entries, facts, digests, ...how });
}

type PackHow = Pick<PackPlan, 'layout' | 'draft' | 'packedAtMs'>;

async function contentOf(
  { report, workspace }: Checked,
  plan: PackPlan,
  options: PackOptions,
): Promise<PackageContent> {
  const told = packagedReport(report, plan);
  return makeContent({
    ...{ plan, report, reportText: renderJson(told) },
    pageText: await packagePage(told, plan, options.language ?? 'zh-CN'),
    specText: await specTextOf(workspace, openOptions(options)),
    contact: workspace.config.contact,
  });
}

function refuseContradictions({ layout = 'bag', link = false }: PackOptions, sink: boolean): void {
  if (link && layout === 'bag') throw usageError('usage/bag-only', { option: '--link', layout });
  if (sink && layout !== 'bag') throw usageError('usage/bag-only', { option: '--output -', layout });
}

const LARGEST = 3;

/** @throws usageError `usage/package-too-large` */
export function refuseTooLarge({ files }: PackPlan, sizeBytes: number, { maxSizeBytes }: PackOptions): void {
  if (maxSizeBytes === undefined || sizeBytes <= maxSizeBytes) return;
  const largest = files
    .toSorted((a, b) => b.sizeBytes - a.sizeBytes)
    .slice(0, LARGEST)
    .map(({ path, sizeBytes }) => ({ path, sizeBytes }));
  throw usageError('usage/package-too-large', { sizeBytes, maxBytes: maxSizeBytes, largest });
}
