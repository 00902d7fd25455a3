/** 字幕：small turns of phrase that the messages over subtitles share. */
import type { SubtitleFaultDetail, SubtitleLanguage } from '../../model/subtitle-facts.ts';
import {
  type FaultSpotsParams,
  type MeasuredSpot,
  type ScriptSpotsParams,
  SPOTS_IN_MESSAGE,
  type Spot,
  type SpotsParams,
} from '../../model/text-params.ts';
import { truncateTo } from '../../util/display-width.ts';
import { trimDecimals } from '../../util/format.ts';
import type { RuleText } from '../catalogue.ts';
import { placeZh } from './spots.ts';

export const LANGUAGES_ZH: Record<SubtitleLanguage, string> = {
  zh: '中文',
  en: '英文',
  ja: '日文',
  ko: '韩文',
  other: '其他语言',
};

/** As the clerk's own programs name them. */
export const ENCODINGS_ZH: Readonly<Record<string, string>> = {
  gb2312: 'GB2312（国标，GBK 的一部分）编码，也就是记事本里的「ANSI」',
  gbk: 'GBK（国标）编码，也就是记事本里的「ANSI」',
  gb18030: 'GB18030（国标）编码',
  big5: 'Big5（繁体中文）编码',
  'utf-16le': 'UTF-16 编码，也就是记事本里的「Unicode」（UTF-16 LE）',
  'utf-16be': 'UTF-16 编码，也就是记事本里的「Unicode big endian」（UTF-16 BE）',
};

export const DETAILS_ZH: Record<SubtitleFaultDetail, string> = {
  'full-width': '用了全角符号',
  arrow: '箭头不是「 --> 」',
  milliseconds: '毫秒不是三位数',
  separator: '分隔符或空格不对',
  fields: '时、分、秒没有各写两位',
  'text-beside': '时间码那一行混进了别的文字',
  'not-a-time': '认不出是什么时间',
  'time-missing': '有文字，没有时间码',
  'end-missing': '没有结束时间',
  'minutes-or-seconds': '分或秒到了 60',
  negative: '时间是负的',
  'end-before-start': '结束不晚于开始',
  hours: '超过 99 小时',
  missing: '没有序号',
  repeated: '序号重复',
  'out-of-order': '序号倒退',
  'not-a-number': '序号不是数字',
  'missing-before': '前面少一个空行',
  inside: '一条字幕中间夹了空行',
  'no-text': '没有文字',
  unbalanced: '标签没有成对',
  unknown: '不认识的标签',
  'ass-codes': 'ASS 特效代码',
  replacement: '有字变成了「\uFFFD」',
  nul: '夹着空字符（NUL）',
  'kun-jin-kao': '「锟斤拷」一类的乱码',
  'utf8-as-gbk': 'UTF-8 被当成 GBK 存过',
  'bom-inside': '文件中间有 BOM 标记',
};

const IN_TRACK_ZH = '这条字幕封装在视频里：请回到剪辑工程里改好，重新导出；也可以另交一份改好的字幕文件（SRT）。';

const AS_BESIDES_ZH = '改法与这份字幕同名的另一条相同。';

/** What is inside a video cannot be mended in a subtitle program, nor by `fix`. */
export function spotsText<Params extends SpotsParams>(text: RuleText<Params>): RuleText<Params> {
  const fix = (params: Params) => {
    if (params.besides) return AS_BESIDES_ZH;
    const inTrack = params.spots[0]?.line === undefined;
    return inTrack ? IN_TRACK_ZH : (text.fix?.(params) ?? text.mend);
  };
  return { ...text, fix };
}

/** `「字幕.srt」有 3 条字幕`; beside a finding of graver ones, `另有`. */
export function cuesOf({ path, spots, besides }: SpotsParams): string {
  return `「${path}」${besides ? '另有' : '有'} ${spots.length} 条字幕`;
}

/** `第 2 行…、第 6 行…、第 10 行…等`: the message has said how many there are. */
export function firstOf<S extends Spot>(spots: readonly S[], tell: (spot: S) => string): string {
  const told = spots.slice(0, SPOTS_IN_MESSAGE).map(tell).join('、');
  return spots.length > SPOTS_IN_MESSAGE ? `${told}等` : told;
}

