import type { FailureReason, FileFacts } from '../../model/facts.ts';
import type { RuleContext } from '../../model/rule.ts';
import {
  context,
  entry,
  entrySubject,
  found,
  straySubject,
  testRule,
  video,
  withFacts,
} from '../builders-for-tests.ts';

const MP4 = 'x/微课.mp4';
const DOCX = 'x/简介.docx';
const LINK = { type: 'link' } as const;
const FOLDER = { type: 'directory' } as const;
const DENIED = { error: 'EACCES' };

function failed(reason: FailureReason): FileFacts {
  return found('video', { ok: false, failure: { reason, detail: null } });
}
const read = found('video', { ok: true, value: video() });

testRule('file/link', 'entry', {
  accept: [
    ['a file', entrySubject(MP4)],
    ['a folder', straySubject('x', FOLDER)],
  ],
  reject: [
    ['a link in a slot', entrySubject(MP4, LINK), { params: { path: MP4 } }],
    ['a link that belongs nowhere', straySubject('etc', LINK), { params: { path: 'etc' } }],
  ],
});

testRule('file/empty', 'entry', {
  accept: [['one byte', entrySubject(MP4, { sizeBytes: 1 })]],
  reject: [
    ['nothing in a slot', entrySubject(MP4, { sizeBytes: 0 }), { grade: 'default', actual: '0 B' }],
    ['nothing beside the slots, as a warning', entrySubject(MP4, { sizeBytes: 0 }, null), { grade: 'aside' }],
  ],
  notApplicable: [
    ['a folder', straySubject('x', { ...FOLDER, sizeBytes: 0 })],
    ['a link', entrySubject(MP4, { ...LINK, sizeBytes: 0 })],
    ['what nobody could look at', entrySubject(MP4, { ...DENIED, sizeBytes: 0 })],
  ],
});

testRule('file/unreadable', 'entry', {
  accept: [
    ['what was read', entrySubject(MP4), withFacts(MP4, read)],
    ['a kind that is not read', straySubject('a.zip'), withFacts('a.zip', found('archive'))],
  ],
  reject: [
    ['a damaged file', entrySubject(MP4), { params: { reason: 'damaged' } }, withFacts(MP4, failed('damaged'))],
    ['a locked file', entrySubject(MP4), { params: { reason: 'encrypted' } }, withFacts(MP4, failed('encrypted'))],
    ['what nobody could look at', entrySubject(MP4, DENIED), { params: { reason: 'unreadable', detail: 'EACCES' } }],
    ['a folder that nobody may enter', straySubject('x', { ...FOLDER, ...DENIED }), { params: { detail: 'EACCES' } }],
  ],
  skip: [['what was not measured', entrySubject(MP4)]],
  notApplicable: [['a folder', straySubject('x', FOLDER)]],
});

testRule('file/partial-download', 'entry', {
  accept: [
    ['a whole file', entrySubject(MP4)],
    ['a name that only speaks of parts', entrySubject('x/part.mp4')],
  ],
  reject: [
    '微课.mp4.crdownload',
    '微课.mp4.baiduyun.p.downloading',
    '微课.mp4.td',
    '微课.mp4.part',
    '微课.MP4.XLTD',
  ].map((name) => [name, entrySubject(`x/${name}`), { params: { path: `x/${name}` } }] as const),
  notApplicable: [['a folder', straySubject('x.part', FOLDER)]],
});

testRule('file/lfs-pointer', 'entry', {
  accept: [['a film', entrySubject(MP4), withFacts(MP4, read)]],
  reject: [['a pointer', entrySubject(MP4), { params: { path: MP4 } }, withFacts(MP4, found('lfs-pointer'))]],
  skip: [['what was not measured', entrySubject(MP4)]],
  notApplicable: [['a link', entrySubject(MP4, LINK)]],
});

const zip = { type: { kind: 'archive', format: 'zip' }, content: null } as const;

testRule('file/archive', 'entry', {
  accept: [
    ['a film', entrySubject(MP4), withFacts(MP4, read)],
    ['an archive under another name, which is another rule’s', entrySubject(MP4), withFacts(MP4, zip)],
  ],
  reject: [
    ['a zip', straySubject('a.zip'), { params: { format: 'zip' } }, withFacts('a.zip', zip)],
    ['a zip whose name says nothing', straySubject('a'), { params: { format: 'zip' } }, withFacts('a', zip)],
  ],
  skip: [['what was not measured', straySubject('a.zip')]],
});

