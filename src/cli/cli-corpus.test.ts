/** Real films that nobody here made: run where the corpus is at hand (`SIZHENG_CORPUS`), looped to length where ffmpeg is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, LESSON_4, Room } from './run-for-tests.ts';

const CORPUS = process.env.SIZHENG_CORPUS;
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const VIDEO = `${LESSON_4}/微课.mp4`;

describe.skipIf(CORPUS === undefined)('the corpus', () => {
  const room = new Room();
  afterAll(() => room.close());
  beforeAll(() => void room.good('batch'));

  const source = (name: string) => join(CORPUS ?? '', 'media', name);

  /** What keeps the lesson's video from passing. */
  async function errors(): Promise<[string, string | undefined][]> {
    const { findings } = await room.report(['batch', ...AT]);
    return findings.filter(({ severity }) => severity === 'error').map(({ rule, actual }) => [rule, actual]);
  }

  describe.skipIf(!hasFfmpeg)('looped to the length of a lesson', () => {
    function loop(name: string, times: number): void {
      const args = ['-v', 'error', '-y', '-stream_loop', String(times), '-i', source(name), '-c', 'copy'];
      execFileSync('ffmpeg', [...args, room.at('batch', VIDEO)]);
    }

    it.each([
      ['long_1080p_lowbitrate.mp4', 2, []],
      ['long_1080p_lowbitrate.mp4', 1, [['video/duration', expect.stringMatching(/^12:05/)]]],
      ['long_1080p_lowbitrate.mp4', 3, [['video/duration', expect.stringMatching(/^24:11/)]]],
      ['long_1080p_av1.mp4', 2, [['video/codec', 'av1']]],
      ['long_1080p_videoonly_lowbitrate.mp4', 2, [['video/no-audio', undefined]]],
    ])('%s, loop %i', async (name, times, expected) => {
      loop(name, times);
      const found = await errors();
      expect(found.map(([rule]) => rule)).toEqual(expected.map(([rule]) => rule));
      for (const [index, [, actual]] of expected.entries())
        if (actual !== undefined) expect(found[index]?.[1]).toEqual(actual);
    });
  });

  /** The letter's call without its limits: what is left to find is damage. */
  const NO_LIMITS = `
extends: moe-2022
id: no-limits
categories:
  - { id: lesson, slots: [{ id: video, requirements: [] }] }
`;

  describe('damaged: one clear finding, and no stack trace', () => {
    beforeAll(() => room.write(NO_LIMITS, 'no-limits.yaml'));

    it.each([
      ['sample_malformed_free_box.mp4', 'file/unreadable'],
      ['sample_missing_stsd.mp4', 'file/unreadable'],
      ['sample_mdat_too_long.mp4', 'video/truncated'],
      ['sample_audio_only_15s.mp4', 'file/type'],
    ])('%s: %s', async (name, rule) => {
      cpSync(source(name), room.at(name));
      const line = ['validate', name, ...AT, '--spec', 'no-limits.yaml'];
      const { findings } = await room.report(line.slice(1));
      expect(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.rule)).toEqual([rule]);
      const { code, stdout, stderr } = await room.run(line);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).not.toMatch(/\n\s+at |undefined|NaN|\[object/);
    });

    it('a film in QuickTime under an MP4 name: its container, once', async () => {
      cpSync(source('sowt-with-video.mov'), room.at('batch', VIDEO));
      const rules = (await errors()).map(([rule]) => rule);
      expect(rules.filter((rule) => rule === 'video/container' || rule.startsWith('file/'))).toEqual([
        'video/container',
      ]);
      rmSync(room.at('batch', VIDEO));
    });
  });
});
