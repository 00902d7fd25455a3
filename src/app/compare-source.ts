/** The workspace that a package should have come from, file by file. */
import { usageError } from '../model/errors.ts';
import type { PackageFacts, SourceFacts } from '../model/package-facts.ts';
import { packagedAssets } from '../model/package-manifest.ts';
import type { Entry } from '../model/submission.ts';
import { hashFile } from '../util/hash-file.ts';
import { checkWorkspace, openOptions, type ValidateOptions } from './check.ts';
import { openWorkspace } from './open-workspace.ts';
import { planOf } from './prepare-pack.ts';

interface Packaged {
  readonly path: string;
  readonly packagedAs: string;
}

/** What the package says comes from the workspace, as it is there now; and what is there and was not packed. @throws SizhengError */
export async function compareSource(
  folder: string,
  facts: PackageFacts,
  options: ValidateOptions,
): Promise<SourceFacts> {
  const checked = await checkWorkspace(await openWorkspace(folder, openOptions(options)), null, options);
  if (checked.submission.items.length === 0) throw usageError('usage/no-works', { path: folder });
  const { files: planned } = planOf(checked, { layout: 'bag', draft: false, packedAtMs: 0 });
  // Only names that the workspace lists are opened: a package cannot point anywhere else.
  const entries = new Map(checked.workspace.entries.map((entry) => [entry.path, entry]));
  const packaged = packagedFrom(facts);
  const signal = options.signal ?? new AbortController().signal;
  const files: SourceFacts['files'][number][] = [];
  for (const { path, packagedAs } of packaged)
    files.push({ path, packagedAs, sha256: await digestOf(entries.get(path), signal) });
  const known = new Set(packaged.map(({ path }) => path));
  for (const { from } of planned) {
    if (from.type === 'file' && !known.has(from.entry.path))
      files.push({ path: from.entry.path, packagedAs: null, sha256: null });
  }
  return { folder, files };
}

/** By the package's own word; a bag of another maker is taken to hold the folder as it is. */
function packagedFrom({ manifest, uploadLog, bag }: PackageFacts): Packaged[] {
  if (manifest?.ok) {
    return packagedAssets(manifest.value).flatMap(({ originalPath, path }) =>
      originalPath === null ? [] : [{ path: originalPath, packagedAs: path }],
    );
  }
  if (uploadLog?.ok) {
    return uploadLog.value.rows.flatMap(({ originalPath, path }) =>
      originalPath === null ? [] : [{ path: originalPath, packagedAs: path }],
    );
  }
  const [list] = bag?.manifests.filter(({ covers }) => covers === 'payload') ?? [];
  return (list?.lines ?? []).map(({ path }) => ({ path: path.replace(/^data\//, ''), packagedAs: path }));
}

async function digestOf(entry: Entry | undefined, signal: AbortSignal): Promise<string | null> {
  if (entry?.type !== 'file' || entry.error !== null) return null;
  return hashFile(entry.location, signal).catch(() => {
    signal.throwIfAborted();
    return null;
  });
}