testRule('file/type', 'entry', {
  accept: [
    ['a film by its name', entrySubject(MP4), withFacts(MP4, read)],
    ['subtitles called .txt', entrySubject('x/字幕.txt'), withFacts('x/字幕.txt', found('subtitle'))],
    [
      'a subtitle without cues, which reads as prose',
      entrySubject('x/字幕.srt'),
      withFacts('x/字幕.srt', found('document')),
    ],
  ],
  reject: [
    [
      'a playlist',
      entrySubject(MP4),
      { params: { named: 'video', found: 'playlist' } },
      withFacts(MP4, found('playlist')),
    ],
    ['a web page', entrySubject(DOCX), { actual: 'html', expected: 'document' }, withFacts(DOCX, found('html'))],
    ['a recording', entrySubject(MP4), { actual: 'audio', expected: 'video' }, withFacts(MP4, found('audio'))],
    ['an archive', entrySubject(DOCX), { actual: 'archive' }, withFacts(DOCX, found('archive'))],
    ['noise', entrySubject(MP4), { actual: 'unknown', params: { found: null } }, withFacts(MP4, found('unknown'))],
  ],
  skip: [['what was not measured', entrySubject(MP4)]],
  notApplicable: [
    ['an empty file, which is another rule’s', entrySubject(MP4), withFacts(MP4, found('empty'))],
    ['a pointer, which is another rule’s', entrySubject(MP4), withFacts(MP4, found('lfs-pointer'))],
    ['an unfinished download', entrySubject(`${MP4}.part`), withFacts(`${MP4}.part`, found('unknown'))],
    ['a name that promises nothing', entrySubject('x/微课'), withFacts('x/微课', read)],
    ['a file in no slot', entrySubject(MP4, {}, null), withFacts(MP4, found('html'))],
    ['a file of no work', straySubject(MP4), withFacts(MP4, found('html'))],
  ],
});

function beside(path: string, ...names: string[]): RuleContext {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return context({ entries: new Map([path, ...names.map((name) => folder + name)].map((one) => [one, entry(one)])) });
}

testRule('file/open-in-office', 'entry', {
  accept: [
    ['a document alone', entrySubject(DOCX), beside(DOCX)],
    ['a lock of another document', entrySubject(DOCX), beside(DOCX, '~$方案.docx')],
  ],
  reject: [
    [
      'a lock of Word for a short name',
      entrySubject(DOCX),
      { params: { lock: '~$简介.docx' } },
      beside(DOCX, '~$简介.docx'),
    ],
    [
      'a lock of Word for a long name',
      entrySubject('x/睡眠与情绪的关系.docx'),
      { params: { lock: '~$与情绪的关系.docx' } },
      beside('x/睡眠与情绪的关系.docx', '~$与情绪的关系.docx'),
    ],
    ['a lock of LibreOffice', entrySubject(DOCX), { params: { path: DOCX } }, beside(DOCX, '.~lock.简介.docx#')],
    ['a lock of WPS', entrySubject(DOCX), { params: { path: DOCX } }, beside(DOCX, '.~简介.docx')],
  ],
  notApplicable: [['a file of no work', straySubject('x.docx')]],
});

const twin = (path: string, other: string) => context({ sameBytes: new Map([[path, other]]) });

testRule('duplicate/file', 'entry', {
  accept: [['bytes of its own', entrySubject(MP4)]],
  reject: [
    [
      'bytes of an earlier work',
      entrySubject('y/b.mp4'),
      { grade: 'default', at: { other: 'x/a.mp4' } },
      twin('y/b.mp4', 'x/a.mp4'),
    ],
    [
      'the same beside the slots, as a hint',
      entrySubject('y/b.mp4', {}, null),
      { grade: 'aside' },
      twin('y/b.mp4', 'x/a.mp4'),
    ],
  ],
  notApplicable: [['a file of no work', straySubject('b.mp4'), twin('b.mp4', 'a.mp4')]],
});

testRule('file/stray', 'entry', {
  accept: [['a file of a work', entrySubject(MP4)]],
  reject: [['a file of none', straySubject('其他/通知.txt'), { params: { path: '其他/通知.txt' } }]],
  notApplicable: [['a folder', straySubject('其他', FOLDER)]],
});

testRule('file/extra', 'entry', {
  accept: [['a file in a slot', entrySubject(MP4)]],
  reject: [['a file of a work in no slot', entrySubject('x/致谢.html', {}, null), { params: { path: 'x/致谢.html' } }]],
  notApplicable: [['a file of no work', straySubject('通知.txt')]],
});
