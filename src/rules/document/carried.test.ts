import type { DocumentExtras } from '../../model/document-facts.ts';
import { NO_EXTRAS } from '../../model/document-facts.ts';
import { category, documentSubject, testRule } from '../builders-for-tests.ts';

const with_ = (extras: Partial<DocumentExtras>, format = 'docx') =>
  documentSubject({ format, extras: { ...NO_EXTRAS, ...extras } });
const nothing = with_({});
const plain = with_({}, 'md');

testRule('document/tracked-changes', 'document', {
  accept: [['none', nothing]],
  reject: [
    [
      'some',
      with_({ revisions: 12, firstRevision: { paragraph: 3 } }),
      { at: { paragraph: 3 }, actual: '12', expected: '0', params: { count: 12, first: { paragraph: 3 } } },
    ],
    ['some that nobody knows the place of', with_({ revisions: 1 }), { params: { count: 1, first: null } }],
  ],
  notApplicable: [
    ['a text that has none', plain],
    ['a format whose reader finds none', with_({}, 'doc')],
  ],
});

testRule('document/comments', 'document', {
  accept: [
    ['none', nothing],
    ['none in a .doc', with_({}, 'doc')],
  ],
  reject: [
    ['some', with_({ comments: 2, firstComment: { paragraph: 5 } }), { at: { paragraph: 5 }, actual: '2' }],
    ['some in a .doc', with_({ comments: 1 }, 'doc'), { params: { first: null } }],
  ],
  notApplicable: [['a text that has none', plain]],
});

testRule('document/macro', 'document', {
  accept: [
    ['none', nothing],
    ['objects, which are another rule’s', with_({ embedded: ['a.bin'] })],
  ],
  reject: [
    ['some', with_({ macros: ['word/vbaProject.bin'] }), { actual: '1', params: { parts: ['word/vbaProject.bin'] } }],
  ],
  notApplicable: [['a text that has none', plain]],
});

testRule('document/external', 'document', {
  accept: [
    ['none', nothing],
    ['macros, which are another rule’s', with_({ macros: ['a.bin'] })],
  ],
  reject: [
    [
      'content from elsewhere',
      with_({ externals: ['C:/a.png'] }),
      { actual: '1', params: { externals: ['C:/a.png'] } },
    ],
    ['both', with_({ externals: ['a'], embedded: ['b', 'c'] }), { actual: '3', params: { embedded: ['b', 'c'] } }],
  ],
  notApplicable: [['a text that has none', plain]],
});

const people: DocumentExtras['people'] = [{ field: 'author', masked: '张*' }];

testRule('privacy/author', 'document', {
  accept: [['nobody', nothing]],
  reject: [
    [
      'a name',
      with_({ people }),
      { grade: 'default', at: { part: 'properties' }, actual: '1', expected: '0', params: { people } },
    ],
    [
      'a name where nobody may be known',
      { ...with_({ people }), category: category({ anonymous: true }) },
      { grade: 'anonymous' },
    ],
  ],
  notApplicable: [
    ['a text without properties', plain],
    ['a signed form', documentSubject({ extras: { ...NO_EXTRAS, people } }, { personalData: 'expected' })],
  ],
});
