/** A full disk, in words that fit: `fix` has no other place to write to. */
import { expect, it } from 'vitest';
import { errorsEn } from '../i18n/en/errors.ts';
import { errorsZh } from '../i18n/zh-CN/errors.ts';
import { fixUnwritable } from './unwritable.ts';

const full = Object.assign(new Error('full'), { code: 'ENOSPC' });

it.each(['fix', 'undo'] as const)('no option that fix does not have: %s', (during) => {
  expect(fixUnwritable('甲.srt', during, full)).toMatchObject({ exitCode: 3, id: 'machine/fix-disk-full' });
  for (const errors of [errorsZh, errorsEn]) {
    const { message, fix } = errors['machine/fix-disk-full']({ path: '甲.srt', during });
    expect(message).toContain('甲.srt');
    expect(fix).not.toContain('--output');
  }
});

it('another refusal keeps its name', () => {
  const refused = Object.assign(new Error('no'), { code: 'EACCES' });
  expect(fixUnwritable('甲.srt', 'fix', refused).id).toBe('machine/output-unwritable');
});
