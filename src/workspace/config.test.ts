import { describe, expect, it } from 'vitest';
import { SizhengError } from '../model/errors.ts';
import { parseConfig, refuseUnknownAttestations } from './config.ts';
import { DEFAULT_CONFIG } from './default-config.ts';

function problemsOf(text: string, read: (text: string) => void = (one) => parseConfig(one, 'x', 'en')): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof SizhengError) || error.id !== 'config/invalid') throw error;
    const { params } = error as SizhengError<'config/invalid'>;
    return params.problems.map(({ line, column, at, message }) => `${line}:${column} ${at}: ${message}`);
  }
  throw new Error('expected problems');
}

describe('parseConfig', () => {
  it('gives the defaults for an empty file', () => {
    expect(parseConfig('# nothing\n', 'x')).toEqual(DEFAULT_CONFIG);
    expect(DEFAULT_CONFIG).toEqual({
      spec: 'moe-2022',
      scope: 'province',
      batch: 'first',
      province: null,
      institution: null,
      year: null,
      deadline: null,
      contact: null,
      waivers: [],
      attestations: {},
      eol: 'lf',
    });
  });

  it.each([
    ['scope: 学校', { scope: 'institution' }],
    ['scope: 省级', { scope: 'province' }],
    ['batch: 常态化', { batch: 'regular' }],
    ['batch: 首批', { batch: 'first' }],
    ['batch:\nprovince: "  "\nwaivers:\n', { batch: 'first', province: null, waivers: [] }],
    ['deadline: 2027-06-05', { deadline: { year: 2027, month: 6, day: 5, source: null } }],
    [
      'deadline: {date: 2027年6月5日, source: 省厅通知}',
      { deadline: { year: 2027, month: 6, day: 5, source: '省厅通知' } },
    ],
    ['contact: {phone: 057188}', { contact: { name: null, phone: '057188', email: null } }],
    ['attestations: {original: 张三, clean: }', { attestations: { original: '张三' } }],
    [
      'waivers: [{rule: video/duration, subject: 4, reason: " 讲座 "}]',
      { waivers: [{ rule: 'video/duration', subject: '4', reason: '讲座' }] },
    ],
  ])('%s', (text, expected) => {
    expect(parseConfig(text, 'x')).toMatchObject(expected);
  });

  it.each([
    ['scop: province', ['1:1 scop: unknown key "scop"; did you mean scope?']],
    ['year: 20', ['1:7 year: must be at least 2000']],
    ['year: 2027.5', ['1:7 year: expected a whole number, found a number']],
    ['deadline: 2027-02-30', ['1:11 deadline: expected YYYY-MM-DD']],
    ['deadline:\n  date: soon\n', ['2:9 deadline.date: expected YYYY-MM-DD']],
    ['deadline:\n  source: x\n', ['1:1 deadline.date: this key is missing']],
    ['waivers:\n  - rule: a\n    subject: b\n    reason: "  "\n', ['4:13 waivers[0].reason: must not be empty']],
    [
      'waivers:\n  - {rule: a, subject: b, reason: 请写明理由}\n',
      ['2:35 waivers[0].reason: still the words of the example; write your own'],
    ],
    [
      'waivers:\n  - {rule: a, subject: b, reason: say why}\n',
      ['2:35 waivers[0].reason: still the words of the example; write your own'],
    ],
    ['contact: {tel: 1}', ['1:11 contact.tel: unknown key "tel"; known: name, phone, email']],
    ['province: true', ['1:11 province: expected text or a number, found true or false']],
    ['a: [', ['1:5 : wrong indentation']],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('refuseUnknownAttestations', () => {
  it.each([
    ['attestations:\n  编号: 王某\n', ['2:3 attestations.编号: unknown key "编号"; known: original, consent']],
    [
      'eol: lf\nattestations: {original: 甲, consnet: 乙}',
      ['2:29 attestations.consnet: unknown key "consnet"; did you mean consent?'],
    ],
  ])('%s', (text, problems) => {
    const read = (one: string) => refuseUnknownAttestations(one, 'sizheng.yaml', ['original', 'consent'], 'en');
    expect(problemsOf(text, read)).toEqual(problems);
  });
});
