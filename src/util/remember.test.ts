import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('works a value out once for an object, until another is asked for', () => {
  const seen: object[] = [];
  const count = remember((key: { n: number }) => seen.push(key));
  const [a, b] = [{ n: 1 }, { n: 1 }];
  expect([count(a), count(a), count(b), count(b), count(a)]).toEqual([1, 1, 2, 2, 3]);
});

it('remembers nothing as well', () => {
  let calls = 0;
  const nothing = remember(() => {
    calls += 1;
    return null;
  });
  const key = {};
  expect([nothing(key), nothing(key), calls]).toEqual([null, null, 1]);
});
