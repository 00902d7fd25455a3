/** Whom the letter's date binds. */
import type { Deadline, Spec } from './spec.ts';
import type { WorkspaceConfig } from './submission.ts';

/** The spec's own deadline, where it speaks to this scope. */
export function letterDeadline({ deadline }: Spec, { scope }: Pick<WorkspaceConfig, 'scope'>): Deadline | null {
  return deadline !== null && (deadline.scope === null || deadline.scope === scope) ? deadline : null;
}
