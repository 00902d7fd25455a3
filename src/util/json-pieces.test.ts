import { describe, expect, it } from 'vitest';
import { parseJsonBytes } from './json-pieces.ts';

const VALUES: readonly [string, unknown][] = [
  ['a number', 1],
  ['a string', 'a"b\\"c\\\\'],
  ['an empty object', {}],
  ['an empty array', []],
  ['structure inside strings', { 'a,]}{"': ['],[', '}', '\\', '\\"', ','] }],
  ['a nested one', { a: [{ b: [1, [2, { c: '微课,"' }]] }, null, true], d: { e: {} } }],
];

describe('parseJsonBytes gives what JSON.parse gives, in pieces of any size', () => {
  it.each(VALUES)('%s', (_, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2), ` \n${JSON.stringify(value)}\t\r\n`]) {
      for (let pieceBytes = 1; pieceBytes <= text.length; pieceBytes += 1) {
        const bytes = Buffer.from(text);
        // What is smaller than a scalar cannot be taken apart.
        if (pieceBytes < 24 && bytes.length > pieceBytes) continue;
        expect(parseJsonBytes(bytes, pieceBytes)).toEqual(value);
      }
    }
  });

  it('a list of many', () => {
    const value = { items: Array.from({ length: 5000 }, (_, index) => ({ index, text: `"${index}",[` })) };
    expect(parseJsonBytes(Buffer.from(JSON.stringify(value)), 64)).toEqual(value);
  });

  it('of two members of one name the last, and no prototype', () => {
    const text = '{"a":1,"a":2,"__proto__":{"polluted":true}}';
    const value = parseJsonBytes(Buffer.from(text), 20) as Record<string, unknown>;
    expect(value.a).toBe(2);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('refuses', () => {
  const filler = '"x"'.padEnd(40);
  it.each([
    ['nothing', ''],
    ['a list without an end', `[1,${filler}`],
    ['a list that ends as an object', `[1,${filler}}`],
    ['a comma too many', `[1,${filler},]`],
    ['no comma', `[1 ${filler}]`],
    ['a string without an end', `["x,${filler.replaceAll('"', '')}]`],
    ['a member without a value', `{"a",${filler}}`],
    ['a key that is no string', `{1:2,"a":${filler}}`],
    ['two values', `{}{"a":${filler}}`],
    ['a string larger than a piece', `["${'x'.repeat(100)}"]`],
    ['large containers deep in one another', `${'['.repeat(40)}${']'.repeat(40)}`],
  ])('%s', (_, text) => {
    expect(() => parseJsonBytes(Buffer.from(text), 30)).toThrow(SyntaxError);
  });
});
