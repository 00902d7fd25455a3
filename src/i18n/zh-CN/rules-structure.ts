/** 结构与名额：what the rules over the batch, its works and its quotas say. */
import { baseName } from '../../model/file-names.ts';
import type { FileAside, OwnerQuotaParams, QuotaParams } from '../../model/rule-params.ts';
import type { LikenessParams, SharedRun } from '../../model/text-params.ts';
import { formatDuration, formatSize } from '../../util/format.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeZh } from './spots.ts';
import { bindingZh, FIELDS_ZH, limitZh, SOURCES_ZH, waiveZh } from './words.ts';

function quotaWords({ min, max, unit, binding }: QuotaParams): string {
  const limit = limitZh({
    min: min === null ? null : String(min),
    max: max === null ? null : String(max),
    oneOf: null,
  });
  return `要求 ${limit} ${unit}${bindingZh(binding)}`;
}

function quotaGap({ found, min, max, unit }: QuotaParams): string {
  if (min !== null && found < min) return `缺 ${min - found} ${unit}`;
  return `多 ${found - (max ?? found)} ${unit}`;
}

function ownerQuota(params: OwnerQuotaParams): string {
  return `${params.owner}：${params.category}收到 ${params.found} ${params.unit}，${quotaWords(params)}，${quotaGap(params)}`;
}

function timeLeft(hours: number): string {
  if (hours < 1) return '不到 1 小时';
  const days = Math.floor(hours / 24);
  return `还有 ${days > 0 ? `${days} 天 ` : ''}${Math.floor(hours % 24)} 小时`;
}

function fileAside({ path, sizeBytes, modified, durationMs }: FileAside): string {
  const length = durationMs === null ? '' : `，时长 ${formatDuration(durationMs)}`;
  return `「${path}」（${modified} 改，${formatSize(sizeBytes)}${length}）`;
}

const LISTED = 5;

function fileList(files: readonly FileAside[]): string {
  const more = files.length > LISTED ? ` 等 ${files.length} 个` : '';
  return files.slice(0, LISTED).map(fileAside).join('、') + more;
}

/** A path tells whose it is, unless it is that of the sheet or of a collection. */
function workZh(path: string, item: string): string {
  return path.normalize('NFC').includes(baseName(item)) ? `「${path}」` : `「${path}」里的「${item}」`;
}

function likenessZh({ path, other, otherItem, percent, runs, untold }: LikenessParams): string {
  const [longest] = runs;
  const run = longest === undefined ? '' : `，最长一处 ${longest.characters} 字「${longest.text}」${inBothZh(longest)}`;
  const more = untold === 0 ? '' : `；另有 ${untold} 篇与本篇也有相同，未逐一列出`;
  return `「${path}」与${workZh(other, otherItem)}疑似雷同：相同文字占较短一篇的 ${percent}%${run}${more}`;
}

function inBothZh({ at, otherAt }: SharedRun): string {
  const [here, there] = [placeZh(at), placeZh(otherAt)];
  const places = [here && `本篇${here}`, there && `对方${there}`].filter((place) => place !== '');
  return places.length === 0 ? '' : `（${places.join('，')}）`;
}

