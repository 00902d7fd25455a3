/** The clock is set as on the command line, the moments are made as in a run: both readings of 「6月10日之前」. */
import { afterEach, describe, expect, it } from 'vitest';
import { deadlineMoments } from '../../judge/context.ts';
import type { Check } from '../../model/rule.ts';
import type { WorkspaceConfig } from '../../model/submission.ts';
import { parseMoment } from '../../util/zone.ts';
import { config, context, spec, submission, testRule } from '../builders-for-tests.ts';
import { deadlineNear, deadlinePassed, deadlinePrudent } from './deadline.ts';

function at(moment: string, change: Partial<WorkspaceConfig> = {}) {
  const given = { spec: spec(), config: config(change), atMs: parseMoment(moment, 'Asia/Shanghai') as number };
  return context({ ...given, deadline: deadlineMoments(given.spec, given.config, given.atMs) });
}

const none = submission([]);
const isBroken = (check: Check) => check.outcome === 'judged' && check.breaches.length > 0;
const RULES = { near: deadlineNear, prudent: deadlinePrudent, passed: deadlinePassed };

/** Which of the three is broken. */
function brokenAt(moment: string, change: Partial<WorkspaceConfig> = {}): string[] {
  const given = at(moment, change);
  return Object.entries(RULES).flatMap(([name, rule]) => (isBroken(rule.check(none, given)) ? [name] : []));
}

describe('the deadline of a first batch, to the second', () => {
  it.each([
    ['2027-06-02T23:59:59', []],
    ['2027-06-03T00:00:00', []],
    ['2027-06-03T00:00:01', ['near']],
    ['2027-06-09T23:59:59', ['near']],
    ['2027-06-10T00:00:00', ['prudent']],
    ['2027-06-10T23:59:59', ['prudent']],
    ['2027-06-11T00:00:00', ['passed']],
    ['2027-12-31T00:00:00', ['passed']],
    ['2027-06-09T15:59:59Z', ['near']],
    ['2027-06-09T16:00:00Z', ['prudent']],
    ['2027-06-10T16:00:00Z', ['passed']],
  ])('%s: %j', (moment, broken) => {
    expect(brokenAt(moment)).toEqual(broken);
  });
});

describe('whatever TZ says', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('%s', (zone) => {
    process.env.TZ = zone;
    expect([brokenAt('2027-06-09T23:59:59'), brokenAt('2027-06-10T00:00:00')]).toEqual([['near'], ['prudent']]);
  });
});

describe('a province’s own date', () => {
  const own = { deadline: { year: 2027, month: 6, day: 5, source: '省厅通知' } };

  it.each([
    ['2027-06-04T23:59:59', ['near']],
    ['2027-06-05T00:00:00', ['prudent']],
    ['2027-06-05T23:59:59', ['prudent']],
    ['2027-06-06T00:00:00', ['passed']],
  ])('moves both readings: %s: %j', (moment, broken) => {
    expect(brokenAt(moment, own)).toEqual(broken);
  });

  it('is named as the source, in place of the clause', () => {
    expect(deadlinePassed.check(none, at('2027-06-07', own))).toMatchObject({
      breaches: [{ clause: null, expected: '2027-06-04 24:00', params: { source: '省厅通知' } }],
    });
  });

  it('may be the last day of a month', () => {
    const may = { deadline: { year: 2027, month: 5, day: 31, source: null } };
    expect([brokenAt('2027-05-31T23:59:59', may), brokenAt('2027-06-01', may)]).toEqual([['prudent'], ['passed']]);
  });
});

const regular = { batch: 'regular' } as const;
const bothDates = { prudent: '2027-06-09 24:00', latest: '2027-06-10 24:00', source: null };

testRule('deadline/passed', 'submission', {
  accept: [['the day itself', none, at('2027-06-10')]],
  reject: [['the day after', none, { clause: 'asked', params: { ...bothDates, hoursLeft: -24 } }, at('2027-06-11')]],
  notApplicable: [['a regular batch', none, at('2027-06-11', regular)]],
});

testRule('deadline/prudent', 'submission', {
  accept: [['the day before', none, at('2027-06-09')]],
  reject: [['the day itself', none, { params: { ...bothDates, hoursLeft: -1 } }, at('2027-06-10T01:00')]],
  notApplicable: [['a regular batch', none, at('2027-06-10', regular)]],
});

testRule('deadline/near', 'submission', {
  accept: [['a month before', none, at('2027-05-10')]],
  reject: [['an hour before', none, { params: { ...bothDates, hoursLeft: 1 } }, at('2027-06-09T23:00')]],
  notApplicable: [
    ['a regular batch', none, at('2027-06-09', regular)],
    ['a spec without a deadline', none, context()],
  ],
});
