/** 校验结果.xlsx: the findings, the works, and who still owes what. No formulas; the same bytes for the same report. */
import type { Report } from '../../model/report.ts';
import { writeXlsx } from '../../util/write-xlsx.ts';
import { institutionsSheet } from './institutions-sheet.ts';
import type { PeopleOptions } from './options.ts';
import { problemsSheet } from './problems-sheet.ts';
import { worksSheet } from './works-sheet.ts';

export function renderWorkbook(report: Report, options: PeopleOptions): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx([problemsSheet(report, options), worksSheet(report, options), institutionsSheet(report, options)]);
}
