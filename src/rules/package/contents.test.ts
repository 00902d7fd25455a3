import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import {
  asset,
  bag,
  copyOf,
  digest,
  foreignBag,
  manifest,
  packageFacts,
  plusFiles,
  SUBTITLES,
  testPackageRule,
  UPLOADED,
  uploadFolder,
  VIDEO,
  withFiles,
} from './facts-for-tests.ts';

const OWN = PACKAGE_FILES.manifest;
const notRead = packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } });
const altered = withFiles({ [OWN]: { digests: { sha256: 'other' } } });
/** Another digest of the video, and the list itself not as the tag manifest has it. */
const otherList = withFiles(
  { 'manifest-sha256.txt': { digests: { sha256: digest('another list') } } },
  {
    bag: bag({
      manifests: bag().manifests.map((list) => ({
        ...list,
        lines: list.lines.map((line) => (line.path === VIDEO ? { ...line, digest: digest('other') } : line)),
      })),
    }),
  },
);
const unlisting = (path: string) => ({
  bag: bag({
    info: null,
    manifests: (bag().manifests ?? []).map((list) => ({
      ...list,
      lines: list.lines.filter((line) => line.path !== path),
    })),
  }),
});
const saying = (change: Parameters<typeof manifest>[0]) =>
  packageFacts({ manifest: { ok: true, value: manifest(change) } });
const works = (...assets: ReturnType<typeof asset>[]) =>
  saying({ items: manifest().items.map((item) => ({ ...item, assets })) });
const [video, subtitles] = [asset(VIDEO), asset(SUBTITLES)];
const failed = (detail: string | null) =>
  packageFacts({ manifest: { ok: false, failure: { reason: 'damaged', detail } } });

testPackageRule('package/contents', {
  accept: [
    ['what agrees with lists and files', packageFacts()],
    ['a folder of any name', packageFacts({ form: 'folder', base: '' })],
    ['a file that is missing by the lists: that is told', withFiles({ [VIDEO]: null })],
    ['a file that was renamed: that is told', plusFiles(withFiles({ [VIDEO]: null }), copyOf('data/x', VIDEO, 5000))],
    ['a file that was altered: that is told', withFiles({ [VIDEO]: { sizeBytes: 1, digests: { sha256: 'other' } } })],
    ['a file that was added: that is told', withFiles({ 'data/x': {} })],
    ['litter in the payload: that is told', withFiles({ 'data/Thumbs.db': {} })],
    ['a list that was altered: that is told, and accuses nobody', otherList],
    ['a draft of what has not passed', saying({ draft: true, report: { ...manifest().report, verdict: 'fail' } })],
    [
      'works in plain folders',
      uploadFolder({
        files: [...uploadFolder().files, ...packageFacts().files.filter(({ path }) => path === OWN)],
        manifest: { ok: true, value: manifest({ layout: 'upload', items: [], assets: [asset(UPLOADED)] }) },
      }),
    ],
  ],
  reject: [
    ['what cannot be read', failed('line 1'), { at: { path: OWN }, params: { fault: 'unreadable', detail: 'line 1' } }],
    ['what says nothing of why', failed(null), { params: { fault: 'unreadable', detail: null } }],
    [
      'what a later version wrote',
      failed('sizheng-package/2'),
      { params: { fault: 'newer', detail: 'sizheng-package/2' } },
    ],
    ['what nobody wrote', failed('sizheng-package/0'), { params: { fault: 'unreadable' } }],
    [
      'a file that no list names either',
      { ...works(video, subtitles, asset('data/x')) },
      { at: { path: 'data/x' }, params: { fault: 'missing-file', path: 'data/x' } },
    ],
    [
      'a path that leads out, without taking it for a place',
      works(video, subtitles, asset('../x')),
      { at: { path: OWN }, params: { fault: 'missing-file', path: '../x' } },
    ],
    ['another size', works({ ...video, sizeBytes: 1 }, subtitles), { at: { path: VIDEO }, params: { fault: 'size' } }],
    [
      'another digest than the manifest',
      works({ ...video, sha256: digest('other') }, subtitles),
      { params: { fault: 'digest', path: VIDEO } },
    ],
    [
      'a file that it tells of twice',
      works(video, subtitles, video),
      { at: { path: VIDEO }, params: { fault: 'twice', path: VIDEO } },
    ],
    [
      'a check that was not passed, of what is no draft',
      saying({ report: { ...manifest().report, verdict: 'fail' } }),
      { at: { path: OWN }, params: { fault: 'not-passed', path: OWN, detail: null } },
    ],
    ['a file that it does not know', works(video), { at: { path: SUBTITLES }, params: { fault: 'not-listed' } }],
    [
      'another base folder',
      packageFacts({ base: 'x' }),
      { at: { path: OWN }, params: { fault: 'name', path: manifest().name, detail: 'x' } },
    ],
    ['no base folder', packageFacts({ base: '' }), { params: { fault: 'name', detail: '' } }],
  ],
  skip: [
    ['what was not read', notRead],
    ['what was altered', altered],
  ],
  notApplicable: [
    ['a bag of others', foreignBag()],
    ['a bag that has lost it', withFiles({ [OWN]: null }, { manifest: null, ...unlisting(OWN) })],
  ],
});

testPackageRule('package/draft', {
  accept: [['a package to be handed in', packageFacts()]],
  reject: [
    ['a draft by its own word', saying({ draft: true }), { severity: 'warning', params: { name: manifest().name } }],
    [
      'a draft by the note that goes with it',
      plusFiles(uploadFolder(), ...[PACKAGE_FILES.draftNote].map((path) => copyOf(path, path))),
      { severity: 'warning', params: { name: manifest().name } },
    ],
  ],
  skip: [
    ['what was not read', notRead],
    ['a word that was altered', altered],
    ['a word that cannot be read', failed(null)],
  ],
  notApplicable: [
    ['a bag of others', foreignBag()],
    ['plain folders without a note', uploadFolder()],
  ],
});
