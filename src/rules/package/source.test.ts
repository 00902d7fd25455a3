import type { SourceFacts } from '../../model/package-facts.ts';
import {
  digest,
  foreignBag,
  packageFacts,
  SUBTITLES,
  source,
  testPackageRule,
  UPLOADED,
  uploadFolder,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const same = { path: '微课.mp4', sha256: digest(VIDEO), packagedAs: VIDEO };
const against = (...files: SourceFacts['files']) => packageFacts({ source: source(...files) });

testPackageRule('package/source', {
  accept: [
    ['files that are as they were packed', against(same), '1/1'],
    [
      'a file that was altered in the package: that is told',
      withFiles({ [VIDEO]: { digests: { sha256: 'x' } } }, { source: source(same) }),
    ],
    [
      'files of plain folders',
      uploadFolder({ source: source({ path: UPLOADED, sha256: digest(UPLOADED), packagedAs: UPLOADED }) }),
    ],
  ],
  reject: [
    [
      'a file that was changed after packing',
      against(same, { path: '字幕.srt', sha256: digest('other'), packagedAs: SUBTITLES }),
      { at: { path: SUBTITLES }, params: { fault: 'changed', path: '字幕.srt', packagedAs: SUBTITLES } },
    ],
    ['a file that is gone', against({ ...same, sha256: null }), { params: { fault: 'gone', packagedAs: VIDEO } }],
    [
      'a file that was never packed',
      against(same, { path: '新.mp4', sha256: null, packagedAs: null }),
      { params: { fault: 'not-packed', path: '新.mp4', packagedAs: null } },
    ],
  ],
  skip: [
    [
      'what was not read',
      packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null }, source: source(same) }),
    ],
    ['a package whose lists give no SHA-256', { ...foreignBag(), source: source({ ...same, packagedAs: 'data/a' }) }],
  ],
  notApplicable: [['a package on its own', packageFacts()]],
});
