import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import {
  bag,
  copyOf,
  digest,
  file,
  foreignBag,
  lines,
  list,
  md5File,
  md5Lines,
  packageFacts,
  plusFiles,
  SUBTITLES,
  testPackageRule,
  UPLOADED,
  uploadFolder,
  uploadWithPage,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const notRead = packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } });
const noPackage = packageFacts({ kind: 'unknown', bag: null, manifest: null });
const changed = { digests: { sha256: digest('other bytes') } };
const noDigests = packageFacts().files.map((one) => ({ ...one, digests: {} }));
const fast = packageFacts({ digested: false, files: noDigests });
const payloadLines = lines(VIDEO, SUBTITLES);
const tagLines = packageFacts().bag?.manifests[1]?.lines ?? [];
const withLists = (...manifests: ReturnType<typeof list>[]) => packageFacts({ bag: bag({ manifests }) });
const alteredList = withFiles({ 'manifest-sha256.txt': changed });
const brokenList = withLists(
  list('manifest-sha256.txt', { lines: payloadLines, badLines: [3] }),
  list('tagmanifest-sha256.txt', { lines: tagLines }),
);
/** Each file in one manifest of two. */
const halved = (version: string) =>
  foreignBag(
    { tagFiles: ['manifest-sha1.txt'] },
    {
      declaration: { version, encoding: 'UTF-8', bom: false, wellFormed: true },
      manifests: [
        list('manifest-md5.txt', { lines: md5Lines('data/a') }),
        list('manifest-sha1.txt', { lines: lines('data/b') }),
      ],
    },
  );
const without = (path: string, change: Parameters<typeof packageFacts>[0] = {}) => withFiles({ [path]: null }, change);
const twins = [
  list('manifest-md5.txt', {
    lines: lines('data/a', 'data/b').map((one) => ({ ...one, digest: digest('twin', 'md5') })),
  }),
];
const noDeclaration = { bag: bag({ declaration: null }) };
const noLog = { uploadLog: { ok: false, failure: { reason: 'damaged', detail: null } } } as const;
const brokenDeclaration = { version: null, encoding: null, bom: false, wellFormed: false };

