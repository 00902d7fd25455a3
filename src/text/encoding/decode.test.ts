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
    ['gb2312', SIMPLIFIED],
    ['gbk', TRADITIONAL],
    ['gbk', '各位同学，这是朱镕基的镕'],
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
    ['gb18030', 'gb2312'],
  ])('%s cut in mid-character loses that character only', (encoding, expected) => {
    const bytes = iconv.encode('心理健康', encoding).subarray(0, -1);
    expect(decode(bytes)).toEqual({ text: '心理健\ufffd', encoding: expected, hadBom: false });
  });

  it.each(['utf-8', 'gb2312', 'gbk'])('%s with one broken byte keeps the lines around it', (encoding) => {
    const text = encoding === 'gbk' ? TRADITIONAL : SIMPLIFIED;
    const line = iconv.encode(`${text}\n`, encoding);
    const broken = Buffer.concat([line, Buffer.from([0xff, 0x0a]), line]);
    expect(decode(broken)).toMatchObject({ encoding, text: `${text}\n\ufffd\n${text}\n` });
  });

  it.each([
    ['half a character at the end', [0xe4, 0xbd], '\ufffd'],
    ['a byte that begins no character', [0xff, 0x0a], '\ufffd\n'],
  ])('ASCII but for %s is read', (_, bytes, end) => {
    const ascii = 'Nothing else is said here of the encoding.\n'.repeat(12);
    expect(decode(Buffer.concat([Buffer.from(ascii), Buffer.from(bytes)]))).toEqual({
      text: ascii + end,
      encoding: 'utf-8',
      hadBom: false,
    });
  });

  it('keeps a NUL in UTF-8, for a rule to see', () => {
    expect(decode(Buffer.from(`${SIMPLIFIED}\0${SIMPLIFIED}`))).toMatchObject({ encoding: 'utf-8' });
  });

  it.each([
    ['latin1', 'déjà vu à la carte, très bien, où êtes-vous été'],
    ['latin1', 'café'],
    ['windows-1251', 'Привет, как дела? Сегодня о сне и эмоциях.'],
    ['euc-kr', '안녕하세요 여러분'],
    ['euc-kr', '오늘은 스트레스를 관리하는 방법에 대해 이야기해 보겠습니다.'],
    ['euc-kr', '김철수 박영희 이민호 최지우'],
    ['euc-kr', '1\n00:00:01,000 --> 00:00:02,000\n잠을 충분히 자는 것이 중요합니다.\n'.repeat(50)],
    ['cp949', '꽃이 피고 햏 뷁 똠방각하, 봄이 왔습니다'],
    ['euc-jp', 'みなさん、こんにちは、元気ですか'],
    ['euc-jp', '十分な睡眠は心の健康にとってとても大切です。'],
    ['euc-jp', 'コンピュータのプログラム'],
    ['euc-jp', '日本国憲法第一条 天皇は日本国の象徴である。'],
    ['big5hkscs', '我哋今日講下情緒管理'],
    ['shiftjis', '今日はストレスの話をします。みなさんこんにちは'],
    ['utf-32le', '\ufeff心理健康'],
  ])('%s is undecodable: %j', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toBe('undecodable');
  });

  it.each([
    ['gb18030', '苯丙氨酸、葡萄糖、胆固醇'],
    ['gb18030', '王磊 李娜 赵敏 孙悦 周杰伦 吴彦祖'],
    ['gb18030', '新疆维吾尔自治区乌鲁木齐市'],
    ['gb18030', '再见'],
    ['gb18030', '日语“さようなら”是再见的意思'],
    ['big5', '青少年憂鬱症的辨識與處遇'],
    ['big5', '陳怡君 林志豪 黃淑芬 張家瑋'],
  ])('%s is neither Korean nor Japanese: %j', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toMatchObject({ text });
  });

  it('stays fast on a large file in no encoding', () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 0xfe);
    const start = performance.now();
    expect(decode(bytes)).toBe('undecodable');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
