/** Why a measurement failed, in the reader's words. */
import type { Failure, FailureReason } from '../../model/facts.ts';
import { cutText } from '../../util/cut-text.ts';
import { safeText } from '../../util/safe-text.ts';

const MAX_DETAIL_LENGTH = 200;

/** A failure with the reader's own words made safe: the first line, of bounded length. */
export function failed(reason: FailureReason, cause: unknown = null): { ok: false; failure: Failure } {
  return { ok: false, failure: { reason, detail: cause === null ? null : describe(cause) } };
}

/** Told by the system, which gives a code: `EACCES`. */
export function isSystemError(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause;
}

function describe(cause: unknown): string {
  if (isSystemError(cause)) return cause.code;
  const words = cause instanceof Error ? cause.message : String(cause);
  return safeText(cutText(words.split('\n', 1)[0] ?? '', MAX_DETAIL_LENGTH));
}
