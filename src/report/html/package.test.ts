import { describe, expect, it } from 'vitest';
import type { ReportItem } from '../../model/report.ts';
import { relativeUri } from './links.ts';
import type { PackedPage } from './options.ts';
import {
  assetOf,
  inPackage,
  itemOf,
  LESSON,
  missing,
  packedOf,
  plannedAsset,
  reportOf,
  rowOf,
  SUBTITLE,
  VIDEO,
} from './reports-for-tests.ts';

describe('the page in a package', () => {
  const [lesson] = reportOf().items as [ReportItem];
  const { findings } = reportOf();
  /** What goes into a package that is handed in. */
  const good = reportOf({
    ...{ verdict: 'pass', exitCode: 0 },
    items: [lesson],
    findings: findings.filter(
      ({ blocking, place }) => !blocking && place.item !== undefined && place.path !== undefined,
    ),
  });
  const linksOf = (text: string) =>
    [...text.matchAll(/<a href="(\.\/[^"]*)" title="([^"]*)"><bdi>([^<]*)/g)].map(([, ...one]) => one);

  it('speaks to those who receive it: nothing is left to mend, to run or to hurry for', () => {
    const text = inPackage(good);
    expect(missing(text, '<p class="headline">检查通过</p>', '<div class="verdict pass">', '包里有什么')).toEqual([]);
    const told = [
      'id="next"',
      'class="deadline"',
      'class="fix"',
      '怎样改',
      'sizheng pack',
      'sizheng validate',
      '<pre>',
      '可以报送',
      '上级可见',
    ];
    expect(missing(text, ...told)).toEqual(told);
    expect(missing(text, '查出的问题', '豁免理由：「嘉宾讲座」', '报送单位写明了理由')).toEqual([]);
  });

  it('tells nothing of what stays at home', () => {
    const text = inPackage({ ...good, ledger: [rowOf({ found: 5, valid: 5, missing: 0, candidates: 2 })] });
    expect(missing(text, '候选')).toHaveLength(1);
    expect(missing(text, '>已达标</td>')).toEqual([]);
  });

  it('shows as a draft when it is one, with what is to be mended, and no command', () => {
    const text = inPackage(reportOf(), { draft: true });
    expect(missing(text, '<p class="headline">草稿，请勿报送</p>', '<div class="verdict fail">', '<title>')).toEqual(
      [],
    );
    expect(missing(text, 'id="next"', 'class="fix"', '怎样改', 'class="deadline"')).toEqual([]);
    expect(missing(text, '<pre>')).toHaveLength(1);
    const passed = inPackage(good, { draft: true });
    expect(missing(passed, '<p class="headline">草稿，请勿报送</p>', '<div class="verdict fail">')).toEqual([]);
    expect(missing(passed, '可以报送')).toHaveLength(1);
  });

  it('links the files of a work by their names there, and what is not there by none', () => {
    const packed = packedOf(good);
    const [work] = packed.items as [PackedPage['items'][number]];
    const assets = [
      plannedAsset('video', 'data/01 课/100%#？.mp4', VIDEO),
      plannedAsset('intro', 'data/01 课/简介.docx', `${LESSON}/简介.docx`),
      plannedAsset('intro', 'data/01 课/简介.txt', null),
    ];
    const text = inPackage(good, { items: [{ ...work, number: '07', folder: 'data/01 课', assets }] });
    expect(missing(text, '<span class="work-number">07</span>', '<bdi>data/01 课</bdi>')).toEqual([]);
    const material = text.slice(text.indexOf('<h4>文件</h4>'));
    expect(linksOf(material.slice(0, material.indexOf('</dl>')))).toEqual([
      [relativeUri('data/01 课/100%#？.mp4'), 'data/01 课/100%#？.mp4', '100%#？.mp4'],
      [relativeUri('data/01 课/简介.docx'), 'data/01 课/简介.docx', '简介.docx'],
      [relativeUri('data/01 课/简介.txt'), 'data/01 课/简介.txt', '简介.txt'],
    ]);
    expect(missing(text, `<span title="${SUBTITLE}"><bdi>字幕.srt</bdi></span>`)).toEqual([]);
    expect(new Set(linksOf(text).map(([href]) => href)).size).toBe(4);
  });

  it('shows a text of a table as the file that was written of it', () => {
    const text = assetOf('intro', '作品信息.xlsx', null, { source: 'text' });
    const told = { ...good, items: [{ ...lesson, assets: [text] }], findings: [] };
    const [work] = packedOf(told).items as [PackedPage['items'][number]];
    const items = [{ ...work, assets: [plannedAsset('intro', 'data/简介.txt', null)] }];
    const page = inPackage(told, { items });
    expect(linksOf(page).map(([, path]) => path)).toEqual(['报送汇总表.xlsx', 'data/简介.txt']);
    expect(missing(page, '作品信息.xlsx')).toHaveLength(1);
  });

  it.each([
    ['bag', ['报送汇总表.xlsx', 'data/整批材料/报送函.pdf']],
    ['dir', ['报送汇总表.xlsx', 'data/整批材料/报送函.pdf']],
    ['upload', ['上传台账.xlsx', 'data/整批材料/报送函.pdf']],
  ] as const)('leads to what belongs to no work, laid out as %s', (layout, expected) => {
    const assets = [plannedAsset('letter', 'data/整批材料/报送函.pdf', '报送函.pdf')];
    const text = inPackage(good, { layout, assets });
    const section = text.slice(text.indexOf('<section id="package"'));
    expect(linksOf(section.slice(0, section.indexOf('</section>'))).map(([, path]) => path)).toEqual(expected);
  });

  it('counts works as the package does', () => {
    const items = ['一', '二'].map((name) => itemOf(`心理微课/${name}`, name));
    const packed = packedOf({ ...reportOf(), items: items.toReversed() });
    const text = inPackage(reportOf({ items, findings: [] }), { items: packed.items });
    expect([...text.matchAll(/work-number">(\d+)<\/span> <bdi>(.)/g)].map(([, ...one]) => one.join(' '))).toEqual([
      '01 二',
      '02 一',
    ]);
  });
});
