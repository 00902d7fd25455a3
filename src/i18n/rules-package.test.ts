import { describe, expect, it } from 'vitest';
import { STRUCTURE_FAULTS, UNREADABLE_REASONS } from '../model/package-facts.ts';
import type { PackageRuleId, PackageRuleParams } from '../model/package-params.ts';
import { LANGUAGES, type RuleText } from './catalogue.ts';
import { messagesIn } from './messages-for-tests.ts';

const path = 'data/心理微课/01-睡眠-甲大学/微课.mp4';
const list = 'manifest-sha256.txt';
const one = { count: 1, examples: [path] };
const three = { count: 3, examples: ['a', 'b', 'c'] };
const many = { count: 46, examples: ['a', 'b', 'c'] };

/** Every turn that the words of a rule can take. */
const CASES: { readonly [Id in PackageRuleId]: readonly PackageRuleParams[Id][] } = {
  'package/unreadable': [
    ...UNREADABLE_REASONS.map((reason) => ({ reason, detail: null })),
    { reason: 'system', detail: 'EIO' },
    ...['7z', 'html', 'pdf'].map((detail) => ({ reason: 'not-zip' as const, detail })),
  ],
  'package/too-large': [
    { limit: 'entries', actual: 200_000, max: 100_000, path: null },
    { limit: 'entries', actual: 200_001, max: 200_000, path: list },
    { limit: 'directory', actual: 2 ** 27, max: 2 ** 26, path: null },
    { limit: 'faults', actual: 1001, max: 1000, path: null },
    { limit: 'total', actual: 2 ** 41, max: 2 ** 40, path },
    { limit: 'ratio', actual: 1000, max: 200, path },
    { limit: 'ratio', actual: 1000, max: 200, path: null },
  ],
  'package/structure': STRUCTURE_FAULTS.flatMap((fault) => [
    { fault, field: null, path: null, offset: 0, bytes: null },
    { fault, field: 'crc-32', path, offset: 0, bytes: 12 },
  ]),
  'package/damaged': [
    { path, fault: 'crc' },
    { path, fault: 'size', foundBytes: 1, askedBytes: 2 },
    { path, fault: 'data', detail: 'invalid distance' },
  ],
  'package/unsupported': [
    { ...one, why: 'encrypted' },
    { ...three, why: 'encrypted' },
    { ...many, why: 'encrypted' },
    { ...many, why: 'method', method: 12 },
  ],
  'package/unsafe-path': [
    { path: '../x', where: 'archive', list: null, line: null },
    { path: '../x', where: 'manifest', list, line: 3 },
    { path: '../x', where: 'fetch', list: 'fetch.txt', line: 3 },
    { path: '../x', where: 'log', list: '上传台账.xlsx', line: 3 },
  ],
  'package/link': [
    { path, type: 'link' },
    { path, type: 'other' },
  ],
  'package/name-encoding': [
    { ...one, encoding: 'gb18030' },
    { ...many, encoding: 'cp437' },
    { ...many, encoding: 'utf-8-unmarked' },
    { ...many, encoding: null },
  ],
  'package/name-clash': [{ path, other: path.toUpperCase() }],
  'package/junk': [
    { ...one, listed: false },
    { ...many, listed: true },
  ],
  'package/declaration': [
    { fault: 'not-a-bag', found: null },
    { fault: 'not-a-bag', found: '浙江省' },
    { fault: 'missing', found: null },
    { fault: 'bom', found: null },
    { fault: 'version', found: '2.0' },
    { fault: 'encoding', found: null },
    { fault: 'encoding', found: 'X' },
    { fault: 'format', found: null },
  ],
  'package/bag-info': [{ line: 3 }],
  'package/oxum': [{ foundBytes: 1, foundFiles: 1, asked: '2.2' }],
  'package/manifest': [
    { fault: 'none', list: null, line: null, path: null },
    { fault: 'algorithm', list, line: null, path: null },
    { fault: 'bad-line', list, line: 3, path: null },
    ...(['twice', 'twice-differing', 'md5sum-style', 'relative', 'outside'] as const).map((fault) => ({
      ...{ fault, list, path },
      line: 3,
    })),
  ],
  'package/fetch': [
    { fault: 'bad-line', line: 3 },
    { fault: 'not-listed', line: 3, path },
  ],
  'package/missing': [
    { path, list, fetch: false },
    { path, list, fetch: true },
  ],
  'package/added': [
    { path, list, tolerated: false },
    { path, list, tolerated: true },
  ],
  'package/altered': [{ path, list, algorithm: 'sha256' }],
  'package/renamed': [{ path, from: 'data/x' }],
  'package/duplicated': [
    { path, by: 'name', other: path },
    { path, by: 'bytes', other: 'data/x' },
  ],
  'package/contents': [
    { fault: 'unreadable', path: 'sizheng.json', detail: null },
    { fault: 'unreadable', path: 'sizheng.json', detail: 'line 3' },
    { fault: 'newer', path: 'sizheng.json', detail: 'sizheng-package/2' },
    { fault: 'name', path: '浙江省', detail: '' },
    { fault: 'name', path: '浙江省', detail: 'x' },
    ...(['missing-file', 'size', 'digest', 'not-listed', 'twice', 'not-passed'] as const).map((fault) => ({
      fault,
      path,
      detail: null,
    })),
  ],
  'package/profile': (
    ['tag-missing', 'tag-repeated', 'manifest', 'tag-manifest', 'tag-file', 'fetch', 'version'] as const
  ).flatMap((fault) => [true, false].map((missing) => ({ fault, name: 'sha256', missing }))),
  'package/draft': [{ name: '浙江省-2027-首批-草稿' }],
  'package/upload-log': [
    { fault: 'unreadable', detail: null },
    { fault: 'unreadable', detail: 'no sheet' },
    { fault: 'no-rows' },
    { fault: 'no-digest', line: 3, path },
    { fault: 'size', line: 3, path, foundBytes: 1, askedBytes: 2 },
  ],
  'package/receipt': [
    { fault: 'unverified', receipt: 'r.json', found: null, asked: null },
    ...(['name', 'size', 'sha256', 'content', 'repacked'] as const).map((fault) => ({
      ...{ fault, receipt: 'r.json' },
      ...{ found: '1', asked: '2' },
    })),
  ],
  'package/source': [
    { fault: 'changed', path, packagedAs: path },
    { fault: 'gone', path, packagedAs: path },
    { fault: 'not-packed', path, packagedAs: null },
  ],
};

