import { documentSubject, testRule } from '../builders-for-tests.ts';

const scan = { format: 'pdf', characters: 0, pages: 3 };

testRule('document/empty', 'document', {
  accept: [['one character', documentSubject({ characters: 1 })]],
  reject: [
    ['no character', documentSubject({ characters: 0 }), { actual: '0' }],
    ['a PDF without a page', documentSubject({ ...scan, pages: 0 }), { actual: '0' }],
  ],
  skip: [['a format that nobody reads', documentSubject({ format: 'wps', characters: null })]],
  notApplicable: [['a scan, which is another rule’s', documentSubject(scan)]],
});

testRule('document/no-text-layer', 'document', {
  accept: [['a PDF with text', documentSubject({ format: 'pdf', characters: 300, pages: 1 })]],
  reject: [['a scan', documentSubject(scan), { params: { pages: 3 } }]],
  skip: [['a PDF that could not be counted', documentSubject({ format: 'pdf', characters: null })]],
  notApplicable: [
    ['a slot that expects a scan', documentSubject(scan, { scan: 'expected' })],
    ['any other format', documentSubject({ characters: 0 })],
  ],
});
