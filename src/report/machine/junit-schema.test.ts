import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { packageFacts } from '../../rules/package/facts-for-tests.ts';
import { packageRoot } from '../../util/package-root.ts';
import { renderJunit } from './junit.ts';
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

const NAME = 'junit-10.xsd';
const schema = [{ fileName: NAME, contents: readFileSync(join(packageRoot(), 'fixtures/schemas', NAME), 'utf8') }];

async function faultsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema });
  return errors.map(({ message }) => message);
}

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
  const xml = renderJunit(report, optionsIn());
  expect(await faultsOf(xml.replace(/(<testcase [^>]*?) file="[^"]*"(?: line="\d+")?/g, '$1'))).toEqual([]);
  const faults = (await faultsOf(xml)).filter((fault) => !/attribute '(?:file|line)'/.test(fault));
  expect(faults).toEqual([]);
});

it('the schema refuses what is none', async () => {
  expect(await faultsOf('<testsuites><testsuite name="a"/></testsuites>')).not.toEqual([]);
});
