/** The number that people put in front of a name: `01-`, `3.`, `（二）`, `四、`, `第5讲`, `①`. */

export interface Numbered {
  /** As written where it is in Arabic digits (`01`), else the number's digits; `null` when there is none. */
  readonly number: string | null;
  readonly rest: string;
}

const DIGITS = '零一二三四五六七八九';
const CHINESE = '[一二三四五六七八九十百]{1,5}';
const SEPARATOR = '[-—–－_、.．,，:：\\s]';

const ORDINAL = new RegExp(
  `^第\\s*(\\d{1,3}|${CHINESE})\\s*(?:(?:讲|期)${SEPARATOR}*|(?:课|集|节|篇|章|号|组|门|件|项|个|类|辑|部分|单元)(?:${SEPARATOR}+|(?=《)|$))`,
  'u',
);
const BRACKETED = new RegExp(`^[（(【[](\\d{1,4}|${CHINESE})[)）】\\]]${SEPARATOR}*`, 'u');
const SEPARATED = new RegExp(`^(\\d{1,4}|${CHINESE})(?:${SEPARATOR}+|[+＋](?!\\d)|$)`, 'u');
/** `01情绪管理`, `3睡眠`: in front of Han characters or a quoted title only, so that `3D` and `525` stay whole. */
const GLUED = /^(0\d{0,3}|\d{1,2})(?=[\p{Script=Han}《“"「『【])/u;

// 「24小时」, 「5个方法」, 「21天」: the number counts something and belongs to the title; 「1个人成长」 does not.
const COUNTED =
  /^\d+(?:天|小时|分钟|秒|个(?![人体性案])|步|招(?![聘生])|种(?!子)|次|件|句|问(?!卷)|大(?!学)|位|年|月|日(?!常)|岁|级|届|后|点(?!亮|燃|滴)|周(?!末|期)|倍|米|公里|条|门|组|篇|则|例|项|集(?!体)|代|法(?!律|治)|维|遍|份|段)/u;
const YEAR = /^(?:19|20)\d\d(?!\d)/;
/** `5.25心理健康日`, `10.10`, `5·25`: a day of the year. */
const DATE = /^(?:0?[1-9]|1[0-2])[.．·](?:0?[1-9]|[12]\d|3[01])(?!\d)/u;

/** Splits a name; where nothing would be left after the number, the rest is empty. */
export function readNumber(name: string): Numbered {
  const text = plainDigits(name.trim());
  const match = ORDINAL.exec(text) ?? (belongsToTitle(text) ? null : readPlain(text));
  if (match === null) return { number: null, rest: name.trim() };
  return { number: toDigits(match[1] as string), rest: text.slice(match[0].length).trim() };
}

function readPlain(text: string): RegExpExecArray | null {
  const glued = GLUED.exec(text);
  const counted = glued !== null && !text.startsWith('0') && COUNTED.test(text);
  return BRACKETED.exec(text) ?? SEPARATED.exec(text) ?? (counted ? null : glued);
}

function belongsToTitle(text: string): boolean {
  const inner = text.replace(/^[（(【[]/u, '');
  const date = DATE.exec(inner);
  // `1.24小时睡眠` is a number before a title that begins with a count.
  return YEAR.test(inner) || (date !== null && !COUNTED.test(inner.slice(inner.search(/[.．·]/u) + 1)));
}

/** Full-width and circled digits in front become plain ones; the rest of the name is left as it is. */
function plainDigits(text: string): string {
  return text.replace(/^[（(【[]?[\uFF10-\uFF19\u2460-\u249B]+/u, (lead) => lead.normalize('NFKC'));
}

function toDigits(written: string): string {
  if (/^\d/.test(written)) return written;
  let total = 0;
  let digit = 0;
  for (const character of written) {
    const weight = { 十: 10, 百: 100 }[character];
    if (weight === undefined) digit = DIGITS.indexOf(character);
    else total += (digit || 1) * weight;
    if (weight !== undefined) digit = 0;
  }
  return String(total + digit);
}
