import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Language } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { judgePackages } from '../judge/judge-packages.ts';
import { NO_FRAMES } from '../model/frame.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import type { Verification } from '../model/verification.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import {
  digest,
  FOLDER,
  file,
  manifest,
  NAME,
  packageFacts,
  plusFiles,
  receipt,
  source,
  structureFault,
  uploadFolder,
  VIDEO,
  withFiles,
} from '../rules/package/facts-for-tests.ts';
import { displayWidth } from '../util/display-width.ts';
import { renderPackages } from './reporters.ts';
import { PLAIN } from './style.ts';
import type { VerificationOptions } from './terminal-options.ts';
import { renderVerification } from './verification.ts';
import { verificationJsonSchema } from './verification-schema.ts';

interface Given {
  readonly language?: Language;
  readonly strict?: boolean;
  readonly fast?: boolean;
}

function verificationOf(
  packages: readonly PackageFacts[],
  { language = 'zh-CN', strict = false, fast = false }: Given = {},
) {
  return judgePackages({
    ...{ packages, strict, fast, rules: CATALOGUE, texts: messagesIn(language).rules },
    ...{ toolVersion: '1.0.0', timezone: 'Asia/Shanghai', atMs: Date.UTC(2027, 5, 9, 15, 1), atGiven: false },
  });
}

function optionsIn(language: Language, change: Partial<VerificationOptions> = {}): VerificationOptions {
  const { report: screen, rules, verify } = messagesIn(language);
  return {
    ...{ screen, rules, verify, style: PLAIN, target: null, elapsedMs: 3000 },
    ...{ width: 80, verbose: false, quiet: false, commandOptions: [] },
    ...change,
  };
}

function renderOptions() {
  const language: Language = 'zh-CN';
  return { language, catalogue: CATALOGUE, base: '', frames: NO_FRAMES, screen: optionsIn(language) };
}

function screen(
  packages: readonly PackageFacts[],
  given: Given = {},
  change: Partial<VerificationOptions> = {},
): string[] {
  const verification = verificationOf(packages, given);
  return renderVerification(verification, optionsIn(given.language ?? 'zh-CN', change)).split('\n');
}

const whole = packageFacts({ sha256: digest('zip'), receipt: receipt() });
const changed = { digests: { sha256: digest('other') } };
const altered = withFiles({ [VIDEO]: changed });
const draft = packageFacts({ manifest: { ok: true, value: manifest({ draft: true }) } });
const littered = plusFiles(packageFacts(), ...Array.from({ length: 8 }, (_, index) => file(`data/${index}.mp4`)));
const short = digest('zip')
  .slice(0, 12)
  .toUpperCase()
  .replace(/.{4}(?=.)/g, '$&-');

describe('an intact package', () => {
  it('is told in a few lines', () => {
    expect(screen([whole])).toEqual([
      '复核于 06-09 23:01（北京时间），用时 3 秒',
      '结论：报送包完好：2 个文件，5.18 KiB，与清单逐一相符',
      '',
      `${NAME}.zip`,
      '  1 件作品，2 个文件，5.18 KiB',
      `  校验码 ${short}`,
      `  与回执一致（${NAME}-回执.json），是当初那一包`,
      '',
      `看全部：sizheng verify ${NAME}.zip --verbose`,
      '',
    ]);
  });

  it('is told in English', () => {
    expect(screen([whole], { language: 'en' }).slice(0, 6)).toEqual([
      'Verified 06-09 23:01 (Beijing time), took 3 seconds',
      'Result: the package is intact: 2 files, 5.18 KiB, each as the manifest lists it',
      '',
      `${NAME}.zip`,
      '  1 work, 2 files, 5.18 KiB',
      `  Digest ${short}`,
    ]);
  });

  it('is told in one line when that is asked', () => {
    expect(screen([whole], {}, { quiet: true })).toEqual(['结论：报送包完好：2 个文件，5.18 KiB，与清单逐一相符', '']);
  });

  it('shows the evidence, and the whole digest, when all is asked', () => {
    const lines = screen([whole], {}, { verbose: true });
    expect(lines).toContain(`  SHA-256 ${digest('zip')}`);
    expect(lines).toContain('  合格 与清单一致的文件 2/2');
    expect(lines).toContain('  合格 字节数.文件数 5300.2');
  });

  it('is not called intact by a fast look', () => {
    const lines = screen([packageFacts({ digested: false })], { fast: true });
    expect(lines.slice(1, 3)).toEqual([
      '快速复核（--fast）：只看了结构、大小和 CRC；没有用校验码逐一核对文件内容',
      '结论：报送包没有发现问题：2 个文件，5.18 KiB；文件内容没有逐一核对',
    ]);
    const verbose = screen([packageFacts({ digested: false })], { fast: true }, { verbose: true });
    expect(verbose).toContain('  未检查 与清单一致的文件');
  });

  it('that is a draft says so, and is a warning', () => {
    const lines = screen([draft]);
    expect(lines).toContain('结论：报送包完好：2 个文件，5.18 KiB，与清单逐一相符。另有 1 条提醒');
    expect(lines).toContain('  草稿包，供内部核对，不能用来报送');
    expect(lines).toContain('提醒 1 条：草稿包（1）');
    expect(lines).toContain(`看提醒：sizheng verify ${NAME}.zip --verbose`);
  });
});

