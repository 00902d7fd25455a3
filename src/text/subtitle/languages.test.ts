import { expect, it } from 'vitest';
import { languagesOf } from './languages.ts';
import { measureLine } from './measure-line.ts';

/** Cues, with `/` between the lines of one. */
function languages(...cues: readonly string[]) {
  return languagesOf(cues.map((cue) => cue.split('/').map((text) => ({ text, ...measureLine(text) }))));
}

it.each<[string, string[], string[]]>([
  ['Chinese', ['大家好', '今天讲情绪', '2023'], ['zh']],
  ['Chinese with English words', ['今天讲 CBT', '大家好', 'OK', '什么是 PTSD', '再见'], ['zh']],
  ['English', ['Hello everyone', 'Today we talk about café culture and nothing else in the world', '42'], ['en']],
  ['two languages, a line each', ['大家好/Hello everyone', '再见/Goodbye'], ['zh', 'en']],
  ['two languages in one line', ['大家好 Hello to every one of you', '再见 And goodbye to all of you'], ['zh', 'en']],
  ['more of one', ['大家好/Hello', '今天/Today', '讲情绪', '讲睡眠'], ['zh', 'en']],
  ['Japanese', ['皆さんこんにちは', '今日はストレスの話', '感情管理', 'ありがとう'], ['ja']],
  ['Chinese and Japanese', ['大家好/皆さんこんにちは', '再见/さようなら'], ['zh', 'ja']],
  ['Korean', ['안녕하세요', '心理 건강 이야기입니다'], ['ko']],
  ['French', ['Sur les playground, ici à Montpellier', 'où êtes-vous'], ['other']],
  ['Arabic', ['ترجمه و تنظيم'], ['other']],
  ['nothing to read', ['123', '……', ''], []],
])('%s', (_, cues, wanted) => {
  expect(languages(...cues)).toEqual(wanted);
});
