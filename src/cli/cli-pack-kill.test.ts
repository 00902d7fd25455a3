/** Killed at any moment: the package's own name is only ever a whole package, and the next run clears up and succeeds. */
import { appendFileSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT, ended, LESSON_4, Room, start } from './run-for-tests.ts';

const KILLS = 20;
/** Long enough to be killed in. */
const FILM_BYTES = 96 << 20;

const room = new Room();
afterAll(() => room.close());
beforeAll(async () => {
  room.good('good');
  growFilm();
  // The facts are kept from here on: what is killed is the packing.
  expect((await room.run(['validate', 'good', '-q', ...AT])).code).toBe(0);
});

/** By a box that players pass over (ISO/IEC 14496-12, 8.1.2), without taking room on the disk. */
function growFilm(): void {
  const [name = ''] = readdirSync(room.at('good', LESSON_4)).filter((one) => one.endsWith('.mp4'));
  const film = room.at('good', LESSON_4, name);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(FILM_BYTES);
  header.write('free', 4, 'latin1');
  const { size } = statSync(film);
  appendFileSync(film, header);
  truncateSync(film, size + FILM_BYTES);
}

const PACK = ['pack', 'good', '-o', 'package.zip', ...AT];
const left = () => readdirSync(room.path).filter((name) => name.startsWith('package'));

async function packFor(ms: number): Promise<void> {
  const child = start(PACK, { cwd: room.path });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await ended(child);
  clearTimeout(timer);
}

it.skipIf(process.platform === 'win32')(
  `${KILLS} times at moments spread over a run`,
  { timeout: 120_000 },
  async () => {
    const startedMs = Date.now();
    await packFor(60_000);
    const runMs = Date.now() - startedMs;
    expect(left()).toEqual(['package-回执.json', 'package-回执.txt', 'package.zip']);
    for (let count = 0; count < KILLS; count += 1) {
      for (const name of left()) if (!name.endsWith('.part')) rmSync(room.at(name));
      // The later part of a run is where it writes.
      await packFor(runMs * (0.3 + (0.7 * (count + 0.5)) / KILLS));
      if (existsSync(room.at('package.zip'))) expect((await room.run(['verify', 'package.zip', '-q'])).code).toBe(0);
    }
    for (const name of left()) if (!name.endsWith('.part')) rmSync(room.at(name));
    const { code, stderr } = await room.run(PACK);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(left()).toEqual(['package-回执.json', 'package-回执.txt', 'package.zip']);
  },
);

it('Ctrl-C leaves nothing', async () => {
  for (const name of left()) rmSync(room.at(name));
  const child = start(PACK, { cwd: room.path });
  const run = ended(child);
  const interval = setInterval(() => {
    if (!left().some((name) => name.endsWith('.part'))) return;
    // Once: a second one ends the process on the spot.
    clearInterval(interval);
    child.kill('SIGINT');
  }, 2);
  const { code, stderr } = await run;
  expect({ code, stderr }).toEqual({ code: 130, stderr: '已停止\n' });
  expect(left()).toEqual([]);
});
