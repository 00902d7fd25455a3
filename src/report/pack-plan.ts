/** The plan of a package before anything is written. */

import type { RuleTexts } from '../i18n/catalogue.ts';
import type { PackScreen } from '../i18n/screens-pack.ts';
import { baseName } from '../model/file-names.ts';
import { LEFT_OUT_REASONS, type LeftOut, type PackPlan } from '../model/pack-plan.ts';
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import type { Report } from '../model/report.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { WorkspaceConfig } from '../model/submission.ts';
import { wrapText } from '../util/display-width.ts';
import { formatSize } from '../util/format.ts';
import { toJsonText } from '../util/json-text.ts';
import { safeText } from '../util/safe-text.ts';
import { formatLocalDateTime } from '../util/zone.ts';
import { attestationLine, validateCommand } from './commands.ts';

export const PLAN_SCHEMA = 'sizheng-plan/1';

/** Where the package is to go; `null` for a pipe. */
export interface PlanTarget {
  readonly path: string;
  readonly receipts: { readonly txt: string; readonly json: string };
  readonly exists: boolean;
  /** It will not be packed while this is there. */
  readonly inTheWay: string | null;
  readonly freeBytes: number;
}

export interface PlanOptions {
  readonly screen: PackScreen;
  readonly rules: RuleTexts;
  readonly width: number;
  readonly target: PlanTarget | null;
  readonly links: boolean;
  readonly contact: WorkspaceConfig['contact'];
  /** As it was given; `null` for the one we stand in. */
  readonly folder: string | null;
}

/** A path or a work is named where there are no more than these. */
const EXAMPLES = 3;

export function renderPlan(plan: PackPlan, report: Report, options: PlanOptions): string {
  const lines = [
    ...headLines(plan, report, options),
    ...targetLines(plan, options),
    options.screen.page(PACKAGE_FILES.page),
    ...contactLines(plan, options),
    ...(options.links ? [options.screen.linked] : []),
    ...changeLines(plan, options),
    ...waiverLines(plan, options),
    ...undeclaredLines(report, options),
    ...leftOutLines(plan.leftOut, options.screen),
  ];
  return `${lines.flatMap((line) => wrapText(safeText(line), options.width)).join('\n')}\n`;
}

function headLines(plan: PackPlan, report: Report, { screen, folder }: PlanOptions): string[] {
  const { findings, at, atGiven, timezone } = report;
  const counts = { works: plan.items.length, files: plan.files.length, size: formatSize(plan.payloadBytes) };
  const blocking = findings.filter((finding) => finding.blocking).length;
  const warnings = findings.filter(
    ({ severity, blocking: blocks, waived }) => severity === 'warning' && !blocks && !waived,
  );
  return [
    ...(atGiven ? [screen.at(formatLocalDateTime(Date.parse(at), timezone))] : []),
    plan.draft ? screen.draft(blocking, counts) : screen.ready(counts),
    ...(warnings.length > 0 ? [screen.warnings(warnings.length, validateCommand(folder, '--verbose'))] : []),
  ];
}

function targetLines({ layout }: PackPlan, { screen, target }: PlanOptions): string[] {
  if (target === null) return [];
  const { path, receipts, exists, inTheWay, freeBytes } = target;
  return [
    screen.target(path, formatSize(freeBytes)),
    screen.receipt(receipts.txt),
    ...(inTheWay !== null ? [screen.inTheWay(inTheWay)] : exists ? [screen.replaces(path, layout !== 'bag')] : []),
  ];
}

/** Plain folders name nobody. */
function contactLines({ layout }: PackPlan, { screen, contact }: PlanOptions): string[] {
  const words = layout === 'upload' ? [] : Object.values(contact ?? {}).filter((word) => word !== null);
  return words.length === 0 ? [] : [screen.contact(words.join(' '))];
}

function changeLines({ files }: PackPlan, { screen }: PlanOptions): string[] {
  const made = files.filter(({ from }) => from.type === 'text').length;
  const renamed = files.filter(
    ({ path, from }) => from.type === 'file' && baseName(path) !== baseName(from.entry.path),
  ).length;
  return made + renamed === 0 ? [] : [screen.changes(made, renamed)];
}

function waiverLines({ waivers }: PackPlan, { screen, rules }: PlanOptions): string[] {
  if (waivers.length === 0) return [];
  const title = (rule: string) => rules[rule as RuleId]?.title ?? rule;
  return [
    screen.waivers(waivers.length),
    ...waivers.map(({ subject, rule, reason }) => `  ${screen.waiver(subject, title(rule), reason)}`),
  ];
}

/** What a person should have declared and nobody did: no fault, but the package tells of it. */
function undeclaredLines({ attestations }: Report, { screen }: PlanOptions): string[] {
  const open = attestations.filter(({ by }) => by === null);
  return open.length === 0
    ? []
    : [screen.undeclared(open.length), ...open.map(({ id, text }) => `  ${attestationLine(id, text)}`)];
}

function leftOutLines(leftOut: readonly LeftOut[], screen: PackScreen): string[] {
  const parts = LEFT_OUT_REASONS.flatMap((why) => {
    const names = leftOut.filter((one) => one.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [screen.leftOut(why, names.length, names.slice(0, EXAMPLES))];
  });
  return parts.length === 0 ? [] : [screen.leftOutHead, ...parts.map((part) => `  ${part}`)];
}

/** For programs: the plan without anything of this machine but the target. */
export function renderPlanJson(plan: PackPlan, report: Report, target: PlanTarget | null): string {
  return `${toJsonText(publishedPlan(plan, report, target))}\n`;
}

/** What `--plan json` prints; its form is `templates/schemas/plan.schema.json`. */
export type PublishedPlan = ReturnType<typeof publishedPlan>;

function publishedPlan(plan: PackPlan, report: Report, target: PlanTarget | null) {
  const { packedAtMs, files, ...rest } = plan;
  return {
    schema: PLAN_SCHEMA,
    verdict: report.verdict,
    packedAt: new Date(packedAtMs).toISOString(),
    target,
    ...rest,
    files: files.map(({ path, sizeBytes, from }) => ({
      path,
      sizeBytes,
      originalPath: from.type === 'file' ? from.entry.path : null,
    })),
  } as const;
}
