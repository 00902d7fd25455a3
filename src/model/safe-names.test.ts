import { describe, expect, it } from 'vitest';
import { cutFileName, cutName, portableName, safeName, UniqueNames } from './safe-names.ts';

describe('safeName', () => {
  it.each([
    ['睡眠调整：怎么办？', '睡眠调整：怎么办？'],
    ['a<b>c:d"e/f\\g|h?i*j', 'a＜b＞c：d＂e／f＼g｜h？i＊j'],
    ['e\u0301te\u0301', 'été'],
    ['名\u202Efdp.字', '名fdp.字'],
    ['行\r\n与\u0000制\t表', '行与制表'],
    ['  两头  空 格  ', '两头 空 格'],
    ['结尾的点...', '结尾的点'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['console', 'console'],
    ['LPT9.报告', '_LPT9.报告'],
    ['.隐藏', '_.隐藏'],
    ['~$锁', '_~$锁'],
    ['..', '_'],
    ['', '_'],
    ['\uD800半个', '半个'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('changes nothing the second time', () => {
    for (const name of ['a:b', '..\u202E.', 'CON', 'e\u0301 ', '.x'])
      expect(safeName(safeName(name))).toBe(safeName(name));
  });
});

describe('cutting', () => {
  it.each([
    ['四个字吧', 4, '四个字吧'],
    ['四个字吧', 3, '四个字'],
    ['ab😀cd', 3, 'ab'],
    ['ab😀cd', 4, 'ab😀'],
    ['ab- cd', 4, 'ab'],
    ['...', 2, '_'],
  ])('%j to %i units is %j', (name, max, cut) => {
    expect(cutName(name, max)).toBe(cut);
  });

  it.each([
    ['一二三四五.docx', 8, '一二三.docx'],
    ['短.srt', 8, '短.srt'],
    ['没有扩展名的长名字', 4, '没有扩展'],
  ])('%j to %i units is %j', (name, max, cut) => {
    expect(cutFileName(name, max)).toBe(cut);
  });
});

it('gives each name once, whatever its case', () => {
  const names = new UniqueNames();
  expect(['简介.docx', '简介.DOCX', '简介.docx', '无'].map((name) => names.take('a/', name))).toEqual([
    'a/简介.docx',
    'a/简介-2.DOCX',
    'a/简介-3.docx',
    'a/无',
  ]);
  expect(names.take('b/', '简介.docx')).toBe('b/简介.docx');
});

describe('portableName', () => {
  it.each([
    ['a<b>c:d"e|f?g*h\\i', 'a＜b＞c：d＂e｜f？g＊h＼i'],
    ['e\u0301\u202E', 'é'],
    ['结尾. .', '结尾'],
    ['nul', '_nul'],
    ['...', '_'],
  ])('%j becomes %j', (name, portable) => {
    expect(portableName(name)).toBe(portable);
    expect(portableName(portable)).toBe(portable);
  });

  it.each(['两个  空格', '全角　空格', '.隐藏', '~波浪', ' 前面', '零\u200B宽'])('%j is nobody’s business', (name) => {
    expect(portableName(name)).toBe(name);
  });
});
