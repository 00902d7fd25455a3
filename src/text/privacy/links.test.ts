import { expect, it } from 'vitest';
import { linksOf } from './links.ts';

it.each([
  ['https://a.example/x?y=12 后文', 'x?y=12'],
  ['见www.a.example/12。', '12'],
  ['a.edu.cn/12', '12'],
  ['http://a.cn:8080/12', '12'],
  ['doi 10.1000/12', '12'],
  ['一 https://a.example 二 https://b.example/12 三', '12'],
])('%s: %s is in a link', (text, part) => {
  expect(linksOf(text)(text.indexOf(part))).toBe(true);
});

it.each([
  ['https://a.example/x 12', '12'],
  ['https://a.example/x，12', '12'],
  ['https://a.example/x。12', '12'],
  ['12 https://a.example/x', '12'],
  ['zhang@a.cn 12', '12'],
  ['3.14/12', '12'],
])('%s: %s is in none', (text, part) => {
  expect(linksOf(text)(text.indexOf(part))).toBe(false);
});
