/** One document with the intros of many works: which file it is, and whose each section. */
import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../model/document-facts.ts';
import { NO_EXTRAS } from '../model/document-facts.ts';
import type { FileFacts } from '../model/facts.ts';
import { baseName } from '../model/file-names.ts';
import type { Submission } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { textLines } from '../text/document/text-lines.ts';
import { arrangePaths, loadLetterSpec } from './trees-for-tests.ts';

const spec = await loadLetterSpec();
const WORKS = ['01-情绪管理-甲大学', '02-人际交往-甲大学', '03-情绪管理-乙学院', '04-24小时好睡眠-乙学院'];
const VIDEOS = WORKS.map((work) => `心理微课/${work}/微课.mp4`);

/** A document, a paragraph a line; `#` stands before a heading. */
function documentOf(text: string): FileFacts {
  const blocks = text.split('|').map((line, index): TextBlock => {
    const [, marks = '', words = ''] = /^(#*) ?(.*)$/s.exec(line) ?? [];
    const at = { paragraph: index + 1 };
    return marks === '' ? { text: words, at } : { text: words, at, heading: marks.length };
  });
  const counts = { characters: 1, wordCount: 1, pages: null, firstLine: null };
  const value: DocumentFacts = {
    ...{ kind: 'document', format: 'docx', ...counts, blocks, privateData: [], extras: NO_EXTRAS },
  };
  return { type: { kind: 'document', format: 'docx' }, content: { ok: true, value } };
}

function textOf(facts: FileFacts | undefined): string[] {
  const value = facts?.content?.ok ? facts.content.value : null;
  return value?.kind === 'document' ? textLines(value.blocks).map(({ text }) => text) : [];
}

/** The text that each work was given, by its number; with its document's name where there are several. */
function given({ items }: Submission, facts: ReadonlyMap<string, FileFacts>): Record<string, string> {
  return Object.fromEntries(
    items.flatMap(({ fields, assets }) =>
      assets.flatMap(({ path, source }) => {
        if (source.type !== 'section') return [];
        const text = textOf(facts.get(path))
          .slice(source.first, source.last + 1)
          .join('|');
        return [[fields.number ?? '', facts.size > 1 ? `${baseName(path)}: ${text}` : text]];
      }),
    ),
  );
}

function sections(text: string, paths: readonly string[] = VIDEOS): Record<string, string> {
  const facts = new Map([['简介汇总.docx', documentOf(text)]]);
  return given(arrangePaths(spec, [...paths, '简介汇总.docx'], { facts }), facts);
}

describe('a section', () => {
  it.each<[string, string, Record<string, string>]>([
    ['below headings', '# 02 人际交往|a|b|# 04 24小时好睡眠|c', { '02': 'a|b', '04': 'c' }],
    ['below lines of plain text', '一、人际交往|a|二、24小时好睡眠（乙学院）|b', { '02': 'a', '04': 'b' }],
    ['whose title is in its marks', '《人际交往》 甲大学|a|微课4：《24小时好睡眠》|b', { '02': 'a', '04': 'b' }],
    ['whose title has a label', '作品名称：人际交往|主讲人：|a|题目：24小时好睡眠|b', { '02': 'a', '04': 'b' }],
    [
      'of two works with one title, by the school',
      '情绪管理 乙学院|a|情绪管理（甲大学心理中心）|b',
      { '03': 'a', '01': 'b' },
    ],
    ['of two works with one title, by the number', '# 3 情绪管理|a|# 1 情绪管理|b', { '03': 'a', '01': 'b' }],
    ['of which nobody can say whose it is', '# 情绪管理|a|# 人际交往|b', { '02': 'b' }],
    ['of a work of another school', '# 人际交往 丙大学|a|# 24小时好睡眠|b', { '04': 'b' }],
    ['by the number alone', '# 作品二|a|第四讲|b', { '02': 'a', '04': 'b' }],
    ['by the number and a part of the title', '# 4 小时好睡眠|a', { '04': 'a' }],
    ['whose title goes on', '# 2 人际交往：从宿舍开始|a|# 情绪管理：给新生|b', { '02': 'a' }],
    [
      'not below a row that says all',
      '2 《人际交往》 甲大学 张三 与室友闹了别扭|4 24小时好睡眠 乙学院 李四 睡眠周期与|生物钟',
      {},
    ],
    ['whose number is the document’s own', '1. 人际交往|a|2. 24小时好睡眠|b', { '02': 'a', '04': 'b' }],
    ['after a page number', '人际交往|a|3|4|24小时好睡眠|b', { '02': 'a', '04': 'b' }],
    ['out of a table', '2|人际交往|甲大学|张三|a|4|24小时好睡眠|乙学院|b', { '02': 'a', '04': 'b' }],
    [
      'that is as short as a name',
      '人际交往|三个方法。|24小时好睡眠|李四|睡好。',
      { '02': '三个方法。', '04': '睡好。' },
    ],
    ['that is a list', '人际交往|认识|沟通|练习|# 24小时好睡眠|暂无', { '02': '沟通|练习', '04': '' }],
    [
      'with numbered labels',
      '# 24小时好睡眠|一、课程内容|a|二、主讲教师|b|三、内容简介|c',
      { '04': 'a|二、主讲教师|b|三、内容简介|c' },
    ],
    ['in one paragraph with its heading', '02 人际交往\na\nb|c|04 24小时好睡眠\nd', { '02': 'a|b|c', '04': 'd' }],
    ['behind a table of contents', '人际交往|24小时好睡眠|# 人际交往|a|# 24小时好睡眠|b', { '02': 'a', '04': 'b' }],
    ['that is there twice', '# 人际交往|a|# 24小时好睡眠|b|# 人际交往|c', { '04': 'b' }],
    ['that says its own title again', '# 人际交往|a|《人际交往》|b', { '02': 'a|《人际交往》|b' }],
    ['with nothing in it', '# 人际交往|# 24小时好睡眠|甲', { '02': '', '04': '甲' }],
    [
      'with headings of its own',
      '# 人际交往|## 目标|a|## 内容|b|# 24小时好睡眠|c',
      { '02': '## 目标|a|## 内容|b'.replaceAll('## ', ''), '04': 'c' },
    ],
    ['before a heading of no work here', '# 人际交往|a|# 05 生涯规划|b|# 24小时好睡眠|c', { '02': 'a', '04': 'c' }],
    [
      'before a number of no work here',
      '02 人际交往|a|03 生涯规划|b|04 24小时好睡眠|c|05 朋辈|d',
      { '02': 'a', '04': 'c' },
    ],
    [
      'with a list of its own',
      '2. 人际交往|1. 认识|2. 沟通|3. 练习|4. 24小时好睡眠|c',
      { '02': '1. 认识|2. 沟通|3. 练习', '04': 'c' },
    ],
    [
      'that speaks of a title',
      '# 人际交往|本课是《24小时好睡眠》的续篇。|# 24小时好睡眠|c',
      { '02': '本课是《24小时好睡眠》的续篇。', '04': 'c' },
    ],
  ])('%s', (_, text, expected) => {
    expect(sections(text)).toEqual(expected);
  });

  it('ends where the body does', () => {
    const facts = new Map([['简介汇总.docx', documentOf('# 人际交往|a|第 1 页')]]);
    const { content } = facts.get('简介汇总.docx') as FileFacts;
    const blocks = content?.ok && content.value.kind === 'document' ? content.value.blocks : [];
    Object.assign((blocks[2] as TextBlock).at, { part: 'footer' });
    expect(given(arrangePaths(spec, [...VIDEOS, '简介汇总.docx'], { facts }), facts)).toEqual({ '02': 'a' });
  });

  it('gives way to the work’s own text, in a file or in the sheet', () => {
    const paths = [...VIDEOS, `心理微课/${WORKS[1]}/简介.docx`, '简介汇总.docx'];
    const facts = new Map([['简介汇总.docx', documentOf('# 人际交往|a|# 24小时好睡眠|b')]]);
    const rows = [{ title: '24小时好睡眠', intro: '三个方法。' }];
    expect(given(arrangePaths(spec, paths, { facts, rows }), facts)).toEqual({});
  });

  it('is found in time, however many lines name works', () => {
    const works = Array.from({ length: 60 }, (_, index) => `心理微课/第${index}课${'甲'.repeat(index % 9)}/微课.mp4`);
    const lines = Array.from({ length: 20_000 }, (_, index) => `第${index % 60}课${'甲'.repeat(index % 9)}`);
    const before = performance.now();
    sections(lines.join('|'), works);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

describe('the document', () => {
  const TEXT = '# 01 情绪管理 甲大学|a|# 02 人际交往|b|# 04 24小时好睡眠|c';
  const arranged = (path: string, text: string | null = TEXT, videos: readonly string[] = VIDEOS) => {
    const facts = new Map(text === null ? [] : [[path, documentOf(text)]]);
    const submission = arrangePaths(spec, [...videos, path], { facts });
    const found = submission.assets.map(({ slot, path: at }) => `${slot}=${at}`);
    return { found, strays: submission.strays, given: Object.keys(given(submission, facts)).sort() };
  };

  it.each([
    '简介汇总.docx',
    '附件3：微课简介汇总表（终稿）.docx',
    '材料/作品简介汇编.md',
    '心理微课/简介合集.docx',
    '心理微课/2 简介汇总.docx',
    'intros.md',
    '心理微课/简介.docx',
    '心理微课/简介/微课简介.docx',
    '作品简介.docx',
  ])('%s', (path) => {
    const kept = { found: [`intros=${path}`], strays: [] };
    expect(arranged(path)).toEqual({ ...kept, given: ['01', '02', '04'] });
    expect(arranged(path, null)).toEqual({ ...kept, given: [] });
  });

  it.each([
    ['an introduction of a school', '甲大学简介.docx', '# 历史|a|# 现状|b'],
    ['the intro of one work, nobody knows why here', '心理微课/简介.docx', '# 人际交往|a'],
    ['a list of the titles', '心理微课/简介.docx', '# 人际交往|# 24小时好睡眠'],
    ['instructions', '心理微课/说明.docx', TEXT],
    ['a film about introductions', '心理微课简介汇总.mp4', TEXT],
  ])('is not %s', (_, path, text) => {
    expect(arranged(path, text)).toEqual({ found: [], strays: [path], given: [] });
  });

  it('is not the intro of a work that is called like it', () => {
    const path = '心理微课/人际交往作品简介.docx';
    const submission = arrangePaths(spec, ['心理微课/人际交往.mp4', '心理微课/睡眠.mp4', path], {
      facts: new Map([[path, documentOf(TEXT)]]),
    });
    expect(submission.assets).toEqual([]);
    expect(submission.items.flatMap(({ assets }) => assets.map(({ slot }) => slot))).toEqual([
      'video',
      'intro',
      'video',
    ]);
  });

  it('of a school speaks of the school’s works, and goes before that of all', () => {
    const videos = [
      '甲大学/心理微课/01-情绪管理/a.mp4',
      '乙学院/心理微课/01-情绪管理/b.mp4',
      '乙学院/心理微课/02-睡眠/c.mp4',
    ];
    const facts = new Map([
      ['甲大学/简介汇总.docx', documentOf('情绪管理|甲|睡眠|丙')],
      ['简介汇总.docx', documentOf('情绪管理 甲大学|丁|情绪管理 乙学院|戊|睡眠|己')],
    ]);
    const { items } = arrangePaths(spec, [...videos, ...facts.keys()], { facts });
    const texts = items.map(({ id, assets }) => {
      const own = assets.find(({ source }) => source.type === 'section');
      return `${id} ${own?.path} ${own?.source.type === 'section' && textOf(facts.get(own.path))[own.source.first]}`;
    });
    expect(texts).toEqual([
      '心理微课/乙学院/01-情绪管理 简介汇总.docx 戊',
      '心理微课/02-睡眠 简介汇总.docx 己',
      '心理微课/甲大学/01-情绪管理 甲大学/简介汇总.docx 甲',
    ]);
  });
});
