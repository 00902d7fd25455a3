/** A row for each work, with what was measured of it. */
import { WORK_COLUMNS, type WorkColumn } from '../../i18n/screens-people.ts';
import { baseName } from '../../model/file-names.ts';
import type { Report, ReportAsset } from '../../model/report.ts';
import { formatDuration, formatSize } from '../../util/format.ts';
import type { Sheet } from '../../util/write-xlsx.ts';
import { itemNumber } from '../subjects.ts';
import { type Tally, tallyOf } from './finding-words.ts';
import type { PeopleOptions } from './options.ts';
import { type Column, type Fill, tableSheet } from './table.ts';
import { type Work, worksOf } from './works.ts';

export function worksSheet(report: Report, options: PeopleOptions): Sheet {
  const { sheets, works, noWorks } = options.people.workbook;
  const cells = { ...identityCells(options), ...resultCells(options), ...measuredCells(options) };
  const columns = WORK_COLUMNS.map((key) => ({ header: works[key], ...cells[key] }));
  return tableSheet(sheets.works, columns, worksOf(report), noWorks);
}

type WorkCell = Omit<Column<Work>, 'header'>;

function identityCells({ screen }: PeopleOptions) {
  return {
    category: { width: 14, value: ({ category }) => category },
    number: { width: 6, align: 'center', value: ({ item }) => itemNumber(item.id) },
    title: { width: 24, value: ({ item }) => item.title },
    institution: { width: 16, value: ({ item }) => item.institution },
    status: { width: 7, align: 'center', value: ({ item }) => screen.status[item.status] },
  } satisfies Partial<Record<WorkColumn, WorkCell>>;
}

const FILLS: Readonly<Record<Work['verdict'], Fill | null>> = {
  valid: null,
  waived: 'grey',
  toMend: 'red',
  withdrawn: 'grey',
};

function resultCells({ people: { workbook } }: PeopleOptions) {
  const count = (counts: (tally: Tally) => number): WorkCell => ({
    width: 7,
    align: 'center',
    value: ({ findings }) => counts(tallyOf(findings)),
  });
  return {
    verdict: {
      width: 12,
      align: 'center',
      value: ({ verdict }) => workbook.verdicts[verdict],
      fill: ({ verdict }) => FILLS[verdict],
    },
    blocking: count(({ blocking, candidates }) => blocking + candidates),
    warnings: count(({ warnings }) => warnings),
    infos: count(({ infos }) => infos),
    waived: count(({ waived }) => waived),
    unchecked: {
      width: 7,
      align: 'center',
      value: ({ verdicts }) => verdicts.filter(({ outcome }) => outcome === 'skipped').length,
    },
    note: { width: 30, value: (work) => noteOf(work, workbook) },
  } satisfies Partial<Record<WorkColumn, WorkCell>>;
}

function noteOf({ item, findings }: Work, words: PeopleOptions['people']['workbook']): string | null {
  const reasons = new Set(findings.flatMap(({ waived }) => waived?.reason ?? []));
  const unreadable = item.assets.filter(({ failure }) => failure !== null).map(({ path }) => baseName(path));
  const notes = [
    ...(item.status === 'withdrawn' && item.reason !== null ? [words.withdrawnFor(item.reason)] : []),
    ...(reasons.size > 0 ? [words.waivedFor([...reasons])] : []),
    ...(unreadable.length > 0 ? [words.unreadable(unreadable)] : []),
  ];
  return notes.join('\n') || null;
}

function measuredCells({ screen, people: { workbook } }: PeopleOptions) {
  const video = (tell: (facts: FactsOf<'video'>) => string | null): WorkCell['value'] => {
    return ({ item }) => joined(factsOf(item.assets, 'video').flatMap(({ facts }) => tell(facts) ?? []));
  };
  return {
    duration: {
      width: 9,
      align: 'center',
      value: video(({ durationMs }) => (durationMs === null ? null : formatDuration(durationMs))),
    },
    resolution: { width: 11, align: 'center', value: video(resolutionOf) },
    codec: { width: 8, align: 'center', value: video(({ video: picture }) => picture?.codec ?? null) },
    videoSize: { width: 11, align: 'right', value: video(({ sizeBytes }) => formatSize(sizeBytes)) },
    subtitles: { width: 12, align: 'center', value: ({ item }) => joined(subtitlesOf(item.assets, workbook.burnedIn)) },
    cues: {
      width: 9,
      align: 'right',
      value: ({ item }) => oneOrAll(factsOf(item.assets, 'subtitle').map(({ facts }) => facts.cueCount)),
    },
    coverage: { width: 12, align: 'right', value: coverageOf },
    words: { width: 16, align: 'right', value: ({ item }) => wordCounts(item.assets, screen) },
    files: { width: 7, align: 'center', value: ({ item }) => filesOf(item.assets).length },
    bytes: {
      width: 15,
      align: 'right',
      value: ({ item }) => filesOf(item.assets).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    },
  } satisfies Partial<Record<WorkColumn, WorkCell>>;
}

type FactsOf<Kind extends string> = Extract<NonNullable<ReportAsset['facts']>, { readonly kind: Kind }>;

/** Of the material that was asked for. */
function factsOf<Kind extends NonNullable<ReportAsset['facts']>['kind']>(assets: readonly ReportAsset[], kind: Kind) {
  return assets.flatMap((asset) =>
    asset.slot !== null && asset.facts?.kind === kind ? [{ asset, facts: asset.facts as FactsOf<Kind> }] : [],
  );
}

/** A line each. */
function joined(lines: readonly string[]): string | null {
  return lines.join('\n') || null;
}

/** One number stays a number, to be sorted by. */
function oneOrAll(numbers: readonly number[]): number | string | null {
  const [first, ...others] = numbers;
  return first !== undefined && others.length === 0 ? first : joined(numbers.map(String));
}

/** As it is shown. */
function resolutionOf({ video }: FactsOf<'video'>): string | null {
  const [width, height] = [video?.displayWidth ?? video?.width, video?.displayHeight ?? video?.height];
  return width && height ? `${width}x${height}` : null;
}

function subtitlesOf(assets: readonly ReportAsset[], burnedIn: string): string[] {
  const formats = factsOf(assets, 'subtitle').map(({ facts }) => facts.format);
  return assets.some(({ source }) => source === 'declared') ? [...formats, burnedIn] : formats;
}

/** As it was judged: the rule knows what counts. */
function coverageOf({ verdicts }: Work): string | null {
  return joined(verdicts.flatMap(({ rule, actual }) => (rule === 'subtitle/coverage' ? (actual ?? []) : [])));
}

function wordCounts(assets: readonly ReportAsset[], screen: PeopleOptions['screen']): number | string | null {
  const texts = factsOf(assets, 'document').flatMap(({ asset, facts }) =>
    facts.wordCount === null ? [] : [{ asset, wordCount: facts.wordCount }],
  );
  const [only, ...others] = texts;
  if (only !== undefined && others.length === 0) return only.wordCount;
  return joined(
    texts.map(({ asset: { path, source }, wordCount }) => {
      const file = baseName(path);
      return screen.text(source === 'file' ? file : screen.introIn(file), wordCount, null);
    }),
  );
}

function filesOf(assets: readonly ReportAsset[]): ReportAsset[] {
  return assets.filter(({ source }) => source === 'file');
}
