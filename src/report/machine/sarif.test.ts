import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import type { Finding } from '../../model/report.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import { packageFacts, withFiles } from '../../rules/package/facts-for-tests.ts';
import type { AnyReport, RuleMetadata } from './options.ts';
import {
  findingOf,
  HOSTILE_NAMES,
  hostileReport,
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
import { renderSarif } from './sarif.ts';
import { sarifFaults } from './sarif-schema-for-tests.ts';

// biome-ignore lint/suspicious/noExplicitAny: the schema says what it is
type Json = any;

function runOf(report: AnyReport, base = ''): Json {
  return JSON.parse(renderSarif(report, optionsIn('zh-CN', base))).runs[0];
}

function resultOf(finding: Finding, base = ''): Json {
  return runOf(reportOf([finding]), base).results[0];
}

describe('keeps to the schema of the standard', () => {
  it.each<[string, AnyReport]>([
    ['empty', reportOf([])],
    ['of every level', reportOf([findingOf(), warning, note, waived, spotted])],
    ['hostile', hostileReport()],
    [
      'of packages',
      verificationOf([withFiles({ '/etc/passwd': {}, '../x': {} }), packageFacts({ path: 'C:\\包\\a.zip' })]),
    ],
  ])('%s', (_, report) => {
    for (const language of LANGUAGES) {
      expect(sarifFaults(JSON.parse(renderSarif(report, optionsIn(language, '2027 年/浙江省'))))).toEqual([]);
    }
  });

  it('which refuses what is none of it', () => {
    const log = JSON.parse(renderSarif(reportOf([findingOf()]), optionsIn()));
    const [location] = log.runs[0].results[0].locations;
    for (const spoil of [
      () => (location.physicalLocation.region = { startLine: 0 }),
      () => (location.physicalLocation.artifactLocation.uri = '微课 1.mp4'),
      () => (log.runs[0].results[0].level = 'fatal'),
    ]) {
      const before = JSON.stringify(log);
      spoil();
      expect(sarifFaults(log), before).not.toEqual([]);
    }
  });
});

describe('rules', () => {
  const { rules, language } = runOf(reportOf([])).tool.driver;

  it('are all there, in the language asked for', () => {
    expect(rules.map(({ id }: Json) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(language).toBe('zh-CN');
    const [english] = JSON.parse(renderSarif(reportOf([]), optionsIn('en'))).runs[0].tool.driver.rules;
    expect(english.shortDescription.text).toBe(messagesIn('en').rules[CATALOGUE[0]?.id ?? 'file/link'].title);
  });

  it.each<[Partial<RuleMetadata>, string, boolean]>([
    [{ severities: { default: 'error' } }, 'error', true],
    [{ severities: { default: 'clause' } }, 'error', true],
    [{ severities: { hint: 'info', default: 'warning' } }, 'warning', true],
    [{ severities: { default: 'info' } }, 'note', true],
    [{ severities: { default: 'warning' }, offByDefault: true }, 'warning', false],
  ])('%j are of level %s', (metadata, level, enabled) => {
    const catalogue = CATALOGUE.slice(0, 1).map((rule) => ({ ...rule, ...metadata }));
    const [rule] = JSON.parse(renderSarif(reportOf([]), { ...optionsIn(), catalogue })).runs[0].tool.driver.rules;
    expect(rule.defaultConfiguration).toEqual({ enabled, level });
  });

  it('have no HTML in their Markdown, and no placeholder anywhere', () => {
    for (const { help, ...texts } of rules) {
      expect(help.markdown).not.toMatch(/(?<!\\)[<>]/);
      expect(JSON.stringify([help, texts.shortDescription, texts.fullDescription].map(({ text }) => text))).not.toMatch(
        /\{\d/,
      );
    }
  });

  it('are pointed at', () => {
    const { ruleId, ruleIndex } = resultOf(spotted);
    expect(rules[ruleIndex].id).toBe(ruleId);
  });
});

describe('a result', () => {
  it.each([
    ['error', findingOf(), []],
    ['error', { ...warning, blocking: true }, []],
    ['warning', findingOf({ blocking: false }), []],
    ['warning', warning, []],
    ['note', note, []],
    ['note', waived, [{ kind: 'external', justification: '嘉宾讲座' }]],
  ])('is of level %s', (level, finding, suppressions) => {
    expect(resultOf(finding)).toMatchObject({ level, suppressions });
  });

  it('says what was found and what to do', () => {
    const { message, properties } = resultOf(findingOf({ actual: '14:42', clause: 'video-duration' }));
    expect(message.text).toBe('时长 14:42，要求 15:00-20:00\n办法：换片');
    expect(properties).toEqual({ severity: 'error', blocking: true, clause: 'video-duration', actual: '14:42' });
  });

  it('of many places names all, the first as its own', () => {
    const { locations, relatedLocations } = resultOf(spotted, '浙江 省');
    const uri = encodeURI(`浙江 省/${SUBTITLE}`);
    const at = (startLine: number) => ({ artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine } });
    expect(locations).toEqual([
      { physicalLocation: at(9), logicalLocations: [{ fullyQualifiedName: WORK, kind: 'item' }] },
    ]);
    expect(relatedLocations).toEqual([
      { id: 1, physicalLocation: at(20), message: { text: '第 20 行「00:01」' } },
      { id: 2, physicalLocation: at(31) },
    ]);
  });

  it('counts the places it has no room for', () => {
    const spots = Array.from({ length: 150 }, (_, index) => ({ line: index + 1 }));
    const { relatedLocations, properties } = resultOf({ ...spotted, params: { path: SUBTITLE, spots } });
    expect([relatedLocations.length, properties.relatedLocationsLeftOut]).toEqual([100, 49]);
  });

  it.each<[string, Finding['place'], object]>([
    ['a paragraph', { path: '简介.docx', paragraph: 3 }, { uri: '简介.docx', words: '第 3 段' }],
    ['a row of the sheet', { path: '作品信息.xlsx', line: 3 }, { uri: '作品信息.xlsx', words: '第 3 行' }],
    [
      'a track',
      { path: VIDEO, track: 2, line: 5 },
      { uri: VIDEO, words: '第 5 行', logical: [{ name: '2', kind: 'track' }] },
    ],
    [
      'a work',
      { item: WORK, category: 'lesson' },
      { uri: VIDEO, logical: [{ fullyQualifiedName: WORK, kind: 'item' }] },
    ],
    [
      'a work without files',
      { item: '心理微课/9', category: 'lesson' },
      { uri: '心理微课/9', logical: [{ fullyQualifiedName: '心理微课/9', kind: 'item' }] },
    ],
    [
      'a category',
      { category: 'lesson' },
      { uri: '心理微课', logical: [{ fullyQualifiedName: 'lesson', kind: 'category' }] },
    ],
    ['the whole', {}, { uri: 'sizheng.yaml' }],
    [
      'a file in a package',
      { package: '/盘/a.zip', path: 'data/a', line: 2 },
      {
        uri: 'file:///盘/a.zip',
        base: undefined,
        words: '第 2 行',
        logical: [{ fullyQualifiedName: 'data/a', kind: 'entry' }],
      },
    ],
  ])('is about %s, in words where there is no line', (_, place, expected) => {
    const [{ physicalLocation, logicalLocations, message }] = resultOf(findingOf({ place })).locations;
    const { artifactLocation, region } = physicalLocation;
    expect(region).toBeUndefined();
    expect({
      uri: decodeURI(artifactLocation.uri),
      base: artifactLocation.uriBaseId,
      words: message?.text,
      logical: logicalLocations,
    }).toEqual({ base: '%SRCROOT%', words: undefined, logical: undefined, ...expected });
  });

  it('says the other file', () => {
    const { relatedLocations } = resultOf(
      findingOf({ rule: 'duplicate/file', place: { path: 'a.mp4', other: 'b [1](x).mp4' } }),
    );
    expect(relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: { artifactLocation: { uri: 'b%20%5B1%5D(x).mp4', uriBaseId: '%SRCROOT%' } },
        message: { text: 'b [1\\](x).mp4' },
      },
    ]);
  });

  it('has no link or placeholder that a name put there', () => {
    for (const { message } of runOf(hostileReport()).results) {
      expect(message.text).not.toMatch(/(?<!\\)\]\(/);
      expect(message.text.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it('leads to the file that it was found in', () => {
    const paths = runOf(hostileReport()).results.map(({ locations }: Json) =>
      decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri),
    );
    for (const name of HOSTILE_NAMES)
      expect(paths).toContain(`心理微课/${name}/${name}`.replace(/\p{Surrogate}/gu, '\uFFFD'));
  });
});

describe('a run', () => {
  it('tells the verdict, and that it went well whatever was found', () => {
    const { invocations, properties } = runOf(reportOf([findingOf()], { partial: true }));
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
    expect(properties).toEqual({
      verdict: 'fail',
      at: '2027-06-09T14:58:00.000Z',
      partial: true,
      strict: false,
      outcomes: { pass: 0, fail: 1, skipped: 0, 'not-applicable': 0 },
    });
  });

  it('of too many results keeps those that block, and counts the others', () => {
    const warnings = Array.from({ length: 25_003 }, (_, index) => ({ ...warning, place: { path: `${index}` } }));
    const { results, invocations } = runOf(reportOf([...warnings, findingOf()]));
    expect(results.length).toBe(25_000);
    expect(results.at(-1).level).toBe('error');
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('4 处没有列出');
  });
});
