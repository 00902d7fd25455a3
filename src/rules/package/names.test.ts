import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import {
  file,
  foreignBag,
  packageFacts,
  row,
  testPackageRule,
  UPLOADED,
  uploadFolder,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const notRead = packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } });
const noPackage = packageFacts({ kind: 'unknown', bag: null, manifest: null });
const upload = uploadFolder();
const listing = (...more: string[]) => ({ payload: ['data/a'], listed: ['data/a', ...more] });
const fetching = (path: string) =>
  foreignBag(
    { tagFiles: ['fetch.txt'] },
    { fetch: { lines: [{ line: 1, url: 'https://example.org', sizeBytes: null, path }], badLines: [] } },
  );

testPackageRule('package/unsafe-path', {
  accept: [
    ['paths below the base folder', packageFacts()],
    ['the lock of an open log', uploadFolder({ files: [...upload.files, file('~$上传台账.xlsx')] })],
  ],
  reject: [
    [
      'an entry that leads out, without taking it for a place',
      withFiles({ '../x': {} }),
      { params: { path: '../x', where: 'archive', list: null, line: null } },
    ],
    ['a backslash', withFiles({ 'data\\x': {} }), { params: { path: 'data\\x' } }],
    [
      'lines of a manifest, each path once',
      foreignBag(listing('~root/foo', '%HomeDrive%\\x', '~root/foo')),
      [
        {
          at: { path: 'manifest-md5.txt', line: 2 },
          params: { path: '~root/foo', where: 'manifest', list: 'manifest-md5.txt', line: 2 },
        },
        { params: { path: '%HomeDrive%\\x', line: 3 } },
      ],
    ],
    [
      'a line of fetch.txt',
      fetching('C:\\x'),
      { at: { path: 'fetch.txt', line: 1 }, params: { where: 'fetch', path: 'C:\\x' } },
    ],
    [
      'a row of the upload log',
      uploadFolder({ uploadLog: { ok: true, value: { rows: [row(UPLOADED), row('/etc/passwd', { line: 3 })] } } }),
      { at: { path: PACKAGE_FILES.uploadLog, line: 3 }, params: { where: 'log' } },
    ],
  ],
  skip: [['what was not read', notRead]],
});

const COMPOSED = 'data/N\u00fa\u00f1ez';
const DECOMPOSED = 'data/Nu\u0301n\u0303ez';

testPackageRule('package/name-clash', {
  accept: [
    ['names that are unlike', packageFacts()],
    ['a name that the list composes in another way', foreignBag({ payload: [COMPOSED], listed: [DECOMPOSED] })],
    ['a file that nobody listed: that is told', withFiles({ [VIDEO.toUpperCase()]: {} })],
  ],
  reject: [
    [
      'files that differ in case only',
      foreignBag({ payload: ['data/a', 'data/A'] }),
      { severity: 'warning', at: { path: 'data/a', other: 'data/A' }, params: { path: 'data/a', other: 'data/A' } },
    ],
    [
      'names in a list that differ in composition only',
      foreignBag({ payload: [COMPOSED], listed: [COMPOSED, DECOMPOSED] }),
      { severity: 'warning', params: { path: COMPOSED, other: DECOMPOSED } },
    ],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['what is no package', noPackage]],
});

testPackageRule('package/junk', {
  accept: [
    ['a package without litter', packageFacts(), '0'],
    ['a folder of version control that nobody listed: that is told', withFiles({ 'data/.git/config': {} })],
  ],
  reject: [
    [
      'litter that was listed',
      foreignBag({ payload: ['data/a', 'data/Thumbs.db', 'data/.git/config'] }),
      {
        severity: 'warning',
        actual: '2',
        params: { count: 2, examples: ['data/.git/config', 'data/Thumbs.db'], listed: true },
      },
    ],
    [
      'what people leave behind in plain folders, whatever the log says',
      uploadFolder({ files: [...upload.files, file('~$上传台账.xlsx')] }),
      { severity: 'warning', params: { count: 1, examples: ['~$上传台账.xlsx'], listed: false } },
    ],
    [
      'what Explorer and Finder leave in a bag, once',
      withFiles({ 'Thumbs.db': {}, 'data/.DS_Store': {}, 'data/._a': {}, '__MACOSX/._b': {}, [VIDEO]: {} }),
      {
        severity: 'warning',
        params: { count: 4, examples: ['Thumbs.db', '__MACOSX/._b', 'data/.DS_Store'], listed: false },
      },
    ],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['what is no package', noPackage]],
});
