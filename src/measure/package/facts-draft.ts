/** Facts that are filled in as they are found, and kept when the reading ends early. */
import type { PackageFacts } from '../../model/package-facts.ts';
import { systemCode } from '../../util/system-error.ts';
import { Stopped } from './limits.ts';
import type { ReadPackageOptions } from './options.ts';

export type PackageDraft = { -readonly [Key in keyof PackageFacts]: PackageFacts[Key] };

/** Facts of which nothing is known yet. */
export function beginFacts(path: string, form: PackageFacts['form'], { fast }: ReadPackageOptions): PackageDraft {
  return {
    ...{ path, form, kind: 'unknown', sizeBytes: 0, stopped: null, structure: [], base: '', files: [] },
    ...{ bag: null, manifest: null, uploadLog: null, digested: !fast, sha256: null, contentSha256: null },
    ...{ receipt: null, source: null },
  };
}

/** Runs a reading that fills in `draft`; what ends it early becomes a fact. Rejects with the signal's reason. */
export async function finishFacts(
  draft: PackageDraft,
  signal: AbortSignal,
  reading: () => Promise<void>,
): Promise<PackageFacts> {
  try {
    signal.throwIfAborted();
    await reading();
  } catch (error) {
    signal.throwIfAborted();
    const detail = systemCode(error);
    if (error instanceof Stopped) draft.stopped = error.stop;
    else if (detail !== null) draft.stopped = { type: 'unreadable', reason: 'system', detail };
    else throw error;
  }
  return draft;
}
