import { documentSubject, testRule } from '../builders-for-tests.ts';

const scan = { format: 'pdf', characters: 0, wordCount: 0, pages: 3 };
const unread = { characters: null, wordCount: null };

testRule('document/empty', 'document', {
  accept: [['one character', documentSubject({ characters: 1, wordCount: 1 })]],
  reject: [
    ['no character', documentSubject({ characters: 0, wordCount: 0 }), { actual: '0' }],
    ['a PDF without a page', documentSubject({ ...scan, pages: 0 }), { actual: '0' }],
  ],
  skip: [['a format that nobody reads', documentSubject({ format: 'wps', ...unread })]],
  notApplicable: [['a scan, which is another rule’s', documentSubject(scan)]],
});

testRule('document/no-text-layer', 'document', {
  accept: [['a PDF with text', documentSubject({ format: 'pdf', wordCount: 300, pages: 1 })]],
  reject: [
    ['a scan', documentSubject(scan), { actual: '0', params: { pages: 3, why: 'pictures' } }],
    [
      'shapes without characters',
      documentSubject({ ...scan, ...unread }),
      { actual: 'unknown', params: { pages: 3, why: 'unmapped' } },
    ],
  ],
  notApplicable: [
    ['a slot that expects a scan', documentSubject(scan, { scan: 'expected' })],
    ['any other format', documentSubject({ characters: 0 })],
  ],
});

testRule('document/unsupported', 'document', {
  accept: [['a docx', documentSubject({})]],
  reject: [
    ['a .wps', documentSubject({ format: 'wps', ...unread }), { actual: 'wps', params: { format: 'wps' } }],
    ['a docx around a web page', documentSubject(unread), { params: { format: 'docx' } }],
  ],
  notApplicable: [['a PDF, of which another rule speaks', documentSubject({ ...scan, ...unread })]],
});
