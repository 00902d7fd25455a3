import {
  digest,
  NAME,
  packageFacts,
  receipt,
  structureFault,
  testPackageRule,
  uploadFolder,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const whole = { sha256: digest('zip') };
const held = (change: Parameters<typeof receipt>[0], facts: Parameters<typeof packageFacts>[0] = whole) =>
  packageFacts({ ...facts, receipt: receipt(change) });
const other = digest('other');
const content = digest('tagmanifest-sha256.txt');
const folder = { form: 'folder', base: '', sizeBytes: 7777 } as const;
const elsewhere = digest('elsewhere');
/** The same files in another archive. */
const repacked = { sha256: elsewhere, sizeBytes: 9500 };
const comment = structureFault({ fault: 'comment' });
const unmarked = { nameEncoding: 'utf-8-unmarked' } as const;
const kept = { receipt: receipt() };
const altered = { [VIDEO]: { digests: { sha256: other } } };

testPackageRule('package/receipt', {
  accept: [
    ['the very package', held({}), digest('zip')],
    ['the package unpacked, by its contents', held({}, folder), content],
    ['a folder, whatever its size', held({ package: NAME, sha256: null, sizeBytes: 1 }, folder), content],
    ['plain folders', uploadFolder({ receipt: receipt({ package: NAME, sha256: null }) })],
    ['a file that was given another name', held({}, { ...whole, path: '下载(1).zip' })],
    ['a package that was written under another name', held({ package: '送审.zip' })],
    ['a folder packed under another name', held({ package: '送审', sha256: null }, folder)],
    ['what was only looked at, by its list', held({}, { digested: true, sha256: null }), content],
    ['an archive with litter in it: that is told', withFiles({ 'Thumbs.db': {} }, { ...repacked, ...kept })],
    ['an archive with another comment: that is told', held({}, { ...repacked, structure: [comment] })],
    [
      'an archive that lost the mark of its names: that is told',
      withFiles({ [VIDEO]: unmarked }, { ...repacked, ...kept }),
    ],
  ],
  reject: [
    [
      'the same contents in another archive',
      held({}, repacked),
      { severity: 'warning', params: { fault: 'repacked', found: elsewhere, asked: digest('zip') } },
    ],
    [
      'the same, where the archive was not digested',
      held({ sha256: null }, { sizeBytes: 9500 }),
      { severity: 'warning', params: { fault: 'repacked', found: '9500', asked: '9000' } },
    ],
    [
      'other contents',
      held({ sha256: other, contentSha256: other }),
      { actual: content, expected: other, params: { fault: 'content', found: content, asked: other } },
    ],
    [
      'another package',
      held({ package: '江苏省-2027-首批-20270609.zip', sha256: other, contentSha256: other, sizeBytes: 1 }),
      { params: { fault: 'name', found: NAME, asked: '江苏省-2027-首批-20270609' } },
    ],
    [
      'other contents of a folder',
      held({ package: NAME, sha256: null, contentSha256: other, sizeBytes: 7777 }, folder),
      { params: { fault: 'content', found: content, asked: other } },
    ],
    [
      'other bytes, where the contents have no digest',
      held({ sha256: other }, { ...whole, contentSha256: null }),
      { actual: digest('zip'), expected: other, params: { fault: 'sha256' } },
    ],
    [
      'another size, where nothing has a digest',
      held({}, { sizeBytes: 9500, contentSha256: null }),
      { params: { fault: 'size', found: '9500', asked: '9000' } },
    ],
    [
      'a receipt of what was not read back, as a note',
      held({ sha256: null, verified: false }, {}),
      { severity: 'info', params: { fault: 'unverified', found: null, asked: null } },
    ],
  ],
  skip: [
    ['what was not read', held({}, { ...whole, stopped: { type: 'unreadable', reason: 'empty', detail: null } })],
    ['what has no digest at all', held({}, { contentSha256: null })],
    ['an archive with a file that was altered: that is told', withFiles(altered, { ...repacked, ...kept })],
    ['a folder with a file that was altered: that is told', withFiles(altered, { ...folder, ...kept })],
    ['an archive with a file that is missing: that is told', withFiles({ [VIDEO]: null }, { ...repacked, ...kept })],
    [
      'an archive with a damaged file: that is told',
      withFiles({ [VIDEO]: { faults: [{ type: 'crc' }] } }, { ...repacked, ...kept }),
    ],
    ['an archive with data behind it: that is told', held({}, { ...repacked, structure: [structureFault({})] })],
    ['an archive under another folder: that is told', held({}, { ...repacked, base: 'x' })],
  ],
  notApplicable: [['a package on its own', packageFacts()]],
});
