import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../model/report.ts';
import { FOLDER, packageFacts } from '../../rules/package/facts-for-tests.ts';
import { renderJunit } from './junit.ts';
import type { AnyReport } from './options.ts';
import {
  findingOf,
  HOSTILE_NAMES,
  hostileReport,
  itemOf,
  note,
  optionsIn,
  reportOf,
  SUBTITLE,
  spotted,
  VIDEO,
  verificationOf,
  WORK,
  waived,
  warning,
} from './reports-for-tests.ts';
import { childrenOf, readXml, type XmlElement } from './xml-tree-for-tests.ts';

function suitesOf(report: AnyReport, base = ''): XmlElement[] {
  return childrenOf(readXml(renderJunit(report, optionsIn('zh-CN', base))), 'testsuite');
}

function casesOf(report: AnyReport, base = ''): XmlElement[] {
  return suitesOf(report, base).flatMap((suite) => childrenOf(suite, 'testcase'));
}

function verdictOf(outcome: Verdict['outcome'], subject = VIDEO, actual?: string): Verdict {
  return { rule: 'video/codec', subject, outcome, ...(actual === undefined ? {} : { actual }) };
}

/** What a case comes to, and its lines. */
function summaryOf({ children: [state] }: XmlElement) {
  return [state?.name, state?.attributes.message, state?.text.split('\n')];
}

describe('a case', () => {
  const skipped = '未检查 1 项';
  it.each([
    [
      'fails where something blocks',
      [findingOf()],
      [],
      ['failure', '时长 14:42，要求 15:00-20:00', ['[须整改] 时长 14:42，要求 15:00-20:00', '  办法：换片']],
    ],
    [
      'tells the number beside',
      [findingOf(), findingOf({ message: '二' }), note],
      [],
      ['failure', '时长 14:42，要求 15:00-20:00 (+1)', expect.arrayContaining(['[须整改] 二'])],
    ],
    ['passes where it only warns', [warning], [], ['system-out', undefined, ['[提醒] 慢', '  办法：换片']]],
    [
      'is skipped where it was waived',
      [waived],
      [],
      ['skipped', '已豁免：嘉宾讲座', ['[已豁免] 时长 14:42，要求 15:00-20:00', '  办法：换片', '  已豁免：嘉宾讲座']],
    ],
    ['is skipped where it was not checked', [], [verdictOf('skipped')], ['skipped', skipped, [`未检查 ${VIDEO}`]]],
    [
      'has not passed where half was not checked',
      [],
      [verdictOf('skipped'), verdictOf('pass', SUBTITLE, 'h264')],
      ['skipped', skipped, [`未检查 ${VIDEO}`, `合格 ${SUBTITLE} h264`]],
    ],
    [
      'passes, and shows what was measured',
      [],
      [verdictOf('pass', VIDEO, 'h264')],
      ['system-out', undefined, [`合格 ${VIDEO} h264`]],
    ],
    ['passes without a word', [], [verdictOf('pass')], [undefined, undefined, undefined]],
  ])('%s', (_, findings, verdicts, expected) => {
    const [first] = casesOf(
      reportOf(
        findings.map((one) => ({ ...one, rule: 'video/codec' })),
        { verdicts },
      ),
    );
    expect(first?.attributes.name).toBe('video/codec 视频编码');
    expect(summaryOf(first as XmlElement)).toEqual(expected);
  });

  it('tells of every place', () => {
    const spots = [1, 2, 3, 4].map((line) => ({ line, found: '乱码' }));
    const [one] = casesOf(reportOf([{ ...spotted, params: { path: SUBTITLE, spots } }]));
    expect(one?.children[0]?.text.split('\n').slice(1, 5)).toEqual(
      [1, 2, 3, 4].map((line) => `  第 ${line} 行「乱码」`),
    );
  });

  it('is told of though its work is not in the report', () => {
    const [one] = casesOf(reportOf([findingOf({ place: { item: '心理微课/9', category: 'lesson' } })]));
    expect(one?.attributes.classname).toBe('sizheng.submission');
  });

  it('is none where the rule does not apply', () => {
    expect(suitesOf(reportOf([], { verdicts: [verdictOf('not-applicable')] }))).toEqual([]);
  });

  it('names the file and the line, as seen from the root of the repository', () => {
    const [one] = casesOf(reportOf([spotted]), '2027/浙江省');
    expect(one?.attributes).toEqual({
      name: expect.stringContaining('subtitle/order '),
      ...{ classname: '心理微课.04-睡眠调整', time: '0', file: `2027/浙江省/${SUBTITLE}`, line: '9' },
    });
  });
});

