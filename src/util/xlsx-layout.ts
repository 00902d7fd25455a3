/** What write-excel-file has no word for: pages to print, lists to choose from, rows as high as their text (ECMA-376 part 1, 18.3.1). */
import type { Feature } from 'write-excel-file/node';
import { cellText, escapeXml } from './xlsx-text.ts';

export interface SheetLayout {
  /** Rows at the top that stay in view, and stand on each printed page unless it says otherwise. */
  readonly headerRows: number;
  readonly page?: Page;
  readonly choices?: readonly Choices[];
}

/** A4 landscape, as many pages high as it takes, never wider than one. */
export interface Page {
  /** In Excel's codes (18.3.1.46): `&A` is the sheet, `&P` the page, `&N` the number of pages, of all sheets that are printed. */
  readonly footer: string;
  /** The first of the header rows that stands on every page, from 1: those above it are on the first page only. */
  readonly repeatFrom?: number;
}

/** Words to choose from in a range such as `B2:B1000`; others may be written as well. */
export interface Choices {
  readonly range: string;
  readonly words: readonly string[];
}

/** A sheet that has its final name, and for each row the height in points that its text needs. */
export interface LaidOutSheet extends SheetLayout {
  readonly name: string;
  readonly heights: readonly (number | null)[];
}

/** Writes the layouts into the parts that the library makes; `sheets` in the order of the tabs. */
export function layoutFeature(sheets: readonly LaidOutSheet[]) {
  const at = (index: number) => sheets[index] as LaidOutSheet;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_options, { sheetIndex }) => tailXml(at(sheetIndex)),
          transform: (xml, _options, { sheetIndex }) =>
            at(sheetIndex).page === undefined ? xml : xml.replace(/<worksheet[^>]*>/, (tag) => tag + FIT_TO_PAGE),
          transformElementAttributes: (tagName, attributes, index = 0, _options, { sheetIndex }) =>
            tagName === 'row' ? { ...heightOf(at(sheetIndex), index), ...attributes } : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => printTitlesXml(sheets)),
        },
      },
    },
  } satisfies Feature<unknown>;
}

/** Without `customHeight`: the row grows when somebody writes more into it. */
function heightOf({ heights }: LaidOutSheet, index: number): { ht?: number } {
  const height = heights[index] ?? null;
  return height === null ? {} : { ht: height };
}

/** Stands before all else in a worksheet. */
const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** What stands behind the cells, in the order of CT_Worksheet. The whole sheet is text on purpose: no corner warns of it. */
function tailXml({ choices = [], page }: SheetLayout): string {
  const ignored = '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>';
  return choicesXml(choices) + (page === undefined ? '' : pageXml(page)) + ignored;
}

/** Margins in inches; paper 9 is A4. */
function pageXml({ footer }: Page): string {
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`,
  ].join('');
}

function choicesXml(choices: readonly Choices[]): string {
  const lists = choices.map(choiceXml).filter((xml) => xml !== '');
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Empty where the words cannot stand in a formula: it parts them by commas and holds 255 characters at most. */
function choiceXml({ range, words }: Choices): string {
  const formula = cellText(words.join(','));
  if (formula === '' || formula.length > 255 || words.some((word) => /[,"]/.test(word))) return '';
  const list = escapeXml(`"${formula}"`);
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${list}</formula1></dataValidation>`;
}

/** Which rows stand on each printed page is a name in the workbook (18.2.5). */
function printTitlesXml(sheets: readonly LaidOutSheet[]): string {
  const titles = sheets.flatMap(({ name, headerRows, page }, index) => {
    if (page === undefined || headerRows === 0) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$${page.repeatFrom ?? 1}:$${headerRows}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(rows)}</definedName>`];
  });
  return titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
}
