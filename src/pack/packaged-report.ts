/** The report as it goes into a package: what stays out of the package is not told in it either. */
import type { PackPlan } from '../model/pack-plan.ts';
import type { Finding, Report } from '../model/report.ts';
import type { RuleId } from '../model/rule-params.ts';

/** They name what stays at home. */
const HOME_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['file/junk', 'file/stray', 'item/sheet-row', 'waiver/unused']);

/** Works that were not selected, extra files, strays and litter are left out; the ledger still counts. */
export function packagedReport(report: Report, plan: PackPlan): Report {
  const works = new Set(plan.items.map(({ id }) => id));
  const paths = new Set(plan.files.flatMap(({ from }) => (from.type === 'file' ? [from.entry.path] : [])));
  const goes = ({ rule, place: { item, path, other } }: Finding) =>
    !HOME_RULES.has(rule) &&
    (item === undefined || works.has(item)) &&
    [path, other].every((one) => one === undefined || paths.has(one));
  const subjects = new Set([...works, ...paths, ...report.ledger.map(({ category }) => category), 'submission']);
  return {
    ...report,
    items: report.items
      .filter(({ id }) => works.has(id))
      .map((item) => ({ ...item, assets: item.assets.filter(({ slot }) => slot !== null) })),
    findings: report.findings.filter(goes),
    verdicts: report.verdicts.filter(({ subject, rule }) => subjects.has(subject) && !HOME_RULES.has(rule)),
  };
}
