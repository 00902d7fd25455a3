/** Packages held against their own lists, a receipt, a workspace. Nothing is extracted. */
import { constants, type Stats } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { loadMessages } from '../i18n/messages.ts';
import { judgePackages } from '../judge/judge-packages.ts';
import { PACKAGE_LIMITS, type PackageLimits } from '../measure/package/limits.ts';
import { readFolderPackage, readZipPackage } from '../measure/package/read-package.ts';
import { parseReceipt } from '../measure/receipt.ts';
import { usageError } from '../model/errors.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import type { Verification } from '../model/verification.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { listTree } from '../scan/list-tree.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import type { ValidateOptions } from './check.ts';
import { compareSource } from './compare-source.ts';
import { loadSpecFor } from './open-workspace.ts';
import { toolVersion } from './version.ts';

export interface VerifyOptions extends Pick<ValidateOptions, 'language' | 'strict' | 'env' | 'signal'> {
  /** A receipt that the package is held against. */
  readonly receipt?: string | undefined;
  /** A workspace that the package is held against. */
  readonly against?: string | undefined;
  /** Structure, sizes and CRC only. */
  readonly fast?: boolean;
  readonly limits?: Partial<PackageLimits>;
  onVerify?(progress: VerifyProgress): void;
}

export interface VerifyProgress {
  readonly stage: 'verify';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/**
 * @param paths packages: ZIP files or folders
 * @throws SizhengError for what is not there; what is wrong with a package is a finding
 */
export async function verify(paths: readonly string[], options: VerifyOptions = {}): Promise<Verification> {
  const distinct = [...new Set(paths)];
  refuseSeveral(distinct, options);
  const packages: PackageFacts[] = [];
  for (const path of distinct) packages.push(await readPackage(path, options));
  return judgeFacts(packages, options);
}

/** Judged by every rule over packages; times are told in the zone of the built-in spec. */
export async function judgeFacts(
  packages: readonly PackageFacts[],
  { language = 'zh-CN', fast = false, strict = false }: VerifyOptions,
): Promise<Verification> {
  const { timezone } = await loadSpecFor(DEFAULT_CONFIG, process.cwd(), { language });
  const { rules: texts } = await loadMessages(language, 'rules');
  return judgePackages({
    ...{ packages, timezone, fast, strict, rules: CATALOGUE, texts },
    ...{ toolVersion: toolVersion(), atMs: Date.now(), atGiven: false },
  });
}

/** One receipt is that of one package. */
function refuseSeveral({ length }: readonly string[], { receipt, against }: VerifyOptions): void {
  const option = receipt !== undefined ? '--receipt' : against !== undefined ? '--against' : null;
  if (length > 1 && option !== null) throw usageError('usage/one-package', { option });
}

async function readPackage(path: string, options: VerifyOptions): Promise<PackageFacts> {
  const receipt = options.receipt === undefined ? null : await readReceipt(options.receipt);
  const facts = await readAt(path, path, {
    ...options,
    wholeDigest: receipt !== null && receipt.claims.sha256 !== null,
  });
  const source = options.against === undefined ? null : await compareSource(options.against, facts, options);
  return { ...facts, receipt, source };
}

export interface ReadOptions extends VerifyOptions {
  /** Digest the ZIP as a whole, too. */
  readonly wholeDigest: boolean;
}

/** @param path as messages name it */
export async function readAt(path: string, location: string, options: ReadOptions): Promise<PackageFacts> {
  const stats = await readableStats(location).catch((cause: unknown) => {
    throw usageError('usage/no-package', { path }, cause);
  });
  const { fast = false, wholeDigest, signal = new AbortController().signal, limits, onVerify } = options;
  const reading = {
    ...{ fast, wholeDigest, signal, limits: { ...PACKAGE_LIMITS, ...limits } },
    onProgress: ({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }) =>
      onVerify?.({ stage: 'verify', doneBytes, totalBytes }),
  };
  if (!stats.isDirectory()) return readZipPackage(path, location, reading);
  const { entries } = await listTree(location, { everything: true });
  return readFolderPackage(path, entries, reading);
}

async function readableStats(location: string): Promise<Stats> {
  await access(location, constants.R_OK);
  return stat(location);
}

const MAX_RECEIPT_BYTES = 16 << 20;

/** Not the package is at fault when its receipt cannot be read. @throws usageError */
async function readReceipt(path: string): Promise<NonNullable<PackageFacts['receipt']>> {
  const bytes = await readFileUpTo(path, MAX_RECEIPT_BYTES).catch((cause: unknown) => {
    throw usageError('usage/no-package', { path }, cause);
  });
  const claims = bytes === null ? null : parseReceipt(bytes);
  if (claims === null) throw usageError('usage/receipt-unreadable', { path });
  return { path, claims };
}

async function readFileUpTo(path: string, maxBytes: number): Promise<Buffer | null> {
  const { size } = await stat(path);
  return size > maxBytes ? null : readFile(path);
}
