/** How each category stands: what is asked, what came, what of it holds. */

import { shortItemId } from '../model/item-ids.ts';
import type { LedgerRow } from '../model/ledger.ts';
import { quotasInForce } from '../model/quotas.ts';
import type { Finding, Spare } from '../model/report.ts';
import type { Category, Spec } from '../model/spec.ts';
import type { Item, Submission, WorkspaceConfig } from '../model/submission.ts';
import { isGrave } from './run-rules.ts';

/** The least and the most of a category's works, of all quotas in force; `null` where none says. */
export function quotaBounds(category: Category, config: WorkspaceConfig): { min: number | null; max: number | null } {
  const quotas = quotasInForce(category, config, 'submission');
  const least = quotas.flatMap(({ min }) => min ?? []);
  const most = quotas.flatMap(({ max }) => max ?? []);
  return { min: least.length > 0 ? Math.max(...least) : null, max: most.length > 0 ? Math.min(...most) : null };
}

export function makeLedger(
  spec: Spec,
  config: WorkspaceConfig,
  { items }: Submission,
  findings: readonly Finding[],
  strict = false,
): LedgerRow[] {
  const broken = new Set(
    findings
      .filter((finding) => isGrave(finding, strict) && finding.waived === undefined)
      .map(({ place }) => place.item),
  );
  const waived = new Set(findings.filter((finding) => finding.waived !== undefined).map(({ place }) => place.item));
  return spec.categories.map((category) => {
    const own = items.filter((item) => item.category === category.id);
    const selected = own.filter(({ status }) => status === 'selected');
    const { min, max } = quotaBounds(category, config);
    return {
      category: category.id,
      name: category.name,
      unit: category.unit,
      min,
      max,
      found: selected.length,
      valid: selected.filter(({ id }) => !broken.has(id)).length,
      waived: selected.filter(({ id }) => waived.has(id)).length,
      candidates: own.filter(({ status }) => status === 'candidate').length,
      withdrawn: own.filter(({ status }) => status === 'withdrawn').length,
      missing: Math.max(0, (min ?? 0) - selected.length),
      excess: Math.max(0, selected.length - (max ?? Number.POSITIVE_INFINITY)),
    };
  });
}

/** Whether a category keeps its least number without a work; `null` where no quota says so. */
export function spareWithout(item: Item, ledger: readonly LedgerRow[], items: readonly Item[]): Spare | null {
  const row = ledger.find(({ category }) => category === item.category);
  if (row === undefined || row.min === null || item.status !== 'selected' || row.found - 1 < row.min) return null;
  return { item: shortItemId(item, items), left: row.found - 1, unit: row.unit };
}
