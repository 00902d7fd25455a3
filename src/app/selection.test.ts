import { describe, expect, it } from 'vitest';
import { arrangePaths, entriesOf, loadLetterSpec } from '../arrange/trees-for-tests.ts';
import { selectOnly } from './selection.ts';

const spec = await loadLetterSpec();
const PATHS = [
  '一、心理微课/01-睡眠-甲大学/视频/a.mp4',
  '一、心理微课/01-睡眠-甲大学/item.yaml',
  '一、心理微课/02-压力-甲大学.mp4',
  '一、心理微课/02-压力-甲大学.srt',
  '一、心理微课/乙学院/焦虑.mp4',
  '一、心理微课/乙学院/焦虑.srt',
  '活动典型案例/01-寝室-甲大学.docx',
  '丙大学/活动典型案例/02-团辅/案例.docx',
  '丙大学/报送函.pdf',
  '通知.txt',
];
const entries = entriesOf(PATHS);
const submission = arrangePaths(spec, PATHS);

/** The works and the files that are checked. */
function selected(...words: string[]) {
  const only = selectOnly(words, submission, entries, spec);
  return {
    items: submission.items.filter((item) => only.includesItem(item)).map(({ id }) => id.slice(id.indexOf('/') + 1)),
    files: PATHS.filter((path) => only.includesPath(path)).map((path) => path.slice(path.lastIndexOf('/') + 1)),
  };
}

const SLEEP = { items: ['01-睡眠-甲大学'], files: ['a.mp4', 'item.yaml'] };
const ALL_LESSONS = {
  items: ['01-睡眠-甲大学', '02-压力-甲大学', '焦虑'],
  files: ['a.mp4', 'item.yaml', '02-压力-甲大学.mp4', '02-压力-甲大学.srt', '焦虑.mp4', '焦虑.srt'],
};

describe('selectOnly', () => {
  it.each<[string, ReturnType<typeof selected>]>([
    ['心理微课', ALL_LESSONS],
    ['lesson', ALL_LESSONS],
    ['一、心理微课/', ALL_LESSONS],
    ['心理微课/01-睡眠-甲大学', SLEEP],
    ['心理微课/01', SLEEP],
    ['一、心理微课/01-睡眠-甲大学', SLEEP],
    ['.\\一、心理微课\\01-睡眠-甲大学\\', SLEEP],
    ['睡眠', SLEEP],
    ['心理微课/02', { items: ['02-压力-甲大学'], files: ['02-压力-甲大学.mp4', '02-压力-甲大学.srt'] }],
    ['一、心理微课/乙学院', { items: ['焦虑'], files: ['焦虑.mp4', '焦虑.srt'] }],
    ['丙大学', { items: ['02-团辅'], files: ['案例.docx', '报送函.pdf'] }],
    ['一、心理微课/02-压力-甲大学.mp4', { items: [], files: ['02-压力-甲大学.mp4'] }],
    ['一、心理微课/01-睡眠-甲大学/视频', { items: [], files: ['a.mp4'] }],
    ['活动典型案例/01-寝室-甲大学.docx', { items: [], files: ['01-寝室-甲大学.docx'] }],
  ])('%s', (word, expected) => {
    expect(selected(word)).toEqual(expected);
  });

  it('takes the folders of a work with it', () => {
    const only = selectOnly(['心理微课/01'], submission, entries, spec);
    const folders = entries.filter(({ type, path }) => type === 'directory' && only.includesPath(path));
    expect(folders.map(({ path }) => path)).toEqual([
      '一、心理微课/01-睡眠-甲大学',
      '一、心理微课/01-睡眠-甲大学/视频',
    ]);
  });

  it('adds several words up', () => {
    expect(selected('心理微课/01', '活动典型案例/01-寝室-甲大学.docx')).toEqual({
      items: SLEEP.items,
      files: [...SLEEP.files, '01-寝室-甲大学.docx'],
    });
  });

  it('finds no work among strays: nothing checked is no pass', () => {
    const failure = expect.objectContaining({ id: 'usage/no-work', exitCode: 2 });
    expect(() => selected('通知.txt')).toThrow(failure);
  });

  it.each(['会商指导方案', '心理微课/99', '没有.mp4', '一、心理', ''])('%j matches nothing: wrong usage', (word) => {
    const failure = expect.objectContaining({ id: 'usage/no-match', exitCode: 2, params: { query: word } });
    expect(() => selected('心理微课/01', word)).toThrow(failure);
  });
});
