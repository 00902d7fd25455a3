import { packageFacts, structureFault, testPackageRule, VIDEO, withFiles } from './facts-for-tests.ts';

const stopped = (stop: Parameters<typeof packageFacts>[0]) =>
  packageFacts({ kind: 'unknown', bag: null, manifest: null, files: [], ...stop });
const bomb = stopped({ stopped: { type: 'too-large', limit: 'ratio', actual: 1000, max: 200, path: 'a.mp4' } });
const unreadable = stopped({ stopped: { type: 'unreadable', reason: 'not-zip', detail: '7z' } });

testPackageRule('package/unreadable', {
  accept: [['a package that opens', packageFacts(), '8.79 KiB']],
  reject: [
    ['what is no archive', unreadable, { params: { reason: 'not-zip', detail: '7z' } }],
    [
      'what broke off on the way',
      stopped({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } }),
      { params: { reason: 'truncated', detail: null } },
    ],
  ],
  skip: [['what was read up to a limit', bomb]],
});

testPackageRule('package/too-large', {
  accept: [['a package of a usual size', packageFacts()]],
  reject: [
    [
      'an entry that grows past all measure',
      bomb,
      {
        at: { path: 'a.mp4' },
        actual: '1000',
        expected: '<= 200',
        params: { limit: 'ratio', actual: 1000, max: 200, path: 'a.mp4' },
      },
    ],
    [
      'an entry whose path leads out, without taking it for a place',
      stopped({ stopped: { type: 'too-large', limit: 'total', actual: 2, max: 1, path: '/etc/passwd' } }),
      { params: { path: '/etc/passwd' } },
    ],
  ],
  skip: [['what cannot be read at all', unreadable]],
});

const structure = (...faults: Parameters<typeof structureFault>[0][]) => ({ structure: faults.map(structureFault) });

testPackageRule('package/structure', {
  accept: [
    ['an archive that says one thing only', packageFacts()],
    [
      'headers at odds over an entry that is damaged: that is told',
      withFiles(
        { [VIDEO]: { faults: [{ type: 'crc' }], digests: {} } },
        structure({ fault: 'local-differs', field: 'crc-32', path: VIDEO }),
      ),
    ],
    [
      'headers at odds over a name that leads out: that is told',
      withFiles({ '../x': {} }, structure({ fault: 'local-differs', field: 'file name', path: '../x' })),
    ],
    [
      'headers at odds over a name that no list knows: that is told',
      withFiles({ [`${VIDEO}x`]: {} }, structure({ fault: 'local-differs', field: 'file name', path: `${VIDEO}x` })),
    ],
  ],
  reject: [
    ['data behind the end', packageFacts(structure({ bytes: 12 })), { params: { fault: 'trailing-data', bytes: 12 } }],
    [
      'each of two faults',
      packageFacts(structure({ fault: 'gap' }, { fault: 'local-differs', field: 'last mod file time', path: VIDEO })),
      [{ params: { fault: 'gap' } }, { at: { path: VIDEO }, params: { field: 'last mod file time' } }],
    ],
    [
      'an entry out of its place, and not its headers too',
      packageFacts(
        structure({ fault: 'local-differs', field: 'compressed size', path: VIDEO }, { fault: 'overlap', path: VIDEO }),
      ),
      { params: { fault: 'overlap' } },
    ],
    [
      'a comment, as a warning',
      packageFacts(structure({ fault: 'comment' })),
      { severity: 'warning', params: { fault: 'comment' } },
    ],
  ],
  skip: [['what was not read to its end', bomb]],
  notApplicable: [['a folder', packageFacts({ form: 'folder', base: '' })]],
});
