import { BAGIT_PROFILES, type BagitProfile, PROFILE_TAG } from '../../model/bagit-profile.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import {
  bag,
  file,
  foreignBag,
  info,
  lines,
  list,
  packageFacts,
  plusFiles,
  structureFault,
  testPackageRule,
  uploadFolder,
  withFiles,
} from './facts-for-tests.ts';

const OURS = info().tags;
const tagged = (tags: typeof OURS) => packageFacts({ bag: bag({ info: { tags, badLines: [] } }) });
const without = (name: string) => tagged(OURS.filter((tag) => tag.name !== name));
const [payload, tags] = bag().manifests as [ReturnType<typeof list>, ReturnType<typeof list>];
/** With more tag files, and those listed. */
const listing = (...paths: readonly string[]) => ({ ...tags, lines: [...tags.lines, ...lines(...paths)] });
const notListing = (...paths: readonly string[]) => ({
  ...tags,
  lines: tags.lines.filter(({ path }) => !paths.includes(path)),
});
/** A bag from before there was a page, and what it says it keeps to. */
const [, { 'BagIt-Profile-Info': earlier }] = BAGIT_PROFILES as [BagitProfile, BagitProfile];
const earlierInfo = info(
  Object.fromEntries(
    OURS.map(({ name, value }) => [name, name === PROFILE_TAG ? earlier['BagIt-Profile-Identifier'] : value]),
  ),
);
const { page } = PACKAGE_FILES;
const withoutPage = (of = info()) =>
  withFiles({ [page]: null }, { bag: bag({ info: of, manifests: [payload, notListing(page)] }) });
const draft = packageFacts({ bag: bag({ manifests: [payload, listing(PACKAGE_FILES.draftNote)] }) });

testPackageRule('package/profile', {
  accept: [
    ['a bag of ours', packageFacts()],
    ['one with a contact', tagged([...OURS, { line: 9, name: 'Contact-Name', value: '张老师' }])],
    ['one with tags that the profile does not speak of', tagged([...OURS, { line: 9, name: 'X', value: 'y' }])],
    ['labels in any case', tagged(OURS.map((tag) => ({ ...tag, name: tag.name.toLowerCase() })))],
    ['the note of a draft', plusFiles(draft, file(PACKAGE_FILES.draftNote))],
    ['a file that is missing by the lists: that is told', withFiles({ [PACKAGE_FILES.summary]: null })],
    ['a file that was added: that is told', withFiles({ 'x.txt': {} })],
    ['a bag of the first profile, without a page', withoutPage(earlierInfo)],
    ['litter: that is told', withFiles({ 'desktop.ini': {} })],
    [
      'a version that nobody knows: that is told',
      packageFacts({ bag: bag({ declaration: { version: '2.0', encoding: 'UTF-8', bom: false, wellFormed: true } }) }),
    ],
  ],
  reject: [
    [
      'a bag of ours that does not name it',
      without(PROFILE_TAG),
      { at: { path: 'bag-info.txt' }, params: { fault: 'tag-missing', name: PROFILE_TAG, missing: true } },
    ],
    [
      'a bag of ours without a description, listed nowhere',
      withFiles(
        { 'bag-info.txt': null },
        { bag: bag({ info: null, manifests: [payload, notListing('bag-info.txt')] }) },
      ),
      { at: { path: 'bag-info.txt' }, params: { fault: 'tag-file', name: 'bag-info.txt', missing: true } },
    ],
    [
      'a tag that is not there',
      without('Bagging-Date'),
      { at: { path: 'bag-info.txt' }, params: { fault: 'tag-missing', name: 'Bagging-Date', missing: true } },
    ],
    [
      'a tag without a value',
      tagged(OURS.map((tag) => (tag.name === 'Bag-Size' ? { ...tag, value: ' ' } : tag))),
      { params: { fault: 'tag-missing', name: 'Bag-Size' } },
    ],
    [
      'a tag that is there twice',
      tagged([...OURS, { line: 9, name: 'bagging-date', value: '2027-06-09' }]),
      { params: { fault: 'tag-repeated', name: 'Bagging-Date', missing: false } },
    ],
    [
      'no tag manifest',
      withFiles({ 'tagmanifest-sha256.txt': null }, { bag: bag({ manifests: [payload] }) }),
      { params: { fault: 'tag-manifest', name: 'sha256', missing: true } },
    ],
    [
      'a manifest that it does not know',
      plusFiles(
        packageFacts({
          bag: bag({
            manifests: [payload, list('manifest-md5.txt', { lines: payload.lines }), listing('manifest-md5.txt')],
          }),
        }),
        file('manifest-md5.txt'),
      ),
      { params: { fault: 'manifest', name: 'md5', missing: false } },
    ],
    [
      'a file of its own that is not there, and that no list names',
      withFiles(
        { [PACKAGE_FILES.summary]: null },
        { bag: bag({ manifests: [payload, notListing(PACKAGE_FILES.summary)] }) },
      ),
      { at: { path: 'bag-info.txt' }, params: { fault: 'tag-file', name: PACKAGE_FILES.summary, missing: true } },
    ],
    ['no page', withoutPage(), { params: { fault: 'tag-file', name: page, missing: true } }],
    [
      'a page in a bag of the first profile',
      packageFacts({ bag: bag({ info: earlierInfo }) }),
      { at: { path: page }, params: { fault: 'tag-file', name: page, missing: false } },
    ],
    [
      'a file that it does not know, though it is listed',
      plusFiles(packageFacts({ bag: bag({ manifests: [payload, listing('x.txt')] }) }), file('x.txt')),
      { at: { path: 'x.txt' }, params: { fault: 'tag-file', name: 'x.txt', missing: false } },
    ],
    [
      'files to be fetched',
      plusFiles(
        packageFacts({ bag: bag({ fetch: { lines: [], badLines: [] }, manifests: [payload, listing('fetch.txt')] }) }),
        file('fetch.txt'),
      ),
      { params: { fault: 'fetch', name: 'fetch.txt' } },
    ],
    [
      'an older version',
      packageFacts({ bag: bag({ declaration: { version: '0.97', encoding: 'UTF-8', bom: false, wellFormed: true } }) }),
      { params: { fault: 'version', name: '0.97' } },
    ],
  ],
  skip: [
    ['what was not read', packageFacts({ stopped: { type: 'unreadable', reason: 'truncated', detail: null } })],
    [
      'a description that lies where another file does',
      packageFacts({
        structure: [structureFault({ fault: 'overlap', path: 'bag-info.txt' })],
        bag: bag({ info: { tags: [], badLines: [] } }),
      }),
    ],
    ['a description that was altered', withFiles({ 'bag-info.txt': { digests: { sha256: 'other' } } })],
  ],
  notApplicable: [
    ['a bag of others', foreignBag()],
    [
      'a bag of a later release, that names a later profile',
      tagged(OURS.map((tag) => (tag.name === PROFILE_TAG ? { ...tag, value: 'urn:uuid:later' } : tag))),
    ],
    ['plain folders', uploadFolder()],
  ],
});
