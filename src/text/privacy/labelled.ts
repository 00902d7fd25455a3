/** Numbers and names of accounts that only the word before them gives away. */
import type { PrivateKind } from '../../model/text-facts.ts';
import { isDate } from './dates.ts';
import { IN_ENGLISH, spaced } from './lead.ts';
import type { InLink } from './links.ts';
import { maskMost } from './masks.ts';
import { type Finder, type PrivateMatch, readEach, type Scanned } from './match.ts';
import { isOfficial } from './official.ts';
import { isRole } from './roles.ts';

// What may stand between a label and its value; each gap is bounded, so that a page of spaces costs one look.
const GAP = String.raw`[ \t\r]{0,3}`;
const NOTE = String.raw`(?:\((?:同号|同手机号?|手机同号|同电话|本人|个人|必填)\))?`;
const OPEN = String.raw`${GAP}["'“「【\[(]?`;
// 「加个QQ吧，…」
const SOFTLY = '[吧呗哈啊呀哦] ?[,:]';
const JOINT = String.raw`${GAP}(?:是|为|即|${SOFTLY})?${GAP}[:=]?${GAP}\n?${OPEN}`;
const STRICT_JOINT = String.raw`${GAP}(?:是|为|即|[:=(【「\[“"]|${SOFTLY})${GAP}\n?${OPEN}`;
const NO_MORE = String.raw`-[\w*]|\.(?!docx?|xlsx?|pptx?|pdf|txt|md|csv|png|jpe?g|mp4|srt)\w| ?[人名个元万年级%]`;
/** No part of a longer word, of an address, of an amount, or of what is masked already. */
const END = String.raw`(?![\w*@]|${NO_MORE})`;
/** A number ends at a low line too, as in names of files. */
const NUMBER_END = String.raw`(?![a-z\d*@]|${NO_MORE})`;
// Other ways to reach the same person, told with one number: 「QQ/微信同号：」.
const AND_OTHERS = String.raw`(?:(?:[\/、和及与或&+]|同)(?:微信|QQ|电话|手机|VX|WX|钉钉)?(?:号码?)?(?:同号)?){0,3}`;
const NUMBER = '(?: ?(?:号码?|账号|帐号|ID))';

const STUDENT_LABEL = `${spaced('学生证号?|学号|学籍号|准考证号?|考生号|考号|职工号|教工号|工号')}|student (?:id|no\\.?|number)`;
const STUDENT = String.raw`[a-z]{0,4}(?=(?:-?\d){5})[a-z\d-]{4,19}[a-z\d]`;
const STUDENT_NUMBER = new RegExp(
  [
    `(?<label>${STUDENT_LABEL})`,
    `(?:码|编号)?${NOTE}${IN_ENGLISH}(?<low>_?)${JOINT}(?<value>${STUDENT})${NUMBER_END}`,
  ].join(''),
  'gi',
);
/** A number told together with the one before it: 「学号为 2021010101、2021010102」. */
const NEXT = new RegExp(String.raw`(?<joint>${GAP}[,、;和及与或至到~\/]${GAP})(?<value>${STUDENT})${NUMBER_END}`, 'iy');
const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;

const QQ_LABEL = 'QQ|扣扣|Q号';
const QQ = new RegExp(
  String.raw`(?<![a-z])(?<label>${QQ_LABEL})${NUMBER}?${AND_OTHERS}${NOTE}${JOINT}(?<value>[1-9]\d{4,10})${NUMBER_END}`,
  'gi',
);
const WECHAT_LABEL = '微 {0,4}信|薇信|威信|钉钉|(?<![a-z_])(?:v信|vx|wx|wechat|weixin|dingtalk)|(?<=加)v';
// A name of letters alone is told from a word by what stands before it.
const WECHAT = new RegExp(
  [
    `(?<label>${WECHAT_LABEL})`,
    `(?:${NUMBER}${AND_OTHERS}${NOTE}(?:${STRICT_JOINT}|${GAP})|${AND_OTHERS}${NOTE}${IN_ENGLISH}${STRICT_JOINT})`,
    String.raw`(?<value>(?=_{0,18}[a-z\d])[a-z_][\w-]{4,18}\w|[1-9]\d{4,9})${END}`,
  ].join(''),
  'gi',
);
// Its labels are some of those above.
const WECHAT_PLAIN = new RegExp(
  String.raw`(?<label>微信号?|薇信|威信|钉钉号?|(?<![a-z_])(?:v信|vx|wx|wechat)(?=[ \t\n]))${GAP}\n?${GAP}(?<value>(?=[a-z-]{0,18}[\d_])[a-z][\w-]{4,18}\w)${END}`,
  'gi',
);
const WORD = /^(?:wechat|weixin|official|public|android|iphone|windows)/i;

export const studentNumbers: Finder = { hint: new RegExp(STUDENT_LABEL, 'i'), find: findStudentNumbers };

function findStudentNumbers({ text, folded, inLink }: Scanned): PrivateMatch[] {
  const kind = 'student-number';
  return readEach(folded, STUDENT_NUMBER, (fit) => {
    const first = matchOf(kind, text, fit, inLink);
    const { low, value = '' } = fit.groups ?? {};
    // 「按学号_20220525.xlsx」
    const isDay = DATE.test(value) || (low === '_' && value.length === 8 && isDate(value));
    return first === null || isDay ? null : [first, ...followers(text, folded, first)];
  }).flat();
}

function followers(text: string, folded: string, first: PrivateMatch): PrivateMatch[] {
  const found: PrivateMatch[] = [];
  NEXT.lastIndex = first.end;
  for (let fit = NEXT.exec(folded); fit !== null; fit = NEXT.exec(folded)) {
    const { joint = '', value = '' } = fit.groups ?? {};
    if (value.length !== first.end - first.start) break;
    const start = fit.index + joint.length;
    found.push({
      ...first,
      start,
      end: start + value.length,
      masked: maskMost(text.slice(start, start + value.length)),
    });
  }
  return found;
}

export const chatIds: Finder = { hint: new RegExp(`${QQ_LABEL}|${WECHAT_LABEL}`, 'i'), find: findChatIds };

function findChatIds({ text, folded, inLink }: Scanned): PrivateMatch[] {
  return [QQ, WECHAT, WECHAT_PLAIN].flatMap((pattern) =>
    readEach(folded, pattern, (fit) => {
      const match = matchOf('chat-id', text, fit, inLink);
      const value = fit.groups?.value ?? '';
      if (match === null || isRole(value) || WORD.test(value)) return null;
      return isOfficial(folded, match.start, match.end) ? null : match;
    }),
  );
}

/** The value stands at the end of the fit. */
function matchOf(kind: PrivateKind, text: string, fit: RegExpExecArray, inLink: InLink): PrivateMatch | null {
  const { label = '', value = '' } = fit.groups ?? {};
  const end = fit.index + fit[0].length;
  const start = end - value.length;
  return inLink(start)
    ? null
    : { kind, start, end, masked: maskMost(text.slice(start, end)), label: label.replaceAll(' ', '') };
}
