import { describe, expect, it } from 'vitest';
import type { Item } from '../model/submission.ts';
import { arrangePaths, loadLetterSpec, outline } from './trees-for-tests.ts';

const spec = await loadLetterSpec();
const LESSON = '心理微课';
const MATERIAL = ['视频.mp4', '字幕.srt', '简介.docx'];
const FILLED = 'video=视频.mp4 subtitle=字幕.srt intro=简介.docx';

/** A work's folder with all that is asked. */
function work(folder: string): string[] {
  return MATERIAL.map((name) => `${folder}/${name}`);
}

function works(...folders: readonly string[]): string[] {
  return folders.flatMap(work);
}

describe('the three orders of folders', () => {
  const names = ['01-情绪管理', '02-睡眠调整'];
  const ORDERS: Record<string, (school: string, name: string) => string> = {
    '类别/作品': (school, name) => `${LESSON}/${name}-${school}`,
    '类别/学校/作品': (school, name) => `${LESSON}/${school}/${name}-${school}`,
    '学校/类别/作品': (school, name) => `${school}/${LESSON}/${name}-${school}`,
  };
  /** All that does not say where the work lies. */
  const bare = ({ folder: _, itemFile: __, assets, ...item }: Item) => ({
    ...item,
    assets: assets.map(({ path, ...asset }) => ({ ...asset, name: path.slice(path.lastIndexOf('/') + 1) })),
  });
  const arranged = Object.values(ORDERS).map((order) => {
    const paths = ['甲大学', '乙学院'].flatMap((school) => names.flatMap((name) => work(order(school, name))));
    const { items, ...rest } = arrangePaths(spec, paths);
    return { items: items.map(bare).toSorted((a, b) => (a.id < b.id ? -1 : 1)), ...rest };
  });

  it('give the same items', () => {
    const [first, second, third] = arranged;
    expect(first?.items.map(({ id, institution }) => `${id} ${institution}`)).toEqual([
      '心理微课/01-情绪管理-乙学院 乙学院',
      '心理微课/01-情绪管理-甲大学 甲大学',
      '心理微课/02-睡眠调整-乙学院 乙学院',
      '心理微课/02-睡眠调整-甲大学 甲大学',
    ]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it.each([
    '甲大学/心理微课/01-睡眠',
    '心理微课/甲大学/01-睡眠',
    '甲大学心理微课/01-睡眠',
    '甲大学/一、心理微课/01-睡眠',
  ])('%s: the folder says whose it is', (folder) => {
    expect(outline(arrangePaths(spec, work(folder)))).toEqual([`心理微课/01-睡眠 | 01 | 睡眠 | 甲大学 | ${FILLED}`]);
  });
});

describe('folders people make', () => {
  it.each<[string, string[], string[]]>([
    [
      'slot folders in a work are looked through',
      [
        `${LESSON}/01-睡眠-甲大学/视频/成片.mp4`,
        `${LESSON}/01-睡眠-甲大学/2.字幕/中文.srt`,
        `${LESSON}/01-睡眠-甲大学/简介/a.docx`,
      ],
      ['心理微课/01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | video=成片.mp4 subtitle=中文.srt intro=a.docx'],
    ],
    [
      'a folder doubled by unpacking',
      works(
        `${LESSON}/01-睡眠-甲大学/01-睡眠-甲大学`,
        `${LESSON}/${LESSON}/02-压力-乙大学`,
        '丙大学/丙大学/心理微课/03-生涯',
      ),
      [
        `心理微课/03-生涯 | 03 | 生涯 | 丙大学 | ${FILLED}`,
        `心理微课/01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | ${FILLED}`,
        `心理微课/02-压力-乙大学 | 02 | 压力 | 乙大学 | ${FILLED}`,
      ],
    ],
    [
      'a work with everything in one folder more',
      work(`${LESSON}/01-睡眠-甲大学/最终`),
      [`心理微课/01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | ${FILLED}`],
    ],
    [
      'a short name of a school, with a loose file beside its works',
      [...works(`${LESSON}/浙大/01-睡眠`, `${LESSON}/浙大/02-压力`), `${LESSON}/浙大/总说明.xlsx`],
      [`心理微课/01-睡眠 | 01 | 睡眠 | 浙大 | ${FILLED}`, `心理微课/02-压力 | 02 | 压力 | 浙大 | ${FILLED}`],
    ],
    [
      'shelves named after topics',
      works(`${LESSON}/1.睡眠调整/01-好眠-甲大学`),
      [`心理微课/01-好眠-甲大学 | 01 | 好眠 | 甲大学 | ${FILLED}`],
    ],
    [
      'folders that only gather',
      works(
        `报送材料/${LESSON}/01-a-甲大学`,
        `浙江省/01 乙大学（3门）/${LESSON}/01-b`,
        `浙大/微课组材料/${LESSON}/01-c`,
        `新建文件夹/${LESSON}/01-d`,
      ),
      [
        `心理微课/01-a-甲大学 | 01 | a | 甲大学 | ${FILLED}`,
        `心理微课/01-d | 01 | d | - | ${FILLED}`,
        `心理微课/01-c | 01 | c | 浙大 | ${FILLED}`,
        `心理微课/01-b | 01 | b | 乙大学 | ${FILLED}`,
      ],
    ],
    [
      'works that are called like a slot and numbered',
      [
        '心理暖心贴士/1 贴士/a.docx',
        '心理暖心贴士/2 贴士/b.docx',
        '活动典型案例/案例1/案例.docx',
        '活动典型案例/案例二/案例.docx',
      ],
      [
        '心理暖心贴士/1 贴士 | 1 | 1 贴士 | - | text=a.docx',
        '心理暖心贴士/2 贴士 | 2 | 2 贴士 | - | text=b.docx',
        '活动典型案例/案例1 | - | 案例1 | - | text=案例.docx',
        '活动典型案例/案例二 | - | 案例二 | - | text=案例.docx',
      ],
    ],
    [
      'a presenter where the folder names the school',
      work('甲大学/心理微课/02-压力-李四'),
      [`心理微课/02-压力-李四 | 02 | 压力 | 甲大学 | ${FILLED}`],
    ],
    [
      'a school with one work, named after nothing',
      works(`${LESSON}/甲大学`, '乙大学/心理微课'),
      [`心理微课/乙大学 | - | 乙大学 | 乙大学 | ${FILLED}`, `心理微课/甲大学 | - | 甲大学 | 甲大学 | ${FILLED}`],
    ],
  ])('%s', (_, paths, expected) => {
    expect(outline(arrangePaths(spec, paths))).toEqual(expected);
  });

  it('takes the topic of a shelf', () => {
    const { items } = arrangePaths(spec, work(`${LESSON}/1.睡眠调整/01-好眠-甲大学`));
    expect(items[0]).toMatchObject({ topic: '睡眠调整', institution: '甲大学' });
  });

  it('keeps the presenter whose name stands in the place of the school', () => {
    expect(arrangePaths(spec, work('甲大学/心理微课/02-压力-李四')).items[0]?.people).toEqual(['李四']);
  });

  it('gives an item folder its item whatever it is called', () => {
    const itemFiles = { [`${LESSON}/甲大学/item.yaml`]: { title: '睡眠' } };
    const { items } = arrangePaths(spec, work(`${LESSON}/甲大学`), { itemFiles });
    expect(items[0]).toMatchObject({
      folder: `${LESSON}/甲大学`,
      itemFile: `${LESSON}/甲大学/item.yaml`,
      title: '睡眠',
    });
  });
});

describe('candidates', () => {
  it.each([
    ['候选/心理微课/09-睡眠-甲大学'],
    ['心理微课/候选/09-睡眠-甲大学'],
    ['心理微课/备选/甲大学/09-睡眠'],
    ['心理微课/甲大学/候选/09-睡眠'],
    ['甲大学/候选/心理微课/09-睡眠'],
    ['甲大学/心理微课/候选/09-睡眠'],
    ['心理微课（候选）/09-睡眠-甲大学'],
    ['心理微课/09-睡眠-甲大学（候选）'],
  ])('%s', (folder) => {
    const [item] = arrangePaths(spec, work(folder)).items;
    expect(item).toMatchObject({ status: 'candidate', title: '睡眠', institution: '甲大学', fields: { number: '09' } });
  });

  it('may lie flat in the folder of a school, known by whatever name', () => {
    const { items } = arrangePaths(spec, [`${LESSON}/浙大/候选/睡眠.mp4`, `${LESSON}/甲大学/候选/压力.mp4`]);
    expect(items.map(({ title, institution, status }) => [title, institution, status])).toEqual([
      ['睡眠', '浙大', 'candidate'],
      ['压力', '甲大学', 'candidate'],
    ]);
  });

  it('do not make a candidate of the work whose spare files they are', () => {
    const folder = `${LESSON}/01-睡眠-甲大学`;
    const { items } = arrangePaths(spec, [...work(folder), `${folder}/候选/封面.jpg`]);
    expect(outline({ items })).toEqual([`心理微课/01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | ${FILLED} poster=封面.jpg`]);
  });

  it('are told apart from the selected works of the same shelf', () => {
    const paths = works(`${LESSON}/甲大学/01-a`, `${LESSON}/甲大学/候选/02-b`);
    expect(arrangePaths(spec, paths).items.map(({ status }) => status)).toEqual(['selected', 'candidate']);
  });

  it('become selected by what item.yaml says', () => {
    const folder = '候选/心理微课/09-睡眠-甲大学';
    const itemFiles = { [`${folder}/item.yaml`]: { status: 'selected' as const } };
    expect(arrangePaths(spec, work(folder), { itemFiles }).items[0]?.status).toBe('selected');
  });
});

describe('ids', () => {
  it('have the institution where two works share a name, and a count where that does not tell them apart', () => {
    const paths = works('候选/心理微课/01-x', '心理微课/01-x', '甲大学/心理微课/01-x', '乙大学/心理微课/01-x');
    const ids = arrangePaths(spec, paths).items.map(({ id, status }) => `${id} ${status}`);
    expect(ids.toSorted()).toEqual([
      '心理微课/01-x (2) candidate',
      '心理微课/01-x selected',
      '心理微课/乙大学/01-x selected',
      '心理微课/甲大学/01-x selected',
    ]);
  });

  it('are NFC, and paths are as found', () => {
    const folder = `${LESSON}/01-Café-甲大学`.normalize('NFD');
    const [item] = arrangePaths(spec, work(folder), {
      itemFiles: { [`${folder}/item.yaml`]: { topic: '睡眠' } },
    }).items;
    expect(item).toMatchObject({ id: '心理微课/01-Café-甲大学', title: 'Café', folder, topic: '睡眠' });
    expect(item?.assets[0]?.path).toBe(`${folder}/视频.mp4`);
  });

  it('do not depend on the order in which files are found', () => {
    const paths = works(`${LESSON}/01-a-甲大学`, '甲大学/心理微课/01-a-甲大学');
    expect(arrangePaths(spec, paths.toReversed())).toEqual(arrangePaths(spec, paths));
  });
});

describe('what is no work', () => {
  it('names litter once, a folder of it without its inside', () => {
    const paths = [
      '.DS_Store',
      '__MACOSX/a/._x',
      '@eaDir/x/y',
      `${LESSON}/01-x-甲大学/Thumbs.db`,
      `${LESSON}/01-x-甲大学/~$简介.docx`,
    ];
    const { junk, items, strays } = arrangePaths(spec, paths);
    expect(junk).toEqual(['.DS_Store', '@eaDir', '__MACOSX', ...paths.slice(3)]);
    expect([items, strays]).toEqual([[], []]);
  });

  it('leaves out its own files and the forms that init hands out', () => {
    const paths = ['sizheng.yaml', '作品信息.xlsx', '模板/简介模板.docx', '.sizheng/cache/facts.json', 'ours.yaml'];
    const { strays, items } = arrangePaths(spec, paths, { config: { spec: './ours.yaml' } });
    expect([strays, items]).toEqual([[], []]);
  });

  it('names every other file that belongs nowhere', () => {
    const strays = [
      'readme.txt',
      '杂/a.mp4',
      '甲大学.7z',
      '甲大学/报送函.pdf',
      `${LESSON}/杂.xlsx`,
      `${LESSON}/说明.txt`,
    ];
    expect(arrangePaths(spec, strays).strays).toEqual(strays.toSorted());
  });

  it('names an item file that speaks of no work', () => {
    const itemFiles = { [`${LESSON}/04-x/item.yaml`]: {}, [`${LESSON}/05-y.item.yaml`]: {} };
    expect(arrangePaths(spec, [], { itemFiles }).strays).toEqual(Object.keys(itemFiles));
  });

  it('knows the material of the whole at the root, and no list of cases is a case', () => {
    const paths = [
      '浙江省报送函.pdf',
      '汇总表.xlsx',
      '活动典型案例/01-寝室-甲大学.docx',
      '活动典型案例/活动典型案例汇总表.docx',
    ];
    const { assets, strays, items } = arrangePaths(spec, paths);
    expect(assets.map(({ slot, path }) => `${slot} ${path}`)).toEqual([
      'summary 汇总表.xlsx',
      'cover-letter 浙江省报送函.pdf',
    ]);
    expect(strays).toEqual(['活动典型案例/活动典型案例汇总表.docx']);
    expect(items.map(({ id }) => id)).toEqual(['活动典型案例/01-寝室-甲大学']);
  });

  it('keeps extra files inside a work', () => {
    const folder = `${LESSON}/01-x-甲大学`;
    const paths = [...work(folder), `${folder}/歌.mp3`, `${folder}/工程.prproj`, `${folder}/素材/a.zip`];
    const extra = arrangePaths(spec, paths).items[0]?.assets.filter(({ slot }) => slot === null);
    expect(extra?.map(({ path }) => path)).toEqual([
      `${folder}/工程.prproj`,
      `${folder}/歌.mp3`,
      `${folder}/素材/a.zip`,
    ]);
  });
});