export const submissionTextsZh: RuleTextsOf<'submission' | 'quota' | 'deadline' | 'waiver' | 'topic' | 'duplicate'> = {
  'submission/empty': {
    title: '没有可检查的作品',
    aspect: '作品数',
    why: '空文件夹不等于合格：没有作品，就没有可以报送的内容。',
    mend: '确认文件夹选对了；作品放进以类别命名的文件夹。新建工作文件夹用 sizheng init。',
    example: '在空文件夹里运行 sizheng validate',
    message: ({ categories }) => `这个文件夹里没有找到任何作品。作品应放在类别文件夹里：${categories.join('、')}`,
  },
  'quota/count': {
    title: '名额',
    why: '来函规定了每省各类成果的数量；多报少报都会被退回。',
    mend: '少了就补选，多了就撤下（sizheng exclude）或移到「候选」里的类别文件夹。',
    example: '会商指导方案收到 4 个，要求 5 个',
    message: (params) =>
      `${params.category}收到 ${params.found} ${params.unit}，${quotaWords(params)}，${quotaGap(params)}`,
    fix: ({ category, found, min, max, unit }) =>
      min !== null && found < min
        ? `请再选 ${min - found} ${unit}放入「${category}」文件夹`
        : `请撤下 ${found - (max ?? found)} ${unit}：移到「候选/${category}」文件夹，或运行 sizheng exclude <作品> --reason <理由>`,
  },
  'quota/institution': {
    title: '每校名额',
    why: '有的通知限定每所学校报送的数量。',
    mend: '请该校调整报送数量，或撤下多出的作品。',
    example: '某大学：心理微课收到 3 门，要求不超过 2 门',
    message: ownerQuota,
  },
  'quota/person': {
    title: '每人名额',
    why: '有的通知限定每人报送的数量。',
    mend: '请作者调整报送数量，或撤下多出的作品。',
    example: '某主讲人：心理微课收到 3 门，要求不超过 2 门',
    message: ownerQuota,
  },
  'deadline/passed': {
    title: '已过截止时间',
    why: '首批成果须在来函写明的日期之前报送；之后按常态化报送。',
    mend: '与主管部门联系能否补报；或把 sizheng.yaml 里的 batch 改为 regular，按常态化报送。',
    example: '6 月 11 日 00:00 之后报送首批',
    message: ({ latest, source }) => `已过最迟报送时间 ${latest}${source ? `（${source}）` : ''}`,
  },
  'deadline/prudent': {
    title: '已过稳妥的截止时间',
    why: '「6月10日之前」有两种理解：稳妥按前一天 24:00，最迟按当天 24:00。',
    mend: '请马上报送；最迟不要超过当天 24:00。',
    example: '6 月 10 日 09:00 报送首批',
    message: ({ prudent, latest }) => `已过稳妥的报送时间 ${prudent}；最迟 ${latest}`,
  },
  'deadline/near': {
    title: '临近截止',
    why: '离截止不到 7 天，留出退回整改的时间。',
    mend: '请安排好退回和重报的时间。',
    example: '6 月 5 日检查首批',
    message: ({ prudent, hoursLeft }) => `距报送截止（稳妥按 ${prudent}）${timeLeft(hoursLeft)}`,
  },
  'waiver/unused': {
    title: '豁免没有用上',
    why: '对不上任何问题的豁免，多半是写错了规则或作品，或者问题已经改好。',
    mend: '核对 sizheng.yaml 里的 waivers：改正规则编号或作品名，不需要了就删去。',
    example: '给已经合格的作品写的豁免',
    message: ({ rule, subject, why }) =>
      `豁免「${rule}」「${subject}」没有用上：${
        {
          'unknown-rule': '没有这条规则（查规则：sizheng rules）',
          'unknown-subject': '没有这件作品或类别',
          'not-waivable': '这条规则不能豁免',
          'no-finding': '没有查出这个问题',
        }[why]
      }`,
  },
  'topic/coverage': {
    title: '主题覆盖',
    why: '来函列出了微课围绕的方面，供选题参考；没有覆盖到的只作提示。',
    mend: '不是必须；选题时可以优先考虑没有覆盖到的方面。',
    example: '七个方面里没有「睡眠调整」',
    message: ({ category, missing, covered, total }) =>
      `${category}覆盖了 ${total} 个主题中的 ${covered} 个，还没有：${missing.join('、')}`,
  },
  'duplicate/file': {
    title: '同一文件交了两次',
    why: '两件作品里有内容完全相同的文件，多半是放错或重复报送。',
    mend: '请核对后换成各自的文件，或撤下其中一件。',
    example: '03 和 07 的视频逐字节相同',
    message: ({ path, other }) => `「${path}」与「${other}」内容完全相同`,
  },
  'duplicate/text': {
    title: '疑似雷同',
    aspect: '与其他作品相同的文字',
    why: '两件作品的文字有不少相同：可能是抄袭、同一作者重复报送，或共用了一份底稿。模板和来函里的文字不算；多件作品共引的文字从轻计。',
    mend: `请对照两篇核实：抄袭或重复报送的，换成原创文字或撤下其中一件；共用模板的，把空白模板放进「模板」文件夹再检查；确属可以共用的，可以${waiveZh('duplicate/text')}。`,
    example: '两校的会商指导方案有 31% 的文字相同',
    message: likenessZh,
  },
};

