/** 出错：why a run ended without a verdict, and what to do. */
import type { Problem } from '../../model/error-params.ts';
import { formatSize } from '../../util/format.ts';
import { quoteArgument } from '../../util/quote.ts';
import type { ErrorTexts } from '../catalogue.ts';
import { shardErrorsZh } from './errors-shards.ts';

/** @param target `null` for the folder one stands in */
function fixOf(target: string | null): string {
  return target === null ? 'sizheng fix' : `sizheng fix ${quoteArgument(target)}`;
}

function list(words: readonly string[]): string {
  return words.join('、');
}

function problems(path: string, found: readonly Problem[]): string {
  return found
    .map(({ line, column, at, message }) => {
      const place = line === null ? path : `${path}:${line}${column === null ? '' : `:${column}`}`;
      return `  ${place}  ${at === '' ? '' : `${at}：`}${message}`;
    })
    .join('\n');
}

export const errorsZh: ErrorTexts = {
  ...shardErrorsZh,
  'usage/command-line': ({ detail }) => ({
    message: `命令写得不对：${detail}`,
    fix: '看用法：sizheng --help，或 sizheng <命令> --help',
  }),
  'usage/unknown-rule': ({ id, near }) => ({
    message: `没有规则「${id}」`,
    fix: near.length > 0 ? `是不是：${list(near)}？看全部规则：sizheng rules` : '看全部规则：sizheng rules',
  }),
  'usage/unknown-item': ({ query, near }) => ({
    message: `找不到作品「${query}」`,
    fix:
      near.length > 0
        ? `是不是：${list(near)}？`
        : '写法：类别/序号，如 心理微课/04；看全部作品：sizheng validate --verbose',
  }),
  'usage/ambiguous-item': ({ query, matches }) => ({
    message: `「${query}」对得上不止一件作品：${list(matches)}`,
    fix: '请写全作品名',
  }),
  'usage/no-match': ({ query }) => ({
    message: `--only「${query}」没有对上任何作品或文件`,
    fix: '写类别名（心理微课）、作品（心理微课/04）或相对路径',
  }),
  'usage/not-a-folder': ({ path }) => ({ message: `「${path}」不是文件夹`, fix: '请给出工作文件夹' }),
  'usage/workspace-inside': ({ folders, count, target }) => ({
    message: `这里没有 sizheng.yaml，里面的${folders.map((folder) => `「${folder}」`).join('、')}${count > folders.length ? `等 ${count} 个文件夹` : ''}里有`,
    fix: `要检查那一批请写：sizheng validate ${quoteArgument(target)}`,
  }),
  'usage/inside-workspace': ({ path, workspace, root }) => ({
    message: `「${path}」在工作文件夹「${workspace}」里，自己没有 sizheng.yaml`,
    fix: `请写：sizheng validate ${quoteArgument(root)} --only ${quoteArgument(path)}`,
  }),
  'usage/no-slot': ({ path, categories }) => ({
    message: `看不出「${path}」是哪一类作品的什么材料`,
    fix: `请给出视频、字幕或文档，或把它放进类别文件夹再检查：${list(categories)}`,
  }),
  'usage/two-on-stdout': ({ reporters }) => ({
    message: `屏幕上只能输出一种报告：${list(reporters)}`,
    fix: '其余的写到文件：--reporter json=报告.json',
  }),
  'usage/not-a-file': ({ path }) => ({
    message: `「${path}」不是文件`,
    fix: '请给出文件；检查文件夹用 sizheng validate',
  }),
  'usage/no-report': ({ path, detail }) => ({
    message: `「${path}」不是这个版本的 JSON 报告${detail === '' ? '' : `（${detail} 处不符）`}`,
    fix: '请用 sizheng validate --reporter json=报告.json 重新生成',
  }),
  'usage/not-this-report': ({ path, found }) =>
    ({
      nothing: {
        message: `找不到「${path}」`,
        fix: '请检查文件名；还没有的，用 sizheng validate --reporter json=报告.json 生成',
      },
      folder: { message: `「${path}」是文件夹`, fix: '请给出 JSON 报告；检查文件夹用 sizheng validate' },
      blob: {
        message: `「${path}」是分片文件，不是报告`,
        fix: `请把各片合并：sizheng merge-reports，后面写全部分片文件`,
      },
      receipt: { message: `「${path}」是回执，不是报告`, fix: '核对报送包请用 sizheng verify 报送包 --receipt 回执' },
      manifest: { message: `「${path}」是报送包的清单，不是报告`, fix: '核对报送包请用 sizheng verify' },
      verification: {
        message: `「${path}」是核对报送包的结果，不是检查报告`,
        fix: '要别的格式，请用 sizheng verify --reporter 重新核对',
      },
    })[found],
  'usage/report-is-folder': ({ path, reporter, extension }) => ({
    message: `「${path}」是文件夹，报告写不进去`,
    fix: `请写出文件名，如 --reporter ${reporter}=${path}/报告.${extension}`,
  }),
  'usage/no-work': ({ query }) => ({
    message: `「${query}」里的文件都不属于任何作品，没有可检查的`,
    fix: '请把作品放进以类别命名的文件夹；看哪些没有归类：sizheng validate --verbose',
  }),
  'usage/same-file': ({ path }) => ({ message: `两种报告不能写到同一个文件「${path}」`, fix: '请各用一个文件名' }),
  'usage/bad-time': ({ value }) => ({
    message: `看不懂时间「${value}」`,
    fix: '写法：2027-06-09T22:58+08:00（不写时区按来函所在时区）',
  }),
  'usage/bad-value': ({ option, value, expected }) => ({
    message: `${option} 的值「${value}」不对`,
    fix: `可以写：${expected}`,
  }),
  'usage/target-exists': ({ path }) => ({ message: `「${path}」已经存在，没有改动`, fix: '请换一个名字，或先移走它' }),
  'usage/package-exists': ({ path }) => ({
    message: `「${path}」已经有了，没有覆盖`,
    fix: '请先移走，或用 --output 换一个名字；确实要换成新的，加 --force',
  }),
  'usage/output-inside': ({ path }) => ({
    message: `报送包不能放在工作文件夹里（${path}）：下次检查会把它当作材料`,
    fix: '请用 --output 写到工作文件夹以外的地方',
  }),
  'usage/output-no-folder': ({ path }) => ({
    message: `要写到的文件夹「${path}」不存在`,
    fix: '请先建好这个文件夹，或用 --output 换一个地方',
  }),
  'usage/output-terminal': () => ({
    message: '报送包不能直接显示在屏幕上',
    fix: '请接到别的程序或文件：sizheng pack --output - > 报送包.zip；或不写 --output -',
  }),
  'usage/bag-only': ({ option, layout }) => ({
    message: `${option} 不能与 --layout ${layout} 一起用`,
    fix: `请去掉 ${option}，或换一种 --layout`,
  }),
  'usage/package-too-large': ({ sizeBytes, maxBytes, largest }) => ({
    message: `报送包共 ${formatSize(sizeBytes)}，超过 --max-size 的 ${formatSize(maxBytes)}；最大的文件：${list(
      largest.map(({ path, sizeBytes: size }) => `${path}（${formatSize(size)}）`),
    )}`,
    fix: '请压小这些文件，撤下或分批报送，或放宽 --max-size',
  }),
  'usage/no-package': ({ path }) => ({
    message: `找不到「${path}」，或没有权限读`,
    fix: '请核对文件名；名字里有空格时请加引号',
  }),
  'usage/no-works': ({ path }) => ({
    message: `「${path}」里没有可以送出的作品`,
    fix: '请给出工作文件夹：里面有以类别命名的文件夹，作品放在类别文件夹里',
  }),
  'usage/not-ready': ({ path, blocking }) => ({
    message: `「${path}」还有 ${blocking} 处须整改，没有打包`,
    fix: '请先整改；要先打一包草稿，加上 draft',
  }),
  'usage/receipt-unreadable': ({ path }) => ({
    message: `「${path}」读不懂，不是打包时给的回执，或已经改动过`,
    fix: '请用打包时给的「…-回执.txt」或「…-回执.json」；只复核报送包本身，不写 --receipt',
  }),
  'usage/one-package': ({ option }) => ({
    message: `用 ${option} 时一次只能核对一个报送包`,
    fix: '请分开核对',
  }),
  'spec/unknown': ({ id, known }) => ({
    message: `没有规范「${id}」`,
    fix: `自带的规范：${list(known)}；也可以写规范文件的路径`,
  }),
  'spec/unreadable': ({ path }) => ({ message: `读不到规范文件「${path}」`, fix: '请检查路径和权限' }),
  'spec/outside': ({ path }) => ({
    message: `规范文件「${path}」没有读取：sizheng.yaml 只能用工作文件夹里或它旁边的规范文件，不能通过链接`,
    fix: '请把规范文件放到工作文件夹旁边，写作 spec: ../文件名.yaml；用别处的，请加 --spec',
  }),
  'spec/invalid': ({ path, problems: found }) => ({
    message: `规范文件有 ${found.length} 处错误\n${problems(path, found)}`,
    fix: '改正后再运行；检查：sizheng spec check <文件>',
  }),
  'spec/cycle': ({ chain }) => ({
    message: `规范互相引用，绕成了圈：${chain.join(' -> ')}`,
    fix: '请去掉其中一处 extends',
  }),
  'config/invalid': ({ path, problems: found }) => ({
    message: `「${path}」有 ${found.length} 处错误\n${problems(path, found)}`,
    fix: '改正后再运行',
  }),
  'config/not-utf8': ({ path }) => ({
    message: `「${path}」不是 UTF-8 编码`,
    fix: '请用记事本打开，另存为，编码选 UTF-8',
  }),
  'config/late-deadline': ({ path, own, letter }) => ({
    message: `「${path}」的 deadline 写的是 ${own}，晚于来函的 ${letter}`,
    fix: '这里只能写更早的日期；没有更早的就删去 deadline',
  }),
  'config/unreadable': ({ path }) => ({ message: `读不到「${path}」`, fix: '请检查权限，或它是不是一个文件' }),
  'sheet/unreadable': ({ path, detail }) => ({
    message: `读不出「${path}」：${detail}`,
    fix: '请用 Excel 或 WPS 打开，另存为 .xlsx（不加密码）',
  }),
  'sheet/invalid': ({ path, problems: found }) => ({
    message: `「${path}」有 ${found.length} 处错误\n${problems(path, found)}`,
    fix: '请在表里改正后再运行',
  }),
  'machine/root-unreadable': ({ path, detail }) => ({
    message: `读不了文件夹「${path}」（${detail}）`,
    fix: '请检查路径和权限；移动硬盘或网盘请确认已连上',
  }),
  'machine/output-unwritable': ({ path, detail }) => ({
    message: `写不了「${path}」（${detail}）`,
    fix: '请检查文件夹是否存在、有没有写的权限、磁盘是否已满',
  }),
  'machine/disk-full': ({ path, neededBytes, freeBytes }) => ({
    message:
      neededBytes === null || freeBytes === null
        ? `磁盘已满，「${path}」没有写成`
        : `磁盘空间不够：「${path}」要 ${formatSize(neededBytes)}，剩余 ${formatSize(freeBytes)}`,
    fix: '请清理磁盘，或写到另一块空间足够的磁盘上，再做一次',
  }),
  'machine/file-too-large': ({ path }) => ({
    message: `「${path}」太大，这个磁盘存不下这么大的文件（FAT32 的 U 盘单个文件不能超过 4 GB）`,
    fix: '请换 exFAT 或 NTFS 格式的磁盘；或用 --layout dir 打成文件夹',
  }),
  'machine/stream-ended': ({ detail }) => ({
    message: `接收的一端提前结束（${detail}），收到的不完整`,
    fix: '请删去收到的部分，重新打包',
  }),
  'machine/source-changed': ({ path, detail }) => ({
    message:
      detail === null
        ? `打包途中「${path}」有改动，与检查时不一样了`
        : `打包途中「${path}」读不了（${detail}），可能已移走或正被别的程序占用`,
    fix: '请等文件不再变动（同步、传输、编辑都已结束）后重新打包；没有留下不完整的报送包',
  }),
  'machine/read-back': ({ path, problems: found }) => ({
    message: `写好的报送包复核没有通过，已删去：${path}\n${found.map((problem) => `  ${problem}`).join('\n')}`,
    fix: '多半是磁盘或内存有问题：请换一块磁盘重新打包，并运行 sizheng doctor',
  }),
  'usage/fix-options': ({ options, target }) => ({
    message: `${options.join(' 和 ')} 不能一起用`,
    fix: `看改动：${fixOf(target)}；执行：${fixOf(target)} --write；撤回最近一次：${fixOf(target)} --undo`,
  }),
  'usage/fix-package': ({ path }) => ({
    message: `「${path}」是打好的报送包，或在报送包里；改动会使它通不过核对，没有整理`,
    fix: '请整理原来的工作文件夹，再用 sizheng pack 重新打包',
  }),
  'machine/fix-source-changed': ({ path }) => ({
    message: `整理途中「${path}」有改动，或同名的文件刚刚出现；没有整理，已改的都已还原`,
    fix: '请等文件不再变动（同步、传输、编辑都已结束）后重新运行',
  }),
  'machine/fix-disk-full': ({ path, during }) => ({
    message:
      during === 'fix'
        ? `磁盘已满，「${path}」没有写成；没有整理，已改的都已还原`
        : `磁盘已满，「${path}」没有写成；还没有全部撤回`,
    fix: `请清理磁盘，再${during === 'fix' ? '整理' : '撤回'}一次（整理要在同一个磁盘上留一份原件）`,
  }),
  'machine/fix-broken-off': ({ path, detail, root }) => ({
    message: `整理途中出错，又没有全部还原（${detail}）；原件和记录都在「${path}」`,
    fix: `请先排除磁盘、权限方面的问题，再撤回：${fixOf(root)} --undo`,
  }),
  'machine/fix-log': ({ path }) => ({
    message: `「${path}」里的记录（log.json）读不懂，或者备份里混进了链接，没有撤回`,
    fix: '请到这个文件夹的 files 里手工取回原件',
  }),
  'machine/reader-broken': ({ path }) => ({
    message: `环境变量 SIZHENG_FFPROBE 指定的「${path}」运行不了`,
    fix: '请改成能运行的 ffprobe，或去掉这个环境变量，改用自带的；查看：sizheng doctor',
  }),
  'machine/ffmpeg-broken': ({ path }) => ({
    message: `环境变量 SIZHENG_FFMPEG 指定的「${path}」运行不了`,
    fix: '请改成能运行的 ffmpeg，或去掉这个环境变量，改用自带的；查看：sizheng doctor',
  }),
};
