/** What was checked, when, and how it ended, in a line each. */
import type { ReportScreen } from '../../i18n/screens.ts';
import type { Report } from '../../model/report.ts';
import { safeText } from '../../util/safe-text.ts';
import { formatLocalMinute } from '../../util/zone.ts';

/** `示范省 2027 年首批`. */
export function batchOf({ scope, province, institution, year, batch }: Report, screen: ReportScreen): string {
  return safeText(screen.batch(scope === 'province' ? province : institution, year, batch, scope));
}

export function verdictOf({ findings, verdict, partial }: Report, screen: ReportScreen): string {
  const blocking = findings.filter((finding) => finding.blocking).length;
  const warnings = findings.filter(
    (finding) => finding.severity === 'warning' && !finding.blocking && finding.waived === undefined,
  ).length;
  return screen.verdict(verdict === 'pass', blocking, warnings, partial);
}

export function checkedAtOf({ at, timezone, atGiven }: Report, screen: ReportScreen): string {
  return screen.checkedAt(formatLocalMinute(Date.parse(at), timezone), timezone, null, atGiven);
}

/** What limits the verdict: one file, a part, a stricter measure. */
export function limitsOf({ checkedAs, partial, strict }: Report, screen: ReportScreen): string[] {
  return [
    ...(checkedAs === null ? [] : [screen.checkedAs(checkedAs.path, checkedAs.category, checkedAs.slot)]),
    ...(partial ? [screen.partial] : []),
    ...(strict ? [screen.strict] : []),
  ].map(safeText);
}
