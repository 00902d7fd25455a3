/** 出错：why a run ended without a verdict, and what to do. */
import type { Problem } from '../../model/error-params.ts';
import type { ErrorTexts } from '../catalogue.ts';

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
  'spec/unknown': ({ id, known }) => ({
    message: `没有规范「${id}」`,
    fix: `自带的规范：${list(known)}；也可以写规范文件的路径`,
  }),
  'spec/unreadable': ({ path }) => ({ message: `读不到规范文件「${path}」`, fix: '请检查路径和权限' }),
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
  'machine/reader-broken': ({ path }) => ({
    message: `环境变量 SIZHENG_FFPROBE 指定的「${path}」运行不了`,
    fix: '请改成能运行的 ffprobe，或去掉这个环境变量，改用自带的；查看：sizheng doctor',
  }),
};
