/** What a reader sees first: whether it can be handed in, and how long there is. */
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { Report, ReportDeadline } from '../../model/report.ts';
import { formatEndOfDay, formatLocalDateTime } from '../../util/zone.ts';
import { type Content, type Html, html, NOTHING } from './html.ts';
import type { HtmlOptions } from './options.ts';
import type { View } from './view.ts';

/** `浙江省 2027 年首批`. */
export function batchName({ province, institution, scope, year, batch }: Report, { screen }: HtmlOptions): string {
  return screen.batch(scope === 'province' ? province : institution, year, batch, scope);
}

export function headline({ verdict, partial }: Report, { words, packed }: HtmlOptions): string {
  if (packed !== null) return packed.draft ? words.packed.draft : words.packed.passed;
  return words.headline(verdict === 'pass', partial);
}

export function renderHeader(view: View): Html {
  const { report, options, handedIn } = view;
  const { words, screen, packed } = options;
  const mark = packed?.draft ? 'fail' : report.verdict;
  const notes = [
    report.checkedAs === null
      ? null
      : screen.checkedAs(report.checkedAs.path, report.checkedAs.category, report.checkedAs.slot),
    report.partial ? screen.partial : null,
    report.strict ? screen.strict : null,
  ].filter((note) => note !== null);
  return html`<header class="top">
<p class="eyebrow">${packed === null ? words.title : words.packed.title} <span class="dot"></span> ${report.spec.title}</p>
<h1><bdi>${batchName(report, options)}</bdi></h1>
<p class="quiet">${checkedAt(view)}</p>
<div class="verdict ${mark}">
<div class="conclusion">
${verdictMark(mark)}
<p class="headline">${headline(report, options)}</p>
<p class="tally">${tallyOf(view)}</p>
${notes.map((note) => html`<p class="note"><bdi>${note}</bdi></p>`)}
</div>
${renderFigures(view)}
</div>
${report.deadline === null || handedIn ? null : renderDeadline(report.deadline, report, options)}
</header>`;
}

function checkedAt({ report: { at, timezone, atGiven }, options: { screen } }: View): string {
  return screen.checkedAt(formatLocalDateTime(Date.parse(at), timezone), timezone, null, atGiven);
}

/** A tick or a cross: the headline says it in words. */
function verdictMark(verdict: Report['verdict']): Html {
  const path = verdict === 'pass' ? 'M11 21l7 7 12-15' : 'M13 13l14 14M27 13L13 27';
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="19"/><path d="${path}"/></svg>`;
}

function tallyOf({ findings, options: { words } }: View): string {
  const count = (wanted: string) => findings.filter(({ grade }) => grade === wanted).length;
  return words.tally(count('error'), count('warning'));
}

function renderFigures({ report, works, findings, options: { words } }: View): Html {
  const graded = (wanted: string) => findings.filter(({ grade }) => grade === wanted).length;
  const figures: readonly (readonly [keyof HtmlScreen['figures'], number])[] = [
    ['works', works.filter(({ item }) => item.status === 'selected').length],
    ['error', graded('error')],
    ['warning', graded('warning')],
    ['waived', graded('waived')],
    ['skipped', report.verdicts.filter(({ outcome }) => outcome === 'skipped').length],
  ];
  const cells = figures.map(
    ([name, count]) =>
      html`<div class="${count === 0 ? 'zero' : name}"><dt>${words.figures[name]}</dt><dd>${count}</dd></div>`,
  );
  return html`<dl class="figures">${cells}</dl>`;
}

/** Both readings of 「之前」, as of the check; the page's script adds how it stands now. */
function renderDeadline(deadline: ReportDeadline, { at, timezone, atGiven }: Report, { words }: HtmlOptions): Html {
  const { deadline: say } = words;
  const atMs = Date.parse(at);
  const moments = [
    { name: say.prudent, ms: Date.parse(deadline.prudent) },
    { name: say.latest, ms: Date.parse(deadline.latest) },
  ];
  const rows = moments.map(
    ({ name, ms }) =>
      html`<div class="${ms <= atMs ? 'past' : 'ahead'}"><dt>${name}</dt><dd class="until">${formatEndOfDay(ms, timezone)}</dd><dd class="left">${timeLeft(ms - atMs, words)}</dd></div>`,
  );
  const live = moments.map(
    ({ name, ms }) => html` <span class="nowrap">${name} <strong data-until="${ms}"></strong></span>`,
  );
  // A clock set by hand would be at odds with the reader's own.
  const now: Content = atGiven
    ? null
    : html`<p class="now" id="now" data-days="${say.days}" data-hours="${say.hours}" data-left="${say.left}" data-past="${say.past}" hidden>${say.now}${live}</p>`;
  return html`<section class="deadline">
<h2>${say.title}</h2>
<dl>${rows}</dl>
<p class="quiet">${say.asOf(formatLocalDateTime(atMs, timezone))}</p>
${now}
<p class="quiet">${say.readings}${deadline.source === null ? NOTHING : html` <bdi>${say.source(deadline.source)}</bdi>`}</p>
</section>`;
}

const MINUTE_MS = 60_000;

/** `还有 4 天 14 小时`; below a day hours and minutes. */
export function timeLeft(leftMs: number, { deadline: say }: Pick<HtmlScreen, 'deadline'>): string {
  const minutes = Math.floor(Math.abs(leftMs) / MINUTE_MS);
  const parts = { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  const time = fill(
    parts.days > 0 ? say.days : say.hours,
    parts.days > 0 ? { ...parts, hours: parts.hours % 24 } : parts,
  );
  return fill(leftMs > 0 ? say.left : say.past, { time });
}

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
