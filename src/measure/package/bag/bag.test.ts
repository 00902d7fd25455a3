import { describe, expect, it } from 'vitest';
import type { DigestLine } from '../../../model/package-facts.ts';
import { readBagInfo } from './bag-info.ts';
import { isFinalVersion, readDeclaration } from './declaration.ts';
import { readDigestLines } from './digest-list.ts';
import { readFetchList } from './fetch-list.ts';
import { tagLines } from './tag-lines.ts';

const none = () => undefined;
const MD5 = '0123456789abcdef0123456789abcdef';

describe('tagLines', () => {
  const utf16 = (text: string, bigEndian: boolean) =>
    bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
  it.each<[string, Buffer, string | null, string[]]>([
    ['LF, CR and CRLF', Buffer.from('a\nb\rc\r\nd'), null, ['a', 'b', 'c', 'd']],
    ['empty lines', Buffer.from('a\n\n\r\r\nb\n'), null, ['a', '', '', '', 'b']],
    ['nothing', Buffer.alloc(0), null, []],
    ['one that ends in CR', Buffer.from('a\r'), null, ['a']],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF微课\n'), 'UTF-8', ['微课']],
    ['UTF-16, little-endian by its mark', utf16('\uFEFF微课\n', false), 'UTF-16', ['微课']],
    ['UTF-16, big-endian by its mark', utf16('\uFEFF微课\n', true), 'UTF-16', ['微课']],
    ['UTF-16 without a mark is big-endian', utf16('微课\n', true), 'utf-16', ['微课']],
    ['ISO-8859-1, and not Windows-1252', Buffer.from([0xe9, 0x85, 0x0a]), 'ISO-8859-1', ['é\u0085']],
    ['GB18030', Buffer.from('cea2bfce0a', 'hex'), 'GB18030', ['微课']],
    ['an encoding that nobody knows', Buffer.from('微课\n'), 'x-nobody', ['微课']],
    ['bytes that do not hold', Buffer.from('61ff0a62', 'hex'), 'UTF-8', ['a\uFFFD', 'b']],
  ])('%s', (_, bytes, encoding, lines) => {
    expect([...tagLines(bytes, encoding)]).toEqual(lines);
  });

  it('breaks lines across what is decoded at a time', () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `${index}微`.repeat((index % 5) + 1));
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      expect([...tagLines(Buffer.from(lines.join(lineBreak)), null)]).toEqual(lines);
    }
  });

  it('gives a line without an end in parts', () => {
    const lengths = [...tagLines(Buffer.alloc(1 << 20, 'x'), null)].map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1 << 20);
  });
});

