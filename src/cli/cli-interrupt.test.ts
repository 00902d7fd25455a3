/** Ctrl-C: the children are gone at once, nothing is left half done, exit 130. */
import { mkdirSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { AT, ended, Room, start } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

/** An ffprobe that says its version, and otherwise leaves its process id and never ends. */
const SLOW = `
const { writeFileSync } = require('node:fs');
if (process.argv.includes('-version')) console.log('ffprobe version 7.0 Copyright (c) 2007-2024');
else {
  process.on('SIGTERM', () => undefined);
  writeFileSync(process.env.PIDS + '/' + process.pid, '');
  setInterval(() => undefined, 1000);
}
`;

async function until(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const endMs = Date.now() + withinMs;
  while (!holds() && Date.now() < endMs) await wait(20);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// Windows has no signals, and no scripts that run by their first line.
describe.skipIf(process.platform === 'win32')('while files are read', () => {
  it.each([
    ['SIGINT', 'validate', ['good', '--jobs', '2', ...AT, '--reporter', 'json=report.json', '--reporter', 'terminal']],
    ['SIGTERM', 'probe', ['good/心理微课/05-心理疾病预防-戊医科大学.mp4']],
    ['SIGHUP', 'validate', ['good', ...AT, '--shard', '1/2', '--reporter', 'blob=1.blob']],
  ] as const)('%s ends %s', async (signal, command, args) => {
    room.good('good');
    const pids = room.at(`pids-${signal}`);
    mkdirSync(pids);
    const env = { SIZHENG_FFPROBE: room.script('slow.cjs', SLOW), PIDS: pids };
    const child = start([command, ...args], { cwd: room.path, env });
    const run = ended(child);
    await until(() => readdirSync(pids).length > 0);
    const startedMs = Date.now();
    child.kill(signal);
    expect(await run).toEqual({ code: 130, stdout: '', stderr: '已停止\n' });
    expect(Date.now() - startedMs).toBeLessThan(2000);
    const left = () => readdirSync(pids).map(Number).filter(lives);
    await until(() => left().length === 0, 1000);
    expect(readdirSync(pids)).not.toEqual([]);
    expect(left()).toEqual([]);
    expect(readdirSync(room.path).filter((name) => /\.(?:json|blob)/.test(name))).toEqual([]);
  });

  it('a second signal ends it on the spot', async () => {
    room.good('again');
    mkdirSync(room.at('pids-again'));
    const env = { SIZHENG_FFPROBE: room.script('slow.cjs', SLOW), PIDS: room.at('pids-again') };
    const child = start(['validate', 'again'], { cwd: room.path, env });
    const run = ended(child);
    await until(() => readdirSync(room.at('pids-again')).length > 0);
    child.kill('SIGINT');
    child.kill('SIGINT');
    // The second may come when the work has ended already: then the system ends the process, which a shell shows as 130 too.
    expect([130, null]).toContain((await run).code);
  });
});