/** What slips into a text when a parameter is not there, and words that people are spared. */
const SLIPS = /undefined|null|NaN|\[object| {2}|元数据|断言|槽位|工作区|[^.]\.$|。$/;

describe.each(LANGUAGES)('in %s', (language) => {
  const { rules } = messagesIn(language);

  it.each(Object.keys(CASES) as PackageRuleId[])('%s says what was found and what to do, whatever the case', (id) => {
    const text = rules[id] as RuleText<unknown>;
    const told = CASES[id].flatMap((params) => [text.message(params), text.fix?.(params) ?? 'as the rule says']);
    for (const words of told) {
      expect(words).not.toBe('');
      expect(words).not.toMatch(SLIPS);
    }
  });

  it.each(Object.keys(CASES) as PackageRuleId[])('%s begins as a sentence does', (id) => {
    for (const params of CASES[id]) expect((rules[id] as RuleText<unknown>).message(params)).not.toMatch(/^[a-z]+ /);
  });

  it.each(Object.keys(CASES) as PackageRuleId[])('%s tells its cases apart', (id) => {
    const messages = CASES[id].map((params) => (rules[id] as RuleText<unknown>).message(params));
    const alike = messages.filter((message, index) => messages.indexOf(message) !== index);
    // Of some faults it is the same whether the thing is missing or too much.
    expect(alike).toHaveLength({ 'package/profile': 4 }[id as string] ?? 0);
  });
});