describe('readDeclaration', () => {
  it.each<[string, string, [string | null, string | null, boolean, boolean]]>([
    ['as it should be', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', ['1.0', 'UTF-8', false, true]],
    [
      'CRLF, no last line break',
      'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8',
      ['0.97', 'UTF-8', false, true],
    ],
    [
      'a byte order mark',
      '\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      ['1.0', 'UTF-8', true, false],
    ],
    ['the other way round', 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n', ['1.0', 'UTF-8', false, false]],
    ['one line more', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nx\n', ['1.0', 'UTF-8', false, false]],
    ['spaces', 'BagIt-Version : 1.0\nTag-File-Character-Encoding:UTF-8\n', ['1.0', 'UTF-8', false, false]],
    ['no version', 'BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n', [null, 'UTF-8', false, false]],
    ['no encoding', 'BagIt-Version: 1.0\n', ['1.0', null, false, false]],
    ['nothing', '', [null, null, false, false]],
  ])('%s', (_, text, [version, encoding, bom, wellFormed]) => {
    expect(readDeclaration(Buffer.from(text))).toEqual({ version, encoding, bom, wellFormed });
  });

  it('one that cannot be read says nothing', () => {
    expect(readDeclaration(null)).toEqual({ version: null, encoding: null, bom: false, wellFormed: false });
  });

  it.each([
    ['1.0', true],
    ['2.3', true],
    ['0.97', false],
    [null, true],
  ])('version %s: final %s', (version, isFinal) => {
    expect(isFinalVersion(version)).toBe(isFinal);
  });
});

describe('readBagInfo', () => {
  const read = (text: string, isFinal = true) => readBagInfo(text.split('\n'), isFinal);

  it('keeps tags in order, repeated ones and empty ones as well', () => {
    expect(read('A: 1\nB: \n\na: 2: 3').tags).toEqual([
      { line: 1, name: 'A', value: '1' },
      { line: 2, name: 'B', value: '' },
      { line: 4, name: 'a', value: '2: 3' },
    ]);
  });

  it('joins what is continued on indented lines', () => {
    expect(read('A: one\n   two\n\tthree\nB: x').tags).toEqual([
      { line: 1, name: 'A', value: 'one two three' },
      { line: 4, name: 'B', value: 'x' },
    ]);
  });

  it.each<[string, string, number[], number[]]>([
    ['as 1.0 writes it', 'A: 1', [], []],
    ['a space before the colon', 'A : 1', [1], []],
    ['none after it', 'A:1', [1], []],
    ['several after it', 'A:   1', [], []],
    ['no colon', 'A', [1], [1]],
    ['no name', ': 1', [1], [1]],
    ['a continuation of nothing', ' A: 1', [1], []],
  ])('%s', (_, text, badFinal, badDraft) => {
    expect([read(text).badLines, read(text, false).badLines]).toEqual([badFinal, badDraft]);
  });
});

describe('readDigestLines', () => {
  it.each<[string, string, Partial<DigestLine>]>([
    ['two spaces', `${MD5}  data/a`, { digest: MD5, path: 'data/a', prefix: '' }],
    ['tabs and spaces', `${MD5} \t data/a b`, { path: 'data/a b' }],
    ['upper case', `${MD5.toUpperCase()} data/a`, { digest: MD5 }],
    ['md5sum in binary mode', `${MD5} *data/a`, { path: 'data/a', prefix: '*' }],
    ['a star of the name itself', `${MD5}  *a`, { path: '*a', prefix: '' }],
    ['from here', `${MD5}  ./data/a`, { path: 'data/a', prefix: './' }],
    ['both', `${MD5} *./data/a`, { path: 'data/a', prefix: '*' }],
    ['encoded line breaks and percent signs', `${MD5}  data/%250A%0d%0A%7E`, { path: 'data/%0A\r\n%7E' }],
    ['separators of other systems, which are none', `${MD5}  data/a\u2028b`, { path: 'data/a\u2028b' }],
  ])('%s', (_, text, expected) => {
    expect(readDigestLines([text], true, none)).toEqual({ lines: [expect.objectContaining(expected)], badLines: [] });
  });

  it('before 1.0 a percent sign is one', () => {
    expect(readDigestLines([`${MD5} data/%0A`], false, none).lines[0]?.path).toBe('data/%0A');
  });

  it('names lines that are none, by number, and passes over empty ones', () => {
    const texts = [`${MD5} a`, '', 'x  b', MD5, `${MD5}   `, ` ${MD5} c`, `${MD5} d`];
    const { lines, badLines } = readDigestLines(texts, true, none);
    expect(lines.map(({ line, path }) => [line, path])).toEqual([
      [1, 'a'],
      [7, 'd'],
    ]);
    expect(badLines).toEqual([3, 4, 5, 6]);
  });

  it('asks before it holds one more', () => {
    const full = new Error('full');
    const refuse = () => {
      throw full;
    };
    expect(() => readDigestLines([MD5], true, refuse)).toThrow(full);
  });
});

it('readFetchList', () => {
  const texts = [
    'http://x/a%20b 12 data/a b',
    'http://x/b - data/%25',
    '',
    'http://x/c data/c',
    'http://x/d -1 data/d',
  ];
  expect(readFetchList(texts, true, none)).toEqual({
    lines: [
      { line: 1, url: 'http://x/a%20b', sizeBytes: 12, path: 'data/a b' },
      { line: 2, url: 'http://x/b', sizeBytes: null, path: 'data/%' },
    ],
    badLines: [4, 5],
  });
});
