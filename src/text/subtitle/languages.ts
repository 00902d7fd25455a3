/** Which languages a subtitle is in, by its letters. */
import { SUBTITLE_LANGUAGES, type SubtitleLanguage } from '../../model/subtitle-facts.ts';
import { isJapanese, type LetterCounts } from './measure-line.ts';

export interface MeasuredLine {
  /** As it is seen. */
  readonly text: string;
  readonly letters: LetterCounts;
}

/** A language in fewer cues than this is a word of it here and there. */
const MIN_SHARE = 0.25;
/** English borrows an accent now and then; other languages in Latin letters have one in each sentence. */
const MAX_ACCENTED_SHARE = 0.02;

/** The most frequent first; a cue in two languages counts for both. */
export function languagesOf(cues: readonly (readonly MeasuredLine[])[]): SubtitleLanguage[] {
  const tally = countCues(cues);
  // Japanese has lines without a kana; beside Chinese, each cue has both.
  if (tally.both * 2 < tally.counts.ja && tally.counts.zh < tally.counts.ja) tally.counts.zh = 0;
  const least = tally.told * MIN_SHARE;
  return SUBTITLE_LANGUAGES.filter((language) => tally.counts[language] > 0 && tally.counts[language] >= least).sort(
    (a, b) => tally.counts[b] - tally.counts[a],
  );
}

interface Tally {
  readonly counts: Record<SubtitleLanguage, number>;
  /** Cues in Chinese and in Japanese. */
  both: number;
  /** Cues that have letters at all. */
  told: number;
}

function countCues(cues: readonly (readonly MeasuredLine[])[]): Tally {
  const tally: Tally = { counts: { zh: 0, en: 0, ja: 0, ko: 0, other: 0 }, both: 0, told: 0 };
  const latin = languageOfLatin(cues);
  const languages = new Set<SubtitleLanguage>();
  for (const lines of cues) {
    languages.clear();
    for (const line of lines) addLanguages(line, latin, languages);
    for (const language of languages) tally.counts[language] += 1;
    if (languages.has('zh') && languages.has('ja')) tally.both += 1;
    if (languages.size > 0) tally.told += 1;
  }
  return tally;
}

function languageOfLatin(cues: readonly (readonly MeasuredLine[])[]): 'en' | 'other' {
  let latin = 0;
  let accented = 0;
  for (const lines of cues) {
    for (const { letters } of lines) {
      latin += letters.latin;
      accented += letters.accented;
    }
  }
  return accented > latin * MAX_ACCENTED_SHARE ? 'other' : 'en';
}

/** Four words in a row are a sentence, and not a term in a Chinese one. */
const LATIN_SENTENCE = /\p{Script=Latin}{1,30}(?:[ ,'’-]{1,2}\p{Script=Latin}{1,30}){3}/u;

function addLanguages({ letters, text }: MeasuredLine, latin: 'en' | 'other', found: Set<SubtitleLanguage>): void {
  if (letters.han + letters.kana + letters.hangul === 0) {
    if (letters.latin > 0) found.add(latin);
    else if (letters.other > 0) found.add('other');
    return;
  }
  found.add(letters.hangul > letters.han ? 'ko' : isJapanese(letters) ? 'ja' : 'zh');
  if (letters.latin > letters.han && LATIN_SENTENCE.test(text)) found.add(latin);
}
