import { describe, expect, it } from 'vitest';
import {
  findSlotFolder,
  groupKey,
  isCandidateFolder,
  isMarkedCandidate,
  normaliseName,
  readCategoryFolder,
  readClaim,
} from './names.ts';
import { loadLetterSpec } from './trees-for-tests.ts';

const { categories } = await loadLetterSpec();
const lessonSlots = categories[0]?.slots ?? [];
const caseSlots = categories[2]?.slots ?? [];

it.each([
  ['一、心理微课', '心理微课'],
  ['1 心理 微课', '心理微课'],
  ['《睡眠》！', '睡眠'],
  ['ＡＢＣ', 'abc'],
  ['24小时睡眠', '24小时睡眠'],
  ['01', '01'],
  ['……', ''],
])('%s is compared as %s', (name, plain) => {
  expect(normaliseName(name)).toBe(plain);
});

describe('readCategoryFolder', () => {
  it.each([
    ['心理微课', 'lesson'],
    ['一、心理微课', 'lesson'],
    ['1 心理微课', 'lesson'],
    ['1-心理微课', 'lesson'],
    ['①心理微课', 'lesson'],
    ['（二）心理暖心贴士', 'tips'],
    ['lessons', 'lesson'],
    ['LESSON', 'lesson'],
    ['四会商指导方案', 'plan'],
    ['心理微课（5门）', 'lesson'],
    ['心理微课(5)', 'lesson'],
    ['心理微课5门', 'lesson'],
    ['附件1：心理微课', 'lesson'],
    ['附件2心理暖心贴士', 'tips'],
    ['2027年首批心理微课', 'lesson'],
    ['第一类 心理微课', 'lesson'],
    ['典型案例材料', 'case'],
  ])('%s is %s', (name, id) => {
    expect(readCategoryFolder(name, categories)).toMatchObject({
      category: { id },
      institution: null,
      candidate: false,
    });
  });

  it.each([
    ['甲大学心理微课', '甲大学'],
    ['甲大学-心理微课', '甲大学'],
    ['心理微课-甲大学', '甲大学'],
    ['01 甲大学心理微课（3门）', '甲大学'],
  ])('%s is of %s', (name, institution) => {
    expect(readCategoryFolder(name, categories)).toMatchObject({ category: { id: 'lesson' }, institution });
  });

  it.each(['心理微课（候选）', '候选心理微课', '心理微课-备选'])('%s holds candidates', (name) => {
    expect(readCategoryFolder(name, categories)).toMatchObject({ category: { id: 'lesson' }, candidate: true });
  });

  it.each(['甲大学', '心理', '视频', '睡眠心理微课', '候选', ''])('%s is none', (name) => {
    expect(readCategoryFolder(name, categories)).toBeNull();
  });
});

it.each(['候选', '备选', '候选作品', '候选（2门）', '三、候选', 'candidates'])('%s holds candidates', (name) => {
  expect(isCandidateFolder(name)).toBe(true);
});

it('tells a work that is marked a candidate from one about candidates', () => {
  expect(isMarkedCandidate('04-睡眠-甲大学（候选）')).toBe(true);
  expect(isMarkedCandidate('04-睡眠-甲大学-备选')).toBe(true);
  expect(isMarkedCandidate('04-班委候选人的焦虑')).toBe(false);
});

it.each([
  ['视频', 'video'],
  ['1.视频', 'video'],
  ['（二）字幕', 'subtitle'],
  ['intro', 'intro'],
  ['素材', null],
])('a folder %s stands for %s', (name, slot) => {
  expect(findSlotFolder(name, lessonSlots)?.id ?? null).toBe(slot);
});

it.each([
  ['02-睡眠-某大学简介', '02-睡眠-某大学', 'intro'],
  ['微课_字幕', '微课', 'subtitle'],
  ['微课.zh', '微课', 'subtitle'],
  ['睡眠（字幕）', '睡眠', 'subtitle'],
  ['《睡眠》简介', '《睡眠》', 'intro'],
  ['01-睡眠-甲大学视频', '01-睡眠-甲大学', 'video'],
  ['视频', '', 'video'],
  ['认识短视频', '认识短视频', null],
  ['Zen', 'Zen', null],
])('%s is %s, claiming %s', (stem, rest, slot) => {
  const claim = readClaim(stem, lessonSlots);
  expect([claim.stem, claim.slot?.id ?? null]).toEqual([rest, slot]);
});

it.each([
  ['02-睡眠-某大学最终版2', '02-睡眠-某大学'],
  ['02-睡眠-某大学 - 副本', '02-睡眠-某大学'],
  ['睡眠_字幕.zh', '睡眠'],
  ['睡眠字幕_终稿', '睡眠'],
  ['睡眠终稿字幕', '睡眠'],
  ['自我介绍简介', '自我介绍'],
  ['最终的告别', '最终的告别'],
  ['睡眠(1)', '睡眠(1)'],
  ['字幕', ''],
])('%s belongs to %s', (stem, key) => {
  expect(groupKey(stem, lessonSlots)).toBe(key);
});

it('leaves a title that ends in the word of the work itself', () => {
  expect(groupKey('03-寝室文化案例', caseSlots)).toBe('03-寝室文化案例');
  expect(groupKey('03-寝室文化-案例', caseSlots)).toBe('03-寝室文化');
});
