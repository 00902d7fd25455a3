/** 报送汇总表.xlsx: a sheet a category to print, stamp and scan, and one with what a machine measured. */
import { displayWidth, truncateTo, wrapText } from '../util/display-width.ts';
import { formatDuration } from '../util/format.ts';
import { groupBy } from '../util/order.ts';
import { type Cell, type Sheet, writeXlsx } from '../util/write-xlsx.ts';
import { cellText } from '../util/xlsx-text.ts';
import { type Column, TABLE_LAYOUT, tableRows, widthsOf } from './sheet-table.ts';
import type { Summary, SummaryItem } from './summary.ts';
import { introOf, introPaths } from './summary-intro.ts';
import { technicalSheet } from './technical-sheet.ts';
import { BATCH_NAMES } from './words.ts';

/** The same bytes for the same input; categories without works have no sheet. */
export async function makeSummary(summary: Summary): Promise<Uint8Array<ArrayBuffer>> {
  const categories = [...groupBy(summary.items, ({ category }) => category)];
  return writeXlsx([
    ...categories.map(([category, items]) => categorySheet(category, items, summary)),
    technicalSheet(summary),
  ]);
}

/** Title, seal and header; only the header stands on the pages after the first. */
const HEADER_ROWS = 3;

function categorySheet(category: string, items: readonly SummaryItem[], summary: Summary): Sheet {
  const name = items[0]?.categoryName ?? category;
  const unit = summary.ledger.find((row) => row.category === category)?.unit ?? '';
  const columns = columnsFor(items);
  return {
    ...TABLE_LAYOUT,
    name,
    widths: widthsOf(columns),
    headerRows: HEADER_ROWS,
    page: { ...TABLE_LAYOUT.page, repeatFrom: HEADER_ROWS },
    rows: [
      [{ ...TITLE, value: titleOf(name, summary), columnSpan: columns.length }],
      sealRow(ownerOf(summary), `${items.length} ${unit}`, columns.length),
      ...tableRows(columns.map(printable), items),
    ],
  };
}

const TITLE = { align: 'center', alignVertical: 'center', fontSize: 16, fontWeight: 'bold', height: 36 } as const;

function titleOf(category: string, summary: Summary): string {
  const { year, batch, draft } = summary;
  const parts = [ownerOf(summary), `${year} 年${BATCH_NAMES[batch]}`, category, `报送汇总表${draft ? '（草稿）' : ''}`];
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

function ownerOf({ scope, province, institution }: Summary): string | null {
  return scope === 'province' ? province : institution;
}

/** High enough for a seal, which covers the name and what is around it. */
const SEAL = { alignVertical: 'center', fontSize: 10, height: 54, wrap: true } as const;
/** What is written by hand; with the columns that it stands over, the seal has the first 40 digits of the width. */
const SIGNATURES = '填报人：________   联系电话：____________   日期：      年    月    日';
const SEAL_COLUMNS = 3;
const SEAL_LINE_WIDTH = 24;

/** Above the works: at the end it could come to stand on a page of its own, a stamp under nothing. */
function sealRow(owner: string | null, total: string, columnCount: number): Cell[] {
  const name = owner ?? '';
  const rule = '_'.repeat(Math.max(0, SEAL_LINE_WIDTH - displayWidth(name)));
  return [
    { ...SEAL, value: `填报单位（盖章）：${name}${rule}`, columnSpan: SEAL_COLUMNS },
    { ...SEAL, value: `合计：${total}   ${SIGNATURES}`, align: 'right', columnSpan: columnCount - SEAL_COLUMNS },
  ];
}

/** Together as wide as an A4 page. */
function columnsFor(items: readonly SummaryItem[]): Column<SummaryItem>[] {
  const filmed = items.some(({ assets }) => assets.some(({ kind }) => kind === 'video'));
  return [
    { header: '序号', width: 5, align: 'center', value: ({ number }) => number },
    { header: '题目', width: 20, value: ({ title }) => title },
    { header: '学校（单位）', width: 15, value: ({ institution }) => institution },
    { header: filmed ? '主讲人' : '负责人', width: 9, value: ({ people }) => people.join('、') },
    { header: '主题', width: 9, value: ({ topic }) => topic },
    ...(filmed ? [{ header: '时长', width: 7, align: 'center', value: durationOf } as const] : []),
    { header: '简介', width: filmed ? 56 : 63, value: shortIntroOf },
    { header: '备注', width: 7, value: () => null },
  ];
}

function durationOf({ assets }: SummaryItem): string | null {
  const durations = assets.flatMap(({ facts }) => facts?.durationMs ?? []);
  return durations.map((durationMs) => formatDuration(durationMs)).join('\n') || null;
}

/** 120 Han characters: longer intros would take a page for every two works. */
const INTRO_WIDTH = 240;
const CUT_MARK = '……（下略）';

function shortIntroOf(item: SummaryItem): string | null {
  const intro = introOf(item);
  const mark = introPaths(item).length > 0 ? '……（全文见包内简介）' : CUT_MARK;
  return intro === null ? null : shorten(cellText(intro), INTRO_WIDTH, mark);
}

/** No row can be higher than 409 points, and what does not fit would be missing on paper unseen. */
const MAX_LINES = 28;

function printable<T>(column: Column<T>): Column<T> {
  return {
    ...column,
    value: (row) => {
      const value = column.value(row);
      return typeof value === 'string' ? fitLines(cellText(value), column.width) : value;
    },
  };
}

function fitLines(text: string, columns: number): string {
  const lines = text.split('\n').flatMap((line) => wrapText(line, columns));
  return lines.length <= MAX_LINES ? text : shorten(text, (MAX_LINES - 1) * columns, CUT_MARK);
}

/** Without line breaks, and with `mark` where it was cut. */
function shorten(text: string, width: number, mark: string): string {
  const joined = text.replace(/\s+/g, ' ');
  const cut = truncateTo(joined, width);
  return cut === joined ? joined : `${cut.slice(0, -2)}${mark}`;
}
