/** The sheet 技术信息: a row a file of the payload, with what was measured of it. */
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import { formatDuration, formatSize } from '../util/format.ts';
import type { Cell, Sheet } from '../util/write-xlsx.ts';
import { type Column, TABLE_LAYOUT, tableRows, widthsOf } from './sheet-table.ts';
import type { Summary, SummaryAsset, SummaryItem } from './summary.ts';
import { WHOLE_BATCH } from './words.ts';

/** Far more than people read; a list of all would take memory as it grows. */
const MAX_FILES = 2_000;

const NAME = '技术信息';

interface FileRow {
  readonly item: SummaryItem | null;
  readonly asset: SummaryAsset;
}

export function technicalSheet({ draft, items, assets }: Summary): Sheet {
  const rows: FileRow[] = [
    ...items.flatMap((item) => item.assets.map((asset) => ({ item, asset }))),
    ...assets.map((asset) => ({ item: null, asset })),
  ];
  const digested = rows.every(({ asset }) => asset.sha256 !== undefined);
  const note = `${NAME}${draft ? '（草稿）' : ''}：供核对，不必打印。${digested ? '' : '校验码（SHA-256）在打包时计算。'}`;
  const unlisted = rows.length - MAX_FILES;
  const rest = `另有 ${unlisted} 个文件没有列出；报送包里的 ${PACKAGE_FILES.manifest} 列有全部文件。`;
  return {
    ...TABLE_LAYOUT,
    name: NAME,
    widths: widthsOf(COLUMNS),
    headerRows: 2,
    page: { footer: `&C${NAME}（不必打印）` },
    rows: [line(note), ...tableRows(COLUMNS, rows.slice(0, MAX_FILES)), ...(unlisted > 0 ? [line(rest)] : [])],
  };
}

function line(value: string): Cell[] {
  return [{ value, columnSpan: COLUMNS.length }];
}

const COLUMNS: readonly Column<FileRow>[] = [
  { header: '类别', width: 16, value: ({ item }) => item?.categoryName ?? WHOLE_BATCH },
  { header: '序号', width: 6, align: 'center', value: ({ item }) => item?.number ?? null },
  { header: '题目', width: 26, value: ({ item }) => item?.title ?? null },
  { header: '简介全文', width: 40, wrap: false, value: ({ item }) => onOneLine(item?.intro ?? null) },
  { header: '材料', width: 10, value: ({ asset }) => asset.slotName },
  { header: '文件', width: 44, value: ({ asset }) => asset.path },
  { header: '时长', width: 10, align: 'center', value: ({ asset }) => durationOf(asset) },
  { header: '分辨率', width: 12, align: 'center', value: ({ asset }) => resolutionOf(asset) },
  { header: '格式', width: 8, align: 'center', value: ({ asset }) => asset.facts?.format ?? null },
  { header: '编码', width: 8, align: 'center', value: ({ asset }) => asset.facts?.codec ?? null },
  { header: '大小（字节）', width: 16, align: 'right', value: ({ asset }) => asset.sizeBytes },
  { header: '大小', width: 11, align: 'right', value: ({ asset }) => formatSize(asset.sizeBytes) },
  { header: 'SHA-256', width: 68, value: ({ asset }) => asset.sha256 ?? null },
  { header: '原文件', width: 44, value: ({ asset }) => asset.originalPath },
];

/** Wrapped, it would make rows too high to look over; with its line breaks, LibreOffice would print it over the next row. */
function onOneLine(text: string | null): string | null {
  return text === null ? null : text.replace(/\s+/g, ' ').trim();
}

function durationOf({ facts }: SummaryAsset): string | null {
  return facts === null || facts.durationMs === null ? null : formatDuration(facts.durationMs, true);
}

function resolutionOf({ facts }: SummaryAsset): string | null {
  return facts === null || facts.width === null || facts.height === null ? null : `${facts.width}x${facts.height}`;
}
