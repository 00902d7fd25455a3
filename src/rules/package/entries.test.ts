import type { EntryFault } from '../../model/package-facts.ts';
import { foreignBag, packageFacts, SUBTITLES, testPackageRule, VIDEO, withFiles } from './facts-for-tests.ts';

const faulty = (...faults: readonly EntryFault[]) => withFiles({ [VIDEO]: { faults, digests: {} } });
const notRead = packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } });
const encrypted = { faults: [{ type: 'encrypted' }], digests: {} } as const;
const unknownFolder = packageFacts({ form: 'folder', kind: 'unknown', bag: null, manifest: null });

testPackageRule('package/damaged', {
  accept: [['files that are whole', packageFacts()]],
  reject: [
    [
      'a CRC that does not match',
      faulty({ type: 'crc' }),
      { at: { path: VIDEO }, params: { path: VIDEO, fault: 'crc' } },
    ],
    [
      'a lying size',
      faulty({ type: 'size', actualBytes: 4999 }),
      { params: { fault: 'size', foundBytes: 4999, askedBytes: 5000 } },
    ],
    ['data that do not inflate', faulty({ type: 'data', detail: 'z' }), { params: { fault: 'data', detail: 'z' } }],
    [
      'one fault of a file that has two',
      faulty({ type: 'size', actualBytes: 1 }, { type: 'crc' }),
      { params: { fault: 'size' } },
    ],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['a folder that is no package', unknownFolder]],
});

testPackageRule('package/unsupported', {
  accept: [['files that can be read', packageFacts()]],
  reject: [
    [
      'a password',
      faulty({ type: 'encrypted' }),
      { at: { path: VIDEO }, params: { why: 'encrypted', count: 1, examples: [VIDEO] } },
    ],
    ['a rare method', faulty({ type: 'method', method: 12 }), { params: { why: 'method', method: 12 } }],
    [
      'a password on all files, once',
      withFiles({ [VIDEO]: encrypted, [SUBTITLES]: encrypted }),
      { params: { why: 'encrypted', count: 2, examples: [VIDEO, SUBTITLES] } },
    ],
    [
      'a password before all that follows',
      faulty({ type: 'crc' }, { type: 'encrypted' }),
      { params: { why: 'encrypted' } },
    ],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['a folder that is no package', unknownFolder]],
});

testPackageRule('package/link', {
  accept: [['files', packageFacts()]],
  reject: [
    [
      'a link in the place of a file',
      withFiles({ [VIDEO]: { type: 'link', digests: {} } }),
      { at: { path: VIDEO }, params: { path: VIDEO, type: 'link' } },
    ],
    [
      'a link that no list knows',
      withFiles({ 'data/x': { type: 'link', digests: {} } }),
      { params: { path: 'data/x', type: 'link' } },
    ],
    ['a device', withFiles({ 'data/x': { type: 'other', digests: {} } }), { params: { type: 'other' } }],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['a folder that is no package', unknownFolder]],
});

testPackageRule('package/name-encoding', {
  accept: [
    ['names in UTF-8', packageFacts()],
    ['those of a folder', foreignBag()],
  ],
  reject: [
    [
      'names in several encodings, once',
      withFiles({ [VIDEO]: { nameEncoding: 'gb18030' }, [SUBTITLES]: { nameEncoding: 'cp437' } }),
      { severity: 'warning', params: { count: 2, examples: [VIDEO, SUBTITLES], encoding: null } },
    ],
    [
      'a name in another encoding',
      withFiles({ [VIDEO]: { nameEncoding: 'gb18030' } }),
      { severity: 'warning', at: { path: VIDEO }, params: { count: 1, examples: [VIDEO], encoding: 'gb18030' } },
    ],
    [
      'a name without the mark',
      withFiles({ [VIDEO]: { nameEncoding: 'utf-8-unmarked' } }),
      { severity: 'warning', params: { encoding: 'utf-8-unmarked' } },
    ],
  ],
  skip: [['what was not read', notRead]],
  notApplicable: [['an archive that is no package', { ...unknownFolder, form: 'zip' }]],
});