/** Wide enough for a whole time line. */
const FOUND_COLUMNS = 34;

/** `「字幕.srt」有 3 处时间码写法不对（用了全角符号）：第 2 行「…」、第 6 行「…」、第 10 行「…」`. */
export function faultMessage(what: string): (params: FaultSpotsParams) => string {
  return ({ path, spots }) => {
    const details = [...new Set(spots.map(({ detail }) => DETAILS_ZH[detail]))];
    const [only] = details.length === 1 ? details : [];
    const told = firstOf(spots, (spot) => {
      const found = spot.found === undefined ? '' : `「${truncateTo(spot.found, FOUND_COLUMNS)}」`;
      return `${placeZh(spot)}${found}${only === undefined ? `（${DETAILS_ZH[spot.detail]}）` : ''}`;
    });
    return `「${path}」有 ${spots.length} 处${what}${only === undefined ? '' : `（${only}）`}：${told}`;
  };
}

/** `第 18 行（从 00:24.1 开始）`; of a track the time alone. */
export function startZh(spot: Spot): string {
  return spot.line === undefined ? placeZh(spot) : `${placeZh(spot)}（从 ${spot.found} 开始）`;
}

/** `第 2 行「说过的话」、第 6 行「…」`, each cut short. */
export function quoted({ spots }: SpotsParams): string {
  return firstOf(spots, (spot) => `${placeZh(spot)}「${truncateTo(spot.found ?? '', FOUND_COLUMNS)}」`);
}

export function seconds(ms: number): string {
  return `${trimDecimals(ms / 1000, 3)} 秒`;
}

/** `约 0.8 秒`; exact where a cue that is told of would seem to keep to that. */
export function atLeast(limitMs: number, spots: readonly MeasuredSpot[]): string {
  const roundMs = Math.round(limitMs / 100) * 100;
  const isRough = roundMs > 0 && roundMs !== limitMs && spots.every(({ value }) => value < roundMs);
  return isRough ? `约 ${seconds(roundMs)}` : ` ${seconds(limitMs)}`;
}

export function inSeconds(spots: readonly MeasuredSpot[]): string {
  return firstOf(spots, (spot) => `${placeZh(spot)} ${seconds(spot.value)}`);
}

interface ScriptWords {
  value(value: number, script: Script): string;
  limit(value: number, script: Script): string;
}
type Script = ScriptSpotsParams['spots'][number]['script'];

/** `第 2 行 23 字、第 6 行 21 字（不超过 20 字）`; the limits of those scripts alone that are past theirs. */
export function byScript({ spots, limits }: ScriptSpotsParams, { value, limit }: ScriptWords): string {
  const told = firstOf(spots, (spot) => `${placeZh(spot)} ${value(spot.value, spot.script)}`);
  const scripts = (['han', 'other'] as const).filter((script) => spots.some((spot) => spot.script === script));
  return `${told}（${scripts.map((script) => limit(limits[script], script)).join('，')}）`;
}

export const WIDTH_WORDS: ScriptWords = {
  value: (columns, script) => (script === 'han' ? fullWidth(columns) : `外文 ${columns} 个字符`),
  limit: (columns, script) => (script === 'han' ? `不超过 ${fullWidth(columns)}` : `外文不超过 ${columns} 个字符`),
};

function fullWidth(columns: number): string {
  return `${trimDecimals(columns / 2, 1)} 字`;
}

export const SPEED_WORDS: ScriptWords = {
  value: (speed, script) => (script === 'han' ? `每秒 ${speed} 字` : `外文每秒 ${speed} 个字符`),
  limit: (speed, script) => (script === 'han' ? `每秒不超过 ${speed} 字` : `外文每秒不超过 ${speed} 个字符`),
};

/** Of these only one mending is possible, and `fix` does it. */
const MENDED_BY_FIX: ReadonlySet<SubtitleFaultDetail> = new Set(['full-width', 'arrow', 'separator', 'missing-before']);

export function fixOr(otherwise: string): (params: FaultSpotsParams) => string {
  return ({ spots }) =>
    spots.every(({ detail }) => MENDED_BY_FIX.has(detail))
      ? '可以运行 sizheng fix 来改：先列出改法，加 --write 才写入。'
      : otherwise;
}
