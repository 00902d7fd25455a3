import { expect, it } from 'vitest';
import { parseBitRate, parseDuration, parseResolution, parseSize } from './units.ts';

it.each<[string, number | null]>([
  ['1GiB', 2 ** 30],
  ['600MB', 600_000_000],
  ['600 mb', 600_000_000],
  ['1.5 KiB', 1536],
  ['1048576', 1_048_576],
  ['0', 0],
  ['1G', null],
  ['1,5MB', null],
  ['-1MB', null],
  ['1 GiB or so', null],
  ['', null],
  ['9'.repeat(400), null],
])('a size %s is %s bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

it.each<[string, number | null]>([
  ['8Mbps', 8_000_000],
  ['128 kbit/s', 128_000],
  ['64000', 64_000],
  ['2.5mbit/s', 2_500_000],
  ['8MB/s', null],
  ['fast', null],
])('a rate %s is %s bits a second', (text, rate) => {
  expect(parseBitRate(text)).toBe(rate);
});

it.each<[string, number | null]>([
  ['15m', 900_000],
  ['15:00', 900_000],
  ['90:00', 5_400_000],
  ['1:02:03', 3_723_000],
  ['0:30.5', 30_500],
  ['1h30m', 5_400_000],
  ['1.5 h', null],
  ['1.5h', 5_400_000],
  ['90s', 90_000],
  [' 15m ', 900_000],
  ['900', null],
  ['15:60', null],
  ['1:75:00', null],
  ['15', null],
  ['m', null],
  ['', null],
  ['-15m', null],
  [`${'9'.repeat(400)}s`, null],
])('a duration %s is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each<[string, { width: number; height: number } | null]>([
  ['1920x1080', { width: 1920, height: 1080 }],
  ['1920 × 1080', { width: 1920, height: 1080 }],
  ['1280*720', { width: 1280, height: 720 }],
  ['1920X1080', { width: 1920, height: 1080 }],
  ['1080p', null],
  ['0x1080', null],
  ['1920x', null],
  ['1920x1080x2', null],
])('a size %s is %o pixels', (text, size) => {
  expect(parseResolution(text)).toEqual(size);
});
