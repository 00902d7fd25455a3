/** 整理（fix）的屏幕。 */
import type { Loss } from '../../model/fix.ts';
import type { FixCounts, FixScreen } from '../screens-fix.ts';
import { DETAILS_ZH } from './subtitle-words.ts';

const ENCODINGS: Readonly<Record<string, string>> = {
  gb2312: 'GB2312',
  gbk: 'GBK',
  gb18030: 'GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

const LOSSES: Readonly<Record<Loss, string>> = {
  styles: '样式',
  colours: '颜色',
  effects: '特效（淡入淡出、移动等）',
  strikeout: '删除线',
  positions: '位置',
  speakers: '说话人标记',
  comments: '注释',
  names: '字幕条的名字',
  'word-times': '逐字时间',
  drawings: '图形',
  header: '文件头信息',
};

function countsZh({ texts, names, removals }: FixCounts): string {
  const parts = [
    texts > 0 ? `${texts} 个字幕` : '',
    names > 0 ? `${names} 个名字` : '',
    removals > 0 ? `${removals} 个系统杂项` : '',
  ];
  return parts.filter(Boolean).join('、');
}

export const fixScreenZh: FixScreen = {
  planned: (counts) => `可以整理：${countsZh(counts)}`,
  nothing: '没有要整理的',
  nothingFound: (target) =>
    `${target === null ? '这个文件夹' : `「${target}」`}里没有找到作品或字幕，没有什么可整理的；请给出工作文件夹：sizheng fix <文件夹>`,
  text: (path) => `字幕  ${path}`,
  encoding: (from) => `编码：${ENCODINGS[from] ?? from} 改为 UTF-8`,
  sample: (line, text) => `第 ${line} 行读作「${text}」`,
  bom: '去掉 BOM 标记',
  lineEnds: (to, lines) => `换行：${lines} 行改为 ${to.toUpperCase()}`,
  edits: {
    times: (count) => `时间码：${count} 处`,
    indexes: (count) => `重新编号：${count} 处`,
    'blank-lines': (count) => `空行：${count} 处`,
  },
  order: (lines, more) =>
    `按时间重新排序：第 ${lines.join('、')} 行${more > 0 ? `等 ${lines.length + more} 条` : ''}早于它前面的一条`,
  conversion: ({ from, cues, name }, extension) =>
    `格式：${from.toUpperCase()} 转为 SRT，${cues} 条；换成「${name}」，原来的${extension === '' ? '文件' : ` .${extension} `}移进备份`,
  losses: (losses) =>
    `SRT 里放不下、会去掉的：${losses.map(([loss, count]) => `${LOSSES[loss]} ${count} 处`).join('、')}`,
  line: (line) => `第 ${line} 行`,
  blankLine: '（空行）',
  more: (count) => `+${count} 处没有列出`,
  renames: '改名（内容不动）',
  removals: '移走系统杂项（放进备份）',
  subjects: 'sizheng.yaml 的豁免跟着改',
  leftHead: (count) => `要由人处理的 ${count} 处，没有动：`,
  left: {
    undecodable: '编码拿不准，请用记事本打开核对，另存为 UTF-8',
    'broken-bytes': '有读不出的字节，改写会丢掉它们；请核对后重新保存',
    unreadable: '读不了，请检查权限',
    'too-large': '太大，不像字幕',
    'no-cues': '里面一条字幕也没有',
    'other-content': '内容不是字幕，请换成正确的文件',
    markup: 'TTML 在文件里写明了编码，请用字幕软件另存为 UTF-8',
    order: '没有按时间先后排，又有拿不准的地方，没有重新排序',
    'no-conversion': '换不成 SRT，请用字幕软件转换',
    'no-end': '看不出最后一句到什么时候结束（缺结尾的时间标签或 [length:]），没有换成 SRT',
    offset: '写了整体偏移 [offset:]，各种播放器理解不一，没有换成 SRT',
    'unsure-times': '有拿不准的时间码，改好以后才能换成 SRT',
    'past-a-day': '有超过 24 小时的时间，没有换成 SRT',
    'name-taken': '已有同名的 .srt，没有换成 SRT',
    'name-encoding': '名字的编码拿不准，请手工改名',
    'name-hidden': '改好的名字会被当作隐藏的杂项，请手工改名',
    'name-long': '改好的名字太长，系统放不下，请手工改短',
    'name-parts-work': '改名会使同一件作品的文件对不上，请手工改名',
  },
  fault: (line, detail, found) => `第 ${line} 行 ${DETAILS_ZH[detail]}${found === '' ? '' : `「${found}」`}`,
  of: (path, reason) => `${path}：${reason}`,
  dryRun: (command) => `以上都还没有改。要执行：${command}`,
  seeAll: (command) => `看全部：${command}`,
  brokenOff: (folder, command) => `上一次整理没有做完（${folder}），可以先撤回：${command}`,
  done: (counts) => `已整理：${countsZh(counts)}`,
  backup: (path) => `原件和记录在「${path}」`,
  undo: (command) => `要撤回：${command}`,
  next: (command) => `再检查一遍：${command}`,
  undone: (backup) => `已撤回最近一次整理，文件和名字都与整理之前一样（备份仍在「${backup}」）`,
  nothingToUndo: '没有可以撤回的整理',
  refused: '没有撤回，什么也没有动：整理之后又有改动，撤回会把它们丢掉',
  obstacles: {
    changed: '整理之后改过',
    missing: '整理之后移走、改名或删去了',
    'in-the-way': '原来的位置上又有了同名的',
    'backup-damaged': '备份里的原件缺失或有改动',
  },
  originals: (path) => `需要哪个原件，可以到「${path}」里手工取回`,
};
