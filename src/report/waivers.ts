/** Waivers as texts tell of them: they leave the house with the batch, so they show in every report, whatever its length. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import type { ReportScreen } from '../i18n/screens.ts';
import type { Finding, Report } from '../model/report.ts';
import { safeText } from '../util/safe-text.ts';
import { categoryName, itemLabel } from './subjects.ts';

interface WaiverWords {
  readonly screen: ReportScreen;
  readonly rules: RuleTexts;
}

/** A heading and a line for each; none where nothing was waived. */
export function waiverLines(report: Report, { screen, rules }: WaiverWords): string[] {
  const lines = report.findings.flatMap(({ place, rule, waived }) =>
    waived === undefined
      ? []
      : [`  ${screen.waiver(subjectOf(place, report, screen), rules[rule].title, safeText(waived.reason))}`],
  );
  return lines.length === 0 ? [] : [screen.waivers(lines.length), ...lines];
}

function subjectOf({ item: id, category }: Finding['place'], report: Report, screen: ReportScreen): string {
  const item = report.items.find((one) => one.id === id);
  if (item !== undefined) return itemLabel(item, screen);
  return category === undefined ? screen.wholeSubmission : categoryName(category, report);
}
