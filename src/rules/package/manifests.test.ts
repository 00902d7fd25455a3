import type { DigestLine, DigestList } from '../../model/package-facts.ts';
import {
  digest,
  foreignBag,
  list,
  md5Lines,
  packageFacts,
  testPackageRule,
  uploadFolder,
  withFiles,
} from './facts-for-tests.ts';

const LIST = 'manifest-md5.txt';
const TAG_LIST = 'tagmanifest-md5.txt';
const PAYLOAD = md5Lines('data/a', 'data/b');
const TAGS = md5Lines('bagit.txt', 'bag-info.txt', LIST);

const listed = (change: Partial<DigestList>, ...more: readonly DigestList[]) =>
  foreignBag({}, { manifests: [list(LIST, { lines: PAYLOAD, ...change }), list(TAG_LIST, { lines: TAGS }), ...more] });
const plus = (...more: readonly Partial<DigestLine>[]) =>
  listed({
    lines: [...PAYLOAD, ...more.map((one, index) => ({ ...(PAYLOAD[0] as DigestLine), line: index + 3, ...one }))],
  });
const prefixed = (prefix: DigestLine['prefix']) => listed({ lines: PAYLOAD.map((one) => ({ ...one, prefix })) });

testPackageRule('package/manifest', {
  accept: [
    ['the lists of our bags', packageFacts(), 'manifest-sha256.txt, tagmanifest-sha256.txt'],
    ['a bag without a tag manifest', foreignBag({}, { manifests: [list(LIST, { lines: PAYLOAD })] }), LIST],
  ],
  reject: [
    [
      'a bag without any',
      foreignBag({}, { manifests: [] }),
      { params: { list: null, fault: 'none', line: null, path: null } },
    ],
    [
      'a line that cannot be read',
      listed({ badLines: [7] }),
      { at: { path: LIST, line: 7 }, params: { fault: 'bad-line', line: 7 } },
    ],
    [
      'the only algorithm being one that cannot be computed here',
      listed({ supported: false }),
      { at: { path: LIST }, params: { list: LIST, fault: 'algorithm' } },
    ],
    [
      'one of two algorithms being so, as a warning',
      foreignBag(
        { tagFiles: ['manifest-whirlpool.txt'] },
        {
          manifests: [
            list(LIST, { lines: PAYLOAD }),
            list('manifest-whirlpool.txt', { lines: PAYLOAD, supported: false }),
          ],
        },
      ),
      { severity: 'warning', params: { list: 'manifest-whirlpool.txt', fault: 'algorithm' } },
    ],
    [
      'a file listed twice, as a warning',
      plus({}),
      { severity: 'warning', at: { path: LIST, line: 3 }, params: { fault: 'twice', path: 'data/a' } },
    ],
    ['a file listed three times, once', plus({}, {}), { severity: 'warning', params: { fault: 'twice', line: 3 } }],
    [
      'two digests for one file, which is then held against neither',
      plus({ digest: digest('x', 'md5') }),
      { at: { line: 3 }, params: { fault: 'twice-differing', path: 'data/a' } },
    ],
    ['what md5sum writes, once', prefixed('*'), { severity: 'warning', params: { fault: 'md5sum-style', line: 1 } }],
    ['a habit of other tools, once', prefixed('./'), { severity: 'warning', params: { fault: 'relative', line: 1 } }],
    [
      'a payload manifest that speaks of a tag file',
      plus({ path: 'bag-info.txt' }),
      { at: { path: LIST, line: 3 }, params: { fault: 'outside', path: 'bag-info.txt' } },
    ],
    [
      'a tag manifest that speaks of the payload',
      foreignBag({}, { manifests: [list(LIST, { lines: PAYLOAD }), list(TAG_LIST, { lines: [...TAGS, ...PAYLOAD] })] }),
      [{ params: { list: TAG_LIST, fault: 'outside', path: 'data/a' } }, { params: { path: 'data/b' } }],
    ],
  ],
  skip: [
    ['what was not read', packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } })],
    ['a list that was altered', withFiles({ 'manifest-sha256.txt': { digests: { sha256: 'other' } } })],
    ['a list that is damaged', withFiles({ 'tagmanifest-sha256.txt': { faults: [{ type: 'crc' }], digests: {} } })],
  ],
  notApplicable: [['plain folders', uploadFolder()]],
});
