import { describe, expect, it } from 'vitest';
import { maskBlocks, maskText, maskWord } from './mask.ts';

describe('maskText', () => {
  it('says where each datum stands and what gave it away', () => {
    expect(maskText('甲学号：2021010203，手机13812345678')).toEqual({
      text: '甲学号：20******03，手机138****5678',
      found: [
        { kind: 'student-number', start: 4, end: 14, masked: '20******03', label: '学号' },
        { kind: 'phone', start: 17, end: 28, masked: '138****5678', label: '手机' },
      ],
    });
  });

  it('leaves a text without any as it is', () => {
    expect(maskText('')).toEqual({ text: '', found: [] });
    expect(maskText('把心放平 😀 １２３')).toEqual({ text: '把心放平 😀 １２３', found: [] });
  });

  it('keeps the length beside characters of two units', () => {
    expect(maskText('😀13812345678😀').text).toBe('😀138****5678😀');
  });
});

it('maskWord gives the mask alone', () => {
  expect(maskWord('手机13812345678')).toBe('手机138****5678');
});

it('masks a name that was found wherever it is told again', () => {
  const text = '李晓明来了。班长介绍，学生李晓明、王芳住同一间。王芳说李晓明的事，晓明不知道。';
  const { text: masked, found } = maskText(text);
  expect(masked).toBe('李**来了。班长介绍，学生李**、王*住同一间。王*说李**的事，晓明不知道。');
  expect(found.map(({ label }) => label)).toEqual([null, '学生', '学生', null, null]);
});

describe('maskBlocks', () => {
  const block = (text: string, paragraph: number) => ({ text, at: { paragraph } });

  it('tells the place of each, and masks the block it stands in', () => {
    const blocks = [
      block('前言', 1),
      { ...block('手机13812345678', 2), heading: 1 },
      block('', 3),
      block('QQ：123456789', 4),
    ];
    expect(maskBlocks(blocks)).toEqual({
      blocks: [
        block('前言', 1),
        { ...block('手机138****5678', 2), heading: 1 },
        block('', 3),
        block('QQ：12*****89', 4),
      ],
      privateData: [
        { kind: 'phone', masked: '138****5678', label: '手机', before: '手机', at: { paragraph: 2 } },
        { kind: 'chat-id', masked: '12*****89', label: 'QQ', before: 'QQ：', at: { paragraph: 4 } },
      ],
    });
  });

  it('reads a label in the cell before', () => {
    const { blocks, privateData } = maskBlocks([block('学号', 1), block('2021010203', 2)]);
    expect(blocks[1]?.text).toBe('20******03');
    expect(privateData).toMatchObject([{ label: '学号', at: { paragraph: 2 } }]);
  });

  it('reads in the cell before that an office can be reached so', () => {
    expect(maskBlocks([block('预约电话', 1), block('13812345678', 2)]).privateData).toEqual([]);
  });

  it('reads anywhere in a text that its names are made up', () => {
    const told = [block('来访者张晓雯，女，20 岁。', 1), block('（文中姓名均为化名）', 2)];
    const name = { kind: 'name', masked: '张**', label: '来访者', before: '来访者', at: { paragraph: 1 } };
    const masked = block('来访者张**，女，20 岁。', 1);
    expect(maskBlocks(told)).toEqual({
      blocks: [masked, told[1]],
      privateData: [{ ...name, declaredFictional: true }],
    });
    expect(maskBlocks(told.slice(0, 1))).toEqual({ blocks: [masked], privateData: [name] });
  });

  it.each([
    ['女，大一，学号：2021010203', '学号：'],
    ['2021级，联系人 张老师　１３８１２３４５６７８', '张老师　'],
    ['请在每天的早上八点以后联系班主任13812345678', '点以后联系班主任'],
    ['手机13812345678/13900001111', '手机', ''],
    ['联系人张晓明 13812345678', '联系人张** '],
    ['张晓明学号2021010203', '张**学号'],
    ['𠀀甲手机13812345678', '𠀀甲手机'],
  ])('tells a few words before each: %s', (text, ...before) => {
    const { privateData } = maskBlocks([block('上一段', 1), block(text, 2)]);
    expect(privateData.map((datum) => datum.before)).toEqual(before);
  });

  it('puts no number together from two blocks', () => {
    expect(maskBlocks([block('1381234', 1), block('5678', 2)]).privateData).toEqual([]);
  });

  it('takes no blocks and blocks without text', () => {
    expect(maskBlocks([])).toEqual({ blocks: [], privateData: [] });
    expect(maskBlocks([block('', 1), block('', 2)]).blocks).toEqual([block('', 1), block('', 2)]);
  });
});

describe('a text that was made to cost time', () => {
  const SIZE = 500_000;
  // Quadratic work over half a million characters would take minutes, not seconds.
  const LIMIT_MS = 20_000;

  it.each([
    '1',
    '1 ',
    '12 ',
    '138 ',
    '13812345678 ',
    '-13812345678-',
    '330102203105081236 ',
    '4111 ',
    '138.1234.',
    'a',
    'a.',
    'a@',
    'a@b.',
    '@',
    'xlzx@a.cn ',
    ' ',
    '*',
    '**a',
    '\n',
    'QQ',
    '微信（',
    '微信 / ',
    '学号',
    '学号2021010203、',
    '学  号',
    '学号/a',
    '学号/Student ID',
    '学号_',
    'QQ吧，',
    '138 1 2 ',
    '_@',
    '格式如',
    '学生于慧',
    '姓名：汤沁 性别',
    '手机号码（本人）：',
    '热线13812345678 ',
    '学生',
    '学生张晓明、',
    '同学',
    '化名',
    '张晓化名',
    '均为',
    'www.',
    '.com/',
    '10.1234/',
    '姓名：李明',
    '１３８１２３４５６７８，',
  ])(
    '%j, again and again',
    (piece) => {
      const text = piece.repeat(Math.ceil(SIZE / piece.length));
      const start = performance.now();
      const masked = maskText(text).text;
      expect(performance.now() - start).toBeLessThan(LIMIT_MS);
      expect(masked).toHaveLength(text.length);
    },
    2 * LIMIT_MS,
  );
});

it('reads a number whose digits bear marks, and keeps the marks', () => {
  const text = '请找1\u03323\u03329\u033212345678谢谢';
  expect(maskText(text).text).toBe('请找1\u03323\u03329\u0332****5678谢谢');
});

it.each(['2/139/1234/5678', '10.139.1234.5678', 'IMG_139_1234_5678.jpg', '/139/1234/5678/'])(
  'takes no part of a row for a number: %s',
  (text) => {
    expect(maskText(text).found).toEqual([]);
  },
);
