import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearStale, commitAside, commitFile, commitNew, pendingPath } from './pending.ts';

let folder: string;
let final: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pending-'));
  final = join(folder, '浙江省.zip');
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = () => readdirSync(folder).toSorted();
const ofProcess = (pid: number) => pendingPath(final).replace(`-${process.pid}.`, `-${pid}.`);
/** No system hands out so high a number. */
const DEAD = 2 ** 30;

it('clears what a run that is over left, and nothing else', async () => {
  const kept = [ofProcess(process.ppid), `${final}.00000000-${DEAD}.part`, `${final}.part`, join(folder, '别的.part')];
  const ofYesterday = ofProcess(DEAD).replace('浙江省', '浙江省-昨天');
  for (const path of [...kept, ofYesterday, ofProcess(DEAD), ofProcess(process.pid)]) writeFileSync(path, 'x');
  await clearStale(folder);
  expect(names()).toEqual(kept.map((path) => basename(path)).toSorted());
});

it('clears a folder, and what has not changed for a day whoever has that number now', async () => {
  mkdirSync(ofProcess(DEAD));
  writeFileSync(join(ofProcess(DEAD), 'a'), 'x');
  const old = ofProcess(process.ppid);
  writeFileSync(old, 'x');
  utimesSync(old, new Date(0), new Date(Date.now() - 2 * 86_400_000));
  await clearStale(folder);
  expect(names()).toEqual([]);
});

it('gives a name to one only', async () => {
  writeFileSync(pendingPath(final), 'new');
  await commitNew(pendingPath(final), final);
  expect(names()).toEqual(['浙江省.zip']);
  writeFileSync(pendingPath(final), 'newer');
  await expect(commitNew(pendingPath(final), final)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(final, 'utf8')).toBe('new');
});

it('puts a file in the place of another', async () => {
  writeFileSync(final, 'old');
  writeFileSync(pendingPath(final), 'new');
  await commitFile(pendingPath(final), final);
  expect(names()).toEqual(['浙江省.zip']);
});

it('moves a folder that is in the way aside, and back when the new one cannot be put there', async () => {
  mkdirSync(final);
  writeFileSync(join(final, 'old'), '');
  const aside = `${final}-旧`;
  await expect(commitAside(pendingPath(final), final, aside)).rejects.toThrow('ENOENT');
  expect(names()).toEqual(['浙江省.zip']);
  mkdirSync(pendingPath(final));
  await commitAside(pendingPath(final), final, aside);
  expect(readdirSync(aside)).toEqual(['old']);
  expect(readdirSync(final)).toEqual([]);
});
