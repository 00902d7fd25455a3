import { describe, expect, it } from 'vitest';
import { SizhengError } from '../model/errors.ts';
import { editItemFile, parseItemFile } from './item-file.ts';

describe('parseItemFile', () => {
  it('reads every field, and blank ones as null', () => {
    expect(parseItemFile('number: 01\ntitle: 睡眠\ninstitution:\npeople: 张三、李四\n', 'x')).toEqual({
      number: '01',
      title: '睡眠',
      institution: null,
      people: ['张三', '李四'],
      topic: null,
      intro: null,
      subtitles: null,
      status: null,
      reason: null,
      group: null,
    });
  });

  it.each([
    ['people: [a, b]', { people: ['a', 'b'] }],
    ['presenter: a\npeople: [a, b]', { people: ['a', 'b'] }],
    ['presenter: Anna Berg', { people: ['Anna Berg'] }],
    ['subtitles: 压制字幕', { subtitles: 'burned-in' }],
    ['status: 撤下\nreason: 时长不足', { status: 'withdrawn', reason: '时长不足' }],
    ['status: candidate', { status: 'candidate' }],
    ['', { people: [], status: null }],
  ])('%s', (text, expected) => {
    expect(parseItemFile(text, 'x')).toMatchObject(expected);
  });

  it.each(['status: maybe', 'titel: x', 'subtitles: some', 'people: {a: b}', 'title: [a]'])('refuses %s', (text) => {
    expect(() => parseItemFile(text, 'x')).toThrow(SizhengError);
  });
});

describe('editItemFile', () => {
  it('keeps comments and layout', () => {
    const text = '# ours\ntitle:   a  # kept\n\nstatus: 入选 # s\n';
    const edited = editItemFile(text, { status: 'withdrawn', reason: '时长: 不足' });
    expect(edited).toBe('# ours\ntitle:   a  # kept\n\nstatus: withdrawn # s\nreason: "时长: 不足"\n');
    expect(parseItemFile(edited, 'x')).toMatchObject({ status: 'withdrawn', reason: '时长: 不足' });
  });

  it('starts a new file', () => {
    expect(editItemFile('', { status: 'selected', reason: null })).toBe('status: selected\n');
  });

  it('takes the reason away again', () => {
    expect(editItemFile('status: withdrawn\nreason: x\n', { status: 'selected', reason: null })).toBe(
      'status: selected\n',
    );
  });
});
