import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { isCertain } from './certainty.ts';
import { decodeText } from './decode.ts';

const SIMPLIFIED = '各位同学大家好';
const TRADITIONAL = '各位同學大家好，今天我們來談一談';

function certain(bytes: Buffer): boolean | null {
  const decoded = decodeText(bytes);
  return decoded.ok ? isCertain(bytes, decoded.value.encoding) : null;
}

it.each([
  ['simplified in GB18030', iconv.encode(SIMPLIFIED, 'gb18030'), true],
  ['traditional in Big5', iconv.encode(TRADITIONAL, 'big5'), true],
  ['UTF-8', Buffer.from(SIMPLIFIED), true],
  ['UTF-16', iconv.encode(`${SIMPLIFIED}\n`, 'utf-16le'), true],
  [
    'a broken byte',
    Buffer.concat([iconv.encode('你好\n再见\n'.repeat(10), 'gb18030'), Buffer.from([0xff, 0x0a])]),
    false,
  ],
  ['Big5-HKSCS', iconv.encode(`${TRADITIONAL}，我哋今日講下情緒管理，${TRADITIONAL}`, 'big5hkscs'), false],
  // Whole as Chinese, and too short to be called Korean or Japanese.
  ['two syllables in EUC-KR', iconv.encode('옵션', 'euc-kr'), false],
  ['two kanji in EUC-JP', iconv.encode('検索', 'euc-jp'), false],
])('%s: %s', (_, bytes, wanted) => {
  expect(certain(bytes)).toBe(wanted);
});
