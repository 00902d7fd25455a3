import { describe, expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import type { Verification } from '../model/verification.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import {
  digest,
  foreignBag,
  manifest,
  NAME,
  packageFacts,
  receipt,
  source,
  uploadFolder,
  VIDEO,
  withFiles,
} from '../rules/package/facts-for-tests.ts';
import { type JudgePackagesOptions, judgePackages } from './judge-packages.ts';

function judged(packages: readonly PackageFacts[], options: Partial<JudgePackagesOptions> = {}): Verification {
  return judgePackages({
    packages,
    rules: CATALOGUE,
    texts: messagesIn('en').rules,
    toolVersion: '1.0.0',
    timezone: 'Asia/Shanghai',
    atMs: Date.UTC(2027, 5, 9, 15),
    atGiven: false,
    strict: false,
    fast: false,
    ...options,
  });
}

const altered = withFiles({ [VIDEO]: { digests: { sha256: digest('other') } } });
const draft = packageFacts({ manifest: { ok: true, value: manifest({ draft: true }) } });

describe('the verdict', () => {
  it('is that of an intact package', () => {
    expect(judged([packageFacts()])).toMatchObject({
      schema: 'sizheng-verification/1',
      tool: { name: 'sizheng', version: '1.0.0' },
      at: '2027-06-09T15:00:00.000Z',
      verdict: 'pass',
      exitCode: 0,
      findings: [],
    });
  });

  it('fails with what a rule finds, and says where it lies', () => {
    const { verdict, exitCode, findings, verdicts } = judged([altered]);
    expect([verdict, exitCode]).toEqual(['fail', 1]);
    expect(findings).toEqual([
      {
        rule: 'package/altered',
        severity: 'error',
        place: { package: `${NAME}.zip`, path: VIDEO },
        params: { path: VIDEO, list: 'manifest-sha256.txt', algorithm: 'sha256' },
        message: `"${VIDEO}" is not what manifest-sha256.txt says (SHA-256 differs)`,
        fix: 'Ask the sender for the whole package again; do not replace this one file',
        actual: digest('other'),
        expected: digest(VIDEO),
        blocking: true,
      },
    ]);
    expect(verdicts.find(({ rule }) => rule === 'package/altered')).toMatchObject({
      subject: `${NAME}.zip`,
      outcome: 'fail',
    });
  });

  it('lets a warning pass, unless it is strict', () => {
    const lenient = judged([draft]);
    expect(lenient).toMatchObject({ exitCode: 0, findings: [{ rule: 'package/draft', blocking: false }] });
    expect(judged([draft], { strict: true })).toMatchObject({ exitCode: 1, findings: [{ blocking: true }] });
  });

  it('is partial where contents were not compared', () => {
    expect(judged([packageFacts({ digested: false })], { fast: true })).toMatchObject({ fast: true, partial: true });
  });

  it('is one over all packages; findings and verdicts are in the order of their paths', () => {
    const other = { ...altered, path: 'a.zip' };
    const { findings, verdicts, exitCode } = judged([altered, other, foreignBag()]);
    expect(exitCode).toBe(1);
    expect(findings.map(({ place }) => place.package)).toEqual(['a.zip', `${NAME}.zip`]);
    expect([...new Set(verdicts.map(({ subject }) => subject))]).toEqual(['a.zip', 'foreign', `${NAME}.zip`]);
  });

  it('has a verdict of each rule over packages, and of no other', () => {
    const rules = judged([packageFacts()]).verdicts.map(({ rule }) => rule);
    expect(rules).toEqual(
      CATALOGUE.filter(({ on }) => on === 'package')
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

it('counts what is listed, and not what Explorer leaves behind', () => {
  const { packages } = judged([withFiles({ 'data/Thumbs.db': {} }), uploadFolder()]);
  expect(packages.map(({ fileCount, payloadBytes }) => [fileCount, payloadBytes])).toEqual([
    [2, 5300],
    [1, 100],
  ]);
});

it('sums up what each package is and holds', () => {
  const held = packageFacts({
    sha256: digest('zip'),
    receipt: receipt(),
    source: source({ path: 'a', sha256: digest(VIDEO), packagedAs: VIDEO }),
  });
  expect(judged([held, uploadFolder(), draft]).packages).toEqual([
    {
      path: `${NAME}.zip`,
      form: 'zip',
      kind: 'bag',
      name: NAME,
      draft: false,
      sizeBytes: 9000,
      fileCount: 2,
      payloadBytes: 5300,
      itemCount: 1,
      sha256: digest('zip'),
      receipt: `${NAME}-回执.json`,
      against: '浙江省-2027-首批',
    },
    expect.objectContaining({ kind: 'upload', name: null, fileCount: 1, payloadBytes: 100, itemCount: null }),
    expect.objectContaining({ draft: true, sha256: null, receipt: null, against: null }),
  ]);
});
