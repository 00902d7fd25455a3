/** Characters of traditional Chinese, where simplified is due. */
import { lazy } from '../../util/lazy.ts';

/** Big5 level 1: the 5,401 commonest characters of traditional Chinese; the last row ends early. */
const BIG5_FIRST_ROW = 0xa4;
const BIG5_LAST_ROW = 0xc6;
const BIG5_CELLS = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
] as const;
const BIG5_LAST_ROW_CELLS = [BIG5_CELLS[0]] as const;

/** GB2312: rows 16 to 87, the 6,763 characters of simplified Chinese. */
const GB2312_FIRST_ROW = 0xb0;
const GB2312_LAST_ROW = 0xf7;
const GB2312_CELLS = [[0xa1, 0xfe]] as const;

/** Later standards took these in, for names above all: 《通用规范汉字表》 (2013) has them, GB2312 has not. */
const STANDARD_SINCE =
  '氾伋沘佺昇泜玥芣剋昤洸疢祇耑苧郃堉崁晅浬浥珪砠祕祐迺陞偭惇敔晞脩棻湣湲焜琯甦僇硿鄗雊僎槃蒐鄘墦奭潟瞋褕澴璘璟濩瞭谿釐儳巉瓖籥';

/** Common ones that the two sets miss: in GB2312 as a rare character, outside Big5 or in its level 2. */
const ALSO_TRADITIONAL = '後裏綫爲説衆啓羣牀';

/** The characters of `text` that are traditional or variant forms, each once, in order. */
export function traditionalCharacters(text: string): readonly string[] {
  const traditional = traditionalUnits();
  let found: Set<string> | null = null;
  for (let index = 0; index < text.length; index += 1) {
    if (traditional[text.charCodeAt(index)] !== 1) continue;
    found ??= new Set();
    found.add(text.charAt(index));
  }
  return found === null ? NONE : [...found];
}

const NONE: readonly string[] = [];

/** 1 for each UTF-16 unit that is one (all lie in the first plane); derived from the platform's decoders when a text is first asked about. */
const traditionalUnits = lazy<Uint8Array>(() => {
  const units = new Uint8Array(0x10000);
  mark(units, decodeRows('big5', BIG5_FIRST_ROW, BIG5_LAST_ROW - 1, BIG5_CELLS), 1);
  mark(units, decodeRows('big5', BIG5_LAST_ROW, BIG5_LAST_ROW, BIG5_LAST_ROW_CELLS), 1);
  mark(units, decodeRows('gb18030', GB2312_FIRST_ROW, GB2312_LAST_ROW, GB2312_CELLS) + STANDARD_SINCE, 0);
  mark(units, ALSO_TRADITIONAL, 1);
  return units;
});

function mark(units: Uint8Array, characters: string, value: 0 | 1): void {
  for (let index = 0; index < characters.length; index += 1) units[characters.charCodeAt(index)] = value;
}

type Cells = readonly (readonly [from: number, to: number])[];

function decodeRows(encoding: string, first: number, last: number, cells: Cells): string {
  const width = cells.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const bytes = new Uint8Array((last - first + 1) * width * 2);
  let at = 0;
  for (let row = first; row <= last; row += 1) {
    for (const [from, to] of cells) {
      for (let cell = from; cell <= to; cell += 1) {
        bytes[at] = row;
        bytes[at + 1] = cell;
        at += 2;
      }
    }
  }
  return new TextDecoder(encoding).decode(bytes);
}
