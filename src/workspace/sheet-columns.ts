/** Which column of a sheet holds what: header names as people write them. */
import type { ItemFields } from '../model/submission.ts';

export type ColumnField = keyof ItemFields | 'category';

/** The first name is the one `init` writes. Compared after dropping brackets, punctuation and spaces. */
const NAMES = {
  number: ['序号', '编号', '作品编号', 'number', 'no'],
  category: ['类别', '作品类别', '成果类别', '分类', '类型', '作品类型', 'category'],
  title: ['题目', '作品名称', '标题', '作品题目', '作品标题', '名称', '微课名称', '课程名称', '案例名称', 'title'],
  institution: [
    '学校',
    '单位',
    '学校单位',
    '高校',
    '学校名称',
    '单位名称',
    '报送单位',
    '报送学校',
    '所在学校',
    '所在单位',
    'institution',
  ],
  people: [
    '主讲人',
    '作者',
    '负责人',
    '主讲',
    '主讲教师',
    '主讲人姓名',
    '主讲人作者',
    '主讲人负责人',
    'presenter',
    'people',
  ],
  topic: ['主题', '所属主题', 'topic'],
  intro: ['简介', '内容简介', '作品简介', 'intro'],
  subtitles: ['字幕', 'subtitles'],
  status: ['状态', '报送状态', '遴选状态', '是否入选', '是否报送', '入选', 'status'],
  reason: ['理由', '原因', '撤下理由', '状态说明', 'reason'],
  group: ['组别', '分组', '参赛组别', 'group'],
} as const satisfies Record<ColumnField, readonly string[]>;

const FIELD_BY_NAME: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as ColumnField])),
);

/** A header lies within the rows that a title and a note may take. */
const HEADER_ROWS = 10;

export interface Header {
  /** 1-based row. */
  readonly line: number;
  /** 1-based column of each field that has one. */
  readonly columns: ReadonlyMap<ColumnField, number>;
}

/** The first row that names a title and one field more; `null` when there is none. */
export function findHeader(rows: readonly (readonly unknown[])[]): Header | null {
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const columns = readHeader(row);
    if (columns.has('title') && columns.size > 1) return { line: index + 1, columns };
  }
  return null;
}

/** What `init` and an added column call a field. */
export function columnName(field: ColumnField): string {
  return NAMES[field][0];
}

/** Of two columns for one field the first counts. */
function readHeader(row: readonly unknown[]): Map<ColumnField, number> {
  const columns = new Map<ColumnField, number>();
  for (const [index, cell] of row.entries()) {
    const field = typeof cell === 'string' ? fieldOf(cell) : undefined;
    if (field !== undefined && !columns.has(field)) columns.set(field, index + 1);
  }
  return columns;
}

/** 「学校（单位）」 is one of the names as a whole; 「题目（必填）」 is without its bracket. */
function fieldOf(cell: string): ColumnField | undefined {
  const written = cell.normalize('NFKC').toLowerCase().slice(0, 40);
  return FIELD_BY_NAME.get(lettersOf(written)) ?? FIELD_BY_NAME.get(lettersOf(written.replace(/[([【].*$/s, '')));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
