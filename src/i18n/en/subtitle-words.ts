/** Subtitles: small turns of phrase that the messages over subtitles share. */
import type { SubtitleFaultDetail, SubtitleLanguage } from '../../model/subtitle-facts.ts';
import type { FaultSpotsParams, MeasuredSpot, ScriptSpotsParams, Spot, SpotsParams } from '../../model/text-params.ts';
import { truncateTo } from '../../util/display-width.ts';
import { trimDecimals } from '../../util/format.ts';
import type { RuleText } from '../catalogue.ts';
import { placeEn, spotsEn } from './spots.ts';
import { countEn } from './words.ts';

export const LANGUAGES_EN: Record<SubtitleLanguage, string> = {
  zh: 'Chinese',
  en: 'English',
  ja: 'Japanese',
  ko: 'Korean',
  other: 'another language',
};

export const ENCODINGS_EN: Readonly<Record<string, string>> = {
  gb2312: 'GB2312 (Chinese national standard, part of GBK, "ANSI" in Notepad)',
  gbk: 'GBK (Chinese national standard, "ANSI" in Notepad)',
  gb18030: 'GB18030 (Chinese national standard)',
  big5: 'Big5 (traditional Chinese)',
  'utf-16le': 'UTF-16 ("Unicode" in Notepad)',
  'utf-16be': 'UTF-16 BE ("Unicode big endian" in Notepad)',
};

export const DETAILS_EN: Record<SubtitleFaultDetail, string> = {
  'full-width': 'full-width signs',
  arrow: 'the arrow is not " --> "',
  milliseconds: 'milliseconds are not three digits',
  separator: 'wrong separator or spacing',
  fields: 'hours, minutes or seconds are not two digits',
  'text-beside': 'other text in the time line',
  'not-a-time': 'not readable as a time',
  'time-missing': 'text without a time line',
  'end-missing': 'no end time',
  'minutes-or-seconds': 'minutes or seconds of 60 or more',
  negative: 'negative time',
  'end-before-start': 'ends no later than it starts',
  hours: 'more than 99 hours',
  missing: 'no number',
  repeated: 'number used before',
  'out-of-order': 'number goes back',
  'not-a-number': 'number is not a number',
  'missing-before': 'blank line missing before it',
  inside: 'blank line inside a cue',
  'no-text': 'no text',
  unbalanced: 'tag without its counterpart',
  unknown: 'unknown tag',
  'ass-codes': 'ASS codes',
  replacement: 'characters turned into "\uFFFD"',
  nul: 'NUL characters',
  'kun-jin-kao': 'garbage such as 锟斤拷',
  'utf8-as-gbk': 'UTF-8 that was saved as GBK',
  'bom-inside': 'byte order mark inside the file',
};

const IN_TRACK_EN =
  'These subtitles are inside the video: mend them in the editing project and export it again, or hand in a mended subtitle file (SRT) beside it.';

const AS_BESIDES_EN = 'As for the other finding of this name over these subtitles.';

/** What is inside a video cannot be mended in a subtitle program, nor by `fix`. */
export function spotsText<Params extends SpotsParams>(text: RuleText<Params>): RuleText<Params> {
  const fix = (params: Params) => {
    if (params.besides) return AS_BESIDES_EN;
    const inTrack = params.spots[0]?.line === undefined;
    return inTrack ? IN_TRACK_EN : (text.fix?.(params) ?? text.mend);
  };
  return { ...text, fix };
}

/** Wide enough for a whole time line. */
const FOUND_COLUMNS = 34;

/** `"字幕.srt" has 3 malformed times (full-width signs): line 2 "…"; line 6 "…"; line 10 "…"`. */
export function faultMessage(one: string, many?: string): (params: FaultSpotsParams) => string {
  return ({ path, spots }) => {
    const details = [...new Set(spots.map(({ detail }) => DETAILS_EN[detail]))];
    const [only] = details.length === 1 ? details : [];
    const told = spotsEn(spots, (spot) => {
      const found = spot.found === undefined ? '' : ` "${truncateTo(spot.found, FOUND_COLUMNS)}"`;
      return `${placeEn(spot)}${found}${only === undefined ? ` (${DETAILS_EN[spot.detail]})` : ''}`;
    });
    return `"${path}" has ${countEn(spots.length, one, many)}${only === undefined ? '' : ` (${only})`}: ${told}`;
  };
}

/** `line 18 (from 00:24.1)`; of a track the time alone. */
export function startEn(spot: Spot): string {
  return spot.line === undefined ? placeEn(spot) : `${placeEn(spot)} (from ${spot.found})`;
}

/** `line 2 "what is said"; line 6 "…"`, each cut short. */
export function quoted({ spots }: SpotsParams): string {
  return spotsEn(spots, (spot) => `${placeEn(spot)} "${truncateTo(spot.found ?? '', FOUND_COLUMNS)}"`);
}

export function seconds(ms: number): string {
  return `${trimDecimals(ms / 1000, 3)} s`;
}

/** `about 0.8 s`; exact where a cue that is told of would seem to keep to that. */
export function atLeast(limitMs: number, spots: readonly MeasuredSpot[]): string {
  const roundMs = Math.round(limitMs / 100) * 100;
  const isRough = roundMs > 0 && roundMs !== limitMs && spots.every(({ value }) => value < roundMs);
  return isRough ? `about ${seconds(roundMs)}` : seconds(limitMs);
}

export function inSeconds(spots: readonly MeasuredSpot[]): string {
  return spotsEn(spots, (spot) => `${placeEn(spot)}, ${seconds(spot.value)}`);
}

/** `"字幕.srt" has 3 cues`; beside a finding of graver ones, `3 more cues`. */
export function cuesOf({ path, spots, besides }: SpotsParams): string {
  return `"${path}" has ${countEn(spots.length, besides ? 'more cue' : 'cue')}`;
}

interface ScriptWords {
  han(value: number): string;
  other(value: number): string;
}

/** `line 2, 23 characters; line 6, 21 characters (at most 20 characters)`; the limits of those scripts alone that are past theirs. */
export function byScript({ spots, limits }: ScriptSpotsParams, words: ScriptWords): string {
  const told = spotsEn(spots, (spot) => `${placeEn(spot)}, ${words[spot.script](spot.value)}`);
  const scripts = (['han', 'other'] as const).filter((script) => spots.some((spot) => spot.script === script));
  return `${told} (at most ${scripts.map((script) => words[script](limits[script])).join('; ')})`;
}

export const WIDTH_WORDS: ScriptWords = {
  han: (columns) => `${trimDecimals(columns / 2, 1)} full-width characters`,
  other: (columns) => `${columns} characters`,
};

export const SPEED_WORDS: ScriptWords = {
  han: (speed) => `${speed} Chinese characters a second`,
  other: (speed) => `${speed} characters a second`,
};

/** Of these only one mending is possible, and `fix` does it. */
const MENDED_BY_FIX: ReadonlySet<SubtitleFaultDetail> = new Set(['full-width', 'arrow', 'separator', 'missing-before']);

export function fixOr(otherwise: string): (params: FaultSpotsParams) => string {
  return ({ spots }) =>
    spots.every(({ detail }) => MENDED_BY_FIX.has(detail))
      ? 'Run sizheng fix: it shows what it would mend, and writes it with --write.'
      : otherwise;
}
