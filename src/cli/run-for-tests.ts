/** The built program as a person meets it: a command line in, two streams and an exit code out. Used by tests only. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../model/report.ts';
import { packageRoot } from '../util/package-root.ts';

export const FIXTURES = join(packageRoot(), 'fixtures');
export const PROGRAM = join(packageRoot(), 'bin', 'sizheng.js');

/** The two lessons that tests speak of. */
export const LESSON_2 = '心理微课/02-睡眠调整-甲大学';
export const LESSON_4 = '心理微课/04-生涯规划-丁职业技术学院';

/** Far from the deadline of the good submission's year. */
export const AT = ['--at', '2027-05-20T10:00'];

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

export function start(args: readonly string[], { cwd, env = {} }: RunOptions): ChildProcess {
  // What the person who runs the tests has set must not show.
  const { SIZHENG_LANG, SIZHENG_FFPROBE, SIZHENG_FFMPEG, NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { ...inherited, ...env } });
}

export function ended(child: ChildProcess): Promise<Run> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...texts }));
  });
}

/** A folder to stand in, so that a command line reads as a person types it. */
export class Room {
  readonly path = mkdtempSync(join(tmpdir(), 'cli-'));

  close(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return ended(start(args, { cwd: this.path, env }));
  }

  /** Runs `validate --reporter json`. */
  async report(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Report> {
    const { stdout, stderr, code } = await this.run(['validate', ...args, '--reporter', 'json'], env);
    if (stdout === '') throw new Error(`no report, exit ${code}: ${stderr}`);
    return JSON.parse(stdout) as Report;
  }

  /** A copy of the good submission. */
  good(name: string): string {
    cpSync(join(FIXTURES, 'good'), this.at(name), { recursive: true });
    return name;
  }

  /** One with a lesson that is too short, so that it fails and leaving that lesson out is no way out. */
  short(name: string): string {
    this.good(name);
    this.media('duration-short.mp4', name, LESSON_2, '视频', '睡眠调整.mp4');
    this.media('duration-short.srt', name, LESSON_2, '字幕', '睡眠调整.srt');
    return name;
  }

  media(fixture: string, ...target: string[]): void {
    cpSync(join(FIXTURES, 'media', fixture), this.at(...target));
  }

  write(content: string | Uint8Array, ...path: string[]): void {
    writeFileSync(this.at(...path), content);
  }

  /** An executable of its own kind: a script for Node, named in `SIZHENG_FFPROBE`. Not for Windows. */
  script(name: string, body: string): string {
    this.write(`#!${process.execPath}\n${body}`, name);
    chmodSync(this.at(name), 0o755);
    return this.at(name);
  }
}

/** Without what differs from run to run: how long it took. */
export function timeless(text: string): string {
  return text.replace(/用时 \d+ 秒/, '用时 N 秒').replace(/took \d+\s+seconds?/, 'took N seconds');
}
