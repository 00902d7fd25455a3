import { describe, expect, it } from 'vitest';
import type { Category } from '../model/spec.ts';
import { parseItemName } from './item-names.ts';
import { loadLetterSpec } from './trees-for-tests.ts';

const [lesson, , activityCase] = (await loadLetterSpec()).categories as [Category, Category, Category];

interface Expected {
  readonly number?: string;
  readonly title?: string;
  readonly institution?: string;
  readonly person?: string;
}

const NOTHING = { number: null, title: null, institution: null, person: null, topic: null };

function expectParsed(name: string, expected: Expected, category = lesson): void {
  expect(parseItemName(name, category)).toEqual({ ...NOTHING, ...expected });
}

describe('parseItemName', () => {
  it.each<[string, Expected]>([
    ['01-情绪管理-甲大学', { number: '01', title: '情绪管理', institution: '甲大学' }],
    ['01—情绪管理—甲大学', { number: '01', title: '情绪管理', institution: '甲大学' }],
    ['02_睡眠_乙学院', { number: '02', title: '睡眠', institution: '乙学院' }],
    ['03－压力－丙大学', { number: '03', title: '压力', institution: '丙大学' }],
    ['04 - 生涯 - 丁大学', { number: '04', title: '生涯', institution: '丁大学' }],
    ['05 人际交往 戊大学', { number: '05', title: '人际交往', institution: '戊大学' }],
    ['06.朋辈互助.己大学', { number: '06', title: '朋辈互助', institution: '己大学' }],
    ['07+预防+庚大学', { number: '07', title: '预防', institution: '庚大学' }],
    ['01情绪管理', { number: '01', title: '情绪管理' }],
    ['08-睡眠-浙大', { number: '08', title: '睡眠', institution: '浙大' }],
    ['09-甲大学-睡眠', { number: '09', title: '睡眠', institution: '甲大学' }],
    ['壬大学-睡眠', { title: '睡眠', institution: '壬大学' }],
    ['压力-中国地质大学（武汉）', { title: '压力', institution: '中国地质大学（武汉）' }],
    ['01-睡眠-甲大学-张三', { number: '01', title: '睡眠', institution: '甲大学', person: '张三' }],
    ['01-睡眠-甲大学-张三老师', { number: '01', title: '睡眠', institution: '甲大学', person: '张三' }],
    ['甲大学《睡眠那些事》', { title: '睡眠那些事', institution: '甲大学' }],
    ['丙大学+王五老师+《好好睡觉》', { title: '好好睡觉', institution: '丙大学', person: '王五' }],
    ['《压力》', { title: '压力' }],
    ['04-读《活着》有感-丁大学', { number: '04', title: '读《活着》有感', institution: '丁大学' }],
    ['03-心理微课-情绪-乙大学', { number: '03', title: '情绪', institution: '乙大学' }],
    ['03-情绪-丙大学 终稿', { number: '03', title: '情绪', institution: '丙大学' }],
    ['03-情绪-丙大学（候选）', { number: '03', title: '情绪', institution: '丙大学' }],
    ['02-睡眠-甲大学(1)', { number: '02', title: '睡眠', institution: '甲大学' }],
    ['02-睡眠（1）-甲大学', { number: '02', title: '睡眠（1）', institution: '甲大学' }],
    ['情绪管理（上）', { title: '情绪管理（上）' }],
    ['最终的告别', { title: '最终的告别' }],
    ['05-2022级新生适应-甲大学', { number: '05', title: '2022级新生适应', institution: '甲大学' }],
    ['24小时睡眠', { title: '24小时睡眠' }],
    ['01-COVID-19之后-甲大学', { number: '01', title: 'COVID-19之后', institution: '甲大学' }],
    ['02-self-care-MIT', { number: '02', title: 'self-care', institution: 'MIT' }],
    ['01-Sleep well-Zhejiang University', { number: '01', title: 'Sleep well', institution: 'Zhejiang University' }],
    ['MVI_0032', { title: 'MVI_0032' }],
    ['07', { number: '07' }],
    ['', {}],
  ])('%s', (name, expected) => {
    expectParsed(name, expected);
  });

  it.each<[string, Expected]>([
    ['案例一：寝室文化', { number: '1', title: '寝室文化' }],
    ['案例2-团辅-甲大学', { number: '2', title: '团辅', institution: '甲大学' }],
    ['案例1', { title: '案例1' }],
    ['03-寝室文化案例', { number: '03', title: '寝室文化案例' }],
  ])('%s, a case', (name, expected) => {
    expectParsed(name, expected, activityCase);
  });

  it('reads parts by the place that the pattern gives them', () => {
    const category = { ...lesson, naming: '{institution}-{person}-{title}' };
    expectParsed('浙大-张三-睡眠', { institution: '浙大', person: '张三', title: '睡眠' }, category);
    const numbered = { ...lesson, naming: '{number}-{institution}-{title}' };
    expectParsed('1-浙大-睡眠', { number: '1', institution: '浙大', title: '睡眠' }, numbered);
  });

  it('reads a name however its letters were composed', () => {
    expectParsed('01-Café-甲大学'.normalize('NFD'), { number: '01', title: 'Café', institution: '甲大学' });
  });
});
