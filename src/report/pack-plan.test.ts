import { expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { LeftOut, PackPlan } from '../model/pack-plan.ts';
import type { Report } from '../model/report.ts';
import { type PlanOptions, renderPlan, renderPlanJson } from './pack-plan.ts';

const out = (why: LeftOut['why'], name: string): LeftOut => ({ why, name, reason: null });

const PLAN = {
  name: '浙江省-2027-首批-20270609',
  layout: 'bag',
  draft: false,
  packedAtMs: Date.parse('2027-06-09T14:59:00Z'),
  items: [{}, {}],
  assets: [],
  files: [
    {
      path: 'data/a.mp4',
      sizeBytes: 5 << 20,
      from: { type: 'file', entry: { path: '甲/a.mp4', location: '/secret' } },
    },
    { path: 'data/简介.txt', sizeBytes: 20, from: { type: 'text', bytes: new Uint8Array(20) } },
  ],
  payloadBytes: 5 << 20,
  leftOut: [out('withdrawn', '心理微课/06-睡眠'), ...['1', '2', '3', '4'].map((name) => out('junk', name))],
  waivers: [{ rule: 'video/duration', subject: '心理微课/04', reason: '嘉宾讲座，超时 18 秒' }],
} as unknown as PackPlan;

const RECEIPTS = { txt: '/盘/浙江省-回执.txt', json: '/盘/浙江省-回执.json' };

const REPORT = {
  at: '2027-06-09T14:59:00.000Z',
  timezone: 'Asia/Shanghai',
  verdict: 'pass',
  findings: [{ blocking: true }],
  atGiven: false,
  attestations: [],
} as unknown as Report;

function options(change: Partial<PlanOptions> = {}): PlanOptions {
  const { pack, rules } = messagesIn('zh-CN');
  const target = {
    path: '/盘/浙江省.zip',
    receipts: RECEIPTS,
    exists: false,
    inTheWay: null,
    freeBytes: 118 * 2 ** 30,
  };
  return { screen: pack, rules, width: 80, target, links: false, contact: null, folder: null, ...change };
}

it('says what goes, where to, with which waivers, and what stays', () => {
  expect(renderPlan(PLAN, REPORT, options())).toBe(
    [
      '检查通过，可以报送：2 件作品，2 个文件，5 MiB',
      '报送包  /盘/浙江省.zip（剩余空间 118 GiB）',
      '回执  /盘/浙江省-回执.txt',
      '先看这一页  00-请先看.html（在包里；列出全部作品和检查结果，点文件名就能打开）',
      '简介另存为 1 个「简介.txt」',
      '随包送出：豁免 1 条，上级可见：',
      '  心理微课/04 时长，理由「嘉宾讲座，超时 18 秒」',
      '不送出：',
      '  撤下 1 件（心理微课/06-睡眠）',
      '  系统杂项 4 个（1、2、3 等）',
      '',
    ].join('\n'),
  );
});

it.each([
  ['a draft', { draft: true }, {}, '草稿包，不能用来报送（还有 1 处须整改）'],
  [
    'a file in the way',
    {},
    { target: { path: 'a.zip', receipts: RECEIPTS, exists: true, inTheWay: null, freeBytes: 1 } },
    '会替换已有的「a.zip」',
  ],
  [
    'a folder in the way',
    { layout: 'dir' },
    { target: { path: 'a', receipts: RECEIPTS, exists: true, inTheWay: null, freeBytes: 1 } },
    '改名留下',
  ],
  [
    'what keeps it from being packed',
    {},
    { target: { path: 'a.zip', receipts: RECEIPTS, exists: true, inTheWay: 'a-回执.txt', freeBytes: 1 } },
    '「a-回执.txt」已经有了：打包前请先移走，或用 --output 换一个名字；确实要换成新\n的，加 --force',
  ],
  [
    'who is named',
    {},
    { contact: { name: '王老师', phone: '0571-1', email: null } },
    '联系人（写入包里）：王老师 0571-1',
  ],
  ['hard links', {}, { links: true }, '硬链接'],
  ['a name that would turn the line', { leftOut: [out('stray', '\u202Efdp')] }, {}, '\\u{202E}fdp'],
])('%s is told', (_, plan, change, words) => {
  expect(renderPlan({ ...PLAN, ...plan } as PackPlan, REPORT, options(change))).toContain(words);
});

it('what nobody has declared yet is told, with the line to write', () => {
  const attestations = [
    { id: 'original', text: '作品为原创', by: '张三' },
    { id: 'consent', text: '当事人已经同意', by: null },
  ];
  expect(renderPlan(PLAN, { ...REPORT, attestations }, options({ width: 300 }))).toContain(
    '\n还没有人说明 1 项（收到的人会看到）；在 sizheng.yaml 的 attestations: 下，冒号后写谁说明的：\n  consent:  # 当事人已经同意\n',
  );
});

it('for programs: every file, and nothing of this machine but the target', () => {
  const text = renderPlanJson(PLAN, REPORT, null);
  expect(text).not.toContain('secret');
  expect(JSON.parse(text)).toMatchObject({
    schema: 'sizheng-plan/1',
    verdict: 'pass',
    packedAt: '2027-06-09T14:59:00.000Z',
    target: null,
    files: [
      { path: 'data/a.mp4', sizeBytes: 5 << 20, originalPath: '甲/a.mp4' },
      { path: 'data/简介.txt', sizeBytes: 20, originalPath: null },
    ],
  });
});
