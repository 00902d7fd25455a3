import { describe, expect, it } from 'vitest';
import { readTokens } from './stream.ts';
import { MASKED, Tokeniser } from './tokens.ts';

function read(texts: readonly string[], known: readonly string[] = []) {
  return readTokens(texts.length, (text) => texts[text] as string, known, new Tokeniser());
}

describe('the stream', () => {
  it('has known lines first, then one text after the other', () => {
    const { tokens, starts, known, longest } = read(['甲乙丙', '', '乙甲'], ['丙', '丁**']);
    expect([...tokens]).toEqual([1, MASKED, 2, MASKED, 3, 4, 1, 4, 3]);
    expect([...starts]).toEqual([4, 7, 7, 9]);
    expect({ known, longest }).toEqual({ known: 4, longest: 3 });
  });

  it('of no text is empty', () => expect([...read([]).tokens]).toEqual([]));

  it('grows with long texts', () => {
    const { tokens } = read(['甲'.repeat(50_000), '乙']);
    expect([tokens.length, tokens[49_999], tokens[50_000]]).toEqual([50_001, 1, 2]);
  });

  it('takes two bytes a token as long as that is enough', () => {
    const words = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(' ');
    expect(read([words(0xffff)]).tokens).toBeInstanceOf(Uint16Array);
    const { tokens } = read([words(0xffff), words(0x10000)]);
    expect(tokens).toBeInstanceOf(Uint32Array);
    expect([tokens[0], tokens[0xfffe], tokens[0xffff], tokens.at(-1)]).toEqual([1, 0xffff, 1, 0x10000]);
  });
});
