/** One good submission, one mutation for each rule: that finding and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { Report } from '../model/report.ts';
import type { RuleId } from '../model/rule-params.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { MUTATIONS } from './mutations-for-tests.ts';
import { SampleRoom } from './sample-for-tests.ts';

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

function outcomeOf({ findings, verdicts, verdict, exitCode }: Report) {
  const failed = verdicts.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  return {
    findings: findings.map(({ rule, severity, place }) => ({ rule, severity, place })),
    failed,
    verdict,
    exitCode,
  };
}

it('the good submission has no finding', async () => {
  const report = await room.check(await room.copyGood());
  expect(outcomeOf(report)).toEqual({ findings: [], failed: [], verdict: 'pass', exitCode: 0 });
  expect(report.ledger.map(({ found, valid, missing, excess }) => [found, valid, missing, excess])).toEqual([
    [5, 5, 0, 0],
    [5, 5, 0, 0],
    [10, 10, 0, 0],
    [5, 5, 0, 0],
  ]);
});

it('the good submission leaves nothing unchecked', async () => {
  const { verdicts } = await room.check(await room.copyGood());
  expect(verdicts.filter(({ outcome }) => outcome === 'skipped')).toEqual([]);
});

describe('a mutation gives one finding', () => {
  const rows = Object.entries(MUTATIONS) as [RuleId, Mutation][];
  const possible = rows.filter(([, { notOnWindows }]) => !(notOnWindows && process.platform === 'win32'));

  it.each(possible)('%s', async (rule, { mutate, options, severity, place }) => {
    const sample = await room.copyGood();
    await mutate(sample);
    expect(outcomeOf(await room.check(sample, options))).toEqual({
      findings: [{ rule, severity, place }],
      failed: [rule],
      ...(severity === 'error' ? { verdict: 'fail', exitCode: 1 } : { verdict: 'pass', exitCode: 0 }),
    });
  });
});

describe('the catalogue', () => {
  const ids = CATALOGUE.map(({ id }) => id).toSorted();

  it('has each rule over works once, with a mutation', () => {
    const overWorks = CATALOGUE.filter(({ on }) => on !== 'package').map(({ id }) => id);
    expect(overWorks.toSorted()).toEqual(Object.keys(MUTATIONS).toSorted());
  });

  it.each(LANGUAGES)('has a text for each rule and for nothing else in %s', (language) => {
    expect(Object.keys(messagesIn(language).rules).toSorted()).toEqual(ids);
  });
});
