import type { BagDeclaration } from '../../model/package-facts.ts';
import {
  bag,
  file,
  foreignBag,
  info,
  NAME,
  packageFacts,
  testPackageRule,
  uploadFolder,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const notRead = packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } });
const changed = { digests: { sha256: 'other' } };
const unknown = { kind: 'unknown', bag: null, manifest: null, base: '' } as const;

const declared = (change: Partial<BagDeclaration>) => {
  const sound = { version: '0.97', encoding: 'UTF-8', bom: false, wellFormed: true };
  return foreignBag({}, { declaration: { ...sound, ...change } });
};

testPackageRule('package/declaration', {
  accept: [
    ['the declaration of a bag', packageFacts(), '1.0'],
    ...['0.93', '0.94', '0.95', '0.96', '0.97'].map(
      (version) => [`version ${version}`, declared({ version })] as const,
    ),
    ...['UTF-16', 'ISO-8859-1', 'GB18030'].map((encoding) => [`text in ${encoding}`, declared({ encoding })] as const),
  ],
  reject: [
    ['what is no package', packageFacts(unknown), { params: { fault: 'not-a-bag', found: null } }],
    [
      'a folder with a bag in it, and says where',
      packageFacts({ ...unknown, form: 'folder', files: [file(`${NAME}/bagit.txt`), file(`${NAME}/data/bagit.txt`)] }),
      { params: { fault: 'not-a-bag', found: NAME } },
    ],
    [
      'a bag without one, though a list names it',
      withFiles({ 'bagit.txt': null }, { bag: bag({ declaration: null }) }),
      { at: { path: 'bagit.txt' }, params: { fault: 'missing', found: null } },
    ],
    ['a mark before it', declared({ bom: true, wellFormed: false }), { params: { fault: 'bom' } }],
    ['a version that nobody knows', declared({ version: '2.0' }), { params: { fault: 'version', found: '2.0' } }],
    ['no version', declared({ version: null, wellFormed: false }), { params: { fault: 'format', found: null } }],
    ['no encoding', declared({ encoding: null, wellFormed: false }), { params: { fault: 'encoding', found: null } }],
    [
      'an encoding that nobody knows',
      declared({ encoding: 'EBCDIC-X' }),
      { params: { fault: 'encoding', found: 'EBCDIC-X' } },
    ],
    ['lines beside the two', declared({ wellFormed: false }), { params: { fault: 'format', found: '0.97' } }],
  ],
  skip: [
    ['what was not read', notRead],
    ['a declaration that was altered', withFiles({ 'bagit.txt': changed })],
  ],
  notApplicable: [['plain folders', uploadFolder()]],
});

testPackageRule('package/bag-info', {
  accept: [['lines that can be read', packageFacts()]],
  reject: [
    [
      'lines that cannot',
      packageFacts({ bag: bag({ info: { ...info(), badLines: [2, 7] } }) }),
      [{ at: { path: 'bag-info.txt', line: 2 }, params: { line: 2 } }, { params: { line: 7 } }],
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['a description that was altered', withFiles({ 'bag-info.txt': changed })],
  ],
  notApplicable: [
    ['a bag without it', foreignBag({}, { info: null })],
    ['plain folders', uploadFolder()],
  ],
});

const oxum = (value: string) => foreignBag({}, { info: info({ 'payload-oxum': value }) });

testPackageRule('package/oxum', {
  accept: [
    ['the sum of the payload', packageFacts(), '5300.2'],
    ['its label in any case', oxum('200.2'), '200.2'],
  ],
  reject: [
    [
      'another number of files',
      oxum('200.3'),
      {
        at: { path: 'bag-info.txt' },
        actual: '200.2',
        expected: '200.3',
        params: { foundBytes: 200, foundFiles: 2, asked: '200.3' },
      },
    ],
    ['another number of bytes', oxum('201.2'), { params: { asked: '201.2' } }],
    ['what is no sum', oxum('two files'), { params: { asked: 'two files' } }],
    [
      'two of them (RFC 8493, 2.2.2)',
      foreignBag({}, { info: info({ 'Payload-Oxum': '200.2', 'payload-oxum': '200.2' }) }),
      { params: { asked: '200.2, 200.2' } },
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['a payload that lacks a file: that is told', withFiles({ [VIDEO]: null })],
    ['a payload with a file more: that is told', withFiles({ 'data/x': {} })],
    ['a payload with other bytes: that is told', withFiles({ [VIDEO]: { ...changed, sizeBytes: 1 } })],
    ['a payload with a damaged file: that is told', withFiles({ [VIDEO]: { faults: [{ type: 'crc' }], digests: {} } })],
    ['a file of another size than sizheng.json says: that is told', withFiles({ [VIDEO]: { sizeBytes: 1 } })],
    ['a sum that was altered', withFiles({ 'bag-info.txt': changed })],
  ],
  notApplicable: [
    ['a bag that gives no sum', foreignBag({}, { info: info({}) })],
    ['plain folders', uploadFolder()],
  ],
});

const fetching = (paths: readonly string[], badLines: readonly number[] = []) =>
  foreignBag(
    { tagFiles: ['fetch.txt'] },
    {
      fetch: {
        lines: paths.map((path, index) => ({ line: index + 1, url: 'https://example.org', sizeBytes: 1, path })),
        badLines,
      },
    },
  );
const alteredFetch = fetching([]);

testPackageRule('package/fetch', {
  accept: [['files of the payload', fetching(['data/a', 'data/b'])]],
  reject: [
    [
      'a line that cannot be read',
      fetching([], [3]),
      { at: { path: 'fetch.txt', line: 3 }, params: { fault: 'bad-line', line: 3 } },
    ],
    [
      'a file that no manifest lists',
      fetching(['data/a', 'data/c']),
      { at: { path: 'fetch.txt', line: 2 }, params: { fault: 'not-listed', line: 2, path: 'data/c' } },
    ],
    ['a tag file', fetching(['bag-info.txt']), { params: { fault: 'not-listed', path: 'bag-info.txt' } }],
  ],
  skip: [
    ['what was not read', notRead],
    [
      'a fetch.txt that was altered',
      {
        ...alteredFetch,
        files: alteredFetch.files.map((one) =>
          one.path === 'fetch.txt' ? { ...one, digests: { md5: 'other' } } : one,
        ),
      },
    ],
    [
      'what a list says that is not there',
      { ...alteredFetch, bag: bag({ fetch: fetching(['data/c']).bag?.fetch ?? null, manifests: [] }) },
    ],
  ],
  notApplicable: [
    ['a bag without it', packageFacts()],
    ['plain folders', uploadFolder()],
  ],
});