describe('suites', () => {
  const at = (subject: string, rule: Verdict['rule'] = 'file/type') => ({ rule, subject, outcome: 'pass' }) as const;

  it('are of works, and one of the rest', () => {
    const report = reportOf([findingOf({ rule: 'file/name', place: { item: WORK, category: 'lesson', path: WORK } })], {
      items: [itemOf(WORK, [VIDEO]), itemOf('心理微课/05-空', [], 'candidate')],
      verdicts: [
        ...[at(WORK), at(VIDEO), at(`${VIDEO}#2`), at(`${WORK}#intro`), at(WORK, 'item/title')],
        ...[at('心理微课'), at('来函#1.pdf'), at('submission', 'deadline/passed'), at('lesson', 'quota/count')],
      ],
    });
    const told = suitesOf(report).map((suite) => [
      suite.attributes.name,
      childrenOf(suite, 'testcase').map(
        ({ attributes }) => `${attributes.classname} ${attributes.name?.split(' ')[0]}`,
      ),
    ]);
    expect(told).toEqual([
      [WORK, ['file/name', 'file/type', 'item/title'].map((name) => `心理微课.04-睡眠调整 ${name}`)],
      ['整批材料', ['deadline/passed', 'file/type', 'quota/count'].map((name) => `sizheng.submission ${name}`)],
    ]);
  });

  it('tell categories apart', () => {
    const quota = (category: string) => findingOf({ rule: 'quota/count', place: { category } });
    const names = casesOf(reportOf([quota('lesson'), quota('case')])).map(({ attributes }) => attributes.name);
    expect(names).toEqual([
      expect.stringMatching(/^quota\/count .* case$/),
      expect.stringMatching(/^quota\/count .* 心理微课$/),
    ]);
  });

  it('add up, say when, and have no name twice', () => {
    const xml = readXml(renderJunit(hostileReport(), optionsIn()));
    const count = (element: XmlElement, key: string) => Number(element.attributes[key]);
    for (const key of ['tests', 'failures', 'errors']) {
      const sum = childrenOf(xml, 'testsuite').reduce((total, suite) => total + count(suite, key), 0);
      expect(count(xml, key), key).toBe(sum);
    }
    for (const suite of childrenOf(xml, 'testsuite')) {
      const cases = childrenOf(suite, 'testcase');
      const having = (name: string) => cases.filter((one) => childrenOf(one, name).length === 1).length;
      expect([cases.length, having('failure'), having('skipped')]).toEqual(
        ['tests', 'failures', 'skipped'].map((key) => count(suite, key)),
      );
      expect(suite.attributes.timestamp).toBe('2027-06-09T14:58:00');
    }
    const keys = childrenOf(xml, 'testsuite')
      .flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'))
      .map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are of packages', () => {
    const path = `${FOLDER}/../a.b.zip`;
    const [suite, ...others] = suitesOf(verificationOf([packageFacts({ path })]));
    expect([suite?.attributes.name, others]).toEqual([path, []]);
    expect(childrenOf(suite as XmlElement, 'testcase')[0]?.attributes.classname).toBe(
      `sizheng.${path.replaceAll('.', '_')}`,
    );
  });
});

describe('whatever a name holds', () => {
  it('what XML can say is read as it was', () => {
    const names = suitesOf(hostileReport()).map(({ attributes }) => attributes.name);
    for (const name of HOSTILE_NAMES.filter((one) => !/[^\P{C}]/u.test(one)))
      expect(names).toContain(`心理微课/${name}`);
  });

  it.each([
    ['bell\u0007', 'bell\\u{7}'],
    ['a\ud800b\uffff', 'a\\u{D800}b\\u{FFFF}'],
    ['a\nb\tc', 'a\\u{A}b\\u{9}c'],
    ['a ]]> b', 'a ]]> b'],
    ['<b a="\'">&amp;', '<b a="\'">&amp;'],
  ])('%j is read as %j', (reason, read) => {
    const [one] = casesOf(reportOf([{ ...waived, waived: { reason } }]));
    expect(one?.children[0]?.attributes.message).toBe(`已豁免：${read}`);
    expect(one?.children[0]?.text.split('\n').at(-1)).toBe(`  已豁免：${read}`);
  });
});
