/** 分片检查和合并时的出错。 */
import type { ShardDifference } from '../../model/error-params.ts';
import type { ErrorTexts } from '../catalogue.ts';

const list = (words: readonly (string | number)[]) => words.join('、');

function difference(by: ShardDifference, at: string, values: readonly [string, string] | null): string {
  const [a, b] = (values ?? []).map((value) => value || '没有');
  switch (by) {
    case 'count':
      return `一个分成 ${a} 片，一个分成 ${b} 片`;
    case 'spec':
      return `规范不同（${a}；${b}）`;
    case 'tree':
      return `看到的文件不同，「${at}」：${a}；${b}`;
    case 'declared':
    case 'content':
      return `「${at}」的内容不同`;
    case 'settings':
      return `设置不同（${at}）`;
    case 'strict':
      return '一个用了 --strict，一个没有用';
    case 'at':
      return `--at 不同（${a}；${b}）`;
    case 'templates':
      return '「模板」里的内容不同';
    case 'readers':
      return `读取程序 ${at} 的版本不同（${a}；${b}）`;
  }
}

const SAME_FILES =
  '各台机器要检查同一份文件（同一个提交），分片文件写在工作文件夹外面；请删掉以前留下的分片文件，改好后全部重新检查';
const SAME_CALL = '各台机器要用同样的规范、设置和选项；请改好后全部重新检查';
const REMEDIES: Readonly<Record<ShardDifference, string>> = {
  count: '每次只合并同一次检查的分片；请去掉别的',
  spec: SAME_CALL,
  tree: SAME_FILES,
  declared: SAME_FILES,
  settings: SAME_CALL,
  strict: SAME_CALL,
  at: `${SAME_CALL}；也可以合并时用 --at 另定时间`,
  templates: SAME_FILES,
  content: SAME_FILES,
  readers: '各台机器要用同一个版本的 ffprobe（可以用 SIZHENG_FFPROBE 指定）；请改好后全部重新检查',
};

export const shardErrorsZh = {
  'usage/blob-of-part': ({ part }) => ({
    message: `分片文件存的是整个文件夹的检查，${part === 'only' ? '不能与 --only 一起用' : '不能只检查一个文件'}`,
    fix:
      part === 'only'
        ? '请去掉 --only；只查一部分的，不写 --shard 和 --reporter blob'
        : '请给出工作文件夹；只查一个文件的，不写 --shard 和 --reporter blob',
  }),
  'usage/shard-without-blob': ({ shard }) => ({
    message: `--shard ${shard} 只检查一片，没有写明结果存到哪里，以后就合并不了`,
    fix: `请加上 --reporter blob=文件，如 --reporter blob=../${shard.replace('/', '-')}.blob`,
  }),
  'usage/blob-inside': ({ path, beside }) => ({
    message: `分片文件不能写在工作文件夹里（${path}）：别的机器看不到它，以后就合并不了`,
    fix: `请写到工作文件夹外面，如 --reporter blob=${beside}`,
  }),
  'usage/no-blob': ({ path, reason }) =>
    ({
      unreadable: {
        message: `读不到分片文件「${path}」`,
        fix: '请检查文件名和权限；也可以只写放着它们的文件夹',
      },
      foreign: {
        message: `「${path}」不是分片文件`,
        fix: '请给出 sizheng validate --shard … --reporter blob=… 写出的文件，或放着它们的文件夹',
      },
      damaged: { message: `分片文件「${path}」已经损坏`, fix: '请重新传一次；还是不行，就重新检查这一片' },
    })[reason],
  'usage/no-blobs': ({ path }) => ({
    message: `文件夹「${path}」里没有分片文件（名字以 .blob 结尾的）`,
    fix: '请把各台机器写出的分片文件都放进去，或逐个写出文件名',
  }),
  'usage/blobs-unsound': ({ paths }) => ({
    message: `分片文件里有读不懂的内容：${list(paths)}`,
    fix: '请删掉这些分片文件，各片都重新检查一次',
  }),
  'usage/blob-version': ({ path, version, own }) => ({
    message: `分片文件「${path}」是 sizheng ${version} 写的，这里用的是 ${own}`,
    fix: '各台机器要用同一个版本；请改好后全部重新检查',
  }),
  'usage/shard-doubled': ({ index, count, paths }) => ({
    message: `第 ${index}/${count} 片给了 ${paths.length} 次：${list(paths)}`,
    fix: '每片只要一份；请去掉以前留下的',
  }),
  'usage/shard-missing': ({ missing, count }) => ({
    message: `共 ${count} 片，还缺第 ${list(missing)} 片`,
    fix: '请等各台机器都检查完，把全部分片文件放在一起再合并',
  }),
  'usage/shards-differ': ({ paths, by, at, values, checked }) => ({
    message: `「${paths[0]}」和「${paths[1]}」不是同一次检查的分片：${difference(by, at, values)}${
      checked === null ? '' : `（「${paths[0]}」查于 ${checked[0]}，「${paths[1]}」查于 ${checked[1]}）`
    }`,
    fix: REMEDIES[by],
  }),
} satisfies Partial<ErrorTexts>;
