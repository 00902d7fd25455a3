/** What goes wrong with shards, and when they are put together. */
import type { ShardDifference } from '../../model/error-params.ts';
import type { ErrorTexts } from '../catalogue.ts';
import { countEn } from './words.ts';

function difference(by: ShardDifference, at: string, values: readonly [string, string] | null): string {
  const [a, b] = (values ?? []).map((value) => value || 'none');
  switch (by) {
    case 'count':
      return `one is of ${a} shards, the other of ${b}`;
    case 'spec':
      return `the specs differ (${a}; ${b})`;
    case 'tree':
      return `they saw different files, "${at}": ${a}; ${b}`;
    case 'declared':
    case 'content':
      return `"${at}" says different things`;
    case 'settings':
      return `the settings differ (${at})`;
    case 'strict':
      return 'one was checked with --strict, the other without';
    case 'at':
      return `--at differs (${a}; ${b})`;
    case 'templates':
      return 'the forms in 模板 differ';
    case 'readers':
      return `the versions of ${at} differ (${a}; ${b})`;
  }
}

const SAME_FILES =
  'All machines have to check the same files (one commit), and write their blobs outside the workspace. Delete blobs of earlier checks, then check all shards again';
const SAME_CALL = 'All machines have to use the same spec, settings and options. Then check all shards again';
const REMEDIES: Readonly<Record<ShardDifference, string>> = {
  count: 'Merge the shards of one check at a time, and leave out the others',
  spec: SAME_CALL,
  tree: SAME_FILES,
  declared: SAME_FILES,
  settings: SAME_CALL,
  strict: SAME_CALL,
  at: `${SAME_CALL}; or set the time with --at when you merge`,
  templates: SAME_FILES,
  content: SAME_FILES,
  readers: 'All machines have to use one version of ffprobe (SIZHENG_FFPROBE names one). Then check all shards again',
};

export const shardErrorsEn = {
  'usage/blob-of-part': ({ part }) => ({
    message: `A blob holds the check of a whole folder, and ${part === 'only' ? 'cannot be combined with --only' : 'not of one file'}`,
    fix:
      part === 'only'
        ? 'Leave out --only; to check a part alone, leave out --shard and --reporter blob'
        : 'Give the workspace folder; to check one file, leave out --shard and --reporter blob',
  }),
  'usage/shard-without-blob': ({ shard }) => ({
    message: `--shard ${shard} checks one shard, and nothing says where to keep what is found: it could never be merged`,
    fix: `Add --reporter blob=<file>, such as --reporter blob=../${shard.replace('/', '-')}.blob`,
  }),
  'usage/blob-inside': ({ path, beside }) => ({
    message: `A blob cannot lie in the workspace ("${path}"): other machines do not see it there, and nothing could be merged`,
    fix: `Write it outside: --reporter blob=${beside}`,
  }),
  'usage/no-blob': ({ path, reason }) =>
    ({
      unreadable: {
        message: `Cannot read the blob "${path}"`,
        fix: 'Check the name and the permissions, or give the folder of the blobs',
      },
      foreign: {
        message: `"${path}" is not a blob`,
        fix: 'Give files written by sizheng validate --shard … --reporter blob=…, or a folder of them',
      },
      damaged: {
        message: `The blob "${path}" is damaged`,
        fix: 'Transfer it again; if that does not help, check this shard again',
      },
    })[reason],
  'usage/no-blobs': ({ path }) => ({
    message: `No blob (*.blob) in the folder "${path}"`,
    fix: 'Put the blobs of all machines into it, or name each file',
  }),
  'usage/blobs-unsound': ({ paths }) => ({
    message: `The blobs hold something that makes no sense: ${paths.join(', ')}`,
    fix: 'Delete these blobs, and check all shards again',
  }),
  'usage/blob-version': ({ path, version, own }) => ({
    message: `The blob "${path}" was written by sizheng ${version}; this is ${own}`,
    fix: 'All machines have to use one version. Then check all shards again',
  }),
  'usage/shard-doubled': ({ index, count, paths }) => ({
    message: `Shard ${index}/${count} was given ${paths.length} times: ${paths.join(', ')}`,
    fix: 'Give each shard once; take away what an earlier check left behind',
  }),
  'usage/shard-missing': ({ missing, count }) => ({
    message: `${missing.length} of ${countEn(count, 'shard')} missing: ${missing.join(', ')}`,
    fix: 'Wait until all machines are done, and merge all their blobs together',
  }),
  'usage/shards-differ': ({ paths, by, at, values, checked }) => ({
    message: `"${paths[0]}" and "${paths[1]}" are not shards of one check: ${difference(by, at, values)}${
      checked === null ? '' : ` ("${paths[0]}" checked ${checked[0]}, "${paths[1]}" checked ${checked[1]})`
    }`,
    fix: REMEDIES[by],
  }),
} satisfies Partial<ErrorTexts>;
