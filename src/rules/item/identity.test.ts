import type { FieldConflict, Item } from '../../model/submission.ts';
import { category, config, context, item, testRule } from '../builders-for-tests.ts';

const work = (change: Partial<Item>) => ({ item: item(change), category: category() });

const CONFLICT: FieldConflict = {
  field: 'title',
  used: { source: 'sheet', value: '睡个好觉' },
  other: { source: 'name', value: '睡眠' },
};

testRule('item/metadata', 'item', {
  accept: [
    ['a work with an institution', work({})],
    [
      'a work without one where one institution sends',
      work({ institution: null }),
      context({ config: config({ scope: 'institution' }) }),
    ],
  ],
  reject: [
    [
      'a work without an institution in a province',
      work({ institution: null }),
      { params: { fault: 'no-institution' } },
    ],
    [
      'sources that differ, as a warning',
      work({ conflicts: [CONFLICT] }),
      { grade: 'conflict', actual: '睡个好觉 / 睡眠' },
    ],
  ],
});

const called = (title: string) => work({ title });

testRule('item/title', 'item', {
  accept: ['睡个好觉', '情绪管理', '视频时代的专注', '录取之后', 'C位出道', '24小时', '新建本科院校的心理育人'].map(
    (title) => [title, called(title)] as const,
  ),
  reject: [
    '微信视频20220501123456',
    'mmexport1651380000000',
    'VID_20220501_123456',
    'IMG_0001',
    'MVI_0001',
    'C0001',
    '录屏2022',
    'zoom_0',
    '新建文件夹',
    '未命名',
    '无标题',
    'video1',
    '视频2',
    '作品',
    '20220501',
    '2022年5月1日',
  ].map((title) => [title, called(title), { actual: title, params: { name: title } }] as const),
});
