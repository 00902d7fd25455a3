import { expect, it } from 'vitest';
import { describePeople } from './people.ts';

it.each([
  ['张三', '张*'],
  ['欧阳小明 ', '欧***'],
  ['Li Lei', 'L* ***'],
  ['某某大学心理中心', '某*******'],
])('%s is told as %s', (name, masked) => {
  expect(describePeople([['author', name]])).toEqual([{ field: 'author', masked }]);
});

it.each([
  null,
  '',
  '  ',
  'Administrator',
  'admin',
  'User',
  'user123',
  'Windows 用户',
  'Windows User',
  '微软用户',
  'Microsoft Office User',
  'Microsoft',
  '微软中国',
  'WPS Office',
  'DESKTOP-4F2K1A',
  'Lenovo',
  'HP',
  '番茄花园',
  'www.xitongzhijia.net',
  'python-docx',
  'Un-named',
  'P R C',
  '12345',
])('%s is nobody', (name) => {
  expect(describePeople([['company', name]])).toEqual([]);
});

it('is quick with what was made to be slow', () => {
  const start = performance.now();
  expect(describePeople([['author', 'a-'.repeat(1_000_000)]])).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(10_000);
});
