/** The options that every command shares that checks a folder. */
import { resolve } from 'node:path';
import type { CacheChoice, ValidateOptions } from '../app/check.ts';
import { MAX_SHARDS, type Shard } from '../app/shards.ts';
import { usageError } from '../model/errors.ts';
import type { Scope } from '../model/spec.ts';
import { parseSize } from '../util/units.ts';
import type { Options } from './command.ts';
import type { CliContext } from './context.ts';

/** @throws usageError `usage/bad-value` */
export function checkOptions({ language, signal, env }: CliContext, options: Options): ValidateOptions {
  return {
    language,
    signal,
    env,
    spec: options.spec as string | undefined,
    scope: options.scope as Scope | undefined,
    only: (options.only as string[] | undefined) ?? [],
    strict: options.strict === true,
    at: options.at as string | undefined,
    jobs: readJobs(options.jobs as string | undefined),
    cache: readCacheChoice(options),
  };
}

const MAX_JOBS = 64;

export function readJobs(text: string | undefined): number | undefined {
  return readNumber('--jobs', text, MAX_JOBS);
}

/** A whole number from 1 to `max`. @throws usageError */
export function readNumber(option: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > max)
    throw usageError('usage/bad-value', { option, value: text, expected: `1-${max}` });
  return number;
}

/** `2/3`: the second of three. @throws usageError */
export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [index = 0, count = 0] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > count || count > MAX_SHARDS)
    throw usageError('usage/bad-value', { option: '--shard', value: text, expected: '1/3, 2/3, 3/3' });
  return { index, count };
}

/** Bytes: `2GiB`, `600MB`, `2G`; a number alone would be a slip. @throws usageError */
export function readSize(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // A letter alone is what Windows means by it: 2 GB there are 2 GiB.
  const sizeBytes = parseSize(text.replace(/^([\d.]+\s*[kmgt])$/i, '$1iB'));
  if (sizeBytes === null || sizeBytes <= 0 || !/[a-z]/i.test(text))
    throw usageError('usage/bad-value', { option, value: text, expected: '2GiB, 2G, 600MB' });
  return sizeBytes;
}

function readCacheChoice({ cache, cacheDir }: Options): CacheChoice {
  if (cache === false) return { type: 'none' };
  return typeof cacheDir === 'string' ? { type: 'folder', path: resolve(cacheDir) } : { type: 'workspace' };
}
