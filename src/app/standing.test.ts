/** What blocks and what does not: waivers, candidates, withdrawn works, `strict` and `only`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../model/report.ts';
import { withFreeBox } from './mutations-for-tests.ts';
import {
  LESSON,
  LESSON_SUBTITLES,
  LESSON_VIDEO,
  PLAN,
  PLAN_TEXT,
  type Sample,
  SampleRoom,
} from './sample-for-tests.ts';
import type { ValidateOptions } from './validate.ts';

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

async function check(change: (sample: Sample) => Promise<unknown>, options?: ValidateOptions): Promise<Report> {
  const sample = await room.copyGood();
  await change(sample);
  return room.check(sample, options);
}

const ruleOf = ({ rule }: Finding) => rule;

function rowOf(report: Report, category: string) {
  return report.ledger.find((row) => row.category === category);
}

function waiver(rule: string, subject: string): string {
  return `waivers: [{ rule: ${rule}, subject: ${subject}, reason: 嘉宾讲座，超时 30 秒 }]`;
}

async function tooLong(sample: Sample): Promise<void> {
  await sample.swapVideo('duration-long.mp4');
  await sample.swapVideo('duration-long.srt', LESSON_SUBTITLES);
}

describe('a waiver', () => {
  it.each([LESSON, '心理微课/01'])('lets a work through by %s', async (subject) => {
    const report = await check(async (sample) => {
      await tooLong(sample);
      await sample.configure(waiver('video/duration', subject));
    });
    expect(report.findings).toMatchObject([
      { rule: 'video/duration', severity: 'error', waived: { reason: '嘉宾讲座，超时 30 秒' }, blocking: false },
    ]);
    expect(report).toMatchObject({ verdict: 'pass', exitCode: 0 });
    expect(rowOf(report, 'lesson')).toMatchObject({ found: 5, valid: 5, waived: 1 });
    expect(report.verdicts.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)).toEqual([
      'video/duration',
    ]);
  });

  it.each(['plan', '会商指导方案'])('lets a category through by %s', async (subject) => {
    const report = await check(async (sample) => {
      await sample.remove(PLAN);
      await sample.configure(waiver('quota/count', subject));
    });
    expect(report.verdict).toBe('pass');
    expect(rowOf(report, 'plan')).toMatchObject({ found: 4, missing: 1 });
  });

  it('lets the whole through', async () => {
    const report = await check((sample) => sample.configure(waiver('deadline/passed', 'submission')), {
      at: '2027-06-20',
    });
    expect(report.verdict).toBe('pass');
  });

  it('is one work’s own', async () => {
    const report = await check(async (sample) => {
      await tooLong(sample);
      await sample.configure(waiver('video/duration', '心理微课/02'));
    });
    expect(report.findings.map(ruleOf)).toEqual(['waiver/unused', 'video/duration']);
    expect(report.verdict).toBe('fail');
  });

  it.each([
    ['video/truncated', '心理微课/01', 'not-waivable'],
    ['video/durations', '心理微课/01', 'unknown-rule'],
    ['video/duration', '心理微课/09', 'unknown-subject'],
    ['video/duration', '心理微课/02', 'no-finding'],
  ])('of %s for %s is unused: %s', async (rule, subject, why) => {
    const report = await check(async (sample) => {
      await sample.swapVideo('truncated.mp4');
      await sample.configure(waiver(rule, subject));
    });
    expect(report.verdict).toBe('fail');
    expect(report.findings.find((finding) => finding.rule === 'waiver/unused')?.params).toEqual({ rule, subject, why });
  });

  it('of a folder’s name is the work’s', async () => {
    const long = `会商指导方案/05-${'长'.repeat(56)}-甲大学`;
    const report = await check(async (sample) => {
      await sample.move(PLAN, long);
      await sample.configure(waiver('file/name', '会商指导方案/05'));
    });
    expect(report.findings).toMatchObject([{ rule: 'file/name', waived: {} }]);
  });
});

const CANDIDATE = '会商指导方案/候选/06-另一个方案-乙学院/方案.docx';

describe('a candidate', () => {
  it.each([
    ['in the folder 候选', (sample: Sample) => sample.write(CANDIDATE, '')],
    [
      'marked in its item.yaml',
      async (sample: Sample) => {
        const folder = '会商指导方案/06-另一个方案-乙学院';
        await sample.write(`${folder}/方案.docx`, '');
        await sample.write(`${folder}/item.yaml`, 'status: 候选\n');
      },
    ],
  ])('%s is checked, counts for nothing and blocks nothing', async (_, change) => {
    const report = await check(change, { strict: true });
    expect(report.findings).toMatchObject([{ rule: 'file/empty', severity: 'error', blocking: false }]);
    expect(report.verdict).toBe('pass');
    expect(rowOf(report, 'plan')).toMatchObject({ found: 5, valid: 5, candidates: 1, excess: 0 });
  });

  it('that repeats a selected work takes nothing from it, wherever it lies', async () => {
    const work = '活动典型案例/07-朋辈心理委员工作坊-戊医科大学';
    const report = await check((sample) => sample.copy(`${work}/案例.docx`, `候选/${work}备份/案例.docx`));
    expect(report.findings).toMatchObject([{ rule: 'duplicate/file', blocking: false }]);
    expect(report.verdict).toBe('pass');
  });
});

describe('a withdrawn work', () => {
  it('is neither measured nor judged, and counts for nothing', async () => {
    const folder = '会商指导方案/06-另一个方案-乙学院';
    const report = await check(async (sample) => {
      await sample.write(`${folder}/方案.docx`, '');
      await sample.write(`${folder}/item.yaml`, 'status: 撤下\nreason: 与 05 重复\n');
    });
    expect(report.findings).toEqual([]);
    expect(rowOf(report, 'plan')).toMatchObject({ found: 5, withdrawn: 1 });
    expect(report.items.find(({ id }) => id === folder)).toMatchObject({ status: 'withdrawn', reason: '与 05 重复' });
    expect(report.verdicts.filter(({ subject }) => subject === `${folder}/方案.docx`)).toEqual([]);
  });

  it('leaves its category short', async () => {
    const report = await check((sample) => sample.write(`${PLAN}/item.yaml`, 'status: withdrawn\n'));
    expect(report.findings.map(ruleOf)).toEqual(['quota/count']);
  });
});

describe('a faulty work', () => {
  it('may be left out where the quota keeps without it', async () => {
    const report = await check(async (sample) => {
      const folder = '心理微课/06-朋辈互助-甲大学';
      await sample.write(`${folder}/微课.mp4`, withFreeBox(await sample.read(LESSON_VIDEO)));
      await sample.write(`${folder}/简介.md`, '讲同学之间怎样互相帮助。\n');
    });
    expect(report.findings).toMatchObject([
      { rule: 'item/missing-asset', spare: { item: '心理微课/06', left: 5, unit: '门' } },
    ]);
    expect(rowOf(report, 'lesson')).toMatchObject({ found: 6, valid: 5 });
  });

  it('must be mended where it does not', async () => {
    const report = await check((sample) => sample.remove(LESSON_SUBTITLES));
    expect(report.findings[0]).not.toHaveProperty('spare');
  });

  it('that cannot be read passes none of the rules over its content', async () => {
    const report = await check((sample) => sample.patch(LESSON_VIDEO, (video) => video.subarray(0, 100)));
    const outcomes = report.verdicts.filter(
      ({ subject, rule }) => subject === LESSON_VIDEO && rule.startsWith('video/'),
    );
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
  });
});

describe('strict', () => {
  it('lets warnings block, and infos not', async () => {
    const change = (sample: Sample) => sample.swapVideo('variable-frame-rate.mp4');
    expect(await check(change)).toMatchObject({ verdict: 'pass', exitCode: 0, strict: false });
    expect(await check(change, { strict: true })).toMatchObject({ verdict: 'fail', exitCode: 1, strict: true });
    expect(await check((sample) => sample.swapVideo('not-faststart.mp4'), { strict: true })).toMatchObject({
      verdict: 'pass',
    });
  });
});

describe('only', () => {
  const faulty = async (sample: Sample) => {
    await sample.swapVideo('codec-hevc.mp4');
    await sample.remove(PLAN_TEXT);
  };

  it.each([
    ['心理微课', 5],
    ['lesson', 5],
    [LESSON, 1],
    ['心理微课/01', 1],
    [LESSON_VIDEO, 1],
  ])('%s is a part, and says so', async (word, items) => {
    const report = await check(faulty, { only: [word] });
    expect(report).toMatchObject({ partial: true, ledger: [], verdict: 'fail' });
    expect(report.items).toHaveLength(items);
    expect(report.findings.map(ruleOf)).toEqual(['video/codec']);
  });

  it('skips what concerns the whole', async () => {
    const report = await check(faulty, { only: ['plan'], at: '2027-06-20' });
    const whole = report.verdicts.filter(({ subject }) => ['submission', 'plan'].includes(subject));
    expect(new Set(whole.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
    expect(report.findings.map(ruleOf)).toEqual([]);
  });

  it('takes several words together', async () => {
    const report = await check(faulty, { only: ['心理微课/02', '心理微课/03'] });
    expect(report).toMatchObject({ verdict: 'pass', partial: true });
    expect(report.items).toHaveLength(2);
  });

  it('that matches nothing is wrong usage', async () => {
    await expect(check(faulty, { only: ['心理微课/09'] })).rejects.toMatchObject({ id: 'usage/no-match', exitCode: 2 });
  });
});
