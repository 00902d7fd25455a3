/** 文稿：what the rules over documents and texts say. */

import type { LimitParams } from '../../model/limit-params.ts';
import type { TextPlace } from '../../model/text-facts.ts';
import type { RuleTextsOf } from '../catalogue.ts';
import { placeZh, spotsZh } from './spots.ts';
import { bindingZh, limitZh, waiveZh } from './words.ts';

const SAVE_AS_DOCX = '请用 Word 或 WPS 打开，另存为 docx 后替换。';
const SAVE_AS_PDF = `请从原来的文档另存为 PDF，或换成 docx；确是盖章扫描件的，可以${waiveZh('document/no-text-layer')}。`;
/** Names told before the rest is counted. */
const TOLD = 3;

/** `（第一处在第 12 段）`. */
function firstZh(first: TextPlace | null): string {
  const place = first === null ? '' : placeZh(first);
  return place === '' ? '' : `（第一处在${place}）`;
}

/** `「a.png」、「b.png」等 5 个`. */
function namesZh(names: readonly string[]): string {
  const told = names.slice(0, TOLD).map((name) => `「${name}」`);
  return names.length > TOLD ? `${told.join('、')}等 ${names.length} 个` : told.join('、');
}

/** `「简介.docx」共 120 字，要求不低于 200 字（来函：请）`. */
function lengthZh({ path, actual, limit, binding }: LimitParams & { path: string }): string {
  const wanted = limitZh(limit);
  return `「${path}」共 ${actual} 字，要求${/^\d/.test(wanted) ? ' ' : ''}${wanted} 字${bindingZh(binding)}`;
}

export const documentTextsZh: RuleTextsOf<'document'> = {
  'document/encrypted': {
    title: '文档有密码',
    aspect: '能否打开',
    why: '打不开的文档没有检查，评审的人也看不到。',
    mend: '请打开后去掉密码再保存：Word 在「文件 → 信息 → 保护文档」，WPS 在「文件 → 文档加密」。',
    example: '设了打开密码的 案例.docx',
    message: ({ path }) => `「${path}」要密码才能打开，没有检查内容`,
  },
  'document/unsupported': {
    title: '读不了的文档格式',
    aspect: '文档格式',
    why: '这类格式的文字没有检查；换一台电脑，也不一定打得开。',
    mend: SAVE_AS_DOCX,
    example: '用 WPS 存成的 方案.wps',
    message: ({ path, format }) =>
      format === 'docx'
        ? `「${path}」的正文是嵌在里面的网页，文字没有检查`
        : `「${path}」是 ${format} 格式，文字没有检查`,
  },
  'document/empty': {
    title: '文档没有文字',
    aspect: '字数',
    why: '空白的文档等于没有交。',
    mend: '请打开核对，换成写好的一份；内容都是图片的，请改成文字。',
    example: '只有标题样式、没有文字的 docx',
    message: ({ path }) => `「${path}」里没有文字`,
  },
  'document/no-text-layer': {
    title: 'PDF 里读不出文字',
    aspect: '文字层字数',
    why: '扫描或截图做成的 PDF 没有文字，无法检查，也无法检索和粘贴。',
    mend: SAVE_AS_PDF,
    example: '扫描件做成的 方案.pdf',
    message: ({ path, pages, why }) => {
      const counted = pages === null ? '' : `共 ${pages} 页，`;
      return why === 'unmapped'
        ? `「${path}」${counted}看得见字，却读不出来：字体没有写明哪个字形是哪个字`
        : `「${path}」${counted}没有一个能读出的字，多半是扫描件或截图`;
    },
  },
  'document/short': {
    title: '文字太少',
    aspect: '字数',
    why: '规范对字数的要求；规范没有要求的，也不该几乎没有内容。按 Word、WPS 的「字数」计算。',
    mend: '请补充后重报。',
    example: '简介 120 字，要求不低于 200 字；简介只写了「见附件」',
    message: (params) => (params.few ? `「${params.path}」只有 ${params.actual} 字，几乎没有内容` : lengthZh(params)),
    fix: ({ few }) => (few ? '请打开核对；内容写在别的文件里或是图片的，请把文字写进来再报。' : '请补充后重报。'),
  },
  'document/long': {
    title: '文字太多',
    aspect: '字数',
    why: '规范对字数的要求。按 Word、WPS 的「字数」计算。',
    mend: '请删减后重报。',
    example: '简介 680 字，要求不超过 500 字',
    message: lengthZh,
  },
  'document/placeholder': {
    title: '模板提示没有删',
    aspect: '留下的模板提示',
    why: '模板里的提示和空白没有换成正文，等于没有写完。',
    mend: '请把提示换成正文；用不上的删去。',
    example: '正文里还留着「【请填写：学校或单位全称】」',
    message: ({ path, spots }) => `「${path}」里像是还留着模板的提示：${spotsZh(spots)}`,
  },
  'document/tracked-changes': {
    title: '留有修订',
    aspect: '修订处数',
    why: '没有接受的修订会让别人看到改动前的文字，删掉的内容也还在文件里。',
    mend: '请核对后，在「审阅」里接受（或拒绝）全部修订，再保存。',
    example: '导师改过、没有接受修订的 案例.docx',
    message: ({ path, count, first }) => `「${path}」里有 ${count} 处修订没有接受或拒绝${firstZh(first)}`,
  },
  'document/comments': {
    title: '留有批注',
    aspect: '批注条数',
    why: '批注是给写稿的人看的，会随文件一起公开。',
    mend: '请处理后，在「审阅」里删除全部批注，再保存。',
    example: '带着「这里再补充」批注的 方案.docx',
    message: ({ path, count, first }) => `「${path}」里有 ${count} 条批注${firstZh(first)}`,
  },
  'document/macro': {
    title: '文档带有宏或脚本',
    aspect: '宏和脚本',
    why: '打开就会运行的代码，平台和评审的电脑一般都会拦下。',
    mend: '请另存为不带宏的 docx（Word 文档）；PDF 请从原来的文档重新导出。',
    example: '改了扩展名的 docm',
    message: ({ path, parts }) => `「${path}」里有会运行的代码：${namesZh(parts)}`,
  },
  'document/external': {
    title: '文档里有外部内容',
    aspect: '外部链接和嵌入对象',
    why: '链接的图片和文件到了别人的电脑上打不开；嵌入的表格会连同全部数据一起公开。',
    mend: `链接的图片请改为插入到文档里；嵌入的对象请换成图片或文字。确是有意附上的，可以${waiveZh('document/external')}。`,
    example: '图片链接到自己 C 盘的 案例.docx；图表里嵌着全班成绩表',
    message: ({ path, externals, embedded }) =>
      [
        `「${path}」`,
        [
          externals.length > 0 ? `用到文件以外的内容：${namesZh(externals)}` : '',
          embedded.length > 0 ? `嵌有别的文件：${namesZh(embedded)}` : '',
        ]
          .filter(Boolean)
          .join('；'),
      ].join(''),
  },
};
