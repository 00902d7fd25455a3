/** What findings are about, put together under one heading each. */
import type { ReportScreen } from '../i18n/screens.ts';
import type { Finding, Report, ReportItem } from '../model/report.ts';
import { SEVERITIES } from '../model/spec.ts';
import { safeText } from '../util/safe-text.ts';

export interface SubjectGroup {
  /** `心理微课 04《睡眠调整》 甲大学`, a category's name, a path, or the whole. */
  readonly heading: string;
  /** How a waiver names it. */
  readonly subject: string;
  readonly findings: readonly Finding[];
  readonly blocking: boolean;
}

/** Findings by what they are about: works in the order of the ledger and of their ids, then categories, then the rest. */
export function groupBySubject(report: Report, findings: readonly Finding[], screen: ReportScreen): SubjectGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = subjectKey(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const rank = new Map(report.ledger.map(({ category }, index) => [category, index]));
  const order = ([first]: readonly Finding[]) => rank.get(first?.place.category ?? '') ?? rank.size;
  return [...groups.values()]
    .toSorted((a, b) => order(a) - order(b))
    .map((members) => {
      const [first] = members as [Finding, ...Finding[]];
      return {
        heading: headingOf(first, report, screen),
        subject: first.place.item ?? first.place.category ?? 'submission',
        findings: members.toSorted((a, b) => gravityOf(b) - gravityOf(a)),
        blocking: members.some(({ blocking }) => blocking),
      };
    });
}

/** The gravest first; of two alike, the order stays. */
function gravityOf({ blocking, waived, severity }: Finding): number {
  if (blocking) return SEVERITIES.length + 1;
  return waived === undefined ? SEVERITIES.length - SEVERITIES.indexOf(severity) : 0;
}

function subjectKey({ place }: Finding): string {
  if (place.item !== undefined) return `item ${place.item}`;
  return place.category === undefined ? `path ${place.path ?? ''}` : `category ${place.category}`;
}

function headingOf({ place }: Finding, report: Report, screen: ReportScreen): string {
  const item = report.items.find(({ id }) => id === place.item);
  if (item !== undefined) return itemLabel(item, screen);
  if (place.category !== undefined) return categoryName(place.category, report);
  return place.path === undefined ? screen.wholeSubmission : safeText(place.path);
}

/** `心理微课 04《睡眠调整》 甲大学`. */
export function itemLabel(
  { id, title, institution }: Pick<ReportItem, 'id' | 'title' | 'institution'>,
  screen: ReportScreen,
): string {
  const category = id.slice(0, id.indexOf('/'));
  return safeText(screen.itemLabel(category, itemNumber(id), title, institution));
}

/** What the name of its folder or files begins with. */
export function itemNumber(id: string): string | null {
  return /^\d+/.exec(id.slice(id.lastIndexOf('/') + 1))?.[0] ?? null;
}

export function categoryName(id: string, { categories }: Pick<Report, 'categories'>): string {
  return safeText(categories.find((category) => category.id === id)?.name ?? id);
}
