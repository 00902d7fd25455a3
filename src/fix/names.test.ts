import { describe, expect, it } from 'vitest';
import type { Entry } from '../model/submission.ts';
import { inRenamingOrder, planNames, renamedPath } from './names.ts';

function entry(path: string, more: Partial<Entry> = {}): Entry {
  const location = `/r/${path}`;
  return {
    ...{ path, location, type: 'file', sizeBytes: 1, mtimeNs: '1', ctimeNs: '1', undecodable: false, error: null },
    ...more,
  };
}

/** In a folder, under a name in another encoding. */
function unreadable(folder: string, bytes: string): Entry {
  const name = Buffer.from(bytes, 'hex');
  const shown = [...name].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
  );
  const location = Buffer.concat([Buffer.from(`/r/${folder}/`), name]);
  return entry(`${folder}/${shown.join('')}`, { location, undecodable: true });
}

const all = () => true;

function newNames(...entries: Entry[]): Record<string, string> {
  return Object.fromEntries(planNames(entries, all).names);
}

describe('planNames', () => {
  it.each([
    ['e\u0301.srt', '\u00e9.srt'],
    ['睡眠?.mp4', '睡眠？.mp4'],
    ['a<b>c:d"e|f*g\\h', 'a＜b＞c：d＂e｜f＊g＼h'],
    ['结尾. ', '结尾'],
    ['aux.srt', '_aux.srt'],
    ['名\u202Efdp.字', '名fdp.字'],
    ['行\u0007声', '行声'],
  ])('%j becomes %j', (name, mended) => {
    expect(newNames(entry(name))).toEqual({ [name]: mended });
  });

  it.each(['睡眠 调整.mp4', '两个  空格', '全角　空格', ' 前面', '-', 'console', '很长'.repeat(40), 'é'])(
    '%j, which any system can hold, stays',
    (name) => {
      expect(newNames(entry(name))).toEqual({});
    },
  );

  it.each([
    ['a link', entry('a?', { type: 'link' })],
    ['a pipe', entry('a?', { type: 'other' })],
    ['what could not be looked at', entry('a?', { error: 'EACCES' })],
    ['a template', entry('模板/a?')],
    ['litter', entry('._a?')],
    ['what lies in a folder of tools', entry('node_modules/a?')],
  ])('%s stays', (_, one) => {
    expect(newNames(one)).toEqual({});
  });

  it('a name stays that would be longer than a system takes', () => {
    const path = `${'幕'.repeat(82)}::.srt`;
    expect(planNames([entry(path)], all)).toEqual({ names: new Map(), left: [{ path, reason: 'name-long' }] });
  });

  it('gives no name twice in a folder, whatever its case', () => {
    const entries = ['a/B？.srt', 'a/b?.srt', 'a/b*.srt', 'a/b＊.SRT', 'b/b?.srt'].map((path) => entry(path));
    expect(newNames(...entries)).toEqual({
      'a/b?.srt': 'b？-2.srt',
      'a/b*.srt': 'b＊-2.srt',
      'b/b?.srt': 'b？.srt',
    });
  });

  it('leaves a name alone that would be passed over afterwards', () => {
    const plan = planNames([entry('\u202E.a'), entry('\u202EThumbs.db')], all);
    expect([...plan.names]).toEqual([]);
    expect(plan.left.map(({ reason }) => reason)).toEqual(['name-hidden', 'name-hidden']);
  });

  it('reads names that an archive left in GBK, together', () => {
    // 压力释放, 字幕.srt, 大学
    const entries = [
      unreadable('a', 'd1b9c1a6cacdb7c5'),
      unreadable('a', 'd7d6c4bb2e737274'),
      unreadable('b', 'b4f3d1a7'),
    ];
    expect(Object.values(newNames(...entries))).toEqual(['压力释放', '字幕.srt', '大学']);
  });

  it.each([
    ['Western', ['64e96ae02e737274', 'e974e92e737274']],
    ['cut in a character', ['d1b9c1a6cacdb7c5d1']],
  ])('leaves names in doubt: %s', (_, names) => {
    const plan = planNames(
      names.map((bytes) => unreadable('a', bytes)),
      all,
    );
    expect([...plan.names]).toEqual([]);
    expect(plan.left.map(({ reason }) => reason)).toEqual(names.map(() => 'name-encoding'));
  });
});

it('follows every new name along a path, and renames what lies deepest first', () => {
  const names = new Map([
    ['a?', 'a？'],
    ['a?/b:', 'b：'],
    ['a?/b:/c*', 'c＊'],
  ]);
  expect(renamedPath('a?/b:/c*/d', { names })).toBe('a？/b：/c＊/d');
  expect(renamedPath('x/a?', { names })).toBe('x/a?');
  expect(inRenamingOrder(names.keys())).toEqual(['a?/b:/c*', 'a?/b:', 'a?']);
});
