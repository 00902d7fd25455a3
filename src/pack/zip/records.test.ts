import { describe, expect, it } from 'vitest';
import { dosTime } from './dos-time.ts';
import { centralHeader, endRecords, localHeader, type StoredEntry } from './records.ts';

const TIME = { date: 0x1234, time: 0x5678 };
const GIB = 2 ** 30;

function entry(change: Partial<StoredEntry> = {}): StoredEntry {
  return { name: Buffer.from('包/文'), sizeBytes: 5, crc32: 0xdeadbeef, offset: 0, ...change };
}

describe('headers of a stored entry', () => {
  it('hold CRC and sizes, the UTF-8 flag, and no data descriptor', () => {
    const header = localHeader(entry(), TIME);
    expect(header.readUInt16LE(4)).toBe(10);
    expect(header.readUInt16LE(6)).toBe(0x0800);
    expect(header.readUInt16LE(8)).toBe(0);
    expect([header.readUInt16LE(10), header.readUInt16LE(12)]).toEqual([TIME.time, TIME.date]);
    expect(header.readUInt32LE(14)).toBe(0xdeadbeef);
    expect([header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([5, 5]);
    expect(header.subarray(30).toString()).toBe('包/文');
  });

  it.each([
    ['a size below 4 GiB', { sizeBytes: 4 * GIB - 2 }, 10, 0],
    ['a size that 32 bits only just hold', { sizeBytes: 4 * GIB - 1 }, 45, 20],
    ['an offset past 4 GiB', { offset: 5 * GIB }, 45, 0],
  ])('%s', (_, change, version, extraBytes) => {
    const header = localHeader(entry(change), TIME);
    expect([header.readUInt16LE(4), header.readUInt16LE(28)]).toEqual([version, extraBytes]);
    expect(centralHeader(entry(change), TIME).readUInt16LE(6)).toBe(version);
  });

  it('keep wide numbers in the ZIP64 field, in the order of APPNOTE 4.5.3', () => {
    const header = centralHeader(entry({ sizeBytes: 5 * GIB, offset: 6 * GIB }), TIME);
    const extra = header.subarray(46 + entry().name.length);
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 24]);
    expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([5 * GIB, 5 * GIB, 6 * GIB]);
    expect([header.readUInt32LE(20), header.readUInt32LE(42)]).toEqual([0xffffffff, 0xffffffff]);
  });
});

describe('end records', () => {
  it.each([
    ['few entries', { count: 3, offset: 100, sizeBytes: 50 }, 22],
    ['65,535 entries', { count: 65_535, offset: 100, sizeBytes: 50 }, 98],
    ['a directory past 4 GiB', { count: 3, offset: 5 * GIB, sizeBytes: 50 }, 98],
  ])('%s', (_, directory, bytes) => {
    expect(endRecords(directory)).toHaveLength(bytes);
  });

  it('lead from the end to the ZIP64 record', () => {
    const records = endRecords({ count: 70_000, offset: 5 * GIB, sizeBytes: 1000 });
    expect(Number(records.readBigUInt64LE(56 + 8))).toBe(5 * GIB + 1000);
    expect(Number(records.readBigUInt64LE(32))).toBe(70_000);
    expect(records.readUInt16LE(76 + 10)).toBe(0xffff);
  });
});

it.each([
  ['2027-06-09T15:00:21Z', 'Asia/Shanghai', 2027, 6, 9, 23, 0, 20],
  ['1970-01-01T00:00:00Z', 'UTC', 1980, 1, 1, 0, 0, 0],
  ['2200-05-05T05:05:05Z', 'UTC', 2107, 12, 31, 0, 0, 0],
])('%s in %s', (moment, zone, year, month, day, hour, minute, second) => {
  const { date, time } = dosTime(Date.parse(moment), zone);
  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([
    year,
    month,
    day,
    hour,
    minute,
    second,
  ]);
});
