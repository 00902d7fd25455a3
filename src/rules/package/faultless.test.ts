import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../catalogue.ts';
import {
  digest,
  findingsOf,
  foreignBag,
  outcomesOf,
  packageFacts,
  receipt,
  source,
  uploadFolder,
  uploadWithPage,
  VIDEO,
} from './facts-for-tests.ts';

const everything = packageFacts({
  sha256: digest('zip'),
  receipt: receipt(),
  source: source({ path: 'a.mp4', sha256: digest(VIDEO), packagedAs: VIDEO }),
});

describe('a faultless package', () => {
  it.each([
    ['bag of ours', everything],
    ['bag of ours, as a folder', packageFacts({ form: 'folder', base: '' })],
    ['bag of BagIt 0.97 with MD5', foreignBag()],
    ['set of plain folders', uploadWithPage()],
    ['set of plain folders without a page', uploadFolder()],
  ])('%s has no finding', (_, facts) => expect(findingsOf(facts)).toEqual([]));

  it('is looked at by every rule that has something to look at', () => {
    expect(outcomesOf(everything)).toMatchObject({
      'not-applicable': ['package/fetch', 'package/upload-log'],
    });
    expect(outcomesOf(everything).skipped).toBeUndefined();
    expect(outcomesOf(uploadFolder()).skipped).toBeUndefined();
    expect(outcomesOf(foreignBag()).skipped).toBeUndefined();
  });

  it('is not said to be whole by a fast look', () => {
    const fast = { ...everything, digested: false, sha256: null, contentSha256: null };
    expect(findingsOf({ ...fast, files: fast.files.map((file) => ({ ...file, digests: {} })) })).toEqual([]);
    expect(outcomesOf(fast).skipped).toEqual([
      'package/altered',
      'package/renamed',
      'package/duplicated',
      'package/receipt',
    ]);
  });
});

describe('what is no package', () => {
  const unknown = { kind: 'unknown', bag: null, manifest: null, base: '' } as const;

  it('has one finding', () => {
    expect(findingsOf(packageFacts(unknown))).toEqual([
      ['package/declaration', 'error', { fault: 'not-a-bag', found: null }],
    ]);
  });

  it('is looked at as an archive all the same, where it is one', () => {
    expect(outcomesOf(packageFacts(unknown)).judged).toEqual([
      'package/unreadable',
      'package/too-large',
      'package/declaration',
      'package/structure',
      'package/damaged',
      'package/unsupported',
      'package/unsafe-path',
      'package/link',
      'package/duplicated',
    ]);
    expect(outcomesOf(packageFacts({ ...unknown, form: 'folder' })).judged).toEqual([
      'package/unreadable',
      'package/too-large',
      'package/declaration',
    ]);
  });
});

it('finds nothing but why the reading stopped', () => {
  for (const stopped of [
    { type: 'unreadable', reason: 'system', detail: 'EIO' },
    { type: 'too-large', limit: 'entries', actual: 2, max: 1, path: null },
  ] as const) {
    const { judged = [], skipped = [] } = outcomesOf(packageFacts({ stopped, files: [], kind: 'unknown', bag: null }));
    expect(judged).toEqual([`package/${stopped.type}`]);
    expect(skipped).toHaveLength(CATALOGUE.filter(({ on }) => on === 'package').length - 1);
  }
});
