/** 上传台账.xlsx: what is pasted into a portal work by work, and the list of files by which `verify` checks the folders. */
import { parentPath } from '../model/file-names.ts';
import {
  PACKAGE_FILES,
  type PackagedAsset,
  type PackagedItem,
  type PackageManifest,
} from '../model/package-manifest.ts';
import { UPLOAD_FILE_COLUMNS, UPLOAD_FILES_SHEET, UPLOAD_WORKS_SHEET } from '../model/upload-log.ts';
import { formatSize } from '../util/format.ts';
import { type Sheet, writeXlsx } from '../util/write-xlsx.ts';
import { sha256Of } from './bag.ts';
import type { MadeFile } from './content.ts';
import { type Column, TABLE_LAYOUT, tableRows, widthsOf } from './sheet-table.ts';
import { introOf } from './summary-intro.ts';
import { WHOLE_BATCH } from './words.ts';

export interface UploadLogInput extends Pick<PackageManifest, 'draft' | 'items' | 'assets'> {
  /** It is not uploaded, and checked like the rest. */
  readonly page: MadeFile;
}

/** The same bytes for the same input. */
export async function makeUploadLog(input: UploadLogInput): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx([worksSheet(input), filesSheet(input), notesSheet(input)]);
}

/** A work, or a file that belongs to all of them: both are uploaded, and ticked when they are. */
interface WorkRow extends Pick<PackagedItem, 'categoryName' | 'title' | 'institution' | 'people' | 'topic' | 'folder'> {
  readonly number: string | null;
  readonly intro: string | null;
  readonly fileCount: number;
}

const WORK_COLUMNS: readonly Column<WorkRow>[] = [
  { header: '序号', width: 6, align: 'center', value: ({ number }) => number },
  { header: '类别', width: 16, value: ({ categoryName }) => categoryName },
  { header: '题目', width: 28, value: ({ title }) => title },
  { header: '学校', width: 20, value: ({ institution }) => institution },
  { header: '主讲人', width: 14, value: ({ people }) => people.join('、') },
  { header: '主题', width: 12, value: ({ topic }) => topic },
  { header: '简介', width: 64, value: ({ intro }) => intro },
  { header: '文件夹', width: 36, value: ({ folder }) => folder },
  { header: '文件数', width: 8, align: 'center', value: ({ fileCount }) => fileCount },
  ...['已传', '上传时间', '系统编号', '备注'].map((header) => ({ header, width: 12, value: () => null })),
];

function worksSheet({ items, assets }: UploadLogInput): Sheet {
  return {
    ...TABLE_LAYOUT,
    name: UPLOAD_WORKS_SHEET,
    widths: widthsOf(WORK_COLUMNS),
    headerRows: 1,
    rows: tableRows(WORK_COLUMNS, [...items.map(rowOfWork), ...assets.map(rowOfMaterial)]),
  };
}

function rowOfWork(item: PackagedItem): WorkRow {
  return { ...item, intro: introOf(item), fileCount: item.assets.length };
}

function rowOfMaterial({ slotName, path }: PackagedAsset): WorkRow {
  const unsaid = { number: null, institution: null, people: [], topic: null, intro: null };
  return { ...unsaid, categoryName: WHOLE_BATCH, title: slotName, folder: parentPath(path), fileCount: 1 };
}

const FIRST_PAGE = '先看这一页';

interface FileRow {
  readonly category: string;
  readonly item: string | null;
  readonly file: Pick<PackagedAsset, 'path' | 'originalPath' | 'sizeBytes' | 'sha256'>;
}

const FILE_COLUMNS: readonly Column<FileRow>[] = [
  { header: UPLOAD_FILE_COLUMNS.category, width: 16, value: (row) => row.category },
  { header: UPLOAD_FILE_COLUMNS.item, width: 32, value: (row) => row.item },
  { header: UPLOAD_FILE_COLUMNS.path, width: 60, value: ({ file }) => file.path },
  { header: UPLOAD_FILE_COLUMNS.originalPath, width: 60, value: ({ file }) => file.originalPath },
  { header: UPLOAD_FILE_COLUMNS.sizeBytes, width: 16, align: 'right', value: ({ file }) => file.sizeBytes },
  { header: '大小', width: 11, align: 'right', value: ({ file }) => formatSize(file.sizeBytes) },
  { header: UPLOAD_FILE_COLUMNS.sha256, width: 68, value: ({ file }) => file.sha256 },
];

function filesSheet({ items, assets, page: { path, bytes } }: UploadLogInput): Sheet {
  const page = { path, originalPath: null, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
  const rows: FileRow[] = [
    ...items.flatMap(({ categoryName, number, title, assets }) =>
      assets.map((file) => ({ category: categoryName, item: `${number} ${title}`, file })),
    ),
    ...assets.map((file) => ({ category: WHOLE_BATCH, item: null, file })),
    { category: FIRST_PAGE, item: null, file: page },
  ];
  return {
    ...TABLE_LAYOUT,
    name: UPLOAD_FILES_SHEET,
    widths: widthsOf(FILE_COLUMNS),
    headerRows: 1,
    rows: tableRows(FILE_COLUMNS, rows),
  };
}

const NOTES = [
  `${FIRST_PAGE}：${PACKAGE_FILES.page}，列出全部作品和检查结果，点文件名就能打开。`,
  `「${UPLOAD_WORKS_SHEET}」表一行一件作品或一份整批材料，按「文件夹」一栏找到文件，逐件上传；传完填写「已传」「上传时间」「系统编号」。`,
  '粘贴文字时，双击单元格，选中里面的文字再复制：换行会保留，也不会多出引号。',
  `「${UPLOAD_FILES_SHEET}」表供检查程序核对文件是否齐全、有没有改动，请不要修改。`,
  '核对：运行 sizheng verify 文件夹（换成本表所在文件夹的名称）。',
];

function notesSheet({ draft }: UploadLogInput): Sheet {
  const notes = [...(draft ? ['这是草稿，请勿报送。'] : []), ...NOTES];
  return {
    name: '说明',
    widths: [100],
    headerRows: 0,
    page: TABLE_LAYOUT.page,
    rows: notes.map((value) => [{ value, wrap: true }]),
  };
}
