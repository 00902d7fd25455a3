/** The second reader of BagIt finds what is amiss: one that finds nothing would prove nothing. */
import { describe, expect, it } from 'vitest';
import { type BagFiles, problemsOf, sha256Of } from './bag-reader-for-tests.ts';

const PAYLOAD = { 'data/a 100%.txt': '一', 'data/b\r\n.txt': '二' };
const LISTED = { 'data/a 100%.txt': 'data/a 100%25.txt', 'data/b\r\n.txt': 'data/b%0D%0A.txt' };

function line(text: string, path: string): string {
  return `${sha256Of(Buffer.from(text))}  ${path}\n`;
}

const SOUND = {
  'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  'bag-info.txt': 'Payload-Oxum: 6.2\nContact-Name: a\n  b\n',
  'manifest-sha256.txt': Object.entries(PAYLOAD)
    .map(([path, text]) => line(text, LISTED[path as keyof typeof LISTED]))
    .join(''),
  ...PAYLOAD,
};

/** A sound bag with some files changed; the tag manifest is made to fit unless it is given. */
function problemsWith(changes: Readonly<Record<string, string | null>>): string[] {
  const files: Record<string, string | null> = { ...SOUND, ...changes };
  const kept = Object.entries(files).filter((file): file is [string, string] => file[1] !== null);
  const tags = kept.filter(([path]) => !path.startsWith('data/'));
  const list = tags.map(([path, text]) => line(text, path)).join('');
  const all: BagFiles = new Map(
    [['tagmanifest-sha256.txt', list] as const, ...kept].map(([path, text]) => [path, Buffer.from(text)]),
  );
  return problemsOf({ name: 'bag', files: all });
}

it('finds nothing amiss with a sound bag', () => {
  expect(problemsWith({})).toEqual([]);
});

describe('finds', () => {
  const payloadList = SOUND['manifest-sha256.txt'];
  const [first = '', second = ''] = payloadList.split(/(?<=\n)/);

  it.each([
    ['a byte order mark', { 'bagit.txt': `\uFEFF${SOUND['bagit.txt']}` }, 1],
    ['another version', { 'bagit.txt': SOUND['bagit.txt'].replace('1.0', '0.97') }, 1],
    ['no declaration', { 'bagit.txt': null }, 1],
    ['a wrong sum', { 'bag-info.txt': 'Payload-Oxum: 6.3\n' }, 1],
    ['a file that is gone', { 'data/a 100%.txt': null, 'bag-info.txt': 'Payload-Oxum: 3.1\n' }, 2],
    ['a file that nobody listed', { 'data/c': '三', 'bag-info.txt': 'Payload-Oxum: 9.3\n' }, 1],
    ['a file that was changed', { 'data/a 100%.txt': '七' }, 1],
    ['a line that stands twice', { 'manifest-sha256.txt': first + payloadList }, 1],
    ['a line that is none', { 'manifest-sha256.txt': `${payloadList}\n` }, 1],
    ['a line without a path', { 'manifest-sha256.txt': `${payloadList}${'0'.repeat(64)}  \n` }, 1],
    ['a tag file in the wrong list', { 'manifest-sha256.txt': payloadList + line(SOUND['bagit.txt'], 'bagit.txt') }, 1],
    ['no list at all', { 'manifest-sha256.txt': null }, 2],
    ['a list that is in the wrong place', { 'manifest-md5.txt': '' }, 1],
    ['a tag file that was changed', { 'tagmanifest-sha256.txt': line('x', 'bagit.txt') }, 3],
  ])('%s', (_, changes, count) => {
    expect(problemsWith(changes)).toHaveLength(count);
  });

  it('a percent sign that stands for itself', () => {
    expect(() => problemsWith({ 'manifest-sha256.txt': first.replace('%25', '%') + second })).toThrow('a bare %');
  });

  it('a tag without its white space', () => {
    expect(() => problemsWith({ 'bag-info.txt': 'Payload-Oxum:6.2\n' })).toThrow('bag-info.txt');
  });
});
