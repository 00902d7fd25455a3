/** Workspaces that are ready to be packed, places to put packages in, and one warm cache for all of them. Used by tests only. */
import { createWriteStream } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect } from 'vitest';
import type { SizhengError } from '../model/errors.ts';
import type { Layout } from '../model/package-manifest.ts';
import type { Finding } from '../model/report.ts';
import type { Verification } from '../model/verification.ts';
import { applyPack, applyPackTo, type PackResult } from './apply-pack.ts';
import { type PackOptions, type PackPreparation, preparePack } from './prepare-pack.ts';
import { LESSON, Sample, SampleRoom } from './sample-for-tests.ts';
import { type VerifyOptions, verify } from './verify.ts';

/** What a package of the good submission is called, from `AT` on. */
export const GOOD_NAME = '示范省-2027-首批-20270520';
export const SMALL_NAME = '示范大学-2027-首批-20270520';

/** Far from the deadline of the good submission's year, and the same moment for the clock that dates what is written. */
const AT = '2027-05-20T10:00+08:00';
const PACKED_AT = { SOURCE_DATE_EPOCH: String(Date.parse(AT) / 1000) };

export interface MadePackage extends PackResult {
  readonly path: string;
}

/** What a package's own name is followed by, in each layout. */
export const TAILS: Readonly<Record<Layout, string>> = { bag: '.zip', dir: '', upload: '-上传' };
export const RECEIPT_TAILS: Readonly<Record<Layout, string>> = {
  bag: '-回执',
  dir: '-文件夹-回执',
  upload: '-上传-回执',
};

export class PackageRoom {
  readonly #samples: SampleRoom;
  readonly #folder: string;
  readonly #measured: 'good' | 'small';

  private constructor(samples: SampleRoom, folder: string, measured: 'good' | 'small') {
    this.#samples = samples;
    this.#folder = folder;
    this.#measured = measured;
  }

  /** @param measured what most packages will be made of: that is measured once */
  static async open(measured: 'good' | 'small' = 'small'): Promise<PackageRoom> {
    return new PackageRoom(await SampleRoom.open(), await mkdtemp(join(tmpdir(), 'packages-')), measured);
  }

  async close(): Promise<void> {
    await this.#samples.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A province's whole submission. */
  copyGood(): Promise<Sample> {
    return this.#samples.copyGood();
  }

  /** A university's one lesson. */
  async copySmall(): Promise<Sample> {
    this.#good ??= this.copyGood();
    const [good, small] = [await this.#good, new Sample(await this.folder())];
    await cp(good.path(LESSON), small.path(LESSON), { recursive: true });
    await small.write('sizheng.yaml', 'scope: institution\ninstitution: 示范大学\nyear: 2027\n');
    return small;
  }

  /** A new, empty folder. */
  folder(): Promise<string> {
    return mkdtemp(join(this.#folder, 'folder-'));
  }

  /** Into a folder of its own, unless an output is given. */
  async prepare(sample: Sample, options: PackOptions = {}, planOnly = false): Promise<PackPreparation> {
    const output = `${await this.folder()}/`;
    return preparePack(sample.root, await this.#checking({ output, ...options }), false, planOnly);
  }

  async pack(sample: Sample, options: PackOptions = {}): Promise<MadePackage> {
    const preparation = await this.prepare(sample, options);
    if (preparation.target === null) throw new Error(`not ready: ${JSON.stringify(preparation.report.findings)}`);
    return { ...(await applyPack(preparation)), path: preparation.target.path };
  }

  /** Into a file, through a stream that cannot be patched afterwards. */
  async stream(sample: Sample, options: PackOptions = {}): Promise<MadePackage> {
    const path = join(await this.folder(), 'stream.zip');
    const sink = createWriteStream(path);
    const made = await applyPackTo(sink, await preparePack(sample.root, await this.#checking(options), true));
    await finished(sink.end());
    return { ...made, path };
  }

  /** Options of a check at the time of the samples. */
  async #checking(options: PackOptions): Promise<PackOptions> {
    const path = await this.folder();
    await cp(await this.#warmCache(), path, { recursive: true });
    return { at: AT, cache: { type: 'folder', path }, env: { ...process.env, ...PACKED_AT }, ...options };
  }

  #good: Promise<Sample> | null = null;
  #warm: Promise<string> | null = null;

  /** Runs forget what they did not meet, so each has a copy of it. */
  #warmCache(): Promise<string> {
    this.#warm ??= this.#measure();
    return this.#warm;
  }

  async #measure(): Promise<string> {
    const path = await this.folder();
    const { root } = await (this.#measured === 'good' ? this.copyGood() : this.copySmall());
    await preparePack(root, { at: AT, cache: { type: 'folder', path } }, true);
    return path;
  }
}

/** An error as a person would be told of it. */
export function refused(exitCode: 2 | 3, id: SizhengError['id'], params: object = {}): object {
  return { exitCode, id, params: expect.objectContaining(params) };
}

interface Outcome {
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'place'>[];
  readonly failed: readonly string[];
  readonly verdict: Verification['verdict'];
  readonly exitCode: Verification['exitCode'];
}

/** What a verification comes to; the package itself, the same in each place, is left out of it. */
function outcomeOf({ findings, verdicts, verdict, exitCode }: Verification): Outcome {
  const failed = verdicts.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  const shown = findings.map(({ rule, severity, place: { package: _, ...place } }) => ({ rule, severity, place }));
  return { findings: shown, failed, verdict, exitCode };
}

export async function outcomeAt(path: string, options: VerifyOptions = {}): Promise<Outcome> {
  return outcomeOf(await verify([path], options));
}

export const FAULTLESS: Outcome = { findings: [], failed: [], verdict: 'pass', exitCode: 0 };
export const DRAFT: Outcome = {
  findings: [{ rule: 'package/draft', severity: 'warning', place: {} }],
  failed: ['package/draft'],
  verdict: 'pass',
  exitCode: 0,
};
