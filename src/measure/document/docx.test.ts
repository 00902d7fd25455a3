import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XmlError } from '../../util/xml-scan.ts';
import { countTextRuns, readDocx } from './docx.ts';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const body = (inner: string) => `<w:document xmlns:w="x"><w:body><w:p>${inner}</w:p></w:body></w:document>`;

describe('countTextRuns', () => {
  it.each([
    ['white space', run(' 心理 健康 '), 4],
    ['references', run('a&amp;&#x4f60;'), 3],
    ['breaks and tabs', `${run('a')}<w:r><w:tab/><w:br/></w:r>${run('b')}`, 2],
    ['indentation between elements', `\n  ${run('a')}\n`, 1],
    ['deleted text', `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>${run('a')}`, 1],
    ['moved text', `<w:moveFrom>${run('move')}</w:moveFrom><w:moveTo>${run('move')}</w:moveTo>`, 4],
    ['field codes', `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('1')}`, 1],
    ['formulas', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', 1],
    [
      'a text box and its fallback',
      `<mc:AlternateContent><mc:Choice>${run('box')}</mc:Choice><mc:Fallback>${run('box')}</mc:Fallback></mc:AlternateContent>`,
      3,
    ],
    ['another prefix', '<ns0:t>ab</ns0:t>', 2],
  ])('%s', (_, inner, expected) => {
    expect(countTextRuns(body(inner))).toBe(expected);
  });

  it('refuses a document type', () => {
    const hostile = `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body(run('&x;'))}`;
    expect(() => countTextRuns(hostile)).toThrow(XmlError);
  });
});

describe('readDocx', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docx-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The count, or the reason of the failure. */
  async function read(content: Record<string, Uint8Array> | Uint8Array): Promise<number | string | null> {
    const location = join(folder, 'a.docx');
    const bytes = content instanceof Uint8Array ? content : zipSync(content);
    await writeFile(location, bytes);
    const facts = await readDocx({ location, sizeBytes: bytes.length });
    return facts.ok ? facts.value.characters : facts.failure.reason;
  }

  const part = (inner: string) => strToU8(body(run(inner)));
  const relationships = (target: string) =>
    strToU8(
      `<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="${target}"/></Relationships>`,
    );

  it.each([
    ['the usual part', { 'word/document.xml': part('你好') }, 2],
    ['UTF-16', { 'word/document.xml': iconv.encode(`\ufeff${body(run('你好'))}`, 'utf-16le') }, 2],
    [
      'another main part',
      { '_rels/.rels': relationships('/word/document2.xml'), 'word/document2.xml': part('abc') },
      3,
    ],
    ['a wrong relationship', { '_rels/.rels': relationships('../x'), 'word/document.xml': part('a') }, 1],
    ['no main part', { 'word/styles.xml': part('a') }, 'damaged'],
    ['no XML', { 'word/document.xml': strToU8('hello') }, 'damaged'],
    ['no archive', strToU8('PK\x03\x04'), 'damaged'],
    ['a password', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'encrypted'],
    ['a bomb', { 'word/document.xml': new Uint8Array(33 << 20) }, 'too-large'],
  ])('%s', async (_, content, expected) => {
    expect(await read(content)).toBe(expected);
  });

  it('opens a name that is not UTF-8', async () => {
    const location = Buffer.concat([Buffer.from(folder), Buffer.from('/\xd0\xc4.docx', 'latin1')]);
    await writeFile(location, zipSync({ 'word/document.xml': part('a') })).catch(() => undefined);
    const facts = await readDocx({ location, sizeBytes: 1 });
    // Where the file system has no such names, the file is not there.
    expect(facts.ok ? facts.value.characters : facts.failure.reason).toBe(facts.ok ? 1 : 'unreadable');
  });
});
