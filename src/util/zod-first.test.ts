import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseToFirstFault } from './zod-first.ts';

const schema = z.object({
  name: z.string().min(1),
  items: z.array(z.object({ id: z.int(), tags: z.array(z.string()), note: z.string().nullable() })),
});
const GOOD = { name: 'a', items: [{ id: 1, tags: ['x', 'y'], note: null }] };

describe('parseToFirstFault', () => {
  it('gives what zod gives: keys that the schema does not name are left out', () => {
    const value = { ...GOOD, more: 1, items: [{ ...GOOD.items[0], more: 2 }] };
    expect(parseToFirstFault(schema, value)).toEqual({ ok: true, value: schema.parse(value) });
  });

  it('leaves a member out that need not be there', () => {
    const optional = z.object({ tags: z.array(z.string()), note: z.string().exactOptional() });
    expect(parseToFirstFault(optional, { tags: [] })).toEqual({ ok: true, value: { tags: [] } });
    expect(parseToFirstFault(optional, { tags: [], note: 1 })).toMatchObject({ ok: false, path: ['note'] });
  });

  it.each<[string, unknown, PropertyKey[]]>([
    ['no object', null, []],
    ['a list in its place', [], []],
    ['a missing member', { items: [] }, ['name']],
    ['no list', { name: 'a', items: 'x' }, ['items']],
    [
      'a member of an element',
      { name: 'a', items: [...GOOD.items, { ...GOOD.items[0], id: 'x' }] },
      ['items', 1, 'id'],
    ],
    [
      'an element of a list in a list',
      { name: 'a', items: [{ ...GOOD.items[0], tags: ['x', 2] }] },
      ['items', 0, 'tags', 1],
    ],
  ])('%s', (_, value, path) => {
    const parsed = parseToFirstFault(schema, value);
    expect(parsed).toEqual({ ok: false, path, message: expect.stringMatching(/./) as string });
  });

  it('ends at the first of a million faults', () => {
    const items = Array.from({ length: 1_000_000 }, () => 1);
    expect(parseToFirstFault(schema, { name: 'a', items })).toMatchObject({ ok: false, path: ['items', 0] });
  });
});
