import { existsSync, readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHINESE_FONT, LATIN_FONT, manyPages, onePage, pageWith, stream, UNMAPPED_FONT } from './pdf-for-tests.ts';
import { createDocumentReader, DOCUMENT_LIMITS, type DocumentReader } from './reader.ts';
import { buildWorker } from './worker-for-tests.ts';

let folder = '';
let worker: URL;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, url: worker, remove } = await buildWorker());
});
afterAll(() => remove());

async function file(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const location = join(folder, name);
  await writeFile(location, bytes);
  return { location, sizeBytes: bytes.length };
}

const CHINESE_TEXT = iconv.encode('心理微课 ABC', 'gb18030').toString('hex');
const CHINESE_PDF = onePage(stream(Buffer.from(`BT /F 12 Tf <${CHINESE_TEXT}> Tj ET`)), CHINESE_FONT);
const EMPTY_PDF = onePage(stream(Buffer.from('')), LATIN_FONT);
const shown = (text: string) => stream(`BT /F 12 Tf 1 0 0 1 50 700 Tm ${text} Tj ET`);
const BOMB_PDF = onePage(stream(deflateSync(Buffer.alloc(400 << 20, ' ')), '/Filter/FlateDecode'), LATIN_FONT);

/** Forms that draw the next one twice, thirty deep, and a letter at the bottom: 2^30 letters in 5 kB. */
function endlessPdf(): string {
  const letter = stream(
    Buffer.from('BT /F 12 Tf (a) Tj ET'),
    '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F 5 0 R>>>>',
  );
  const forms = Array.from({ length: 30 }, (_, index) => {
    const next = index + 7;
    const resources = `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X${next} ${next} 0 R>>>>`;
    return stream(Buffer.from(`/X${next} Do /X${next} Do`), resources);
  });
  return onePage(stream(Buffer.from('/X6 Do')), LATIN_FONT, ...forms, letter);
}

describe('plain text and formats without a reader', () => {
  const reader = createDocumentReader({ worker: null });

  it('counts md and txt in any encoding', async () => {
    const text = '# 情绪管理\n\n各位同学大家好';
    const source = await file('a.md', iconv.encode(text, 'gb18030'));
    const facts = { format: 'md', characters: 11, wordCount: 11, pages: null, firstLine: '情绪管理' };
    expect(await reader.read(source, 'md')).toMatchObject({ ok: true, value: facts });
    const western = await file('a.txt', 'd\xe9j\xe0 vu');
    expect(await reader.read(western, 'txt')).toMatchObject({ failure: { reason: 'undecodable' } });
  });

  it.each(['rtf', 'wps', 'pages'])('knows no count for %s', async (format) => {
    const source = await file(`a.${format}`, 'x');
    const facts = { kind: 'document', format, characters: null, wordCount: null, pages: null };
    expect(await reader.read(source, format)).toMatchObject({ ok: true, value: facts });
  });
});

