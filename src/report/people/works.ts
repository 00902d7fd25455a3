/** Works with what was found of them. */
import type { Finding, Report, ReportItem, Verdict } from '../../model/report.ts';
import { groupBy } from '../../util/order.ts';

export interface Work {
  readonly item: ReportItem;
  /** As it is called, where the report has a ledger or not. */
  readonly category: string;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly verdict: 'valid' | 'waived' | 'toMend' | 'withdrawn';
}

/** In the order of the ledger and of their ids. */
export function worksOf(report: Report): Work[] {
  const { items, findings, verdicts, ledger } = report;
  const rank = new Map(ledger.map(({ category }, index) => [category, index]));
  const rankOf = ({ category }: ReportItem) => rank.get(category) ?? rank.size;
  const findingsOf = groupBy(findings, ({ place }) => place.item);
  const owners = subjectOwners(items);
  const verdictsOf = groupBy(verdicts, ({ subject }) => owners(subject));
  return items
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((item) => {
      const own = findingsOf.get(item.id) ?? [];
      return {
        item,
        category: categoryOf(item, report),
        findings: own,
        verdicts: verdictsOf.get(item.id) ?? [],
        verdict: verdictOf(item, own, report.strict),
      };
    });
}

/** Without a ledger the work's id says it. */
export function categoryOf({ id, category }: ReportItem, { ledger }: Pick<Report, 'ledger'>): string {
  return ledger.find((row) => row.category === category)?.name ?? id.slice(0, Math.max(0, id.indexOf('/')));
}

function verdictOf({ status }: ReportItem, findings: readonly Finding[], strict: boolean): Work['verdict'] {
  if (status === 'withdrawn') return 'withdrawn';
  // What is wrong with a candidate does not block, and yet has to be mended before it is selected.
  const grave = findings.some(
    ({ severity, waived }) => waived === undefined && (severity === 'error' || (strict && severity === 'warning')),
  );
  if (grave) return 'toMend';
  return findings.some(({ waived }) => waived !== undefined) ? 'waived' : 'valid';
}

/** Whose a verdict is: its subject is a work, a file of it, a track in a file or a text of its own (`<id>#<slot>`). */
function subjectOwners(items: readonly ReportItem[]): (subject: string) => string | undefined {
  const owners = new Map<string, string>();
  for (const { id, assets } of items) {
    for (const { path, source } of assets) if (source === 'file' || source === 'track') owners.set(path, id);
    owners.set(id, id);
  }
  return (subject) => owners.get(subject) ?? owners.get(subject.slice(0, Math.max(0, subject.lastIndexOf('#'))));
}
