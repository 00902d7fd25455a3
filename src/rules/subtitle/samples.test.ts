/** Real files through the scanner: careful work is faultless, and one fault in it is one finding. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleContext } from '../../model/rule.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { RuleSetting } from '../../model/spec.ts';
import type { SubtitleText } from '../../model/subtitle-facts.ts';
import { decodeText } from '../../text/encoding/decode.ts';
import { subtitleText } from '../../text/subtitle/cue-columns.ts';
import { subtitleFacts } from '../../text/subtitle/facts.ts';
import { isSubtitleFormat } from '../../text/subtitle/formats.ts';
import { scanSubtitle } from '../../text/subtitle/scan.ts';
import { packageRoot } from '../../util/package-root.ts';
import { context, spec, video } from '../builders-for-tests.ts';
import { CATALOGUE } from '../catalogue.ts';
import { subtitleSubject } from './facts-for-tests.ts';

const FIXTURES = join(packageRoot(), 'fixtures');
const RULES = CATALOGUE.filter((rule): rule is Rule<RuleId, 'subtitle'> => rule.on === 'subtitle');

function factsOf(bytes: Uint8Array, name: string): SubtitleText {
  const format = name.slice(name.lastIndexOf('.') + 1);
  const decoded = decodeText(bytes);
  if (!decoded.ok || !isSubtitleFormat(format)) throw new Error(name);
  return subtitleText(subtitleFacts(scanSubtitle(decoded.value.text, format), decoded.value));
}

type Findings = (readonly [rule: string, severity: unknown])[];

/** Beside a video that ends three seconds after the last cue, unless it is told how long it is. */
function judge(facts: SubtitleText, rules: RuleContext['spec']['rules'] = {}, videoMs?: number): Findings {
  const durationMs = videoMs ?? Math.max(...facts.cues.map(({ startMs, endMs }) => endMs ?? startMs)) + 3000;
  const subject = subtitleSubject([], facts, [video({ durationMs })]);
  const active = RULES.filter(({ id, offByDefault }) => !offByDefault || rules[id] !== undefined);
  return active.flatMap((rule): Findings => {
    const check = rule.check(subject, context({ spec: spec({ rules }) }));
    if (check.outcome !== 'judged') return [];
    return check.breaches.map(({ grade = 'default' }) => [rule.id, rule.severities[grade]]);
  });
}

