import { describe, expect, it } from 'vitest';
import { findingOf, HOSTILE_NAMES, hostileReport, reportOf } from '../machine/reports-for-tests.ts';
import { renderMarkdown } from './markdown.ts';
import { ITEMS, optionsIn, provinceReport, tooShort, workOf } from './reports-for-tests.ts';

const { EMOTION } = ITEMS;
const zh = optionsIn();

it('is the verdict, the ledger, what blocks by work, and the rest folded away', () => {
  const report = provinceReport({
    verdicts: [{ rule: 'video/codec', subject: 'x', outcome: 'skipped' }],
    checkedAs: { path: 'a_b.mp4', category: '心理微课', slot: '视频' },
  });
  const findings = report.findings.filter(({ rule }) => rule !== 'subtitle/order' && rule !== 'video/faststart');
  expect(renderMarkdown({ ...report, findings }, zh)).toBe(`### sizheng 检查结果：浙江省 2027 年首批

**结论：还不能报送。3 处须整改，另有 2 条提醒（不影响报送）**

_「a\\_b.mp4」按心理微课的视频检查_

| 类别 | 要求 | 收到 | 合格 | 说明 |
| --- | --- | ---: | ---: | --- |
| 心理微课 | 5-10 门 | 5 | 5 | 已达标 |

#### 须整改

##### 心理微课 01《情绪管理》 甲大学

- **须整改** 时长 14:42，要求 15:00-20:00（来函：建议） (\`video/duration\`)
  - 位置：\`心理微课/01-情绪管理/微课.mp4\`
  - 依据：来函「建议微课视频时长15-20分钟」（建议）
  - 办法：请补录。

##### 心理微课 05《人际交往》

- **须整改** 没有写明学校（单位） (\`item/metadata\`)
  - 办法：请改名。

##### 心理微课

- **须整改** 缺 1 门 (\`quota/count\`)
  - 办法：请再选 1 门。

<details>
<summary>提醒 2 条，候选作品须整改 1 处，已豁免 1 条</summary>

##### 心理微课 02《睡眠调整》 乙学院

- **提醒** 视频没有音轨 (\`video/no-audio\`)
  - 位置：\`心理微课/02-睡眠调整/微课.mp4\`
  - 依据：来函「建议微课视频时长15-20分钟」（建议）
  - 办法：请补录。
- **已豁免** 时长 14:42，要求 15:00-20:00（来函：建议） (\`video/size\`)
  - 位置：\`心理微课/02-睡眠调整/微课.mp4\`
  - 依据：来函「建议微课视频时长15-20分钟」（建议）
  - 豁免理由：嘉宾讲座
  - 办法：请补录。

##### 心理微课 03《备用》 乙学院（候选）

- **须整改** 时长 14:42，要求 15:00-20:00（来函：建议） (\`video/duration\`)
  - 位置：\`心理微课/03-备用/微课.mp4\`
  - 依据：来函「建议微课视频时长15-20分钟」（建议）
  - 办法：请补录。

##### 心理微课 04《生涯规划》 丙大学

- **提醒** 转 (\`video/rotated\`)
  - 位置：\`心理微课/04-生涯规划/微课.mp4\`
  - 依据：来函「建议微课视频时长15-20分钟」（建议）
  - 办法：请补录。

</details>

有 1 项没有检查：要用的内容读不出来，或不在这次检查的范围里。

检查于 06-09 22:58（北京时间）  
由 sizheng 1.2.0 按规范 moe-2022 检查
`);
});

it('tells all places of what is found in many', () => {
  expect(renderMarkdown(provinceReport(), zh)).toMatch(
    / {2}- 位置：`心理微课\/02-睡眠调整\/字幕.srt`，第 2 行、第 12 行、.*第 192 行等 23 处\n/,
  );
});

it('of a check that passes is the verdict', () => {
  const text = renderMarkdown(reportOf([]), zh);
  expect(text).toContain('**结论：检查通过，可以报送**');
  expect(text).toContain('\n\n没有发现问题。\n\n');
  expect(text).not.toMatch(/details|####/);
});

it('of a part has no ledger, and says so', () => {
  const text = renderMarkdown(reportOf([], { partial: true, strict: true, ledger: [] }), optionsIn('en'));
  expect(text).toContain('**Result: nothing must be fixed in the part that was checked**\n\n_Partial check: quotas');
  expect(text).toContain('_Strict check (--strict): warnings must be fixed too_');
  expect(text).not.toContain('| --- |');
});

describe('hostile names', () => {
  const text = renderMarkdown(hostileReport(), zh);
  /** What is left when code spans are taken out. */
  const prose = text.replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');

  it('begin no line, and no markup', () => {
    const begun = /^(?:#{3,5} |\*\*|\||- \*\*| {2}- |<details>|<summary>|<\/details>|检查于|由 sizheng)/;
    expect(text.split('\n').filter((line) => line !== '' && !begun.test(line))).toEqual([]);
    expect(prose.match(/<\/?\w+/g)).toEqual(['<details', '<summary', '</summary', '</details']);
    expect(prose).not.toMatch(/(?<!\\)[[\]_]|(?<!&)[@#](?=[\p{L}\p{N}])|:\/\//u);
  });

  it('are all told of', () => {
    expect(text.match(/^- \*\*/gm)).toHaveLength(6 * HOSTILE_NAMES.length);
  });
});

describe('a comment has room for 60,000 characters', () => {
  const works = Array.from({ length: 400 }, (_, index) => workOf(`${index + 100}-${'长'.repeat(30)}`));
  const many = works.flatMap((work) => [
    tooShort(work),
    tooShort(work, { rule: 'video/no-audio', severity: 'warning', blocking: false }),
  ]);

  it('and says how much is left out, what blocks first', () => {
    const text = renderMarkdown(reportOf(many, { items: works }), zh);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    const told = text.match(/^- \*\*须整改/gm)?.length ?? 0;
    expect(text).toContain(`**另有 ${800 - told} 处没有列出（其中 ${400 - told} 处须整改）：一条评论放不下`);
    expect(text).not.toContain('<details>');
  });

  it('and closes what it folds away', () => {
    const text = renderMarkdown(
      reportOf([...many.slice(0, 2), ...many.filter(({ blocking }) => !blocking)], { items: works }),
      zh,
    );
    expect(text.length).toBeLessThanOrEqual(60_000);
    const told = text.match(/^- \*\*/gm)?.length ?? 0;
    expect(text).toMatch(new RegExp(`\\n\\n</details>\\n\\n\\*\\*另有 ${402 - told} 处没有列出：`));
  });

  it('of which no one text takes much', () => {
    const name = '*'.repeat(100_000);
    const text = renderMarkdown(
      reportOf([findingOf({ message: name, fix: name, place: { path: name, other: name } })], { province: name }),
      zh,
    );
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('**须整改** \\*');
  });
});

it('is the same text twice', () => {
  expect(renderMarkdown(hostileReport(), zh)).toBe(renderMarkdown(hostileReport(), zh));
  expect(renderMarkdown(provinceReport({ items: [EMOTION] }), zh)).toBe(
    renderMarkdown(provinceReport({ items: [EMOTION] }), zh),
  );
});
