/** Reports of many megabytes through pipes: whole for a reader that takes its time, quiet for one that leaves. */
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { AT, ended, PROGRAM, Room, type Run, start } from './run-for-tests.ts';

/** Larger than any pipe, and than what Node hands on at once. */
const MIB = 1 << 20;
const PAUSE_MS = 500;

const room = new Room();
afterAll(() => room.close());
beforeAll(async () => {
  const report = await room.report([room.short('short'), ...AT]);
  room.write(JSON.stringify(manyTimes(report, 80)), 'big.json');
});

/** The same works and findings again and again, under names of their own. */
function manyTimes(report: Report, times: number): Report {
  const again = Array.from({ length: times }, (_, index) => index);
  return {
    ...report,
    items: again.flatMap((index) =>
      report.items.map((item) => ({
        ...item,
        id: `${item.id}-${index}`,
        assets: item.assets.map((asset) => ({ ...asset, path: `${index}/${asset.path}` })),
      })),
    ),
    findings: again.flatMap((index) =>
      report.findings.flatMap((finding) =>
        Array.from({ length: 10 }, () => ({
          ...finding,
          place: { ...finding.place, item: `${finding.place.item}-${index}` },
        })),
      ),
    ),
  };
}

const argsOf = (reporter: string) => ['report', 'big.json', '--reporter', reporter];

describe.each(['json', 'html', 'sarif'])('%s of a large report', (reporter) => {
  const file = `out-${reporter}`;
  let written: string;
  beforeAll(async () => {
    await room.run(argsOf(`${reporter}=${file}`));
    written = readFileSync(room.at(file), 'utf8');
  });

  it('comes whole to a reader that does not read for a while, then a little at a time', async () => {
    expect(written.length).toBeGreaterThan(MIB);
    const child = start(argsOf(reporter), { cwd: room.path });
    const closed = new Promise((resolve) => child.on('close', resolve));
    await wait(PAUSE_MS);
    expect(child.exitCode).toBeNull();
    let text = '';
    const output = child.stdout?.setEncoding('utf8') ?? [];
    for await (const chunk of output) {
      text += chunk;
      // Every now and then the reader is busy with something else.
      if (text.length % 7 === 0) await wait(1);
    }
    expect(await closed).toBe(1);
    expect(text === written).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('comes whole through a shell, and ends quietly under head', async () => {
    // A shell tells how the last command ended, and no other.
    const program = `{ "$0" "$@"; echo "exit $?" >&2; }`;
    const whole = await shell(`${program} | { sleep 0.5; cat; } | wc -c`, reporter);
    expect(whole).toEqual({ stdout: String(statSync(room.at(file)).size), stderr: 'exit 1' });
    const [first] = written.split('\n');
    expect(await shell(`${program} | head -1`, reporter)).toEqual({ stdout: first, stderr: 'exit 1' });
  });
});

async function shell(script: string, reporter: string): Promise<Pick<Run, 'stdout' | 'stderr'>> {
  const words = ['-c', script, process.execPath, PROGRAM, ...argsOf(reporter)];
  const { stdout, stderr } = await ended(spawn('sh', words, { cwd: room.path }));
  return { stdout: stdout.trim(), stderr: stderr.trim() };
}
