/** Reads packages that tests write into a folder of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageFacts } from '../../model/package-facts.ts';
import { PACKAGE_LIMITS, type PackageLimits } from './limits.ts';
import type { ReadPackageOptions } from './options.ts';
import { readZipPackage } from './read-package.ts';

export interface TestOptions extends Partial<Omit<ReadPackageOptions, 'limits'>> {
  readonly limits?: Partial<PackageLimits>;
}

export function readOptions({ limits, ...options }: TestOptions = {}): ReadPackageOptions {
  const signal = new AbortController().signal;
  return { fast: false, wholeDigest: false, signal, ...options, limits: { ...PACKAGE_LIMITS, ...limits } };
}

export class PackageRoom {
  readonly folder = mkdtempSync(join(tmpdir(), 'package-'));

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  async readZip(bytes: Buffer, options: TestOptions = {}): Promise<PackageFacts> {
    const location = join(this.folder, 'package.zip');
    writeFileSync(location, bytes);
    return readZipPackage('package.zip', location, readOptions(options));
  }
}

/** Nothing in a bag is at odds with itself: every file is as listed, every listed file is there. */
export function isSound(facts: PackageFacts): boolean {
  const { stopped, structure, files, bag } = facts;
  if (stopped !== null || structure.length > 0 || bag?.declaration?.wellFormed !== true) return false;
  const found = new Map(files.map((file) => [file.path, file]));
  const listed = new Set<string>();
  for (const { lines, badLines, algorithm } of bag.manifests) {
    if (badLines.length > 0) return false;
    for (const { path, digest } of lines) {
      listed.add(path);
      if (found.get(path)?.digests[algorithm] !== digest) return false;
    }
  }
  const unlisted = files.filter(({ path }) => !listed.has(path) && !path.startsWith('tagmanifest-'));
  const faulty = files.some((file) => file.faults.length > 0 || file.type !== 'file' || file.nameEncoding !== 'utf-8');
  return !faulty && unlisted.length === 0 && found.size === files.length && listed.size === files.length - 1;
}
