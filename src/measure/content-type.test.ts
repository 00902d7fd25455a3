import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readAtBytes } from '../util/byte-source.ts';
import { CONTENT_HEAD_BYTES, detectContentType } from './content-type.ts';

/** `video/mp4`, as the program would say it of a file that holds these bytes and nothing else. */
async function typeOf(content: string | Uint8Array, name = 'a.bin'): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const head = bytes.subarray(0, CONTENT_HEAD_BYTES);
  const { kind, format } = await detectContentType(head, bytes.length, name, readAtBytes(bytes));
  return `${kind}/${format}`;
}

function zip(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
}

const MP3_FRAME = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(413)]);
const ADTS_FRAME = Buffer.concat([Buffer.from('fff15080027ffc', 'hex'), Buffer.alloc(12)]);
const TS_PACKET = Buffer.concat([Buffer.from('G'), Buffer.alloc(187)]);
const ASF = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c';
const ASF_VIDEO = '\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b';

describe('media', () => {
  it.each([
    ['video/mp4', '\0\0\0\x20ftypisom\0\0\x02\0isommp41'],
    ['video/mp4', '\0\0\0\x20ftyp'],
    ['video/mov', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    ['video/m4v', '\0\0\0\x14ftypM4V \0\0\0\0M4V '],
    ['video/3gp', '\0\0\0\x14ftyp3gp5\0\0\0\0isom'],
    ['audio/m4a', '\0\0\0\x14ftypM4A \0\0\0\0isom'],
    ['image/heic', '\0\0\0\x14ftypheic\0\0\0\0mif1'],
    ['image/avif', '\0\0\0\x18ftypmif1\0\0\0\0mif1avif'],
    ['video/mov', '\0\0\x10\0moov\0\0\0\x6cmvhd'],
    ['video/mov', '\0\0\0\x01mdat\0\0\0\0\0\x10\0\0'],
    ['video/mov', '\0\0\0\x08wide\0\0\x10\0mdat'],
    ['video/mp4', '\0\0\0\x18styp msdh'],
    ['video/matroska', '\x1aE\xdf\xa3\x9fB\x82\x88matroska'],
    ['video/webm', '\x1aE\xdf\xa3\x9fB\x82\x84webm'],
    ['video/avi', 'RIFF\0\0\0\0AVI LIST'],
    ['video/flv', 'FLV\x01\x05'],
    ['video/asf', `${ASF}....${ASF_VIDEO}`],
    ['audio/wma', ASF],
    ['video/mpegps', '\0\0\x01\xbaD'],
    ['video/rm', '.RMF\0\0'],
    ['video/ogg', 'OggS\0\x02............\x80theora'],
    ['audio/ogg', 'OggS\0\x02............\x01vorbis'],
    ['audio/wav', 'RIFF\0\0\0\0WAVEfmt '],
    ['audio/flac', 'fLaC\0'],
    ['audio/mp3', 'ID3\x03\0\0\0\0\x0f\x76'],
  ])('%s', async (expected, content) => {
    expect(await typeOf(content)).toBe(expected);
  });

  it('knows streams by sync words that come back', async () => {
    expect(await typeOf(Buffer.concat([TS_PACKET, TS_PACKET, TS_PACKET]))).toBe('video/mpegts');
    const stamped = Buffer.concat([Buffer.alloc(4), TS_PACKET]);
    expect(await typeOf(Buffer.concat([stamped, stamped, stamped]))).toBe('video/mpegts');
    expect(await typeOf(Buffer.concat([MP3_FRAME, MP3_FRAME]))).toBe('audio/mp3');
    expect(await typeOf(Buffer.concat([ADTS_FRAME, ADTS_FRAME]))).toBe('audio/aac');
  });

  it.each([
    ['Git is free, and text with a box name in it stays text'],
    ['softyped by hand'],
    ['BMI is a number'],
    ['ID3 is a tag'],
    ['GGGG'],
    ['MM and II'],
  ])('%j is a text', async (content) => {
    expect(await typeOf(content, 'a.txt')).toBe('document/txt');
  });
});

describe('images, archives and the rest', () => {
  it.each([
    ['image/jpg', '\xff\xd8\xff\xe0'],
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['image/bmp', 'BM\x36\0\0\0\0\0\0\0'],
    ['image/tiff', 'II*\0\x08'],
    ['image/svg', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['archive/rar', 'Rar!\x1a\x07\x01\0'],
    ['archive/7z', '7z\xbc\xaf\x27\x1c'],
    ['archive/gz', '\x1f\x8b\x08\0'],
    ['archive/bz2', 'BZh91AY&SY'],
    ['archive/xz', '\xfd7zXZ\0'],
    ['archive/tar', `${'\0'.repeat(257)}ustar`],
    ['document/pdf', '%PDF-1.7'],
    ['document/pdf', `${'\0'.repeat(128)}%PDF-1.4`],
    ['document/pdf', '\xef\xbb\xbf%PDF-1.4'],
    ['document/txt', 'about %PDF-1.4 headers'],
    ['html/html', '<html>\n%PDF-1.4'],
    ['document/rtf', '{\\rtf1\\ansi'],
    ['lfs-pointer/git-lfs', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\n'],
    ['empty/null', ''],
    ['unknown/null', '\0\0\0\0\0\0\0\0\0\0\0\0'],
    ['unknown/null', '\x7fELF\x02\x01\x01\0\0\0'],
  ])('%s', async (expected, content) => {
    expect(await typeOf(content)).toBe(expected);
  });
});

describe('zip', () => {
  const ofd = zip('OFD.xml', 'Doc_0/Document.xml');
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'a.xml': strToU8(''),
  });
  it.each([
    ['docx', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'document/docx'],
    ['docx with a workbook in it', zip('[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml'), 'document/docx'],
    ['xlsx', zip('xl/workbook.xml', '[Content_Types].xml'), 'spreadsheet/xlsx'],
    ['pptx by a writer that uses backslashes', zip('[Content_Types].xml', 'ppt\\presentation.xml'), 'slides/pptx'],
    ['odt', odt, 'document/odt'],
    ['ofd', ofd, 'document/ofd'],
    ['pages', zip('Index/Document.iwa'), 'document/pages'],
    ['files', zip('课/视频.mp4', '课/word/a.xml'), 'archive/zip'],
    ['nothing', zip(), 'archive/zip'],
  ])('%s', async (_, bytes, expected) => {
    expect(await typeOf(bytes)).toBe(expected);
  });

  it('finds names beyond the head, and in the head when the end is lost', async () => {
    const first = Buffer.alloc(CONTENT_HEAD_BYTES * 2, 'x');
    const late = zipSync({ 'a.png': [first, { level: 0 }], 'word/a.xml': strToU8(''), '_rels/.rels': strToU8('') });
    expect(await typeOf(late)).toBe('document/docx');
    const cut = zip('[Content_Types].xml', 'word/document.xml', 'word/styles.xml').subarray(0, 150);
    expect(await typeOf(cut)).toBe('document/docx');
  });
});

describe('text', () => {
  const SRT = '1\n00:00:01,000 --> 00:00:02,000\n你好\n';
  it.each([
    ['srt', SRT, 'subtitle/srt'],
    ['srt with a broken arrow and wide colons', '1\n00：00：01，000 -> 00：00：02，000\n你好\n', 'subtitle/srt'],
    ['srt without hours', '00:01,000 --> 00:02,000\n你好', 'subtitle/srt'],
    ['a guide that quotes one time line', `${'说明\n'.repeat(30)}${SRT}`, 'document/txt'],
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi', 'subtitle/vtt'],
    ['ass', '[Script Info]\nTitle: x', 'subtitle/ass'],
    ['ass without a header', 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,你好', 'subtitle/ass'],
    ['lrc', '[ti:课]\n[00:01.20]你好\n[00:02.40][00:05.00]再见', 'subtitle/lrc'],
    ['ttml', '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"/>', 'subtitle/ttml'],
    ['m3u8', '#EXTM3U\n/etc/passwd', 'playlist/m3u8'],
    ['ffconcat', "ffconcat version 1.0\nfile 'x'", 'playlist/ffconcat'],
    ['pls', '[playlist]\nFile1=x', 'playlist/pls'],
    ['xspf', '<?xml version="1.0"?><playlist xmlns="http://xspf.org/ns/0/"/>', 'playlist/xspf'],
    ['mpd', '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"/>', 'playlist/mpd'],
    ['smil', '<smil><body/></smil>', 'playlist/smil'],
    ['html', '\n<!DOCTYPE html><title>登录</title>', 'html/html'],
    ['xhtml', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="x"/>', 'html/html'],
    ['json', '{"a": [1]}', 'text/json'],
    ['xml', '<?xml version="1.0"?><a/>', 'text/xml'],
    ['plain', '心理微课简介', 'document/txt'],
  ])('%s', async (_, text, expected) => {
    expect(await typeOf(Buffer.from(text))).toBe(expected);
  });

  it.each(['gb18030', 'big5', 'utf-16le', 'utf-16be'])('sees through %s', async (encoding) => {
    expect(await typeOf(iconv.encode(SRT.repeat(3), encoding), 'a.mp4')).toBe('subtitle/srt');
  });

  it('lets the name decide between txt and md, and nothing else', async () => {
    expect(await typeOf('# a', 'a.md')).toBe('document/md');
    expect(await typeOf(Buffer.from(SRT), 'a.md')).toBe('subtitle/srt');
    expect(await typeOf('plain', 'a.mp4')).toBe('document/txt');
  });

  it('takes text in no known encoding for text: the reader says what is wrong with it', async () => {
    expect(await typeOf('d\xe9j\xe0 vu, tr\xe8s bien', 'a.txt')).toBe('document/txt');
  });
});
