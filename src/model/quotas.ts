/** Which quotas hold. */
import type { Category, Quota, QuotaUnit } from './spec.ts';
import type { WorkspaceConfig } from './submission.ts';

/** The quotas of a category that are in force for a scope and a batch. */
export function quotasInForce(
  { quotas }: Category,
  { scope, batch }: Pick<WorkspaceConfig, 'scope' | 'batch'>,
  per: QuotaUnit,
): Quota[] {
  return quotas.filter(
    (quota) =>
      quota.per === per &&
      (quota.scope === null || quota.scope === scope) &&
      (quota.batch === null || quota.batch === batch),
  );
}
