import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml, replaceYamlText } from './yaml-edit.ts';

const FILE = `# top

title:   "a: b"   # kept
people: [ a,b ]


status: one   # why
intro: |
  line one
  line two
# end
`;

describe('editYaml', () => {
  it.each([
    ['replaces a value and nothing else', FILE, { status: 'two' }, FILE.replace('one   #', 'two   #')],
    ['quotes what needs quotes', 'a: b\n', { a: 'x: y # z' }, 'a: "x: y # z"\n'],
    ['keeps words that look like numbers as text', 'a: b\n', { a: '01' }, 'a: "01"\n'],
    ['adds a key at the end', FILE, { reason: 'short' }, `${FILE}reason: short\n`],
    ['adds a key to a file without a last line end', 'a: b', { c: 'd' }, 'a: b\nc: d\n'],
    ['fills an empty value', 'a:\nb: c\n', { a: 'x' }, 'a: x\nb: c\n'],
    ['takes a key away', FILE, { status: null }, FILE.replace('status: one   # why\n', '')],
    ['takes the last key away', 'a: b\nc: d', { c: null }, 'a: b\n'],
    ['takes an empty key away', 'a:\nb: c\n', { a: null }, 'b: c\n'],
    ['replaces a block of text', FILE, { intro: 'short' }, FILE.replace('|\n  line one\n  line two', 'short')],
    ['takes a block of text away', FILE, { intro: null }, FILE.replace('intro: |\n  line one\n  line two\n', '')],
    ['leaves an absent key absent', FILE, { other: null }, FILE],
    ['keeps CRLF', 'a: b\r\nc: d\r\n', { a: 'x', e: 'f' }, 'a: x\r\nc: d\r\ne: f\r\n'],
    ['starts a file', '', { a: 'b' }, 'a: b\n'],
    ['starts below comments', '# only\n', { a: 'b', c: null }, '# only\na: b\n'],
    ['writes a number as one', 'a: b\n', { a: 7 }, 'a: 7\n'],
    ['puts several lines in one', 'a: b\n', { a: 'x\ny' }, 'a: "x\\ny"\n'],
  ])('%s', (_, text, changes, expected) => {
    expect(editYaml(text, changes)).toBe(expected);
  });

  it.each([
    ['a flow mapping', '{a: b, c: d}\n'],
    ['an indented mapping', '  a: b\n  c: d\n'],
    ['an anchor', 'a: &x b\nc: *x\n'],
    ['an explicit key', '? a\n: b\nc: d\n'],
    ['a document marker', '---\na: b\nc: d\n...\n'],
  ])('changes %s rightly', (_, text) => {
    expect(parse(editYaml(text, { a: 'new', e: 'f' }))).toMatchObject({ a: 'new', e: 'f' });
    expect(parse(editYaml(text, { c: null }))).not.toHaveProperty('c');
  });
});

describe('replaceYamlText', () => {
  const path = ['waivers', 1, 'subject'];
  it.each([
    [
      'block',
      'waivers:\n  - {subject: x}\n  - rule: a # why\n    subject: 甲?  # here\n    reason: c\n',
      '甲?  # here',
      '甲？  # here',
    ],
    ['flow', 'waivers: [{subject: x}, {subject: 甲?, rule: a}] # b\n', '甲?,', '甲？,'],
    ['quoted', 'waivers:\n- subject: x\n- subject: "甲?"\n', '"甲?"', '甲？'],
    ['CRLF', 'waivers:\r\n- subject: x\r\n- subject: 甲?\r\n  rule: a\r\n', '甲?', '甲？'],
  ])('%s: nothing but the value', (_, text, before, after) => {
    expect(replaceYamlText(text, path, '甲？')).toBe(text.replace(before, after));
  });

  it('quotes what would mean something else', () => {
    const text = 'waivers: [{subject: x}, {subject: y, rule: a}]\n';
    expect(replaceYamlText(text, path, 'a, b: {c}')).toBe('waivers: [{subject: x}, {subject: "a, b: {c}", rule: a}]\n');
  });
});
