/** A row for each finding, what blocks first. */
import { PROBLEM_COLUMNS, type ProblemColumn } from '../../i18n/screens-people.ts';
import type { Finding, Report, ReportItem } from '../../model/report.ts';
import type { Sheet } from '../../util/write-xlsx.ts';
import { byLevel } from '../machine/level.ts';
import { categoryName, itemNumber } from '../subjects.ts';
import { clauseOf, gradeOf, institutionOf, kindOf, placesOf, type Tally } from './finding-words.ts';
import type { PeopleOptions } from './options.ts';
import { type Column, type Fill, tableSheet } from './table.ts';
import { categoryOf } from './works.ts';

interface ProblemRow {
  readonly finding: Finding;
  readonly item: ReportItem | null;
}

export function problemsSheet(report: Report, options: PeopleOptions): Sheet {
  const { sheets, noProblems } = options.people.workbook;
  const items = new Map(report.items.map((item) => [item.id, item]));
  const rank = new Map(report.ledger.map(({ category }, index) => [category, index]));
  const rankOf = ({ place }: Finding) => rank.get(place.category ?? '') ?? rank.size;
  const rows = byLevel(report.findings.toSorted((a, b) => rankOf(a) - rankOf(b))).map(
    (finding): ProblemRow => ({ finding, item: items.get(finding.place.item ?? '') ?? null }),
  );
  return tableSheet(sheets.problems, columnsFor(report, options), rows, noProblems);
}

type ProblemCell = Omit<Column<ProblemRow>, 'header'>;

function columnsFor(report: Report, options: PeopleOptions): Column<ProblemRow>[] {
  const { problems } = options.people.workbook;
  const cells = { ...subjectCells(report, options), ...findingCells(options) };
  return PROBLEM_COLUMNS.map((key) => ({ header: problems[key], ...cells[key] }));
}

function subjectCells(report: Report, { screen }: PeopleOptions) {
  return {
    category: {
      width: 14,
      value: ({ finding: { place }, item }) => {
        if (item !== null) return categoryOf(item, report);
        return place.category === undefined ? null : categoryName(place.category, report);
      },
    },
    number: { width: 6, align: 'center', value: ({ item }) => (item === null ? null : itemNumber(item.id)) },
    title: { width: 20, value: ({ item }) => item?.title ?? null },
    institution: { width: 16, value: ({ finding }) => institutionOf(finding) },
    status: { width: 7, align: 'center', value: ({ item }) => (item === null ? null : screen.status[item.status]) },
  } satisfies Partial<Record<ProblemColumn, ProblemCell>>;
}

function findingCells(options: PeopleOptions) {
  const { rules, people } = options;
  const { yes, no } = people.workbook;
  return {
    grade: {
      width: 8,
      align: 'center',
      value: ({ finding }) => gradeOf(finding, options),
      fill: ({ finding }) => FILLS[kindOf(finding)],
    },
    blocking: { width: 9, align: 'center', value: ({ finding }) => (finding.blocking ? yes : no) },
    file: { width: 28, value: ({ finding }) => finding.place.path ?? null },
    place: { width: 18, value: ({ finding }) => placeText(finding, options) },
    message: { width: 48, value: ({ finding }) => finding.message },
    expected: { width: 16, value: ({ finding }) => finding.expected ?? null },
    actual: { width: 14, value: ({ finding }) => finding.actual ?? null },
    fix: { width: 40, value: ({ finding }) => finding.fix },
    waived: { width: 18, value: ({ finding }) => finding.waived?.reason ?? null },
    clause: { width: 26, value: ({ finding }) => clauseOf(finding, options) },
    aspect: { width: 14, value: ({ finding }) => rules[finding.rule].title },
    rule: { width: 22, value: ({ finding }) => finding.rule },
  } satisfies Partial<Record<ProblemColumn, ProblemCell>>;
}

const FILLS: Readonly<Record<keyof Tally, Fill | null>> = {
  blocking: 'red',
  candidates: 'yellow',
  warnings: 'yellow',
  infos: null,
  waived: 'grey',
};

function placeText(finding: Finding, options: PeopleOptions): string | null {
  const { people } = options;
  const { track, other } = finding.place;
  const { places, more } = placesOf(finding, options);
  const lines = [
    ...(track === undefined ? [] : [people.workbook.track(track)]),
    ...(places.length > 0 ? [people.places(places, more)] : []),
    ...(other === undefined ? [] : [people.workbook.other(other)]),
  ];
  return lines.join('\n') || null;
}