const SAMPLES = readdirSync(join(FIXTURES, 'subtitles'));
const LESSONS = readdirSync(join(FIXTURES, 'good'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.srt'))
  .map((path) => join('good', path));

describe('careful work has no finding', () => {
  it.each([...SAMPLES.map((name) => join('subtitles', name)), ...LESSONS])('%s', (path) => {
    const facts = factsOf(readFileSync(join(FIXTURES, path)), path);
    expect(facts.cues.length).toBeGreaterThan(15);
    expect(facts.languages[0]).toBe('zh');
    expect(judge(facts)).toEqual([]);
  });
});

const CLEAN = readFileSync(join(FIXTURES, 'subtitles/clean-zh.srt'), 'utf8');
/** Three seconds after the last cue of the clean one. */
const VIDEO_MS = 212_680;

function edit(from: string, to: string, text = CLEAN): string {
  if (text.split(from).length !== 2) throw new Error(`${from} does not stand there once`);
  return text.replace(from, () => to);
}

const cueAt = (time: string, words: string) => `\n90\n${time}\n${words}\n`;
const ON: RuleSetting = { severity: null, off: false, limits: {} };

interface Fault {
  readonly text: string;
  readonly finding: readonly [rule: RuleId, severity: string];
  readonly rules?: Record<string, RuleSetting>;
  readonly videoMs?: number;
}

const FAULTS: Record<string, Fault> = {
  'a full-width colon': {
    text: edit('00:00:07,320 -->', '00：00：07,320 -->'),
    finding: ['subtitle/time-syntax', 'error'],
  },
  'a short arrow': {
    text: edit('00:00:07,320 --> ', '00:00:07,320 -> '),
    finding: ['subtitle/time-syntax', 'error'],
  },
  'a time that cannot be read': {
    text: edit('00:00:07,320 -->', '00:0O:07,320 -->'),
    finding: ['subtitle/time-syntax', 'error'],
  },
  'no end': {
    text: edit('00:00:07,320 --> 00:00:09,560', '00:00:07,320 -->'),
    finding: ['subtitle/time-syntax', 'error'],
  },
  '75 seconds': {
    text: edit('00:00:59,120 --> 00:01:02,200', '00:00:59,120 --> 00:00:62,200'),
    finding: ['subtitle/time-range', 'error'],
  },
  'an end before its start': {
    text: edit('00:00:59,120 --> 00:01:02,200', '00:00:59,120 --> 00:00:02,200'),
    finding: ['subtitle/time-range', 'error'],
  },
  'a start after its end': {
    text: edit('00:00:07,320 --> 00:00:09,560', '00:10:07,320 --> 00:00:09,560'),
    finding: ['subtitle/time-range', 'error'],
  },
  'a number missing': { text: edit('\n2\n00:00:07', '\n00:00:07'), finding: ['subtitle/index', 'info'] },
  'a number twice': { text: edit('\n3\n00:00:09', '\n2\n00:00:09'), finding: ['subtitle/index', 'info'] },
  'a blank line missing': {
    text: edit('《心晴课堂》\n\n', '《心晴课堂》\n'),
    finding: ['subtitle/blank-lines', 'warning'],
  },
  'a blank line inside': {
    text: edit('- 你还不回去吗\n', '- 你还不回去吗\n\n'),
    finding: ['subtitle/blank-lines', 'warning'],
  },
  'no words': { text: edit('\n“慌”\n', '\n'), finding: ['subtitle/empty-cue', 'warning'] },
  'a tag that is not closed': { text: edit('9:30</i>', '9:30'), finding: ['subtitle/tags', 'warning'] },
  'codes of ASS': { text: edit('“慌”', '{\\an8}“慌”'), finding: ['subtitle/tags', 'warning'] },
  'characters lost': { text: edit('“慌”', '“锟斤拷”'), finding: ['subtitle/mojibake', 'error'] },
  'a mark inside': { text: edit('“慌”', '\uFEFF“慌”'), finding: ['subtitle/mojibake', 'error'] },
  'a cue out of order': {
    text: CLEAN + cueAt('00:00:16,000 --> 00:00:16,900', '这一课'),
    finding: ['subtitle/order', 'error'],
  },
  'a cue twice': {
    text: CLEAN + cueAt('00:00:27,360 --> 00:00:28,640', '“慌”'),
    finding: ['subtitle/duplicate-cue', 'warning'],
  },
  'cues that overlap a little': {
    text: edit('--> 00:00:09,560', '--> 00:00:10,080'),
    finding: ['subtitle/overlap', 'info'],
  },
  'cues that overlap much': {
    text: edit('--> 00:00:09,560', '--> 00:00:11,000'),
    finding: ['subtitle/overlap', 'warning'],
  },
  'a cue that flits past': {
    text: edit('00:00:27,360 --> 00:00:28,640', '00:00:27,360 --> 00:00:27,960'),
    finding: ['subtitle/min-duration', 'warning'],
  },
  'a long cue': {
    text: edit('--> 00:03:29,680', '--> 00:03:32,680'),
    finding: ['subtitle/max-duration', 'info'],
  },
  'a cue that does not end': {
    text: edit('00:00:07,320 --> 00:00:09,560', '00:00:07,320 --> 00:01:09,560'),
    finding: ['subtitle/max-duration', 'warning'],
  },
  'a long line': {
    text: edit('聊一聊考试焦虑', '聊一聊考试之前的焦虑和紧张情绪'),
    finding: ['subtitle/line-length', 'info'],
  },
  'a line over two': {
    text: edit('快到你还没看清它', '快到你还没\n看清它'),
    finding: ['subtitle/lines', 'info'],
  },
  'three lines': { text: edit('“慌”', '“慌”\n“很慌”\n“慌”'), finding: ['subtitle/lines', 'warning'] },
  'a fast cue': {
    text: edit('00:00:27,360 --> 00:00:28,640\n“慌”', '00:00:27,360 --> 00:00:28,640\n慌 慌 慌 慌 慌 真的很慌 特别慌'),
    finding: ['subtitle/reading-speed', 'info'],
  },
  'a traditional character': { text: edit('“慌”', '“緊張”'), finding: ['subtitle/traditional', 'info'] },
  'cues after the end': { text: CLEAN, finding: ['subtitle/past-end', 'warning'], videoMs: 205_000 },
  'the cues of a longer video': { text: CLEAN, finding: ['subtitle/past-end', 'error'], videoMs: 60_000 },
  'a part missing': {
    text: CLEAN.split(/\n\n/)
      .filter((_, at) => at < 12 || at > 60)
      .join('\n\n'),
    finding: ['subtitle/coverage', 'warning'],
  },
  'the end missing': {
    text: CLEAN.split(/\n\n/).slice(0, 50).join('\n\n'),
    finding: ['subtitle/tail', 'warning'],
    videoMs: VIDEO_MS,
  },
  'cues that touch, where two frames are asked': {
    text: edit('--> 00:00:09,560', '--> 00:00:09,680'),
    finding: ['subtitle/gap', 'warning'],
    rules: { 'subtitle/gap': ON },
  },
  'a full stop, where none is wanted': {
    text: edit('心理中心的老师', '心理中心的老师。', CLEAN.replaceAll('：', ' ')),
    finding: ['subtitle/punctuation', 'warning'],
    rules: { 'subtitle/punctuation': ON },
  },
  'a line over the 16 of a strict spec': {
    text: edit('我是学校心理中心的老师', '我是学校心理健康教育中心的一名老师'),
    finding: ['subtitle/line-length', 'warning'],
    rules: { 'subtitle/line-length': { ...ON, limits: { infoColumns: 32, warningColumns: 32 } } },
  },
};

describe('one fault in careful work is one finding', () => {
  it.each(Object.entries(FAULTS))('%s', (_, { text, finding, rules, videoMs }) => {
    expect(judge(factsOf(Buffer.from(text), 'x.srt'), rules, videoMs)).toEqual([finding]);
  });

  it('of each rule there is one', () => {
    const ids = Object.values(FAULTS).map(({ finding: [id] }) => id);
    expect([...new Set(ids)].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });
});
