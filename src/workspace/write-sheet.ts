/** The empty 作品信息.xlsx that `init` hands out: header, an example, lists to choose from, and a page that explains. */
import { type Cell, type Sheet, writeXlsx } from '../util/write-xlsx.ts';
import type { Choices } from '../util/xlsx-layout.ts';
import { type ColumnField, columnName } from './sheet-columns.ts';
import { formatAddress } from './sheet-xml.ts';
import { STATUS_NAMES } from './words.ts';

interface Column {
  readonly field: ColumnField;
  /** In characters. */
  readonly width: number;
  readonly example: string;
  readonly help: string;
}

/** `{category}` stands for the first category's name. */
const COLUMNS: readonly Column[] = [
  { field: 'number', width: 8, example: '示例', help: '类别内的序号，与作品文件夹开头的序号一致，如 01。' },
  { field: 'category', width: 18, example: '{category}', help: '从下拉列表中选择。' },
  { field: 'title', width: 32, example: '睡个好觉：给期末的你', help: '作品的正式题目，不要写成视频文件的编号。' },
  { field: 'institution', width: 24, example: '某某大学', help: '学校（单位）全称。' },
  { field: 'people', width: 18, example: '王老师、李老师', help: '主讲人、作者或负责人；多人用顿号隔开。' },
  {
    field: 'topic',
    width: 14,
    example: '睡眠调整',
    help: '来函列出的主题，如 情绪管理、睡眠调整；没有对应主题可不填。',
  },
  {
    field: 'intro',
    width: 40,
    example: '三个入睡小方法，适合晚自习后练习。',
    help: '内容简介；写在这里的，不必另交简介文件。',
  },
  { field: 'subtitles', width: 12, example: '压制字幕', help: '字幕已做进画面的填「压制字幕」；另有字幕文件的不填。' },
  { field: 'status', width: 10, example: '入选', help: '入选、候选或撤下；不填按入选计。候选和撤下的不报送。' },
  { field: 'reason', width: 24, example: '', help: '撤下的理由；入选、候选可不填。' },
  { field: 'group', width: 10, example: '', help: '来函分组报送时填写，否则不填。' },
];

const NOTES = [
  '一行填一件作品。示例行不计入，可以保留，也可以删除。',
  '列的顺序可以调整，也可以增加别的列；表头的名称请保留。',
  '文件夹名称和本表不一致时，以本表为准，检查时会提示。',
  '本表不填身份证号、手机号等个人信息。',
];

/** Rows that the lists to choose from reach down to. */
const LIST_ROWS = 1000;

/** @param categories names of the categories, in order; the same names give the same bytes */
export async function makeSheet(categories: readonly string[]): Promise<Uint8Array> {
  return writeXlsx([worksSheet(categories), helpSheet(categories)]);
}

function worksSheet(categories: readonly string[]): Sheet {
  const example = COLUMNS.map((column) => column.example.replace('{category}', () => categories[0] ?? ''));
  return {
    name: '作品信息',
    widths: COLUMNS.map(({ width }) => width),
    headerRows: 1,
    rows: [
      COLUMNS.map(({ field }) => headerCell(columnName(field))),
      example.map((value) => ({ value, textColor: '#808080', wrap: true })),
    ],
    choices: [choicesFor('category', categories), choicesFor('status', Object.values(STATUS_NAMES))],
  };
}

function helpSheet(categories: readonly string[]): Sheet {
  const rows: [string, string][] = [
    ...COLUMNS.map(({ field, help }): [string, string] => [columnName(field), help]),
    ['可选类别', categories.join('、')],
    ...NOTES.map((note, index): [string, string] => [`说明 ${index + 1}`, note]),
  ];
  return {
    name: '填写说明',
    widths: [14, 72],
    headerRows: 0,
    rows: [
      [headerCell('项目'), headerCell('怎么填')],
      ...rows.map((row) => row.map((value) => ({ value, wrap: true }))),
    ],
  };
}

function headerCell(value: string): Cell {
  return { value, fontWeight: 'bold', backgroundColor: '#DDEBF7' };
}

function choicesFor(field: ColumnField, words: readonly string[]): Choices {
  const column = COLUMNS.findIndex((one) => one.field === field) + 1;
  return { range: `${formatAddress(column, 2)}:${formatAddress(column, LIST_ROWS)}`, words };
}
