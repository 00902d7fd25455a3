import { describe, expect, it } from 'vitest';
import type { NameFault } from '../../model/rule-params.ts';
import { context, entry, entrySubject, testRule } from '../builders-for-tests.ts';
import { findNameFaults } from './names.ts';

const clashing = (path: string, other: string) => context({ clashes: new Map([[path, other]]) });

testRule('file/name', 'entry', {
  accept: [['a plain name', entrySubject('心理微课/01-睡眠-甲大学/微课.mp4')]],
  reject: [
    ['what Windows forbids, as an error', entrySubject('a:b.mp4'), { grade: 'forbidden', params: { name: 'a:b.mp4' } }],
    ['what is only unusual, as a warning', entrySubject('e\u0301.mp4'), { grade: 'default' }],
    [
      'a name that another system takes for its neighbour',
      entrySubject('x/A.mp4'),
      { grade: 'forbidden', at: { other: 'x/a.mp4' }, params: { fault: 'clash', other: 'x/a.mp4' } },
      clashing('x/A.mp4', 'x/a.mp4'),
    ],
    [
      'each of two faults',
      entrySubject('a?. '),
      [{ params: { fault: 'forbidden' } }, { params: { fault: 'trailing' } }],
    ],
  ],
});

function faultsOf(name: string, undecodable = false): NameFault[] {
  return findNameFaults(entry(`心理微课/${name}`, { undecodable }), null);
}

describe('findNameFaults', () => {
  it.each([
    '微课.mp4',
    '-rf.mp4',
    '%d.mp4',
    '微课 “终稿”(1).mp4',
    "it's & so on; $HOME `id`.mp4",
    'console.mp4',
    'com.mp4',
    'com10.mp4',
    'auxiliary',
    '.hidden',
    '～全角：名字？.mp4',
    '😀.mp4',
    `${'长'.repeat(58)}.mp4`,
    `${'a'.repeat(176)}.mp4`,
  ])('finds nothing in %j', (name) => {
    expect(faultsOf(name)).toEqual([]);
  });

  it.each<[string, NameFault]>([
    ['a:b.mp4', { fault: 'forbidden', characters: [':'] }],
    ['concat:x.mp4', { fault: 'forbidden', characters: [':'] }],
    ['a<b>"c".mp4', { fault: 'forbidden', characters: ['<', '>', '"'] }],
    ['a|b?*\\.mp4', { fault: 'forbidden', characters: ['|', '?', '*', '\\'] }],
    ['a\nb.mp4', { fault: 'forbidden', characters: ['\n'] }],
    ['a\x1b[31m.mp4', { fault: 'forbidden', characters: ['\x1b'] }],
    ['a\x7f.mp4', { fault: 'forbidden', characters: ['\x7f'] }],
    ['con', { fault: 'reserved', word: 'con' }],
    ['NUL.txt', { fault: 'reserved', word: 'NUL' }],
    ['com1.tar.gz', { fault: 'reserved', word: 'com1' }],
    ['LPT¹', { fault: 'reserved', word: 'LPT¹' }],
    ['第一讲.', { fault: 'trailing' }],
    ['第一讲 ', { fault: 'trailing' }],
    ['gpj.\u202E4pm', { fault: 'bidi' }],
    ['\u2066a\u2069.mp4', { fault: 'bidi' }],
    [`${'a'.repeat(177)}.mp4`, { fault: 'long', bytes: 181, limit: 180 }],
    [`${'长'.repeat(60)}.m`, { fault: 'long', bytes: 182, limit: 180 }],
    ['e\u0301.mp4', { fault: 'not-nfc' }],
    ['\uF900.mp4', { fault: 'not-nfc' }],
  ])('finds in %j %o', (name, fault) => {
    expect(faultsOf(name)).toEqual([fault]);
  });

  it('says one thing only of a name that is not UTF-8', () => {
    expect(faultsOf('\\xB7\\xBD?.docx', true)).toEqual([{ fault: 'not-utf8' }]);
  });

  it('reads the last name of a path only', () => {
    expect(findNameFaults(entry('a:b/c.mp4'), null)).toEqual([]);
  });
});
