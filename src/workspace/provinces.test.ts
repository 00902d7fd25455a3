import { describe, expect, it } from 'vitest';
import { fullProvinceName, PROVINCES } from './provinces.ts';

describe('PROVINCES', () => {
  it('has 31 and the corps, each once', () => {
    expect(new Set(PROVINCES.map(({ full }) => full)).size).toBe(32);
    expect(new Set(PROVINCES.map(({ short }) => short)).size).toBe(32);
  });
});

describe('fullProvinceName', () => {
  it.each([
    ['浙江', '浙江省'],
    [' 广西 ', '广西壮族自治区'],
    ['兵团', '新疆生产建设兵团'],
    ['浙江省', '浙江省'],
    ['部属高校', '部属高校'],
  ])('%s is %s', (written, full) => {
    expect(fullProvinceName(written)).toBe(full);
  });
});
