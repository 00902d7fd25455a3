import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../util/package-root.ts';
import { createDocumentReader, DOCUMENT_LIMITS, type DocumentReader } from './reader.ts';

/** Below node_modules, so that the bundle finds its packages. */
let folder = '';
let worker: URL;

beforeAll(async () => {
  const cache = join(packageRoot(), 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'document-'));
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'worker.ts'),
    platform: 'node',
    external: (id) => /^[a-z@]/i.test(id) && !/^[a-z]:/i.test(id),
  });
  await bundle.write({ dir: folder, entryFileNames: 'document-worker.js' });
  worker = pathToFileURL(join(folder, 'document-worker.js'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const location = join(folder, name);
  await writeFile(location, bytes);
  return { location, sizeBytes: bytes.length };
}

/** A PDF of the objects given, the first of which is the catalogue; readers rebuild the missing cross-references. */
function pdf(...objects: string[]): string {
  const numbered = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  return `%PDF-1.5\n${numbered.join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`;
}

function stream(content: Uint8Array, entries = ''): string {
  const data = Buffer.from(content).toString('latin1');
  return `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;
}

function onePage(content: string, font: string, ...more: string[]): string {
  return pdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X6 6 0 R>>>>>>',
    content,
    font,
    ...more,
  );
}

const LATIN_FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const CHINESE_FONT = `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[
  <</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000
    /FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4>>
    /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>`;
const CHINESE_TEXT = iconv.encode('心理微课 ABC', 'gb18030').toString('hex');
const CHINESE_PDF = onePage(stream(Buffer.from(`BT /F 12 Tf <${CHINESE_TEXT}> Tj ET`)), CHINESE_FONT);
const EMPTY_PDF = onePage(stream(Buffer.from('')), LATIN_FONT);
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
    const facts = { kind: 'document', format: 'md', characters: 12, pages: null };
    expect(await reader.read(source, 'md')).toEqual({ ok: true, value: facts });
    const western = await file('a.txt', 'd\xe9j\xe0 vu');
    expect(await reader.read(western, 'txt')).toMatchObject({ failure: { reason: 'undecodable' } });
  });

  it.each(['rtf', 'wps', 'pages'])('knows no count for %s', async (format) => {
    const source = await file(`a.${format}`, 'x');
    const facts = { kind: 'document', format, characters: null, pages: null };
    expect(await reader.read(source, format)).toEqual({ ok: true, value: facts });
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
    ['no text', EMPTY_PDF, { value: { characters: 0, pages: 1 } }],
    ['its first bytes only', '%PDF-1.7\n', { failure: { reason: 'damaged' } }],
    ['pages in a circle', EMPTY_PDF.replace('3 0 R', '2 0 R'), { failure: { reason: 'damaged' } }],
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
    expect(performance.now() - start).toBeLessThan(1_500);
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

  it.each([
    ['text_only_fontsEmbeddedSubset.pdf', 'pdf', { value: { characters: 191, pages: 1 } }],
    ['text_only_fontsNotEmbedded.pdf', 'pdf', { value: { characters: 191 } }],
    ['corruptionOneByteMissing.pdf', 'pdf', { value: { characters: 191 } }],
    ['text_only.doc', 'doc', { value: { characters: 191, pages: null } }],
    ['encryption_openpassword.pdf', 'pdf', { failure: { reason: 'encrypted' } }],
    ['SampleDoc.docx', 'docx', { value: { characters: 105 } }],
    ['comment.docx', 'docx', { value: { characters: 0 } }],
    ['ExternalEntityInText.docx', 'docx', { failure: { reason: 'damaged' } }],
    ['clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx', 'docx', { failure: { reason: 'damaged' } }],
  ])('%s', async (name, format, expected) => {
    const location = join(corpus ?? '', 'documents', name);
    const source = { location, sizeBytes: statSync(location).size };
    expect(await reader.read(source, format)).toMatchObject(expected);
  });
});
