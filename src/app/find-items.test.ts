import { describe, expect, it } from 'vitest';
import { arrangePaths, loadLetterSpec } from '../arrange/trees-for-tests.ts';
import { findItem, normalisePath } from './find-items.ts';

const spec = await loadLetterSpec();
const submission = arrangePaths(spec, [
  '心理微课/04-睡眠调整-甲大学/视频.mp4',
  '心理微课/05-情绪管理-甲大学.mp4',
  '心理微课/05-情绪管理-甲大学.srt',
  '心理微课/06-压力-甲大学/视频.mp4',
  '心理微课/06-压力-乙学院/视频.mp4',
  '活动典型案例/04-Café-乙学院/案例.docx'.normalize('NFD'),
  '活动典型案例/07-a\\b-乙学院/案例.docx',
]);
const find = (query: string) => findItem(query, submission, spec).id;

describe('findItem', () => {
  it.each([
    ['心理微课/04-睡眠调整-甲大学', '心理微课/04-睡眠调整-甲大学'],
    ['心理微课/04', '心理微课/04-睡眠调整-甲大学'],
    ['微课/4', '心理微课/04-睡眠调整-甲大学'],
    ['lesson/4', '心理微课/04-睡眠调整-甲大学'],
    ['./心理微课/04-睡眠调整-甲大学/', '心理微课/04-睡眠调整-甲大学'],
    ['心理微课\\04-睡眠调整-甲大学\\视频.mp4', '心理微课/04-睡眠调整-甲大学'],
    ['心理微课/05-情绪管理-甲大学.srt', '心理微课/05-情绪管理-甲大学'],
    ['睡眠调整', '心理微课/04-睡眠调整-甲大学'],
    ['案例/04', '活动典型案例/04-Café-乙学院'],
    ['活动典型案例/04-Café-乙学院', '活动典型案例/04-Café-乙学院'],
    ['活动典型案例/04-Café-乙学院'.normalize('NFD'), '活动典型案例/04-Café-乙学院'],
    ['活动典型案例/07-a\\b-乙学院', '活动典型案例/07-a\\b-乙学院'],
  ])('%s', (query, id) => {
    expect(find(query)).toBe(id);
  });

  it('says which works are meant when there are several', () => {
    for (const query of ['心理微课/6', '心理微课/06', '压力']) {
      expect(() => find(query)).toThrow(
        expect.objectContaining({
          id: 'usage/ambiguous-item',
          exitCode: 2,
          params: { query, matches: ['心理微课/06-压力-乙学院', '心理微课/06-压力-甲大学'] },
        }),
      );
    }
  });

  it('names the nearest when there is none', () => {
    expect(() => find('心理微课/04-睡眠调正-甲大学')).toThrow(
      expect.objectContaining({
        id: 'usage/unknown-item',
        params: {
          query: '心理微课/04-睡眠调正-甲大学',
          near: expect.arrayContaining(['心理微课/04-睡眠调整-甲大学']) as string[],
        },
      }),
    );
    for (const query of ['', '/', '心理微课/99', '心理微课']) expect(() => find(query)).toThrow('usage/unknown-item');
  });
});

it.each([
  ['.\\心理微课\\04\\', '心理微课/04'],
  ['././a//', 'a'],
  ['Café'.normalize('NFD'), 'Café'],
  ['../a', '../a'],
  ['.', '.'],
])('%s is the path %s', (typed, path) => {
  expect(normalisePath(typed)).toBe(path);
});
