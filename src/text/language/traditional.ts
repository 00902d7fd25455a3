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
    if (!traditional.has(text.charCodeAt(index))) continue;
    found ??= new Set();
    found.add(text.charAt(index));
  }
  return found === null ? NONE : [...found];
}

const NONE: readonly string[] = [];

/** UTF-16 units, as all of them lie in the first plane; derived from the platform's decoders when a text is first asked about. */
const traditionalUnits = lazy<ReadonlySet<number>>(() => {
  const common = decodeRows('big5', BIG5_FIRST_ROW, BIG5_LAST_ROW - 1, BIG5_CELLS);
  const lastRow = decodeRows('big5', BIG5_LAST_ROW, BIG5_LAST_ROW, BIG5_LAST_ROW_CELLS);
  const characters = new Set(common + lastRow);
  const simplified = decodeRows('gb18030', GB2312_FIRST_ROW, GB2312_LAST_ROW, GB2312_CELLS);
  for (const character of simplified + STANDARD_SINCE) characters.delete(character);
  for (const character of ALSO_TRADITIONAL) characters.add(character);
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
});

function decodeRows(
  encoding: string,
  first: number,
  last: number,
  cells: readonly (readonly [number, number])[],
): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1) {
    for (const [from, to] of cells) for (let cell = from; cell <= to; cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}
