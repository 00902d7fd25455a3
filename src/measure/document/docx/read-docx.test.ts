import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../../model/document-facts.ts';
import { type DocxContent, makeDocx, paragraph, relationships, run, xml } from './docx-for-tests.ts';
import { readDocx } from './read-docx.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The facts, or the reason of the failure. */
async function readBytes(bytes: Uint8Array): Promise<DocumentFacts | string> {
  const location = join(folder, 'a.docx');
  await writeFile(location, bytes);
  const facts = await readDocx({ location, sizeBytes: bytes.length });
  return facts.ok ? facts.value : facts.failure.reason;
}

async function read(content: DocxContent): Promise<DocumentFacts> {
  const facts = await readBytes(makeDocx(content));
  if (typeof facts === 'string') throw new Error(facts);
  return facts;
}

describe('the parts of a package', () => {
  const main = (inner: string) => strToU8(xml('w:document', paragraph(inner)));
  const toMain = (target: string) => strToU8(relationships([['officeDocument', target]]));
  const zip = (...files: [string, Uint8Array][]) => zipSync(Object.fromEntries(files));

  it.each([
    ['the usual part', zip(['word/document.xml', main('你好')]), 2],
    [
      'UTF-16',
      zip(['word/document.xml', iconv.encode(`\ufeff${xml('w:document', paragraph('你好'))}`, 'utf-16le')]),
      2,
    ],
    ['another main part', zip(['_rels/.rels', toMain('/word/document2.xml')], ['word/document2.xml', main('abc')]), 3],
    ['a main part elsewhere', zip(['_rels/.rels', toMain('a/../w/./d.xml')], ['w/d.xml', main('abc')]), 3],
    ['a wrong relationship', zip(['_rels/.rels', toMain('../../x')], ['word/document.xml', main('a')]), 1],
    ['no main part', zip(['word/styles.xml', main('a')]), 'damaged'],
    ['no XML', zip(['word/document.xml', strToU8('hello')]), 'damaged'],
    ['no archive', strToU8('PK\x03\x04'), 'damaged'],
    ['a password', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'encrypted'],
    ['a name that leads out', zip(['../word/document.xml', main('a')], ['word/document.xml', main('a')]), 'damaged'],
    ['a bomb', zip(['word/document.xml', new Uint8Array(33 << 20)]), 'too-large'],
  ])('%s', async (_, bytes, expected) => {
    const facts = await readBytes(bytes);
    expect(typeof facts === 'string' ? facts : facts.characters).toBe(expected);
  });

  it('refuses a part whose bytes are not those of its checksum', async () => {
    const bytes = Buffer.from(zip(['word/document.xml', main('a')]));
    const record = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes.writeUInt8(bytes.readUInt8(record + 16) ^ 1, record + 16);
    expect(await readBytes(bytes)).toBe('damaged');
  });

  it('opens a name that is not UTF-8', async () => {
    const location = Buffer.concat([Buffer.from(folder), Buffer.from('/\xd0\xc4.docx', 'latin1')]);
    await writeFile(location, makeDocx({ body: paragraph('a') })).catch(() => undefined);
    const facts = await readDocx({ location, sizeBytes: 1 });
    // Where the file system has no such names, the file is not there.
    expect(facts.ok ? facts.value.characters : facts.failure.reason).toBe(facts.ok ? 1 : 'unreadable');
  });
});

describe('limits', () => {
  it('keeps as many paragraphs as are of use, and counts the others', async () => {
    const facts = await read({ body: paragraph('段').repeat(120_000) });
    expect([facts.blocks.length, facts.wordCount]).toEqual([50_000, 120_000]);
  });

  const headers = (count: number, part: string) => {
    const names = Array.from({ length: count }, (_, index) => `header${index}.xml`);
    return makeDocx({
      links: names.map((name) => ['header', name]),
      parts: Object.fromEntries(names.map((name) => [`word/${name}`, part])),
    });
  };

  it('refuses more parts, and more in all of them, than any document has', async () => {
    expect(await readBytes(headers(1_001, '<w:hdr/>'))).toBe('too-large');
    expect(await readBytes(headers(5, `<w:hdr><!--${' '.repeat(7 << 20)}--></w:hdr>`))).toBe('too-large');
  });

  it('reads a header that refers to itself once', async () => {
    const parts = {
      'word/header1.xml': xml('w:hdr', paragraph('页眉')),
      'word/_rels/header1.xml.rels': relationships([['header', 'header1.xml']]),
      'word/_rels/document.xml.rels': relationships([
        ['header', 'header1.xml'],
        ['header', 'document.xml'],
      ]),
    };
    const { blocks } = await read({ body: paragraph('正文'), parts });
    expect(blocks.map(({ text, at }) => [text, at.part])).toEqual([
      ['正文', undefined],
      ['页眉', 'header'],
      ['正文', 'header'],
    ]);
  });
});

