/** The facts of a file as a table: value and the reader it came from. */
import type { ProbeScreen } from '../i18n/screens.ts';
import type { FactsSummary, FileFacts, Measured, VideoSummary } from '../model/facts.ts';
import { formatTable } from '../util/display-width.ts';
import { formatBitRate, formatDuration, formatSize, trimDecimals } from '../util/format.ts';
import { safeText } from '../util/safe-text.ts';

type Row = readonly [label: string, value: string, reader: string];

export interface Probed extends Pick<FileFacts, 'type'> {
  readonly path: string;
  readonly sizeBytes: number;
  readonly content: Measured<FactsSummary> | null;
}

export function renderProbe(file: Probed, screen: ProbeScreen): string {
  const { type, content, sizeBytes } = file;
  const rows: Row[] = [
    [screen.kind, type.kind, ''],
    [screen.format, type.format ?? '-', ''],
    [screen.fields.sizeBytes ?? '', `${formatSize(sizeBytes)} (${sizeBytes})`, ''],
    ...(content === null ? [] : content.ok ? factRows(content.value, screen) : [failureRow(content.failure, screen)]),
  ];
  const table = formatTable(rows, [{ align: 'left' }, { align: 'left' }, { align: 'left' }]);
  return [safeText(file.path), ...table.map((line) => `  ${line}`)].join('\n');
}

function failureRow({ reason, detail }: { reason: string; detail: string | null }, { failed }: ProbeScreen): Row {
  return [failed, detail === null ? reason : `${reason}: ${safeText(detail)}`, ''];
}

function factRows(facts: FactsSummary, screen: ProbeScreen): Row[] {
  if (facts.kind === 'video') return videoRows(facts, screen);
  if (facts.kind === 'subtitle') {
    const { encoding, hadBom, languages, cueCount, firstMs, lastMs, coveredMs } = facts;
    const language = languages.join(' ') || null;
    return plainRows({ encoding, hadBom, language, cueCount, firstMs, lastMs, coveredMs }, screen);
  }
  if (facts.kind === 'document') {
    const { wordCount, characters, pages, firstLine } = facts;
    return plainRows({ wordCount, characters, pages, firstLine }, screen);
  }
  return [];
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

function plainRows(
  values: Values,
  screen: ProbeScreen,
  prefix = '',
  origin: (key: string) => string = () => '',
): Row[] {
  return Object.entries(values).map(([key, value]) => [
    `${prefix}${screen.fields[key] ?? key}`,
    formatValue(key, value, screen),
    value === null ? '' : origin(key),
  ]);
}

function videoRows(facts: VideoSummary, screen: ProbeScreen): Row[] {
  const { video, audio, subtitles, origins } = facts;
  const { container, durationMs, faststart, truncated } = facts;
  const from = (group: string) => (key: string) => origins[`${group}.${key === 'size' ? 'width' : key}`] ?? '';
  const picture =
    video === null ? [] : plainRows(pictureValues(video), screen, `${screen.fields.video} `, from('video'));
  const sounds = audio.flatMap((stream, index) =>
    plainRows(
      { ...stream },
      screen,
      `${screen.fields.audio}${count(index, audio.length)} `,
      from(index === 0 ? 'audio' : ''),
    ),
  );
  const tracks = subtitles.map(
    ({ codec, language }, index): Row => [
      `${screen.fields.subtitles}${count(index, subtitles.length)}`,
      [codec, language].filter(Boolean).join(' '),
      '',
    ],
  );
  return [
    ...plainRows({ container, durationMs, faststart, truncated }, screen, '', from('file')),
    ...picture,
    ...sounds,
    ...tracks,
  ];
}

function pictureValues({
  width,
  height,
  displayWidth,
  displayHeight,
  ...rest
}: NonNullable<VideoSummary['video']>): Values {
  return { size: `${width}x${height}`, displaySize: `${displayWidth}x${displayHeight}`, ...rest };
}

function count(index: number, total: number): string {
  return total > 1 ? ` ${index + 1}` : '';
}

function formatValue(key: string, value: string | number | boolean | null, { yes, no }: ProbeScreen): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return safeText(value);
  if (key.endsWith('Ms')) return `${formatDuration(value, true)} (${value} ms)`;
  if (key === 'bitRate') return formatBitRate(value);
  if (key === 'level') return (value / 10).toFixed(1);
  return trimDecimals(value, 3);
}
