/** Why a measurement failed, in the reader's words. */
import type { Failure, FailureReason } from '../../model/facts.ts';
import { safeText } from '../../util/safe-text.ts';

const MAX_DETAIL_LENGTH = 200;

/** A failure with the reader's own words made safe: the first line, of bounded length. */
export function failed(reason: FailureReason, cause: unknown = null): { ok: false; failure: Failure } {
  return { ok: false, failure: { reason, detail: cause === null ? null : describe(cause) } };
}

function describe(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause) {
    return cause.code;
  }
  const words = cause instanceof Error ? cause.message : String(cause);
  return safeText((words.split('\n', 1)[0] ?? '').slice(0, MAX_DETAIL_LENGTH));
}