describe('what stands beside the body', () => {
  const header = (text: string) => xml('w:hdr', paragraph(text));

  it('is read part by part, in the order of the parts', async () => {
    const facts = await read({
      body: paragraph('正文'),
      links: [
        ['comments', 'comments.xml'],
        ['header', 'header1.xml'],
        ['header', '/word/header2.xml'],
        ['header', 'header1.xml'],
        ['footnotes', 'footnotes.xml'],
        ['image', 'media/image1.png'],
        ['header', 'http://example.com/header.xml', true],
        ['footer', 'not-there.xml'],
      ],
      parts: {
        'word/comments.xml': xml('w:comments', `<w:comment w:id="0">${paragraph('请改')}</w:comment>`),
        'word/header1.xml': header('页眉一'),
        'word/header2.xml': header('页眉二'),
        'word/footnotes.xml': xml('w:footnotes', `<w:footnote>${paragraph('脚注')}</w:footnote>`),
      },
    });
    expect(facts.blocks.map(({ text, at }) => [text, at.part, at.paragraph])).toEqual([
      ['正文', undefined, 1],
      ['页眉一', 'header', 1],
      ['页眉二', 'header', 2],
      ['脚注', 'footnote', 1],
      ['请改', 'comment', 1],
    ]);
    expect([facts.characters, facts.extras.comments]).toEqual([4, 0]);
  });

  it('counts the comments that the text refers to', async () => {
    const comment = (id: number) => `<w:comment w:id="${id}">${paragraph('意见')}${paragraph('又及')}</w:comment>`;
    const reference = (id: number) => `<w:p>${run('a')}<w:r><w:commentReference w:id="${id}"/></w:r></w:p>`;
    const { extras } = await read({
      body: paragraph('一') + reference(7) + reference(9),
      links: [['comments', 'comments.xml']],
      parts: { 'word/comments.xml': xml('w:comments', comment(7) + comment(8)) },
    });
    expect([extras.comments, extras.firstComment]).toEqual([1, { paragraph: 2 }]);
  });

  it('knows its own properties', async () => {
    const facts = await read({
      body: paragraph('正文'),
      packageLinks: [
        ['metadata/core-properties', 'docProps/core.xml'],
        ['extended-properties', 'docProps/app.xml'],
      ],
      parts: {
        'docProps/core.xml': xml(
          'cp:coreProperties',
          '<dc:title>张三 13800138000</dc:title><dc:creator>张三</dc:creator><cp:lastModifiedBy>Administrator</cp:lastModifiedBy>',
        ),
        'docProps/app.xml': xml(
          'Properties',
          '<Application>WPS</Application><Company>某某大学</Company><Manager></Manager><TitlesOfParts><vt:lpstr>x</vt:lpstr></TitlesOfParts>',
        ),
      },
    });
    expect(facts.extras.people).toEqual([
      { field: 'author', masked: '张*' },
      { field: 'company', masked: '某***' },
    ]);
    expect(facts.privateData.map(({ kind, at }) => [kind, at])).toEqual([['phone', { part: 'properties' }]]);
    expect(JSON.stringify(facts)).not.toContain('13800138000');
  });

  it('knows nothing of a text that is another file', async () => {
    const facts = await read({ body: '<w:altChunk r:id="a"/>', links: [['aFChunk', 'afchunk.mht']] });
    expect([facts.format, facts.characters, facts.wordCount]).toEqual(['docx', null, null]);
  });
});

describe('what is carried along', () => {
  const macroEnabled = xml(
    'Types',
    '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
  );

  it.each<[string, DocxContent, string[]]>([
    ['macros', { parts: { 'word/vbaProject.bin': 'x' } }, ['word/vbaProject.bin']],
    ['a docm without any', { parts: { '[Content_Types].xml': macroEnabled } }, ['[Content_Types].xml']],
    ['neither', {}, []],
  ])('%s', async (_, content, expected) => {
    expect((await read(content)).extras.macros).toEqual(expected);
  });

  it('objects of other programs', async () => {
    const parts = {
      'word/embeddings/oleObject1.bin': 'x',
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx': 'x',
      'word/activeX/activeX1.bin': 'x',
      'word/activeX/activeX1.xml': 'x',
      'word/embeddings/_rels/a.rels': xml('Relationships', ''),
      'word/media/image1.png': 'x',
    };
    expect((await read({ parts })).extras.embedded).toEqual([
      'word/embeddings/oleObject1.bin',
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx',
      'word/activeX/activeX1.bin',
    ]);
  });

  it.each([
    ['hyperlink', 'https://example.com/', []],
    ['hyperlink', 'mailto:a@example.com', []],
    ['image', 'file:///C:\\Users\\张三\\Desktop\\图1.png', ['C:/…/图1.png']],
    ['image', 'https://example.com/a/b/图.png?token=1', ['example.com/…/图.png']],
    ['image', '图2.png', ['图2.png']],
    ['image', 'NULL', []],
    ['oleObject', 'file:///D:\\数据.xlsx', ['D:/数据.xlsx']],
    ['attachedTemplate', 'file:///C:\\Users\\a\\Templates\\x.dotm', []],
    ['attachedTemplate', 'Normal.dotm', []],
    ['attachedTemplate', 'https://evil.example/t.dotm', ['evil.example/t.dotm']],
    ['attachedTemplate', 'file:///\\\\server\\share\\t.dotm', ['server/…/t.dotm']],
    ['attachedTemplate', 'file://server/t.dotm', ['server/t.dotm']],
    ['attachedTemplate', '\\\\server\\t.dotm', ['server/t.dotm']],
  ])('%s %s', async (type, target, expected) => {
    expect((await read({ links: [[type, target, true]] })).extras.externals).toEqual(expected);
  });

  it('looks at the relationships of every part, once each', async () => {
    const parts = {
      'word/_rels/settings.xml.rels': relationships([['attachedTemplate', 'http://evil.example/t.dotm', true]]),
      'word/_rels/header1.xml.rels': relationships([['image', 'http://evil.example/t.dotm', true]]),
    };
    expect((await read({ parts })).extras.externals).toEqual(['evil.example/t.dotm']);
  });
});
