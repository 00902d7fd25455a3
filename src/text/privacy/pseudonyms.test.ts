import { expect, it } from 'vitest';
import { maskText } from './mask.ts';

const NAMED = '有一位同学李晓明（学号 2023010203）。来访者张晓雯手机13912345678。';
const MASKED = '有一位同学李**（学号 20******03）。来访者张**手机139****5678。';

/** Each name with `!` where it is told of. */
const namesIn = (text: string) =>
  maskText(text)
    .found.filter(({ kind }) => kind === 'name')
    .map(({ masked, declaredFictional }) => (declaredFictional ? masked : `${masked}!`));

it.each([
  '文中人物均为化名。',
  '（以上姓名都是化名）',
  '注：均系化名',
  '本文学生姓名均为化名。',
  '为保护隐私，案例中来访者使用化名。',
  '文中涉及的学生已作化名处理。',
  '人物全部采用化名',
])('keeps names from being told of, not from being masked: %s', (statement) => {
  for (const [text, masked] of [
    [statement + NAMED, statement + MASKED],
    [`${NAMED}\n${statement}`, `${MASKED}\n${statement}`],
  ] as const) {
    expect(maskText(text).text).toBe(masked);
    expect(namesIn(text)).toEqual(['李**', '张**']);
    expect(maskText(masked).found).toEqual([]);
  }
});

it.each([
  '六位系友全部使用化名出场。',
  '线上答疑时学生可以使用化名。',
  '请使用化名。',
  '文中学生一律使用化名（如“小林”），并改写可以认出本人的细节。',
  '学生一律使用化名；不写学号。',
  '文中姓名均为真名，未用化名。',
  '案例未使用化名。',
])('says nothing of the names in the text: %s', (sentence) => {
  expect(maskText(sentence + NAMED).text).toBe(sentence + MASKED);
  expect(namesIn(sentence + NAMED)).toEqual(['李**!', '张**!']);
});

it.each([
  ['来访者林悦（化名），女，20岁。学生林悦哭了', []],
  ['来访者化名林悦。学生林悦在宿舍哭泣', []],
  ['来访者林悦（化名）和学生李晓明', ['李**!']],
  ['学生李晓明（化名小雨）主动求助', ['李**!']],
  ['学生李晓明，化名为小雨', ['李**!']],
  ['学生张晓雯、李雪梅（均为化名）', ['张**']],
])('excuses the name beside the word alone: %s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});
