/** Why a spreadsheet cannot be read or changed, in words. */
import type { Language } from '../i18n/catalogue.ts';
import { type SizhengError, usageError } from '../model/errors.ts';

export type SheetFault = 'not-xlsx' | 'old-xls' | 'encrypted' | 'damaged' | 'too-large';

const FAULT_WORDS: Readonly<Record<SheetFault, Readonly<Record<Language, string>>>> = {
  'not-xlsx': { 'zh-CN': '不是 xlsx 表格，请另存为 xlsx', en: 'not an xlsx file; save it as xlsx' },
  'old-xls': { 'zh-CN': '是旧版 xls 表格，请另存为 xlsx', en: 'an old xls file; save it as xlsx' },
  encrypted: { 'zh-CN': '设有打开密码，请取消密码后保存', en: 'protected by a password; save it without one' },
  damaged: {
    'zh-CN': '文件已损坏，请用表格软件打开后重新保存',
    en: 'damaged; open it in a spreadsheet program and save it again',
  },
  'too-large': {
    'zh-CN': '内容过大，请删去图片和多余的行列',
    en: 'too large; remove pictures and surplus rows and columns',
  },
};

/** Inside this folder only: what `readSheet` and `editSheet` throw is the usage error made of it. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly fault: SheetFault;

  constructor(fault: SheetFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** Runs work over a sheet and names the file in what it throws. */
export async function namingSheet<T>(path: string, language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetError) throw sheetUnreadable(path, error, language);
    throw error;
  }
}

function sheetUnreadable(path: string, error: SheetError, language: Language): SizhengError {
  return usageError('sheet/unreadable', { path, detail: FAULT_WORDS[error.fault][language] }, error);
}

const PROBLEM_WORDS = {
  noHeader: {
    'zh-CN': '前 10 行没有找到表头；表头要有「题目」，另有「学校」「类别」等任一列',
    en: 'no header in the first 10 rows; it needs a title column and one more',
  },
  unknownStatus: {
    'zh-CN': '状态应为入选、候选或撤下',
    en: 'the status must be 入选, 候选 or 撤下 (selected, candidate or withdrawn)',
  },
  noRow: { 'zh-CN': '表中没有这一行，请重新检查后再改', en: 'the sheet has no such row; check again first' },
  merged: { 'zh-CN': '此处是合并单元格，请先取消合并', en: 'a merged cell; unmerge it first' },
  formula: { 'zh-CN': '此处是公式，请先改为文字', en: 'a formula; replace it by its text first' },
} as const satisfies Record<string, Record<Language, string>>;

export interface SheetProblem {
  readonly what: keyof typeof PROBLEM_WORDS;
  /** 1-based, as the spreadsheet program counts; `null` for the sheet itself. */
  readonly line: number | null;
  readonly column: number | null;
  /** The cell's address or what was written there. */
  readonly at: string;
}

export function sheetInvalid(path: string, problems: readonly SheetProblem[], language: Language): SizhengError {
  return usageError('sheet/invalid', {
    path,
    problems: problems.map(({ what, ...place }) => ({ ...place, message: PROBLEM_WORDS[what][language] })),
  });
}
