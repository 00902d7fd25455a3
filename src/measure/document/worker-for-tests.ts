/** The document process as it is shipped: bundled, because Node 20 cannot load TypeScript. Used by tests only. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { packageRoot } from '../../util/package-root.ts';

export interface BuiltWorker {
  /** Below node_modules, so that the bundle finds its packages. */
  readonly folder: string;
  readonly url: URL;
  remove(): Promise<void>;
}

export async function buildWorker(): Promise<BuiltWorker> {
  const cache = join(packageRoot(), 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'document-'));
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'worker.ts'),
    platform: 'node',
    external: (id) => /^[a-z@]/i.test(id) && !/^[a-z]:/i.test(id),
  });
  await bundle.write({ dir: folder, entryFileNames: 'document-worker.js' });
  const url = pathToFileURL(join(folder, 'document-worker.js'));
  return { folder, url, remove: () => rm(folder, { recursive: true }) };
}
