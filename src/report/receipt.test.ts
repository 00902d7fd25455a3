import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { RECEIPT_SCHEMA, type Receipt } from '../model/receipt.ts';
import { renderReceipt } from './receipt.ts';

const SHA256 = '9f3a71c05b2e'.padEnd(64, '0');

function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    schema: RECEIPT_SCHEMA,
    tool: { name: 'sizheng', version: '0.1.0' },
    spec: { id: 'moe-2022', title: '成果报送', sha256: SHA256 },
    ...{ package: '浙江省-2027.zip', layout: 'bag', draft: false, sizeBytes: 5_046_586_573 },
    ...{ sha256: SHA256, contentSha256: '1'.repeat(64), verified: true },
    ...{ packedAt: '2027-06-09T23:00:21+08:00', timezone: 'Asia/Shanghai' },
    items: [
      { category: '心理微课', number: '01', title: '睡眠', institution: '甲大学', fileCount: 3, sizeBytes: 9 },
      { category: '会商指导方案', number: '02', title: '返校', institution: null, fileCount: 1, sizeBytes: 1 },
    ],
    ...{ fileCount: 4, payloadBytes: 5_046_000_000 },
    ledger: [
      {
        ...{ category: 'lesson', name: '心理微课', unit: '门', min: 5, max: 10, found: 5, valid: 5 },
        ...{ waived: 1, candidates: 0, withdrawn: 0, missing: 0, excess: 0 },
      },
    ],
    waivers: [{ rule: 'video/duration', subject: '心理微课/01', reason: '嘉宾讲座' }],
    ...change,
  };
}

const render = (change: Partial<Receipt> = {}, language: (typeof LANGUAGES)[number] = 'zh-CN') => {
  const { receipt: screen, rules } = messagesIn(language);
  return renderReceipt(receipt(change), screen, rules);
};

it('holds all that is needed to know the package again', () => {
  expect(render()).toMatchInlineSnapshot(`
    "报送包回执

    报送包        浙江省-2027.zip
    先看这一页    00-请先看.html（在包里；列出全部作品和检查结果，点文件名就能打开）
    大小          4.7 GiB（5046586573 字节）
    校验码        9F3A-71C0-5B2E
    SHA-256       9f3a71c05b2e0000000000000000000000000000000000000000000000000000
    内容 SHA-256  1111111111111111111111111111111111111111111111111111111111111111
    打包时间      2027-06-09T23:00:21+08:00
    复核          写好后读回，4 个文件都与写入的一致
    规范          moe-2022 成果报送
    程序          sizheng 0.1.0

    类别      要求     送出
    心理微课  5-10 门     5

    作品  共 2 件作品，4 个文件，5046 MB
    心理微课      01  睡眠  甲大学
    会商指导方案  02  返校

    豁免 1 条（随报送包一起上报）
      心理微课/01 时长，理由「嘉宾讲座」

    请留存本回执。核对报送包：sizheng verify 浙江省-2027.zip --receipt 浙江省-2027-回执.txt
    "
  `);
});

describe('says what it cannot say', () => {
  it.each([
    ['a package that was not read back', { sha256: null, verified: false }, '没有计算（打包时没有复核）'],
    ['a folder', { sha256: null, layout: 'dir' } as const, '文件夹没有整包的校验码'],
    ['a draft', { draft: true }, '草稿，不能用来报送'],
  ])('%s', (_, change, words) => {
    expect(render(change)).toContain(words);
  });
});

it.each(LANGUAGES)('has no line of a package’s own making in %s', (language) => {
  expect(render({ package: 'a\nSHA-256  0' }, language)).not.toContain('\nSHA-256  0\n');
});