describe('what it was held against', () => {
  const held = (packagedSha256: string, facts: PackageFacts = packageFacts()) => ({
    ...facts,
    source: source({ path: '微课.mp4', sha256: packagedSha256, packagedAs: VIDEO }),
  });
  const folder = '浙江省-2027-首批';

  it.each<[string, PackageFacts, Given, string]>([
    ['the same', held(digest(VIDEO)), {}, `  与「${folder}」里的原件一致`],
    ['the same, by its lists', held(digest(VIDEO)), { fast: true }, `  清单与「${folder}」里的原件一致`],
    ['the same by its lists, and altered since', held(digest(VIDEO), altered), {}, `  清单与「${folder}」里的原件一致`],
    ['the receipt, by its lists', { ...whole, sha256: null }, { fast: true }, `  清单与回执一致（${NAME}-回执.json）`],
  ])('is said: %s', (_, facts, given, line) => expect(screen([facts], given)).toContain(line));

  it('is not said to agree where it does not, or was not compared', () => {
    expect(screen([held('x')]).join('\n')).not.toContain('原件一致');
    const spoilt = screen([{ ...altered, receipt: receipt() }], {}, { width: 120 });
    expect(spoilt).toContain(`  没有与回执核对（${NAME}-回执.json）：报送包本身有问题，或没有可比的校验码`);
    const none = packageFacts({ kind: 'unknown', bag: null, manifest: null, receipt: receipt() });
    expect(screen([none]).join('\n')).toContain('没有与回执核对');
  });

  it('is told at once where only the archive is another', () => {
    const text = screen([{ ...whole, sha256: digest('other zip') }]).join('');
    expect(text).toContain('压缩包被重新压缩过');
    expect(text).toContain('结论：报送包完好');
  });

  it('is looked at fast, and said how', () => {
    const given = { fast: true };
    const upload = uploadFolder({ digested: false });
    expect(screen([upload], given)[1]).toBe(
      '快速复核（--fast）：只看了有没有缺少、多出和大小；没有用校验码逐一核对文件内容',
    );
    expect(screen([held('x', upload)], given)[1]).toContain('清单与原件比过');
    expect(screen([whole, upload], given, { width: 200 })[1]).toBe(
      '快速复核（--fast）：压缩包看了结构、大小和 CRC，文件夹看了有没有缺少、多出和大小，清单与回执比过；没有用校验码逐一核对文件内容',
    );
    expect(
      screen([upload], { ...given, language: 'en' })
        .slice(1, 4)
        .join(' '),
    ).not.toContain('CRC');
  });

  it('is asked for again by the line to be copied', () => {
    const commandOptions = ['--receipt', '我的 回执.json', '--fast'];
    const lines = screen([whole], {}, { commandOptions, width: 200 });
    expect(lines).toContain(`看全部：sizheng verify ${NAME}.zip --receipt "我的 回执.json" --fast --verbose`);
  });
});

