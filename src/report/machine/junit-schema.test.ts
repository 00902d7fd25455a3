import { expect, it } from 'vitest';
import { packageFacts } from '../../rules/package/facts-for-tests.ts';
import { renderJunit } from './junit.ts';
import { junitFaults } from './junit-schema-for-tests.ts';
import type { AnyReport } from './options.ts';
import {
  findingOf,
  hostileReport,
  note,
  optionsIn,
  reportOf,
  spotted,
  verificationOf,
  waived,
  warning,
} from './reports-for-tests.ts';

it.each<[string, AnyReport]>([
  [
    'passing',
    reportOf([], { verdicts: [{ rule: 'video/codec', subject: 'submission', outcome: 'pass', actual: 'h264' }] }),
  ],
  ['without a case', reportOf([])],
  ['of every level', reportOf([findingOf(), warning, note, waived, spotted])],
  ['hostile', hostileReport()],
  ['of a package', verificationOf([packageFacts()])],
])('a report that is %s is valid but for the file and line of its cases', async (_, report) => {
  expect(await junitFaults(renderJunit(report, optionsIn()))).toEqual([]);
});

it('the schema refuses what is none', async () => {
  expect(await junitFaults('<testsuites><testsuite name="a"/></testsuites>')).not.toEqual([]);
});
