import { describe, expect, it } from 'vitest';
import { baseName } from '../model/file-names.ts';
import { arrangePaths, loadLetterSpec } from './trees-for-tests.ts';

const spec = await loadLetterSpec();

/** `slot=file`, of the files put into one work of this category. */
function slotsOf(folder: string, ...names: string[]): string[] {
  const { items } = arrangePaths(
    spec,
    ['a.mp4', ...names].map((name) => `${folder}/01-睡眠-甲大学/${name}`),
  );
  const assets = items.flatMap((item) => item.assets).filter(({ path }) => !path.endsWith('a.mp4'));
  return assets.map(({ slot, path }) => `${slot}=${baseName(path)}`);
}

describe('a document that only has to be saved as docx', () => {
  it.each([
    ['fills the slot it is named for', '心理微课', ['简介.wps'], ['intro=简介.wps']],
    ['fills the slot that is free', '心理微课', ['文稿.rtf'], ['intro=文稿.rtf']],
    [
      'is a copy beside one that is asked for',
      '心理微课',
      ['简介.docx', '简介.rtf'],
      ['intro=简介.docx', 'null=简介.rtf'],
    ],
    ['is a copy, named or not', '心理微课', ['a.rtf', 'b.docx'], ['intro=b.docx', 'null=a.rtf']],
    [
      'is one of two where there is no other',
      '心理微课',
      ['简介.wps', '简介.rtf'],
      ['intro=简介.rtf', 'intro=简介.wps'],
    ],
    [
      'is one of many where many are taken',
      '活动典型案例',
      ['案例.docx', '附件.odt'],
      ['text=案例.docx', 'text=附件.odt'],
    ],
    [
      'is nothing where no docx is asked for',
      '心理微课',
      ['简介.docx', '课件.rtf'],
      ['intro=简介.docx', 'null=课件.rtf'],
    ],
  ])('%s', (_, folder, names, expected) => {
    expect(slotsOf(folder, ...names)).toEqual(expected);
  });
});
