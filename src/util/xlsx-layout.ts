/** What write-excel-file has no word for: pages to print, lists to choose from, rows as high as their text (ECMA-376 part 1, 18.3.1). */
import type { Feature } from 'write-excel-file/node';
import { cellText, escapeXml } from './xlsx-text.ts';

export interface SheetLayout {
  /** Rows at the top that stay in view, and stand on each printed page unless it says otherwise. */
  readonly headerRows: number;
  readonly page?: Page;
  readonly choices?: readonly Choices[];
  /** A header and the rows to be filtered by it: `A1:R20`. */
  readonly filter?: string;
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

/** What the library is told to do with the parts of a workbook. */
export interface Transforms {
  readonly files: Pick<NonNullable<Feature<unknown>['files']>, 'transform'>;
}

/** Writes the layouts into the parts that the library makes; `sheets` in the order of the tabs. */
export function layoutFeature(sheets: readonly LaidOutSheet[]): Transforms {
  const at = (index: number) => sheets[index] as LaidOutSheet;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_options, { sheetIndex }) => tailXml(at(sheetIndex)),
          transform: (xml, _options, { sheetIndex }) => withFilter(fitToPage(xml, at(sheetIndex)), at(sheetIndex)),
          transformElementAttributes: (tagName, attributes, index = 0, _options, { sheetIndex }) =>
            tagName === 'row' ? { ...heightOf(at(sheetIndex), index), ...attributes } : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => definedNamesXml(sheets)),
        },
      },
    },
  };
}

/** Without `customHeight`: the row grows when somebody writes more into it. */
function heightOf({ heights }: LaidOutSheet, index: number): { ht?: number } {
  const height = heights[index] ?? null;
  return height === null ? {} : { ht: height };
}

/** Stands before all else in a worksheet. */
const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

function fitToPage(xml: string, { page }: SheetLayout): string {
  return page === undefined ? xml : xml.replace(/<worksheet[^>]*>/, (tag) => tag + FIT_TO_PAGE);
}

/** Stands right behind the cells, before those that are merged. */
function withFilter(xml: string, { filter }: SheetLayout): string {
  return filter === undefined ? xml : xml.replace('</sheetData>', (end) => `${end}<autoFilter ref="${filter}"/>`);
}

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

/** What a sheet is filtered by, and which of its rows stand on each printed page, are names in the workbook (18.2.5). */
function definedNamesXml(sheets: readonly LaidOutSheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const sheetName = `'${sheet.name.replaceAll("'", "''")}'`;
    return namedCells(sheet).map(
      ({ attributes, cells }) =>
        `<definedName ${attributes} localSheetId="${index}">${escapeXml(`${sheetName}!${cells}`)}</definedName>`,
    );
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** Excel hides from people what it filters by. */
function namedCells({ headerRows, page, filter }: SheetLayout): { attributes: string; cells: string }[] {
  const names: { attributes: string; cells: string }[] = [];
  if (filter !== undefined) {
    const cells = filter.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
    names.push({ attributes: 'name="_xlnm._FilterDatabase" hidden="1"', cells });
  }
  if (page !== undefined && headerRows > 0)
    names.push({ attributes: 'name="_xlnm.Print_Titles"', cells: `$${page.repeatFrom ?? 1}:$${headerRows}` });
  return names;
}
