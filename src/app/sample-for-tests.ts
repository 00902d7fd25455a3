/** Copies of the good submission that tests may change, and the ways they change it. Used by tests only. */
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONFIG_NAME } from '../model/file-names.ts';
import type { Report } from '../model/report.ts';
import { packageRoot } from '../util/package-root.ts';
import { type ValidateOptions, validate } from './validate.ts';

const FIXTURES = join(packageRoot(), 'fixtures');

/** Works of the good submission: each the only one of its kind that a mutation touches. */
export const LESSON = '心理微课/01-情绪管理与压力释放-示范大学';
export const LESSON_VIDEO = `${LESSON}/微课.mp4`;
export const LESSON_SUBTITLES = `${LESSON}/字幕.srt`;
export const LESSON_INTRO = `${LESSON}/简介.docx`;
export const PLAN = '会商指导方案/05-返校初期适应困难学生支持-甲大学';
export const PLAN_TEXT = `${PLAN}/方案.docx`;

/** Far from the deadline of the good submission's year. */
const AT = '2027-05-20T10:00';

/** SRT that fills the first lesson's 15:28 and resembles no other's: a line every five seconds. */
export function spokenSubtitles(say: (cue: number) => string): string {
  const time = (second: number) => new Date(second * 1000).toISOString().slice(11, 23).replace('.', ',');
  const cues = Array.from({ length: 185 }, (_, index) => {
    const startSecond = 5 * index;
    return `${index + 1}\n${time(startSecond)} --> ${time(startSecond + 4)}\n${say(index + 1)}\n`;
  });
  return cues.join('\n');
}

/** One folder for a file of tests: copies of the good submission, and one cache of facts for all of them. */
export class SampleRoom {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<SampleRoom> {
    return new SampleRoom(await mkdtemp(join(tmpdir(), 'sample-')));
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  async copyGood(): Promise<Sample> {
    const root = await mkdtemp(join(this.#folder, 'good-'));
    await cp(join(FIXTURES, 'good'), root, { recursive: true });
    return new Sample(root);
  }

  /** Only what differs from the good submission is measured: the rest is known by its bytes. */
  async check(sample: Sample, options: ValidateOptions = {}): Promise<Report> {
    // Each run has its own copy, so that none forgets what another needs.
    const path = join(this.#folder, `cache-${sample.name}`);
    await cp(await this.#warmCache(), path, { recursive: true });
    return validate(sample.root, { at: AT, cache: { type: 'folder', path }, ...options });
  }

  #warm: Promise<string> | null = null;

  #warmCache(): Promise<string> {
    this.#warm ??= this.#measureGood();
    return this.#warm;
  }

  async #measureGood(): Promise<string> {
    const path = join(this.#folder, 'cache');
    const { root } = await this.copyGood();
    await validate(root, { at: AT, cache: { type: 'folder', path } });
    return path;
  }
}

/** A copy of the good submission. Paths are relative to its root, with `/`. */
export class Sample {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  get name(): string {
    return this.root.slice(-6);
  }

  path(path: string): string {
    return join(this.root, path);
  }

  read(path: string): Promise<Buffer> {
    return readFile(this.path(path));
  }

  /** Writes a file and the folders above it. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(this.path(path)), { recursive: true });
    await writeFile(this.path(path), content);
  }

  remove(path: string): Promise<void> {
    return rm(this.path(path), { recursive: true });
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(this.path(to)), { recursive: true });
    await rename(this.path(from), this.path(to));
  }

  async copy(from: string, to: string): Promise<void> {
    await this.write(to, await this.read(from));
  }

  /** Puts a file of `fixtures/media` in the place of the lesson's video. */
  async swapVideo(fixture: string, target: string = LESSON_VIDEO): Promise<void> {
    await this.write(target, await readFile(join(FIXTURES, 'media', fixture)));
  }

  /** Rewrites a file's bytes. */
  async patch(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
    await this.write(path, change(await this.read(path)));
  }

  /** Adds lines to `sizheng.yaml`; a key that is there already is replaced by them. */
  async configure(lines: string): Promise<void> {
    const keys = new Set([...lines.matchAll(/^(\w+):/gm)].map(([, key]) => key));
    const kept = (await this.read(CONFIG_NAME))
      .toString()
      .split('\n')
      .filter((line) => !keys.has(line.split(':')[0]));
    await this.write(CONFIG_NAME, `${kept.join('\n')}\n${lines}\n`);
  }

  /** Checks by a spec of its own, which extends the letter's. */
  async useSpec(lines: string): Promise<void> {
    await this.write('.sizheng/spec.yaml', `extends: moe-2022\nid: stricter\n${lines}\n`);
    await this.configure('spec: .sizheng/spec.yaml');
  }
}
