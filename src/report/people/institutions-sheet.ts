/** How many works of each institution came in each category and hold, what is to be mended; and the quotas of the whole. */
import type { Finding, Report } from '../../model/report.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import type { Cell, Sheet } from '../../util/write-xlsx.ts';
import { itemNumber } from '../subjects.ts';
import { institutionOf } from './finding-words.ts';
import type { PeopleOptions } from './options.ts';
import { batchOf, checkedAtOf, limitsOf, verdictOf } from './report-words.ts';
import { type Column, filterRange, HEADER, PAGE, tableRows } from './table.ts';
import { type Work, worksOf } from './works.ts';

interface InstitutionRow {
  readonly name: string;
  readonly works: readonly Work[];
  readonly owes: readonly string[];
}

/** Points: one line, which a text over several columns has to ask for itself. */
const HEADING_HEIGHT = 22;

interface Heading {
  readonly value: string | null;
  readonly span: number;
}

export function institutionsSheet(report: Report, options: PeopleOptions): Sheet {
  const { sheets, institutions: words } = options.people.workbook;
  const works = worksOf(report).filter(({ item }) => item.status !== 'withdrawn');
  const rows = rowsOf(works, report, options);
  const categories = [...new Set([...report.ledger.map(({ name }) => name), ...works.map(({ category }) => category)])];
  const columns = columnsFor(categories, options);
  const headings: Heading[] = [
    { value: null, span: 1 },
    ...categories.map((value) => ({ value, span: 3 })),
    { value: words.sum, span: 4 },
    { value: null, span: 1 },
  ];
  const sum: InstitutionRow = { name: words.sum, works, owes: [] };
  return {
    name: sheets.institutions,
    widths: columns.map(({ width }) => width),
    headerRows: 2,
    page: PAGE,
    filter: filterRange(2, columns.length, rows.length),
    rows: [
      headings.map(({ value, span }) => ({ ...HEADER, height: HEADING_HEIGHT, value, columnSpan: span })),
      columns.map(({ header }) => ({ ...HEADER, value: header })),
      ...tableRows(columns, rows),
      ...tableRows(columns, [sum], { fontWeight: 'bold' }),
      ...belowTable(report, options, columns.length),
    ],
  };
}

/** By code unit, so that no locale changes it; works that do not say whose they are come last. */
function rowsOf(works: readonly Work[], report: Report, options: PeopleOptions): InstitutionRow[] {
  const { nameless } = options.people.workbook.institutions;
  const ofQuota = groupBy(
    report.findings.filter(({ rule, blocking }) => rule === 'quota/institution' && blocking),
    institutionOf,
  );
  return [...groupBy(works, ({ item }) => item.institution)]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null) || byCodeUnit(a ?? '', b ?? ''))
    .map(([institution, own]) => ({
      name: institution ?? nameless,
      works: own,
      owes: [
        ...own.flatMap((work) => owedOf(work, options)),
        ...(ofQuota.get(institution) ?? []).map(({ message }) => message),
      ],
    }));
}

function owedOf({ item, category, findings }: Work, { screen, rules, people }: PeopleOptions): string[] {
  const blocking = findings.filter((finding: Finding) => finding.blocking);
  if (blocking.length === 0) return [];
  const label = screen.itemLabel(category, itemNumber(item.id), item.title, null);
  const aspects = [...new Set(blocking.map(({ rule }) => rules[rule].title))];
  return [people.workbook.institutions.owed(label, aspects)];
}

function columnsFor(categories: readonly string[], { people }: PeopleOptions): Column<InstitutionRow>[] {
  const words = people.workbook.institutions;
  const isSelected = ({ item }: Work) => item.status === 'selected';
  /** @param blank an empty cell in place of 0, so that what there is stands out */
  const count = (header: string, blank: boolean, counts: (work: Work) => boolean): Column<InstitutionRow> => ({
    header,
    width: 10,
    align: 'center',
    value: ({ works }) => works.filter(counts).length || (blank ? null : 0),
    fill: ({ works }) => (header === words.toMend && works.some(counts) ? 'red' : null),
  });
  const counts = (blank: boolean, among: (work: Work) => boolean) => [
    count(words.found, blank, (work) => isSelected(work) && among(work)),
    count(words.valid, blank, (work) => isSelected(work) && among(work) && work.verdict !== 'toMend'),
    count(words.toMend, blank, (work) => isSelected(work) && among(work) && work.verdict === 'toMend'),
  ];
  return [
    { header: words.institution, width: 22, value: ({ name }) => name },
    ...categories.flatMap((name) => counts(true, ({ category }) => category === name)),
    ...counts(false, () => true),
    count(words.candidates, false, ({ item }) => item.status === 'candidate'),
    { header: words.owes, width: 60, value: ({ owes }) => owes.join('\n') || null },
  ];
}

function belowTable(report: Report, options: PeopleOptions, columnCount: number): Cell[][] {
  const { screen, people } = options;
  const line = (value: string): Cell[] => [{ value, columnSpan: columnCount }];
  const empty: Cell[] = [{ value: null }];
  return [
    ...(report.ledger.length === 0 ? [] : [empty, ...ledgerRows(report, options, columnCount)]),
    empty,
    line(`${batchOf(report, screen)}  ${checkedAtOf(report, screen)}`),
    line(verdictOf(report, screen)),
    ...limitsOf(report, screen).map(line),
    line(people.workbook.madeBy(report.tool.version, report.spec.id)),
  ];
}

/** In the columns of the table above, the note over all that are left. */
function ledgerRows({ ledger }: Report, { screen, people }: PeopleOptions, columnCount: number): Cell[][] {
  const { ledger: words, ledgerTitle } = people.workbook;
  const columns: Column<Report['ledger'][number]>[] = [
    { header: words.category, width: 0, value: ({ name }) => name },
    { header: words.required, width: 0, align: 'center', value: (row) => screen.required(row) },
    { header: words.found, width: 0, align: 'center', value: ({ found }) => found },
    { header: words.valid, width: 0, align: 'center', value: ({ valid }) => valid },
    { header: words.waived, width: 0, align: 'center', value: ({ waived }) => waived },
    { header: words.candidates, width: 0, align: 'center', value: ({ candidates }) => candidates },
    { header: words.missing, width: 0, align: 'center', value: ({ missing }) => missing },
    { header: words.excess, width: 0, align: 'center', value: ({ excess }) => excess },
    { header: words.note, width: 0, value: (row) => screen.ledgerNote(row) },
  ];
  const rows = [columns.map(({ header }) => ({ ...HEADER, value: header })), ...tableRows(columns, ledger)];
  const wide = rows.map((cells) =>
    cells.map((cell, index) =>
      index < columns.length - 1 ? cell : { ...cell, wrap: false, columnSpan: columnCount - index },
    ),
  );
  return [[{ value: ledgerTitle, fontWeight: 'bold', columnSpan: columnCount }], ...wide];
}
