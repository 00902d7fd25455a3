/**
 * Korean (EUC-KR, CP949) and Japanese (EUC-JP) bytes decode as GB18030 without a fault, and into common Han characters at that:
 * EUC-KR has its syllables where GB2312 has its first level. They are told by the characters that each language uses most, of which
 * the right reading has some 0.7 (lists of Chinese names: 0.35), and a wrong one 0.1 to 0.2.
 */
import { FREQUENT_HAN, FREQUENT_HANGUL, FREQUENT_KANJI } from './frequent-characters.ts';

const RIVALS = [
  { encoding: 'euc-kr', frequent: [FREQUENT_HANGUL] },
  { encoding: 'euc-jp', frequent: [FREQUENT_HAN, FREQUENT_KANJI] },
] as const;
/** Of what is no language at all, nothing can be said. */
const MIN_RIVAL_SHARE = 0.5;
/** One or two characters may be frequent in any language by chance: so many more the better reading must have. */
const MIN_ADVANTAGE = { likely: 3, certain: 2 };
/** A Chinese text is certain where no other reading has more than this part of its share. */
const MAX_RIVAL_PART = 2 / 3;

/** Letters, and what is no character at all. */
const COUNTED = /[\p{L}\p{Co}\p{Cn}\uFFFD]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Familiarity {
  /** Frequent characters of the language, kana left out. */
  readonly frequent: number;
  readonly kana: number;
  /** Frequent characters and kana among all letters above ASCII: 0 to 1. */
  readonly share: number;
}

/** Whether the text is Korean or Japanese rather than Chinese. @param encoding of the Chinese reading */
export function isRivalLikelier(sample: Uint8Array, encoding: string): boolean {
  const own = readAs(sample, encoding, [FREQUENT_HAN]);
  return readRivals(sample).some(
    ({ frequent, kana, share }) =>
      share >= Math.max(own.share, MIN_RIVAL_SHARE) && frequent + kana - own.frequent >= MIN_ADVANTAGE.likely,
  );
}

/** Whether the text is Chinese beyond doubt. @param encoding of the Chinese reading */
export function isRivalRuledOut(sample: Uint8Array, encoding: string): boolean {
  const own = readAs(sample, encoding, [FREQUENT_HAN]);
  return readRivals(sample).every(
    ({ frequent, kana, share }) =>
      share <= own.share * MAX_RIVAL_PART && own.frequent - frequent - kana >= MIN_ADVANTAGE.certain,
  );
}

function readRivals(sample: Uint8Array): Familiarity[] {
  return RIVALS.map(({ encoding, frequent }) => readAs(sample, encoding, frequent));
}

/** GB2312 and EUC-JP have kana in the same places, so that they count for both. */
function readAs(sample: Uint8Array, encoding: string, sets: readonly ReadonlySet<string>[]): Familiarity {
  const count = { letters: 0, frequent: 0, kana: 0 };
  for (const character of new TextDecoder(encoding).decode(sample)) {
    if (character < '\x80' || !COUNTED.test(character)) continue;
    count.letters += 1;
    if (sets.some((set) => set.has(character))) count.frequent += 1;
    else if (KANA.test(character)) count.kana += 1;
  }
  const { letters, frequent, kana } = count;
  return { frequent, kana, share: letters > 0 ? (frequent + kana) / letters : 0 };
}
