import type { FailureReason } from '../../model/facts.ts';
import { document, entrySubject, found, testRule, withFacts } from '../builders-for-tests.ts';

const PATH = '活动典型案例/01-晨跑-甲大学/案例.docx';
const failing = (reason: FailureReason) => found('document', { ok: false, failure: { reason, detail: null } });
const read = {
  ...found('document', { ok: true, value: document() }),
  type: { kind: 'document', format: 'docx' },
} as const;

testRule('document/encrypted', 'entry', {
  accept: [['a document that opens', entrySubject(PATH), withFacts(PATH, read)]],
  reject: [
    [
      'one that needs a password',
      entrySubject(PATH),
      { params: { path: PATH } },
      withFacts(PATH, failing('encrypted')),
    ],
    ['one that is in no slot', entrySubject(PATH, {}, null), {}, withFacts(PATH, failing('encrypted'))],
  ],
  skip: [
    ['one that is damaged', entrySubject(PATH), withFacts(PATH, failing('damaged'))],
    ['one that nobody looked at', entrySubject(PATH)],
  ],
  notApplicable: [
    ['a picture', entrySubject('a.png'), withFacts('a.png', found('image'))],
    ['a video that is a document', entrySubject('a.mp4'), withFacts('a.mp4', failing('encrypted'))],
    ['half a download', entrySubject(`${PATH}.crdownload`), withFacts(`${PATH}.crdownload`, failing('encrypted'))],
  ],
});

testRule('file/unreadable', 'entry', {
  reject: [['a document that is damaged', entrySubject(PATH), {}, withFacts(PATH, failing('damaged'))]],
  notApplicable: [['a document that needs a password', entrySubject(PATH), withFacts(PATH, failing('encrypted'))]],
});
