import { describe, expect, it } from 'vitest';
import { TokenList } from './token-list.ts';
import { MASKED, Tokeniser } from './tokens.ts';

/** The pieces of the text that became tokens; a mask as `***`. */
function piecesOf(text: string): string[] {
  const list = new TokenList({ withPlaces: true });
  new Tokeniser().read(text, list);
  return Array.from({ length: list.length }, (_, index) =>
    list.values[index] === MASKED ? '***' : text.slice(list.startOf(index), list.endOf(index)),
  );
}

function tokensOf(texts: readonly string[]): number[][] {
  const tokeniser = new Tokeniser();
  return texts.map((text) => {
    const list = new TokenList();
    tokeniser.read(text, list);
    return [...list.values.subarray(0, list.length)];
  });
}

describe('a token', () => {
  it.each([
    ['心理，健康。', ['心', '理', '健', '康']],
    ['CBT认知疗法', ['CBT', '认', '知', '疗', '法']],
    ['15-20分钟', ['15', '20', '分', '钟']],
    ['Well-being, well', ['Well', 'being', 'well']],
    ['こころの健康', ['こ', 'こ', 'ろ', 'の', '健', '康']],
    ['二〇二七', ['二', '〇', '二', '七']],
    ['𠮷野', ['𠮷', '野']],
    ['**重点** 内容', ['重', '点', '内', '容']],
    ['电话 138****5678', ['电', '话', '***']],
    ['邮箱 ab***@qq.com', ['邮', '箱', '***', 'qq', 'com']],
    ['见**CBT**疗法', ['见', 'CBT', '疗', '法']],
    ['\ud800心\udc00 …', ['心']],
    ['', []],
  ])('of %j is one of %j', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));
});

it.each([
  ['full width', 'Sleep 7 hours', 'Ｓｌｅｅｐ　７　ｈｏｕｒｓ'],
  ['case', 'CBT 疗法', 'cbt疗法'],
  ['white space and line breaks', '入睡困难', '入 睡\n困\u3000难'],
  ['characters that are not seen', 'sleep 入睡', 'sl\u200beep 入\u200d睡\ufe0f'],
  ['accents in one piece or two', 'caf\u00e9', 'cafe\u0301'],
  ['compatibility forms', '金子㈠', '\uf90a子一'],
  ['half-width kana', 'カタ', 'ｶﾀ'],
])('%s makes no difference', (_, plain, disguised) => {
  const [left, right] = tokensOf([plain, disguised]);
  expect(left).toEqual(right);
  expect(left?.length).toBeGreaterThan(0);
});

it('tells words apart', () => {
  const [[sleep, sleeps, again] = []] = tokensOf(['sleep sleeps sleep']);
  expect(sleep).toBe(again);
  expect(sleep).not.toBe(sleeps);
});

it('ends at every character that Unicode calls no part of a word', () => {
  const [tokeniser, list] = [new Tokeniser(), new TokenList()];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const character = String.fromCharCode(unit);
    const folded = character.normalize('NFKD');
    if (/[\p{L}\p{N}]/u.test(folded)) continue;
    list.length = 0;
    tokeniser.read(`a${character}b`, list);
    expect(list.length, unit.toString(16)).toBe(/^[\p{M}\p{Cf}]*$/u.test(folded) ? 1 : 2);
  }
});
