import { describe, expect, it } from 'vitest';
import { looksLikeInstitution, readInstitution, readOwner, withoutCounts, withoutRemarks } from './institutions.ts';

describe('looksLikeInstitution', () => {
  it.each([
    '甲大学',
    '乙职业技术学院',
    '中国矿业大学（北京）',
    '甲大学心理中心',
    '甲大学学工部',
    '某省委党校',
    'Zhejiang University',
    'University of Nottingham Ningbo',
  ])('%s', (name) => {
    expect(looksLikeInstitution(name)).toBe(true);
  });

  it.each(['睡眠', '浙大', '大学生心理中心', '张三', '人际交往 甲大学', '06.朋辈.甲大学', '《我的大学》', ''])(
    'not %s',
    (name) => {
      expect(looksLikeInstitution(name)).toBe(false);
    },
  );
});

it.each([
  ['甲大学', '甲大学'],
  ['01 甲大学', '甲大学'],
  ['（一）甲大学', '甲大学'],
  ['甲大学（3门）', '甲大学'],
  ['甲大学（已审）', '甲大学'],
  ['甲大学(2)', '甲大学'],
  ['甲大学报送材料', '甲大学'],
  ['中国矿业大学（北京）', '中国矿业大学（北京）'],
  ['甲大学-睡眠', null],
  ['05 人际交往 甲大学', null],
  ['浙大', null],
])('a folder %s is named after the institution %s', (folder, institution) => {
  expect(readInstitution(folder)).toBe(institution);
});

it.each([
  ['浙大', '浙大'],
  ['01 北师大', '北师大'],
  ['报送材料', null],
  ['浙江省', null],
  ['新建文件夹 (2)', null],
  ['2027年', null],
  ['第一批', null],
  ['03', null],
])('works in a folder %s are of %s', (folder, owner) => {
  expect(readOwner(folder)).toBe(owner);
});

it('takes off remarks and counts, and nothing that is part of the name', () => {
  expect(withoutRemarks('01-睡眠-甲大学（候选）')).toBe('01-睡眠-甲大学');
  expect(withoutRemarks('01-优秀作品')).toBe('01-优秀作品');
  expect(withoutRemarks('情绪管理（1）')).toBe('情绪管理（1）');
  expect(withoutCounts('心理微课(5)')).toBe('心理微课');
  expect(withoutCounts('心理微课5门')).toBe('心理微课');
  expect(withoutCounts('作品')).toBe('作品');
});
