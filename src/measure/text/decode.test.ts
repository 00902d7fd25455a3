import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const SIMPLIFIED = '各位同学大家好，今天我们来谈一谈如何调整自己的情绪和睡眠。\r\n第一课 ABC 123';
const TRADITIONAL = '各位同學大家好，今天我們來談一談如何調整自己的情緒和睡眠。\r\n第一課 ABC 123';

function decode(bytes: Uint8Array) {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.value : decoded.failure.reason;
}

describe('decodeText', () => {
  it.each([
    ['utf-8', SIMPLIFIED],
    ['utf-8', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', TRADITIONAL],
    ['gb18030', SIMPLIFIED],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['gb18030', '来访者𠮷某，情绪低落'],
    ['utf-8', 'only ASCII'],
    ['utf-8', ''],
  ])('%s without a mark: %j', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual({ text, encoding, hadBom: false });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])('%s with a byte order mark', (encoding) => {
    const bytes = iconv.encode(`\ufeff${SIMPLIFIED}`, encoding);
    expect(decode(bytes)).toEqual({ text: SIMPLIFIED, encoding, hadBom: true });
  });

  it('keeps a second mark, which is a fault of the file', () => {
    expect(decode(Buffer.from('\ufeff\ufeffa'))).toMatchObject({ text: '\ufeffa' });
  });

  it('knows UTF-16 whose NULs stand on both sides: 一 is U+4E00', () => {
    const text = '一心一意，一九八四，团体辅导\r\n第一课';
    expect(decode(iconv.encode(text, 'utf-16le'))).toMatchObject({ text, encoding: 'utf-16le' });
  });

  it.each([
    ['utf-8', 'utf-8'],
    ['gb18030', 'gb18030'],
  ])('%s cut in mid-character loses that character only', (encoding, expected) => {
    const bytes = iconv.encode('心理健康', encoding).subarray(0, -1);
    expect(decode(bytes)).toEqual({ text: '心理健\ufffd', encoding: expected, hadBom: false });
  });

  it.each(['utf-8', 'gb18030'])('%s with one broken byte keeps the lines around it', (encoding) => {
    const line = iconv.encode(`${SIMPLIFIED}\n`, encoding);
    const broken = Buffer.concat([line, Buffer.from([0xff, 0x0a]), line]);
    expect(decode(broken)).toMatchObject({ encoding, text: `${SIMPLIFIED}\n\ufffd\n${SIMPLIFIED}\n` });
  });

  it('keeps a NUL in UTF-8, for a rule to see', () => {
    expect(decode(Buffer.from(`${SIMPLIFIED}\0${SIMPLIFIED}`))).toMatchObject({ encoding: 'utf-8' });
  });

  it.each([
    ['latin1', 'déjà vu à la carte, très bien, où êtes-vous été'],
    ['latin1', 'café'],
    ['windows-1251', 'Привет, как дела? Сегодня о сне и эмоциях.'],
    ['shiftjis', '今日はストレスの話をします。みなさんこんにちは'],
    ['utf-32le', '\ufeff心理健康'],
  ])('%s is undecodable: %j', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toBe('undecodable');
  });

  it('stays fast on a large file in no encoding', () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 0xfe);
    const start = performance.now();
    expect(decode(bytes)).toBe('undecodable');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
