/** For each rule over subtitles one change of the first lesson's that breaks it, and nothing else. Used by tests only. */
import iconv from 'iconv-lite';
import type { RuleId } from '../model/rule-params.ts';
import type { Severity } from '../model/spec.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { LESSON, LESSON_SUBTITLES, type Sample } from './sample-for-tests.ts';

const PLACE = { path: LESSON_SUBTITLES, item: LESSON, category: 'lesson' };
const TIMES = /\d\d:\d\d:\d\d,\d{3}/g;

type Change = (text: string) => string;

/** @param lineAndTime where the finding is: of the cue's time line where the times are amiss, of the text where the words are */
function changed(change: Change, severity: Severity, lineAndTime: { line?: number; timeMs?: number } = {}): Mutation {
  return { mutate: (sample) => rewrite(sample, change), severity, place: { ...PLACE, ...lineAndTime } };
}

/** A rule that only a strict spec uses. */
function asked(rule: RuleId, mutation: Mutation): Mutation {
  return {
    ...mutation,
    async mutate(sample) {
      await sample.useSpec(`rules: { ${rule}: { off: false } }`);
      await mutation.mutate(sample);
    },
  };
}

function rewrite(sample: Sample, change: Change): Promise<void> {
  return sample.patch(LESSON_SUBTITLES, (bytes) => Buffer.from(change(bytes.toString())));
}

/** @throws where `from` does not stand in the text: the good submission was made anew, and this has to follow */
function edit(from: string, to: string): Change {
  return (text) => {
    if (!text.includes(from)) throw new Error(`no ${from} in ${LESSON_SUBTITLES}`);
    return text.replace(from, () => to);
  };
}

/** A cue behind the last one. */
function append(times: string, words: string): Change {
  return (text) => `${text}\n207\n${times}\n${words}\n`;
}
const APPENDED_LINE = 826;

/** Of the 206 cues those that are kept. */
function keep(isKept: (at: number) => boolean): Change {
  return (text) =>
    text
      .split('\n\n')
      .filter((_, at) => isKept(at))
      .join('\n\n');
}

/** The same times with words in another language. */
function inEnglish(text: string): string {
  const times = text.split('\n').filter((line) => line.search(TIMES) === 0);
  return times.map((line, at) => `${at + 1}\n${line}\nBreathe in, breathe out.\n`).join('\n');
}

/** The second cue: its number in line 5, its times in line 6, its words in line 7. */
const SECOND = { line: 6, timeMs: 6840 };
const SECOND_WORDS = { line: 7, timeMs: 6840 };
const THIRD_NUMBER = { line: 9, timeMs: 11_680 };
/** The fifth cue, with a pause behind it. */
const FIFTH = { line: 18, timeMs: 21_003 };

export const SUBTITLE = {
  'subtitle/language': changed(inEnglish, 'error'),
  'subtitle/encoding': {
    mutate: (sample) => sample.patch(LESSON_SUBTITLES, (bytes) => iconv.encode(bytes.toString(), 'gbk')),
    severity: 'warning',
    place: PLACE,
  },
  'subtitle/mojibake': changed(edit('情绪和压力', '情绪和锟斤拷'), 'error', SECOND_WORDS),
  'subtitle/time-syntax': changed(edit('00:00:06,840 -->', '00：00：06，840 -->'), 'error', SECOND),
  'subtitle/time-range': changed(edit('--> 00:00:11,480', '--> 00:00:01,480'), 'error', SECOND),
  'subtitle/index': changed(edit('\n3\n00:00:11', '\n2\n00:00:11'), 'info', THIRD_NUMBER),
  'subtitle/blank-lines': changed(edit('\n\n3\n00:00:11', '\n3\n00:00:11'), 'warning', { ...THIRD_NUMBER, line: 8 }),
  'subtitle/empty-cue': changed(edit('今天我们来聊一聊情绪和压力\n', ''), 'warning', SECOND),
  'subtitle/tags': changed(edit('情绪和压力', '<i>情绪和压力'), 'warning', SECOND_WORDS),
  'subtitle/order': changed(append('00:00:24,100 --> 00:00:25,100', '请想一想'), 'error', {
    line: APPENDED_LINE,
    timeMs: 24_100,
  }),
  'subtitle/duplicate-cue': changed(append('00:00:06,840 --> 00:00:11,480', '今天我们来聊一聊情绪和压力'), 'warning', {
    line: APPENDED_LINE,
    timeMs: 6840,
  }),
  'subtitle/overlap': changed(edit('--> 00:00:06,640', '--> 00:00:07,540'), 'warning', SECOND),
  'subtitle/min-duration': changed(edit('--> 00:00:23,858', '--> 00:00:21,603'), 'warning', FIFTH),
  'subtitle/max-duration': changed(edit('--> 00:00:23,858', '--> 00:00:28,050'), 'info', FIFTH),
  'subtitle/gap': asked('subtitle/gap', changed(edit('--> 00:00:06,640', '--> 00:00:06,840'), 'warning', SECOND)),
  'subtitle/line-length': changed(edit('情绪和压力', '情绪和压力这两件每个人都有的事'), 'info', SECOND_WORDS),
  'subtitle/lines': changed(edit('聊一聊情绪', '聊一聊\n情绪'), 'info', { ...SECOND_WORDS, line: 8 }),
  'subtitle/reading-speed': changed(edit('--> 00:00:23,858', '--> 00:00:21,853'), 'info', { ...FIFTH, line: 19 }),
  'subtitle/traditional': changed(edit('情绪和压力', '情緒和壓力'), 'info', SECOND_WORDS),
  'subtitle/punctuation': asked(
    'subtitle/punctuation',
    changed(edit('聊一聊情绪和压力', '聊一聊，情绪和压力。'), 'warning', SECOND_WORDS),
  ),
  'subtitle/past-end': changed(append('00:15:26,000 --> 00:15:29,000', '再见'), 'warning', {
    line: APPENDED_LINE,
    timeMs: 926_000,
  }),
  'subtitle/coverage': changed(
    keep((at) => at < 30 || at > 150),
    'warning',
  ),
  'subtitle/tail': changed(
    keep((at) => at < 150),
    'warning',
    { line: 598, timeMs: 655_754 },
  ),
} as const satisfies Partial<Record<RuleId, Mutation>>;
