/** 个人信息：what the rules over data of persons say. */
import type { DocumentPerson } from '../../model/document-facts.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { PrivateParams } from '../../model/text-params.ts';
import type { RuleText, RuleTextsOf } from '../catalogue.ts';
import { placeZh, spotsZh } from './spots.ts';
import { waiveZh } from './words.ts';

const MEND = '请原单位隐去后重报';
const MEND_NAME = '请重命名，名字里不留个人信息';

type Told = PrivateParams['spots'][number];

/** `「138****5678」`, `「…联系人张老师 138****5678」`, `「学号 20******03」`. */
function foundZh({ found, label, before }: Told, labelled: boolean): string {
  if (before !== '') return `「…${before}${found}」`;
  return labelled && label !== null ? `「${label} ${found}」` : `「${found}」`;
}

/**
 * `「案例.docx」疑似有手机号：第 3 段「138****5678」、第 9 段「…」`；`文件名里疑似有手机号「138****5678」`.
 * @param labelled the word before it is part of what was found
 */
function privateText(
  id: RuleId,
  what: string,
  labelled: boolean,
  text: { why: string; example: string },
): RuleText<PrivateParams> {
  const tell = (spot: Told) => foundZh(spot, labelled);
  return {
    title: `疑似${what}`,
    ...text,
    mend: orWaive(MEND, id),
    message: ({ path, spots }) =>
      isOnlyName(spots)
        ? `文件名里疑似有${what}${spots.map(tell).join('、')}`
        : `「${path}」疑似有${what}：${spotsZh(spots, (spot) => `${placeZh(spot)}${tell(spot)}`)}`,
    fix: ({ spots }) => orWaive(isOnlyName(spots) ? MEND_NAME : MEND, 'privacy'),
  };
}

/**
 * The advice on a finding is the same for every kind, so that a text with several is told it once.
 * @param what a rule, or all of the family
 */
function orWaive(mend: string, what: RuleId | 'privacy'): string {
  return `${mend}；确认不是个人信息的，可以${waiveZh(what)}。`;
}

function isOnlyName(spots: readonly Told[]): boolean {
  return spots.every(({ part }) => part === 'name');
}

const FIELDS_ZH: Record<DocumentPerson['field'], string> = {
  author: '作者',
  'last-saved-by': '最后保存者',
  company: '单位',
  manager: '主管',
};

const WHY_REACHED = '凭它就能找到本人。材料会公开推送，写出来的就收不回了。';

export const privacyTextsZh: RuleTextsOf<'privacy'> = {
  'privacy/id-number': privateText('privacy/id-number', '身份证号', false, {
    why: '身份证号不得随材料公开。地区、出生日期和校验码都对得上的 18 位号码算；前面写明是身份证号的 18 位号码也算。',
    example: '正文里写着来访者的身份证号',
  }),
  'privacy/phone': privateText('privacy/phone', '手机号', false, {
    why: `${WHY_REACHED}热线、值班电话、预约电话等公开号码不算。`,
    example: '「联系人张老师 138…」',
  }),
  'privacy/email': privateText('privacy/email', '个人邮箱', false, {
    why: `${WHY_REACHED}投稿、咨询等公用邮箱不算。`,
    example: '正文里写着主讲人自己的邮箱',
  }),
  'privacy/bank-card': privateText('privacy/bank-card', '银行卡号', false, {
    why: '银行卡号不得随材料公开。',
    example: '附件里的劳务费发放表',
  }),
  'privacy/student-number': privateText('privacy/student-number', '学号（证号、工号）', true, {
    why: '凭学号、准考证号、工号就能认出本人。',
    example: '「学生李某，学号 2021…」',
  }),
  'privacy/chat-id': privateText('privacy/chat-id', '个人 QQ、微信号', true, {
    why: `${WHY_REACHED}公众号、群号和公用的咨询号不算。`,
    example: '字幕里念出了自己的微信号',
  }),
  'privacy/name': {
    ...privateText('privacy/name', '真实姓名', true, {
      why: '案例里的学生和家长应当认不出是谁。程序分不清真名和化名，请看一遍。',
      example: '「来访者张晓雯，女，20 岁」',
    }),
    mend: '请看一遍：是真名的，请原单位改用化名（如「小林」）；已是化名的，注明「化名」，不用处理。',
    fix: ({ spots }) =>
      isOnlyName(spots)
        ? '请看一遍：是真名的，请重命名；已是化名的不用处理。'
        : '请看一遍：是真名的，请原单位改用化名（如「小林」）；已是化名的，注明「化名」，不用处理。',
  },
  'privacy/author': {
    title: '文档属性里有姓名或单位',
    why: '文档属性会带上作者、最后保存者和单位，案例里的人可能因此被认出来。',
    mend: '在 Word 或 WPS 里：文件 → 信息 → 检查文档 → 删除文档属性和个人信息，再保存。',
    example: '属性里的作者是来访者的辅导员',
    message: ({ path, people }) =>
      `「${path}」的文档属性里有${people.map(({ field, masked }) => `${FIELDS_ZH[field]}「${masked}」`).join('、')}`,
  },
};
