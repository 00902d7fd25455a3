import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeCp437 } from './cp437.ts';
import { decodeEntryName } from './entry-name.ts';

it.each([
  '微课.txt',
  '心理微课/01-情绪管理-甲大学/视频.mp4',
  '王磊 李娜 赵敏.docx',
  '新疆维吾尔自治区.mp4',
  '心理微課/視頻.mp4',
])('%s in GBK', (name) => {
  expect(decodeEntryName(iconv.encode(name, 'gb18030'), false)).toEqual({ name, encoding: 'gb18030' });
});

it.each([
  ['euc-kr', '심리상담안내.txt'],
  ['euc-kr', '연변대학교/우울증 예방.mp4'],
  ['euc-jp', 'ストレスの話.txt'],
])('%s is not claimed to be Chinese: %s', (encoding, name) => {
  const bytes = iconv.encode(name, encoding);
  expect(decodeEntryName(bytes, false)).toEqual({ name: decodeCp437(bytes), encoding: 'cp437' });
});
