import { expect, it } from 'vitest';
import type { TextPart } from '../../model/text-facts.ts';
import { context, documentSubject, testRule } from '../builders-for-tests.ts';
import { placeholder } from './placeholder.ts';

const known = context({
  templates: {
    blanks: new Set(['【请填写：学校或单位全称】', '【样例】']),
    instructions: new Set(['学生一律使用化名，并改写可以认出本人的细节。', '一式三份。']),
    lines: new Set(['一、背景']),
  },
});
/** Paragraphs from 1. */
const text = (...lines: string[]) =>
  documentSubject({ blocks: lines.map((line, index) => ({ text: line, at: { paragraph: index + 1 } })) });
const page = (line: string, part?: TextPart) =>
  documentSubject({ blocks: [{ text: line, at: part === undefined ? { page: 2 } : { part } }] });
/** The lines that stand for finished text in their ordinary use. */
const accepted = (line: string) => [line, text(line), known] as const;
const certain = (line: string, found: string) =>
  [
    line,
    text('正文', line),
    { grade: 'default', at: { paragraph: 2 }, params: { spots: [{ paragraph: 2, found }] } },
    known,
  ] as const;
const likely = (line: string, found = line) =>
  [line, text('正文', line), { grade: 'likely', params: { spots: [{ paragraph: 2, found }] } }, known] as const;

testRule('document/placeholder', 'document', {
  accept: [
    accepted('一、背景'),
    accepted('【关键词】情绪管理'),
    accepted('【填写说明】本表由班主任保管。'),
    accepted('一式三份。'),
    accepted('来访者XXX，女，20岁，某某大学学生'),
    accepted('姓名：XXX（化名）'),
    accepted('学校：XX大学'),
    accepted('2022年X月X日，XX同学来到咨询室'),
    accepted('班长XXX：大家好！'),
    accepted('我的优点是（请填写真实感受）：'),
    accepted('请同学们在此处写下自己的名字'),
    accepted('活动时间待定，另行通知'),
    accepted('主讲人：张老师'),
    accepted('TODO清单帮助同学管理时间'),
    accepted('TODO list: what a student wrote'),
    accepted('方案待补充的部分见下文'),
    accepted('2022年XX月XX日，XX同学来到咨询室'),
    accepted('咨询时间：2022年X月X日'),
    accepted('姓名：________ 班级：________'),
    accepted('姓名：________'),
    accepted('________________'),
    accepted('____年__月__日'),
    accepted('活动时间：5月25日'),
    ['a comment', page('【请填写：学校或单位全称】', 'comment'), known],
    ['what was deleted', page('（此处填写）', 'revision'), known],
  ],
  reject: [
    certain('学校：【请填写：学校或单位全称】', '【请填写：学校或单位全称】'),
    certain('【请填写：学校 或单位\n全称】', '【请填写：学校或单位全称】'),
    certain('【样例】', '【样例】'),
    certain('【请在此处填写案例名称】', '【请在此处填写案例名称】'),
    certain('【此处插入图片】', '【此处插入图片】'),
    certain('· 学生一律使用化名，并改写可以认出本人的细节。', '学生一律使用化名，并改写可以认出本人的细节。'),
    certain('单击或点击此处输入文字。', '单击或点击此处输入文字'),
    certain('Click or tap here to enter text.', 'Clickortaphereto entertext'.replace(' ', '')),
    certain(`【请填写：${'长'.repeat(60)}】`, `【请填写：${'长'.repeat(23)}..`),
    certain(`【请填写：${'𠮷'.repeat(30)}】`, `【请填写：${'𠮷'.repeat(11)}..`),
    likely('（此处填写活动时间）'),
    likely('照片：（请在此处插入照片）', '（请在此处插入照片）'),
    likely('(待补充)'),
    likely('【待完善】'),
    likely('待补充'),
    likely('内容待完善……'),
    likely('TODO'),
    likely('TODO：补充活动效果'),
    likely('TODO…'),
    likely('XX月XX日'),
    likely('20XX年XX月XX日'),
    likely('活动时间：XX月XX日'),
    likely('活动时间： 2022年__月__日'),
    likely('活动地点：________'),
    likely('主讲人：XXX'),
    likely('题目：xxxx'),
    likely('负责人：×××老师'),
    likely('作者： ＊＊＊', '作者： ＊＊＊'),
    likely('填报人：____'),
    ['a page', page('题目\n主讲人：XXX\n'), { grade: 'likely', at: { page: 2 } }, known],
    ['a header', page('【请填写：学校】', 'header'), { grade: 'default', at: { part: 'header' } }, known],
    [
      'both, one finding each',
      text('【请填写：题目】', '主讲人：XXX', '【请填写：主题】'),
      [
        { grade: 'default', at: { paragraph: 1 }, actual: '2', expected: '0' },
        { grade: 'likely', at: { paragraph: 2 }, actual: '1' },
      ],
      known,
    ],
  ],
  skip: [['a text that nobody reads', documentSubject({ format: 'rtf', characters: null })]],
});

it('takes time in proportion to the text', () => {
  const hostile = [
    '【'.repeat(300_000),
    '（此处'.repeat(100_000),
    `主讲人：${'X'.repeat(300_000)}。`,
    '点击'.repeat(150_000),
  ];
  const start = performance.now();
  for (const line of hostile) expect(placeholder.check(text(line), known)).toMatchObject({ breaches: [] });
  expect(performance.now() - start).toBeLessThan(10_000);
});
