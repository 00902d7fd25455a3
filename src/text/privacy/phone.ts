/** Mobile numbers of the mainland. Landlines and hotlines are offices', and so is a mobile that an office publishes. */
import { isDate } from './dates.ts';
import { isSample, labelIn, labelPattern, leadOf } from './lead.ts';
import { maskMiddle } from './masks.ts';
import { type Finder, LONG_NUMBER, type PrivateMatch, readEach, type Scanned } from './match.ts';
import { isOfficial } from './official.ts';

// As people group eleven digits; the odd ones count behind a label only.
const GAP = '(?: ?- ?| {1,2})';
const USUAL = String.raw`1[3-9]\d{9}|1[3-9]\d${GAP}\d{4}${GAP}\d{4}|1[3-9]\d${GAP}\d{8}|1[3-9]\d{5}${GAP}\d{4}|1[3-9]\d(?<mark>[._·/])\d{4}\k<mark>\d{4}`;
const ODD = String.raw`1[3-9]\d(?:${GAP}?\d){8}`;
const PHONE = new RegExp(
  String.raw`(?<![\d*]|\d\.)(?<prefix>(?:(?:\+ ?|00)?86|0)[-) ]{0,2})?(?:(?<usual>${USUAL})|(?<odd>${ODD}))(?![\d*]|\.\d)`,
  'g',
);

const LABEL = labelPattern(
  '手机|移动电话|电话|联系方式|热线|号码|微信|薇信|致电|拨打|来电|短信|(?<![a-z])(?:tel|phone|mobile|cell|mob|vx|wx|wechat)',
);
/** Numbers of things. */
const CODE = new RegExp(
  [
    '(?:订单|运单|工单|编[号码]|代码|条形?码|批次|流水|腾讯会议|ISBN|ISSN|DOI|CN|IMEI|(?<![a-z])(?:S/?N|No\\.?)',
    '|(?:单|文|书|案|票|证|卡|群|批|序|序列|物流|快递|登记|备案|许可|批准|立项|项目|课题|发票|合同|会议|房间|商户|税|设备)号码?)',
    '(?:号码?|ID)?[ #:(为是]*[A-Z-]{0,6}$',
  ].join(''),
  'i',
);
/** What is counted is no number of anybody. */
const COUNTED = /^ ?(?:%|‰|万|亿|元|余|人次|次(?!日)|例|份|册|条|名(?!字)|KB|MB|GB|bytes?|字节)/i;

export const phones: Finder = { hint: LONG_NUMBER, find: findPhones };

function findPhones({ text, folded, inLink }: Scanned): PrivateMatch[] {
  return readEach(folded, PHONE, ({ 0: found, index, groups = {} }) => {
    const { prefix = '', odd } = groups;
    const start = index + prefix.length;
    const end = index + found.length;
    const lead = leadOf(folded, index);
    const label = labelIn(lead, LABEL);
    const isSure = label !== null || prefix.includes('86');
    if (!isSure && (odd !== undefined || prefix !== '' || !standsAlone(folded, start, end))) return null;
    if (CODE.test(lead) || isSample(lead) || COUNTED.test(folded.slice(end, end + 5))) return null;
    if (inLink(start) || isOfficial(folded, start, end)) return null;
    const masked = maskMiddle(text.slice(start, end), folded.slice(start, end), 3, 4);
    return { kind: 'phone', start, end, masked, label };
  });
}

/** No part of a longer code: nothing is tied to it but a date, a small number or another mobile, as in names of files. */
function standsAlone(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 16), start);
  const after = folded.slice(end, end + 16);
  if (/[._·/]/.test(folded.slice(start, end)) && isPartOfRow(before, after)) return false;
  const isGrouped = /\D/.test(folded.slice(start, end));
  const [, tiedBefore = ''] = (isGrouped ? /([\d*]+)[- ]$/ : /([\d*]+)-$/).exec(before) ?? [];
  const [, tiedAfter = ''] = (isGrouped ? /^[- ]([\d*]+)/ : /^-([\d*]+)/).exec(after) ?? [];
  return (
    !/[A-Za-z$¥￥=]$/.test(before) &&
    !/^(?!(?:vx?|wx|qq)(?![A-Za-z\d]))[A-Za-z]/i.test(after) &&
    isHarmless(tiedBefore) &&
    isHarmless(tiedAfter)
  );
}

/** Of an address of a machine, a path or the name of a file: `2/139/1234/5678`, `IMG_139_1234_5678`. */
function isPartOfRow(before: string, after: string): boolean {
  return /(?:[A-Za-z\d][._·/]|\/)$/.test(before) || /^(?:[._·/]\d|\/)/.test(after);
}

function isHarmless(tied: string): boolean {
  if (tied.includes('*')) return false;
  return (
    tied.length < 3 || /^(?:19|20)\d\d$/.test(tied) || /^1[3-9]\d{9}$/.test(tied) || (tied.length === 8 && isDate(tied))
  );
}