describe.each([
  ['in process', () => null],
  ['in a process of its own', () => worker],
])('PDF and .doc %s', (_, workerOf) => {
  let reader: DocumentReader;
  beforeAll(() => {
    reader = createDocumentReader({ worker: workerOf() });
  });
  afterAll(() => reader.close());

  it.each([
    ['Chinese by a predefined CMap', CHINESE_PDF, { value: { characters: 7, pages: 1 } }],
    ['junk before the header', `HTTP/1.1 200 OK\r\n\r\n${CHINESE_PDF}`, { value: { characters: 7 } }],
    ['no text', EMPTY_PDF, { value: { characters: 0, pages: 1, firstLine: null } }],
    [
      'characters that nobody can tell',
      onePage(shown('<000100021a2b0d3f0e0f>'), UNMAPPED_FONT),
      { value: { characters: null, pages: 1 } },
    ],
    ['its first bytes only', '%PDF-1.7\n', { failure: { reason: 'damaged', detail: null } }],
    ['pages in a circle', EMPTY_PDF.replace('3 0 R', '2 0 R'), { failure: { reason: 'damaged', detail: null } }],
  ])('%s', async (_name, content, expected) => {
    expect(await reader.read(await file('a.pdf', content), 'pdf')).toMatchObject(expected);
  });

  it('a .doc cut off after its first bytes', async () => {
    const source = await file('a.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'));
    expect(await reader.read(source, 'doc')).toMatchObject({ failure: { reason: 'damaged' } });
  });

  it('a file that is gone, and an abort', async () => {
    const source = { location: join(folder, 'none.pdf'), sizeBytes: 100 };
    expect(await reader.read(source, 'pdf')).toMatchObject({ failure: { reason: 'unreadable', detail: 'ENOENT' } });
    const reason = new Error('stop');
    await expect(reader.read(source, 'pdf', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the text of a PDF', () => {
  const reader = createDocumentReader({ worker: null });
  const lines = async (content: string) => {
    const facts = await reader.read(await file('a.pdf', onePage(stream(content), LATIN_FONT)), 'pdf');
    return facts.ok ? facts.value.blocks.map(({ text, at }) => `${at.page}: ${text}`) : [];
  };
  const at = (x: number, y: number, show: string) => `BT /F 12 Tf 1 0 0 1 ${x} ${y} Tm ${show} ET`;

  it.each([
    ['kerning', at(50, 700, '[(138)-50(001)30(3800)-90(0)] TJ'), '13800138000'],
    ['pieces set side by side', at(50, 700, '(138) Tj 20.02 0 Td (00138000) Tj'), '13800138000'],
    ['digits set apart', at(50, 700, '3 Tc (13800138000) Tj'), '13800138000'],
    ['an identity card set apart', at(50, 700, '3 Tc (11010519491231002X) Tj'), '11010519491231002X'],
  ])('holds a number together: %s', async (_, content, number) => {
    const [text = ''] = await lines(content);
    // Masked, as it was found: nothing is left that tells it.
    expect(text).toMatch(/^1: \d+\*+\w+$/);
    expect(text.slice(3)).toHaveLength(number.length);
  });

  it('keeps lines and columns apart', async () => {
    const table = [at(50, 700, '(1001) Tj 100 0 Td (2002) Tj'), at(50, 680, '(next) Tj')];
    expect(await lines(table.join('\n'))).toEqual(['1: 1001 2002\nnext']);
    const cells = Array.from({ length: 12 }, (_, index) => at(50 + index * 30, 700, `(${index % 10}) Tj`));
    expect(await lines(cells.join('\n'))).toEqual(['1: 0 1 2 3 4 5 6 7 8 9 0 1']);
  });

  it.each([
    [
      'a script of the file',
      { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' },
      'JavaScript (OpenAction)',
    ],
    ['a script of a page', { page: '/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>' }, 'JavaScript (PageOpen)'],
    [
      'a link to a program',
      { page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(cmd.exe)>>>>]' },
      'cmd.exe',
    ],
  ])('finds %s', async (_, more, expected) => {
    const source = await file('a.pdf', pageWith({ content: shown('(a)'), font: LATIN_FONT, ...more }));
    expect(await reader.read(source, 'pdf')).toMatchObject({ value: { extras: { macros: [expected], embedded: [] } } });
  });

  it('finds files inside, and who wrote it', async () => {
    const filespec = (name: string) => `<</Type/Filespec/F(${name})/EF<</F 4 0 R>>>>`;
    const content = pageWith({
      content: shown('(a)'),
      font: LATIN_FONT,
      catalogue: `/Names<</EmbeddedFiles<</Names[(f)${filespec('a.xlsx')}]>>>>`,
      page: `/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 1 1]/FS${filespec('b.docx')}>>]`,
      more: ['<</Author(Zhang San)/Title(13800138000)/Company<FEFF67d067d059275b66>>>'],
    }).replace('/Root 1 0 R', '/Root 1 0 R/Info 6 0 R');
    expect(await reader.read(await file('a.pdf', content), 'pdf')).toMatchObject({
      value: {
        extras: {
          embedded: ['a.xlsx', 'b.docx'],
          people: [
            { field: 'author', masked: 'Z**** ***' },
            { field: 'company', masked: '某***' },
          ],
        },
        privateData: [{ kind: 'phone', at: { part: 'properties' } }],
      },
    });
  });
});

describe('what is made to be too much', () => {
  /** A main part that inflates to 2 GiB, whatever the archive says of it. */
  function docxBomb(saidBytes: number): Uint8Array {
    const mebibyte = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
    const deflated = Buffer.concat([...Array.from({ length: 2_048 }, () => mebibyte), Buffer.from([3, 0])]);
    const stored: [Uint8Array, { level: 0 }] = [deflated, { level: 0 }];
    const bytes = Buffer.from(zipSync({ 'word/document.xml': stored, 'word/styles.xml': new Uint8Array() }));
    const [local, central] = [bytes.indexOf('PK\x03\x04', 'latin1'), bytes.indexOf('PK\x01\x02', 'latin1')];
    for (const [method, size] of [
      [local + 8, local + 22],
      [central + 10, central + 24],
    ] as const) {
      bytes.writeUInt16LE(8, method);
      bytes.writeUInt32LE(saidBytes, size);
    }
    return bytes;
  }

  it.each<[string, string, () => Uint8Array | string, string]>([
    ['a docx that inflates to 2 GiB', 'docx', () => docxBomb(2 ** 31), 'too-large'],
    ['a docx that inflates to 2 GiB and says a kilobyte', 'docx', () => docxBomb(1_000), 'damaged'],
    ['a PDF of 5,000 pages', 'pdf', () => manyPages(5_000, shown('(a)'), LATIN_FONT), 'too-large'],
  ])('%s ends in one failure, soon and in little memory', async (_, format, make, reason) => {
    const source = await file(`a.${format}`, make());
    expect(source.sizeBytes).toBeLessThan(4 << 20);
    const reader = createDocumentReader({ worker });
    const before = process.memoryUsage.rss();
    const start = performance.now();
    expect(await reader.read(source, format)).toMatchObject({ failure: { reason } });
    expect(performance.now() - start).toBeLessThan(25_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 << 20);
    reader.close();
  });
});

describe('what the process is for', () => {
  it('survives a bomb and an endless page, and reads on', async () => {
    const reader = createDocumentReader({ worker, limits: { ...DOCUMENT_LIMITS, silenceMs: 3_000 } });
    const bomb = await file('bomb.pdf', BOMB_PDF);
    const endless = await file('endless.pdf', endlessPdf());
    const good = await file('good.pdf', CHINESE_PDF);
    const before = process.memoryUsage.rss();
    const results = await Promise.all([bomb, endless, good].map((source) => reader.read(source, 'pdf')));
    expect(results).toMatchObject([
      { failure: { reason: 'too-large' } },
      { failure: { reason: 'timeout' } },
      { value: { characters: 7 } },
    ]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 << 20);
    reader.close();
  }, 15_000);

  it('stops at once when told to', async () => {
    const reader = createDocumentReader({ worker });
    const source = await file('endless.pdf', endlessPdf());
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stop')), 300);
    const start = performance.now();
    await expect(reader.read(source, 'pdf', { signal: stop.signal })).rejects.toThrow('stop');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await reader.read(await file('good.pdf', CHINESE_PDF), 'pdf')).toMatchObject({ ok: true });
    reader.close();
  });
});

const corpus = process.env.SIZHENG_CORPUS;
describe.skipIf(!corpus || !existsSync(corpus))('corpus', () => {
  let reader: DocumentReader;
  beforeAll(() => {
    reader = createDocumentReader({ worker });
  });
  afterAll(() => reader.close());

  const pdfText = {
    characters: 191,
    wordCount: 38,
    pages: 1,
    firstLine: 'This is a test document. It only contains some text.',
  };
  const author = (masked: string) => ({ field: 'author', masked });
  const saved = (masked: string) => ({ field: 'last-saved-by', masked });
  const company = (masked: string) => ({ field: 'company', masked });
  const kb = company('K********** ***********');

  it.each<[string, object]>([
    ['58618.docx', { value: { wordCount: 10, extras: { people: [author('m*'), saved('m*')], externals: [] } } }],
    ['SampleDoc.docx', { value: { characters: 105, wordCount: 31, firstLine: 'I am a test document' } }],
    ['bug56075-changeTracking_on.docx', { value: { wordCount: 3, extras: { revisions: 0 } } }],
    ['comment.docx', { value: { characters: 0, extras: { comments: 1, firstComment: { paragraph: 1 }, people: [] } } }],
    ['documentProtection_readonly_no_password.docx', { value: { characters: 22, wordCount: 3 } }],
    ['footnotes.docx', { value: { wordCount: 7, extras: { people: [{}, {}, company('J** **********')] } } }],
    ['protected_sample.docx', { value: { wordCount: 4, firstLine: 'Un due tre prova' } }],
    ['zero-length.docx', { value: { characters: 0, firstLine: null, blocks: [], extras: { people: [] } } }],
    ['ExternalEntityInText.docx', { failure: { reason: 'damaged' } }],
    ['clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx', { failure: { reason: 'damaged' } }],
    ['text_only.doc', { value: { characters: 191, wordCount: 38, pages: null, extras: { people: [{}, {}, kb] } } }],
    ['text_only_fontsEmbeddedSubset.pdf', { value: { ...pdfText, extras: { people: [{}, kb], macros: [] } } }],
    ['text_only_fontsNotEmbedded.pdf', { value: pdfText }],
    ['corruptionOneByteMissing.pdf', { value: pdfText }],
    ['javascript.pdf', { value: { wordCount: 2, extras: { macros: ['JavaScript (OpenAction)'] } } }],
    ['encryption_openpassword.pdf', { failure: { reason: 'encrypted' } }],
  ])('%s', async (name, expected) => {
    const location = join(corpus ?? '', 'documents', name);
    const source = { location, sizeBytes: statSync(location).size };
    const start = performance.now();
    expect(await reader.read(source, name.replace(/^.*\./, ''))).toMatchObject(expected);
    expect(performance.now() - start).toBeLessThan(25_000);
  });

  it('has no file that is not told of here', () => {
    expect(readdirSync(join(corpus ?? '', 'documents'))).toHaveLength(16);
  });
});
