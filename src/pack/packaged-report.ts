/** The report as it goes into a package: what stays out of the package is not told in it either. */
import { parentPath } from '../model/file-names.ts';
import { ownTextKey } from '../model/item-ids.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Finding, Report, ReportItem, Verdict } from '../model/report.ts';
import type { RuleId } from '../model/rule-params.ts';

/** They name what stays at home. */
const HOME_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['file/junk', 'file/stray', 'item/sheet-row', 'waiver/unused']);

/** Works that were not selected, extra files, strays and litter are left out; the ledger still counts. */
export function packagedReport(report: Report, plan: PackPlan): Report {
  const works = new Set(plan.items.map(({ id }) => id));
  const items = report.items
    .filter(({ id }) => works.has(id))
    .map((item) => ({ ...item, assets: item.assets.filter(({ slot }) => slot !== null) }));
  const paths = pathsOf(plan, items);
  const goes = ({ rule, place: { item, path, other } }: Finding) =>
    !HOME_RULES.has(rule) &&
    (item === undefined || works.has(item)) &&
    [path, other].every((one) => one === undefined || paths.has(one));
  const texts = items.flatMap(({ id, assets }) => assets.map(({ slot }) => ownTextKey(id, slot ?? '')));
  const categories = report.ledger.map(({ category }) => category);
  const subjects = new Set([...works, ...paths, ...texts, ...categories, 'submission']);
  const isTold = ({ rule, subject }: Verdict) =>
    !HOME_RULES.has(rule) && (subjects.has(subject) || paths.has(subject.replace(TRACK, '')));
  return { ...report, items, findings: report.findings.filter(goes), verdicts: report.verdicts.filter(isTold) };
}

/** `微课.mp4#2`: a track of a file. */
const TRACK = /#\d+$/;

/** Files that are packed, or are told of as material of a work (a text in a sheet, a link); and the folders above them. */
function pathsOf({ files }: PackPlan, items: readonly ReportItem[]): Set<string> {
  const packed = files.flatMap(({ from }) => (from.type === 'file' ? [from.entry.path] : []));
  const paths = new Set([...packed, ...items.flatMap(({ assets }) => assets.map(({ path }) => path))]);
  for (const path of [...paths]) {
    for (let above = parentPath(path); above !== ''; above = parentPath(above)) paths.add(above);
  }
  return paths;
}