testPackageRule('package/missing', {
  accept: [
    ['a package that is all there', packageFacts(), '2/2'],
    ['plain folders that are all there', uploadFolder(), '1/1'],
    ['plain folders with a page', uploadWithPage(), '2/2'],
    ['what was only looked at', fast],
    ['files listed in one manifest or the other, before BagIt 1.0', halved('0.97')],
  ],
  reject: [
    [
      'a file of the payload',
      without(VIDEO),
      { at: { path: VIDEO }, params: { path: VIDEO, list: 'manifest-sha256.txt', fetch: false } },
    ],
    ['a tag file', without('bag-info.txt', { bag: bag({ info: null }) }), { params: { path: 'bag-info.txt' } }],
    [
      'a file that could be fetched',
      foreignBag(
        { payload: ['data/a'], listed: ['data/a', 'data/b'], tagFiles: ['fetch.txt'] },
        { fetch: { lines: [{ line: 1, url: 'https://example.org', sizeBytes: null, path: 'data/b' }], badLines: [] } },
      ),
      { params: { path: 'data/b', fetch: true } },
    ],
    [
      'a file that the upload log names',
      uploadFolder({ files: [file(PACKAGE_FILES.uploadLog)] }),
      { params: { path: UPLOADED, list: PACKAGE_FILES.uploadLog } },
    ],
    [
      'the page of plain folders',
      uploadWithPage(null),
      { params: { path: PACKAGE_FILES.page, list: PACKAGE_FILES.uploadLog } },
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['what a list says that was altered itself', alteredList],
    ['a bag without a list', withLists()],
  ],
  notApplicable: [['what is no package', noPackage]],
});

testPackageRule('package/added', {
  accept: [
    ['a package with nothing more', packageFacts()],
    ['what this program puts into plain folders', plusFiles(uploadFolder(), file('sizheng.json'))],
    [
      'a tag file of a bag without a tag manifest',
      foreignBag({}, { manifests: [list('manifest-md5.txt', { lines: md5Lines('data/a', 'data/b') })] }),
    ],
  ],
  reject: [
    [
      'a file of the payload',
      withFiles({ 'data/x': {} }),
      {
        at: { path: 'data/x' },
        params: { path: 'data/x', tolerated: false, list: 'manifest-sha256.txt' },
      },
    ],
    [
      'a tag file',
      withFiles({ 'x/y.txt': {} }),
      { params: { path: 'x/y.txt', tolerated: false, list: 'tagmanifest-sha256.txt' } },
    ],
    ['a folder of version control', withFiles({ '.git/config': {} }), { params: { path: '.git/config' } }],
    [
      'an empty file, whose bytes are those of every other',
      withFiles({ 'data/x': { sizeBytes: 0, digests: { sha256: digest(VIDEO) } } }),
      { params: { path: 'data/x' } },
    ],
    [
      'a copy that was only looked at',
      plusFiles(fast, file('data/x', { digests: {} })),
      { params: { path: 'data/x' } },
    ],
    [
      'a file beside those of the upload log',
      plusFiles(uploadFolder(), file('x.mp4')),
      { params: { path: 'x.mp4', tolerated: false, list: PACKAGE_FILES.uploadLog } },
    ],
    [
      'a tag file that a bag of others leaves out of its tag manifest, as a note',
      plusFiles(foreignBag(), md5File('notes.txt')),
      { severity: 'info', params: { path: 'notes.txt', tolerated: true } },
    ],
    [
      'files that each manifest of BagIt 1.0 should list',
      halved('1.0'),
      [
        { params: { path: 'data/a', list: 'manifest-sha1.txt' } },
        { params: { path: 'data/b', list: 'manifest-md5.txt' } },
      ],
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['what a line that cannot be read may have named', brokenList],
    ['what a list says that was altered itself', alteredList],
  ],
  notApplicable: [['what is no package', noPackage]],
});

testPackageRule('package/altered', {
  accept: [
    ['a package as it was', packageFacts(), '2/2'],
    ['a bag with MD5', foreignBag(), '2/2'],
    ['a file that is damaged: that is told', withFiles({ [VIDEO]: { faults: [{ type: 'crc' }], digests: {} } }), '1/2'],
    ['a file that is missing: that is told', without(VIDEO), '1/2'],
  ],
  reject: [
    [
      'other bytes',
      withFiles({ [VIDEO]: changed }),
      {
        at: { path: VIDEO },
        actual: digest('other bytes'),
        expected: digest(VIDEO),
        params: { path: VIDEO, algorithm: 'sha256', list: 'manifest-sha256.txt' },
      },
    ],
    [
      'a tag file, whatever its contents say now',
      withFiles({ 'bag-info.txt': changed }, { bag: bag({ info: { tags: [], badLines: [1] } }) }),
      { params: { path: 'bag-info.txt', list: 'tagmanifest-sha256.txt' } },
    ],
    ['a manifest, which then accuses nobody', alteredList, { params: { path: 'manifest-sha256.txt' } }],
    [
      'our own table of contents',
      withFiles({ [PACKAGE_FILES.manifest]: changed }),
      { params: { path: PACKAGE_FILES.manifest } },
    ],
    [
      'a declaration that no longer holds',
      withFiles({ 'bagit.txt': changed }, { bag: bag({ declaration: brokenDeclaration }) }),
      { params: { path: 'bagit.txt' } },
    ],
    [
      'a file of plain folders',
      uploadFolder({ files: [file(PACKAGE_FILES.uploadLog), file(UPLOADED, changed)] }),
      { params: { path: UPLOADED, list: PACKAGE_FILES.uploadLog } },
    ],
    [
      'the page of plain folders',
      uploadWithPage(changed),
      { params: { path: PACKAGE_FILES.page, list: PACKAGE_FILES.uploadLog } },
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['what was only looked at', fast],
    ['files whose digests nobody took', packageFacts({ files: noDigests })],
    [
      'a list in an algorithm that cannot be computed here',
      withLists(list('manifest-sha256.txt', { lines: payloadLines, supported: false })),
    ],
    ['what the log would have said', uploadFolder(noLog)],
  ],
  notApplicable: [['what is no package', noPackage]],
});

testPackageRule('package/renamed', {
  accept: [['files under their own names', packageFacts()]],
  reject: [
    [
      'a file under another name',
      plusFiles(without(VIDEO), copyOf('data/x.mp4', VIDEO, 5000)),
      { at: { path: 'data/x.mp4', other: VIDEO }, params: { path: 'data/x.mp4', from: VIDEO } },
    ],
    [
      'a name in another case, which leaves the payload',
      plusFiles(without(VIDEO), copyOf(VIDEO.toUpperCase(), VIDEO, 5000)),
      { params: { from: VIDEO } },
    ],
    [
      'the declaration under another name',
      plusFiles(without('bagit.txt', noDeclaration), copyOf('bagit2.txt', 'bagit.txt')),
      { params: { path: 'bagit2.txt', from: 'bagit.txt' } },
    ],
    [
      'each of two that were the same',
      plusFiles(
        foreignBag({ payload: [], listed: ['data/a', 'data/b'] }, { info: null, manifests: twins }),
        md5File('data/c', { digests: { md5: digest('twin', 'md5') } }),
        md5File('data/d', { digests: { md5: digest('twin', 'md5') } }),
      ),
      [{ params: { path: 'data/c', from: 'data/a' } }, { params: { path: 'data/d', from: 'data/b' } }],
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['what was only looked at', fast],
    ['what a line that cannot be read may have named', brokenList],
  ],
  notApplicable: [['what is no package', noPackage]],
});

testPackageRule('package/duplicated', {
  accept: [['each name once', packageFacts()]],
  reject: [
    [
      'one name twice in an archive, whatever the bytes',
      plusFiles(packageFacts(), file(VIDEO, changed)),
      { at: { path: VIDEO }, params: { path: VIDEO, by: 'name', other: VIDEO } },
    ],
    [
      'a copy that nobody listed',
      plusFiles(packageFacts(), copyOf('data/x.mp4', VIDEO, 5000)),
      { at: { path: 'data/x.mp4', other: VIDEO }, params: { path: 'data/x.mp4', by: 'bytes', other: VIDEO } },
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['what was only looked at', fast],
  ],
  notApplicable: [['a folder that is no package', { ...noPackage, form: 'folder' }]],
});
