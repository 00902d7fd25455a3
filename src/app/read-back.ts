/** A package read back right after it was written: what lies on the disk against what was put there. */
import { machineError } from '../model/errors.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import type { Written } from '../pack/writer.ts';
import type { PackTarget } from './pack-target.ts';
import type { PackPreparation } from './prepare-pack.ts';
import { judgeFacts, readAt } from './verify.ts';

/** Problems that are told; one is enough to throw the package away. */
const TOLD = 5;

/**
 * SHA-256 of the whole ZIP, hexadecimal; `null` for a folder.
 * @throws machineError `machine/read-back`
 */
export async function readBack(
  pending: string,
  { path }: PackTarget,
  written: Written,
  { plan, options }: PackPreparation,
): Promise<string | null> {
  const { language, signal, onPack } = options;
  const facts = await readAt(path, pending, {
    ...(signal === undefined ? {} : { signal }),
    ...(onPack === undefined ? {} : { onVerify: onPack }),
    wholeDigest: plan.layout === 'bag',
  });
  const { findings } = await judgeFacts([facts], language === undefined ? {} : { language });
  const problems = [
    ...findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ...differing(facts, written),
  ];
  if (problems.length > 0) throw machineError('machine/read-back', { path, problems: problems.slice(0, TOLD) });
  return facts.sha256;
}

/** A list and the files it speaks of could both be wrong in the same way: what counts is what was written. */
function differing({ files }: PackageFacts, { digests }: Written): string[] {
  const found = new Map(files.map((file) => [file.path, file.digests.sha256]));
  return [...digests].filter(([path, sha256]) => found.get(path) !== sha256).map(([path]) => path);
}
