/** Rules over the characters of the text itself. */
import type { SubtitleCue, SubtitleLine, SubtitleText } from '../../model/subtitle-facts.ts';
import type { Spot } from '../../model/text-params.ts';
import { traditionalCharacters } from '../../text/language/traditional.ts';
import { defineRule, NOT_APPLICABLE } from '../define.ts';
import { checkTexts, judgeSpots, placeOf } from './cues.ts';

/** Japanese and Korean write Han characters of their own. */
const ANOTHER_LANGUAGE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Over this the text is in traditional characters; under it, some slipped in. */
const MOSTLY_PERCENT = 60;

export const traditional = defineRule({
  id: 'subtitle/traditional',
  on: 'subtitle',
  severities: { default: 'info' },
  source: 'practice',
  waivable: true,
  check(subject) {
    const { facts } = subject;
    if (!facts.languages.includes('zh')) return NOT_APPLICABLE;
    return checkTexts(facts, (cues) => {
      const spots = spotsOf(facts, cues, phraseIn);
      const chinese = cues.filter(({ lines }) => lines.some(isChinese)).length;
      const mostly = spots.length * 100 > chinese * MOSTLY_PERCENT;
      return judgeSpots(subject, spots, 'default', { cues: chinese, mostly });
    });
  },
});

/** Shown before the first traditional character of a line that is too long to be shown whole. */
const LEAD_CHARACTERS = 6;
const PHRASE_CHARACTERS = 16;

/** The words about the first traditional character. */
function phraseIn({ text }: SubtitleLine): string | null {
  const [first] = traditionalCharacters(text);
  if (first === undefined || ANOTHER_LANGUAGE.test(text)) return null;
  const characters = Array.from(text);
  if (characters.length <= PHRASE_CHARACTERS) return text;
  const from = Math.max(
    0,
    Math.min(characters.indexOf(first) - LEAD_CHARACTERS, characters.length - PHRASE_CHARACTERS),
  );
  return characters
    .slice(from, from + PHRASE_CHARACTERS)
    .join('')
    .trim();
}

/** What stands in the title of a book belongs to the title. */
const BOOK_TITLE = /《[^《》]*》/g;
/** Pauses and ends of sentences; of half-width signs those beside Han characters or at the end (`3.5`, `U.S.`, `10:30` are words). */
const SENTENCE_MARK = /[，。；：、？！…]|(?<=\p{Script=Han})[,.;:?!]|[,.;:?!](?=\s?\p{Script=Han}|\s*$)/gu;

/**
 * 《精品视频公开课拍摄制作技术标准》: a space stands for a pause; only titles of books (and the marks in them), middle dots,
 * dashes and quotation marks of special words are written.
 */
export const punctuation = defineRule({
  id: 'subtitle/punctuation',
  on: 'subtitle',
  severities: { default: 'warning' },
  offByDefault: true,
  source: 'practice',
  waivable: true,
  check(subject) {
    const { facts } = subject;
    return checkTexts(facts, (cues) => judgeSpots(subject, spotsOf(facts, cues, marksIn)));
  },
});

function marksIn({ text }: SubtitleLine): string | null {
  const marks = text.replace(BOOK_TITLE, '').match(SENTENCE_MARK);
  return marks === null ? null : [...new Set(marks)].join('');
}

function isChinese({ script }: SubtitleLine): boolean {
  return script === 'han';
}

/** Of each cue the first Chinese line in which something is found, and what that is. */
function spotsOf(
  facts: SubtitleText,
  cues: readonly SubtitleCue[],
  find: (line: SubtitleLine) => string | null,
): Spot[] {
  return cues.flatMap(({ startMs, lines }) => {
    for (const line of lines.filter(isChinese)) {
      const found = find(line);
      if (found !== null) return [{ ...placeOf(facts, { line: line.line, startMs }), found }];
    }
    return [];
  });
}
