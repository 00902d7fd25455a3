import { expect, it } from 'vitest';
import { formatBitRate, formatDuration, formatSize, pad2, trimDecimals } from './format.ts';

it.each([
  [0, '00:00'],
  [882_000, '14:42'],
  [899_499, '14:59'],
  [899_500, '14:59'],
  [3_723_000, '1:02:03'],
  [36_000_000, '10:00:00'],
  [-62_000, '-01:02'],
])('%i ms read %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

it.each([
  [900_400, '15:00.4'],
  [900_040, '15:00'],
  [899_960, '15:00'],
  [899_900, '14:59.9'],
  [1_200_000, '20:00'],
  [3_599_950, '1:00:00'],
])('%i ms read %s where it matters', (ms, text) => {
  expect(formatDuration(ms, true)).toBe(text);
});

it.each([
  [0, '0 B'],
  [512, '512 B'],
  [1024, '1 KiB'],
  [92_262, '90.1 KiB'],
  [1_288_490_189, '1.2 GiB'],
  [2 ** 30, '1 GiB'],
  [1_000_000_000, '1 GB'],
  [600_000_000, '600 MB'],
  [1_000_000_001, '953.7 MiB'],
  [5 * 2 ** 50, '5120 TiB'],
])('%i bytes read %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

it.each([
  [96_000, '96 kbit/s'],
  [128_500, '128.5 kbit/s'],
  [8_000_000, '8 Mbit/s'],
  [999_999, '1000 kbit/s'],
])('%i bits a second read %s', (rate, text) => {
  expect(formatBitRate(rate)).toBe(text);
});

it('has no more decimals than it needs', () => {
  expect([trimDecimals(29.97, 3), trimDecimals(1200, 2), trimDecimals(0.125, 2), pad2(7), pad2(12)]).toEqual([
    '29.97',
    '1200',
    '0.13',
    '07',
    '12',
  ]);
});