describe('a faulty package', () => {
  it('says what was found and what to do', () => {
    expect(screen([altered]).slice(1)).toEqual([
      '结论：报送包有问题，1 处',
      '',
      `${NAME}.zip`,
      '  1 件作品，2 个文件，5.18 KiB',
      `1 [须整改] 「${VIDEO}」的内容与清单`,
      '  manifest-sha256.txt 不一致（SHA-256 不同）',
      '  办法：请向报送单位重新索取整个报送包，不要只补这一个文件',
      '',
    ]);
  });

  it('tells a few of the same fault, says the way out once, and counts the rest', () => {
    const lines = screen([littered]);
    expect(lines.filter((line) => line.includes('多出「'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('办法：'))).toHaveLength(1);
    expect(lines).toContain('  +3 处同样的问题（多出文件），没有列出');
    expect(screen([littered], {}, { verbose: true }).filter((line) => line.includes('多出「'))).toHaveLength(8);
  });

  it('tells errors, and warnings only when they are asked or block', () => {
    const both = withFiles({ [VIDEO]: changed }, { structure: [structureFault({ fault: 'comment' })] });
    expect(screen([both]).join('\n')).not.toContain('[提醒]');
    expect(screen([both])).toContain('提醒 1 条：压缩包结构（1）');
    const second = (lines: readonly string[]) => lines.find((line) => line.startsWith('2 '));
    expect(second(screen([both], {}, { verbose: true }))).toBe('2 [提醒] 压缩包带有注释，注释不在任何清单里');
    expect(second(screen([both], { strict: true }))).toBe('2 [须整改] 压缩包带有注释，注释不在任何清单里');
  });

  it('that is none has no contents to tell of', () => {
    const none = packageFacts({ path: 'x.zip', kind: 'unknown', bag: null, manifest: null, base: '', files: [] });
    expect(screen([none]).slice(2)).toEqual([
      '',
      'x.zip',
      '1 [须整改] 这不是报送包：没有 bagit.txt 和清单，也没有上传台账',
      '  办法：请核对是不是选错了文件；报送包是 sizheng pack 打出来的 ZIP（或文件夹）',
      '',
    ]);
  });
});

describe('several packages', () => {
  it('are told one by one, each with how it stands', () => {
    const lines = screen([whole, { ...altered, path: 'b.zip' }]);
    expect(lines[1]).toBe('结论：2 个报送包中 1 个有问题，共 1 处');
    expect(lines).toContain(`${NAME}.zip  没有问题`);
    expect(lines).toContain('b.zip  有问题，1 处');
  });

  it('are not said to be faultless and a draft at once', () => {
    expect(screen([whole, { ...draft, path: 'b.zip' }])).toContain('b.zip  草稿包');
  });

  it('are named where they are faulty, though the verdict alone is asked', () => {
    const lines = screen([whole, { ...altered, path: 'b.zip' }, draft], {}, { quiet: true });
    expect(lines).toEqual(['结论：3 个报送包中 1 个有问题，共 1 处。另有 1 条提醒', '  b.zip  有问题，1 处', '']);
    const english = screen([whole, { ...altered, path: 'b.zip' }], { language: 'en' }, { quiet: true });
    expect(english[0]).toBe('Result: 1 of 2 packages is faulty, 1 problem in all');
  });

  it('are summed up when all are intact', () => {
    expect(screen([whole, uploadFolder()])[1]).toBe('结论：2 个报送包都完好：共 3 个文件，5.27 KiB，与清单逐一相符');
  });
});

it('keeps within the width, and lets no name move the cursor', () => {
  const hostile = packageFacts({
    path: 'a\u001b[2J\u202e.zip',
    files: [...altered.files, file(`data/\u001b[31m${'长'.repeat(60)}`)],
  });
  for (const width of [40, 80]) {
    const lines = screen([hostile], {}, { width, verbose: true });
    expect(lines.filter((line) => displayWidth(line) > width && !line.includes('SHA-256 '))).toEqual([]);
    expect(lines.filter((line) => line.includes('\u001b') || line.includes('\u202e'))).toEqual([]);
  }
});

describe('as JSON', () => {
  const check = new Ajv2020({ allErrors: true, strictTypes: false }).compile(verificationJsonSchema());
  const held = { ...whole, source: source({ path: 'a', sha256: null, packagedAs: `${FOLDER}/微课.mp4` }) };

  it.each<[string, readonly PackageFacts[], Given]>([
    ['intact', [whole, uploadFolder()], {}],
    ['faulty, strict, in English', [altered, littered, draft], { strict: true, language: 'en' }],
    ['held against a workspace', [held], {}],
    ['of a hostile path', [withFiles({ '/etc/passwd': {}, '../x': {} })], {}],
    [
      'not read',
      [
        packageFacts({
          stopped: { type: 'unreadable', reason: 'truncated', detail: null },
          files: [],
          kind: 'unknown',
        }),
      ],
      { fast: true },
    ],
  ])('%s keeps to the schema', async (_, packages, given) => {
    const verification = verificationOf(packages, given);
    const text = await renderPackages('json', verification, renderOptions(), false);
    expect(check(JSON.parse(text)), JSON.stringify(check.errors)).toBe(true);
  });

  it('is the same for a file; a text for people has a mark there', async () => {
    const verification: Verification = verificationOf([whole]);
    const rendered = (name: 'json' | 'terminal', toFile: boolean) =>
      renderPackages(name, verification, renderOptions(), toFile);
    expect(await rendered('json', true)).toBe(await rendered('json', false));
    expect(await rendered('terminal', true)).toBe(`\uFEFF${renderVerification(verification, optionsIn('zh-CN'))}`);
  });
});