export const itemTextsZh: RuleTextsOf<'item'> = {
  'item/missing-asset': {
    title: '缺材料',
    aspect: '材料',
    why: '来函要求每件作品交齐这些材料。',
    mend: '请补齐缺的材料，放进作品文件夹，或与作品同名放在一起。',
    example: '微课没有字幕文件',
    message: ({ slot, count, min, binding }) =>
      count === 0
        ? `缺${slot}，要求有${slot}${bindingZh(binding)}`
        : `${slot}只有 ${count} 个，要求至少 ${min} 个${bindingZh(binding)}`,
    fix: ({ slot, into, stem, formats, declarable, textField, searched }) =>
      [
        `请把${slot}${formats.length > 0 ? `（${formats.join('、')}）` : ''}放进「${into}」${stem === null ? '' : `，名字与作品一样：「${stem}」`}`,
        ...(declarable
          ? ['如已压制在画面里，在作品信息表的「字幕」栏写「压制字幕」（或 item.yaml 写 subtitles: burned-in）']
          : []),
        ...(textField === null ? [] : [`也可以写进作品信息表的「${FIELDS_ZH[textField]}」栏`]),
        ...searched.map((path) => `「${path}」里没有找到这件的标题：写在里面的，请在正文前单起一行，写序号和题目`),
      ].join('；'),
  },
  'item/ambiguous': {
    title: '材料多于一份',
    why: '一个位置只能交一份；程序不替人挑选。',
    mend: '请只留要报送的一份，其余移出作品文件夹。',
    example: '一门微课里有两个不相干的视频',
    message: ({ slot, files, max }) => `${slot}只能有 ${max} 个，现有 ${files.length} 个：${fileList(files)}`,
  },
  'item/versions': {
    title: '同一材料有几个版本',
    why: '终稿、最终版、(1)、副本同在，交错一份就是交错作品。',
    mend: '请确认哪一份是定稿，只留这一份。',
    example: '微课终稿.mp4 和 微课终稿(1).mp4',
    message: ({ slot, files }) => `${slot}像是同一份的几个版本：${fileList(files)}`,
  },
  'item/metadata': {
    title: '作品信息不全或不一致',
    aspect: '学校',
    why: '汇总表和退回通知都要按学校写；几处写的不一样，就不知道以哪个为准。',
    mend: '请在作品信息表、item.yaml 或文件夹名（序号-题目-学校）里写全并改成一致。',
    example: '文件夹名写甲大学，表里写乙大学',
    message: (params) =>
      params.fault === 'no-institution'
        ? `没有写明学校（单位）：「${params.name}」`
        : `${FIELDS_ZH[params.field]}几处不一致：${SOURCES_ZH[params.used.source]}写「${params.used.value}」，${SOURCES_ZH[params.other.source]}写「${params.other.value}」；按前者处理`,
    fix: (params) =>
      params.fault === 'no-institution'
        ? '请把文件夹（文件）改名为「序号-题目-学校」，或在作品信息表里填写学校'
        : '请核对后改成一致',
  },
  'item/title': {
    title: '文件名不是题目',
    aspect: '题目',
    why: '手机和微信自动起的名字不是题目，报送时无法填写。',
    mend: '请把文件夹（文件）改名为「序号-题目-学校」，或在作品信息表里填写题目。',
    example: '微信视频20220601.mp4',
    message: ({ name }) => `「${name}」不像作品题目`,
  },
  'item/sheet-row': {
    title: '表中作品没有文件',
    why: '作品信息表里列了，文件夹里却没有对应的作品。',
    mend: '请补上文件；或改正表里的序号、题目，使它与文件夹一致；不报送的就从表里删去。',
    example: '表中第 7 行「睡眠调整」没有对应的文件夹',
    message: ({ sheet, line, label }) => `「${sheet}」第 ${line} 行「${label}」没有对应的文件夹或文件`,
  },
};
