import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { file, packageFacts, row, testPackageRule, UPLOADED, uploadFolder } from './facts-for-tests.ts';

const LOG = PACKAGE_FILES.uploadLog;
const rows = (...given: ReturnType<typeof row>[]) => ({ uploadLog: { ok: true, value: { rows: given } } }) as const;
const failed = (detail: string | null) =>
  ({ uploadLog: { ok: false, failure: { reason: 'damaged', detail } } }) as const;

testPackageRule('package/upload-log', {
  accept: [
    ['a log that names every file', uploadFolder(), '1'],
    ['a row that gives no size', uploadFolder(rows(row(UPLOADED, { sizeBytes: null })))],
    [
      'a row whose file was altered: that is told',
      uploadFolder(rows(row(UPLOADED, { sizeBytes: 1, sha256: 'other' }))),
    ],
    ['a row whose file is not there: that is told', uploadFolder({ files: [file(LOG)] })],
  ],
  reject: [
    [
      'a log that cannot be read',
      uploadFolder(failed('no sheet')),
      { at: { path: LOG }, params: { fault: 'unreadable', detail: 'no sheet' } },
    ],
    [
      'a log that names nothing',
      uploadFolder({ ...rows(), files: [file(LOG)] }),
      { at: { path: LOG }, params: { fault: 'no-rows' } },
    ],
    [
      'a row without a digest',
      uploadFolder(rows(row(UPLOADED, { sha256: null }))),
      { at: { path: LOG, line: 2 }, params: { fault: 'no-digest', line: 2, path: UPLOADED } },
    ],
    [
      'another size, where nobody took digests',
      uploadFolder({
        digested: false,
        files: [file(LOG, { digests: {} }), file(UPLOADED, { digests: {}, sizeBytes: 99 })],
      }),
      {
        at: { path: LOG, line: 2 },
        params: { fault: 'size', line: 2, path: UPLOADED, foundBytes: 99, askedBytes: 100 },
      },
    ],
  ],
  skip: [['what was not read', uploadFolder({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } })]],
  notApplicable: [['a bag', packageFacts()]],
});
