/** A card for each work: what is wrong with it, what it looks like, and what was measured. */
import { GRADES, type HtmlSection } from '../../i18n/screens-html.ts';
import type { Frame } from '../../model/frame.ts';
import type { Report, ReportAsset, ReportCategory } from '../../model/report.ts';
import type { AssetKind } from '../../model/spec.ts';
import { formatDuration, formatSize } from '../../util/format.ts';
import { groupBy } from '../../util/order.ts';
import { renderFindings, renderTag } from './findings.ts';
import { bdi, type Content, type Html, html, join } from './html.ts';
import { fileLink, packedLink } from './links.ts';
import { renderMeasured } from './measured.ts';
import type { HtmlOptions } from './options.ts';
import { namedSection, type Section, section } from './section.ts';
import { renderTimelineLegend, renderTimelines } from './timeline.ts';
import { gradeWord, slotName, type View, type Work } from './view.ts';

/** The categories in the order of the ledger, then what is kept in reserve, then what was taken back. */
export function renderWorks(view: View): Section[] {
  const { report, works, options } = view;
  const of = (status: Work['item']['status']) => works.filter(({ item }) => item.status === status);
  const selected = groupBy(of('selected'), ({ item }) => item.category);
  const note = html`<p class="quiet">${options.words.work.candidatesNote}</p>`;
  const apart: readonly (readonly [HtmlSection, readonly Html[]])[] = [
    ['candidates', of('candidate').map((work) => renderWork(work, view))],
    ['withdrawn', of('withdrawn').map((work) => renderWithdrawn(work, view))],
  ];
  return [
    ...categoriesOf(report).map((category, index) =>
      renderCategory(category, index, selected.get(category.id) ?? [], view),
    ),
    ...apart
      .filter(([, cards]) => cards.length > 0)
      .map(([id, cards]) => namedSection(id, options.words, [id === 'candidates' ? note : null, cards])),
  ];
}

function renderCategory({ name, unit }: ReportCategory, index: number, works: readonly Work[], view: View): Section {
  const { words, framesMissing } = view.options;
  const holds = (kind: AssetKind) => works.some(({ item }) => item.assets.some(({ facts }) => facts?.kind === kind));
  const notes = [
    framesMissing !== null && holds('video') ? html`<p class="quiet">${framesMissing}</p>` : null,
    holds('subtitle') ? renderTimelineLegend(words) : null,
  ];
  const body =
    works.length === 0
      ? html`<p class="quiet">${words.work.none}</p>`
      : [notes, works.map((work) => renderWork(work, view))];
  const count = html` <span class="count">${words.work.count(works.length, unit)}</span>`;
  return section(`category-${index + 1}`, name, body, count);
}

/** All of them; where only a part was checked, those that works were found in. */
export function categoriesOf({ categories, items, partial }: Report): readonly ReportCategory[] {
  return partial ? categories.filter(({ id }) => items.some(({ category }) => category === id)) : categories;
}

function renderWork(work: Work, view: View): Html {
  const { options } = view;
  const { item, anchor, number, packed } = work;
  const { asked, rest } = renderMeasured(work, view);
  return html`<article class="work" id="${anchor}" aria-labelledby="${anchor}-title" data-group="work" data-category="${item.category}" data-institution="${item.institution ?? ''}">
<div class="work-head">
<h3 id="${anchor}-title">${number === null ? null : html`<span class="work-number">${number}</span> `}${bdi(item.title)}</h3>
<p class="chips">${chipsOf(work, options)}</p>
<p class="quiet">${join([item.institution === null ? null : bdi(item.institution), bdi(packed?.folder ?? item.id)])}</p>
</div>
${renderFindings(work.findings, view)}
${renderVideos(work, options)}
${renderTimelines(work, view)}
<div class="columns${asked === null ? ' single' : ''}">
${asked}
<div>${renderMaterial(work, view)}${rest}</div>
</div>
</article>`;
}

function chipsOf({ findings }: Work, options: HtmlOptions): Content {
  if (findings.length === 0) return renderTag(options.words.work.clean, 'pass');
  return GRADES.flatMap((grade) => {
    const count = findings.filter((one) => one.grade === grade).length;
    return count === 0 ? [] : [renderTag(options.words.work.graded(gradeWord(grade, options), count), grade), ' '];
  });
}

function renderVideos({ item }: Work, options: HtmlOptions): Html[] {
  return item.assets.flatMap(({ path, source }) => {
    const frames = source === 'file' ? (options.frames.get(path) ?? []) : [];
    return frames.length === 0 ? [] : [renderFrames(frames, options)];
  });
}

function renderFrames(frames: readonly Frame[], { words }: HtmlOptions): Html {
  const figures = frames.map(({ timeMs, dataUri, width, height }) => {
    const time = formatDuration(timeMs);
    return html`<li><img src="${dataUri}" width="${width}" height="${height}" alt="${words.work.frame(time)}" decoding="async"><span class="time" aria-hidden="true">${time}</span></li>`;
  });
  return html`<ul class="frames" aria-label="${words.work.frames}">${figures}</ul>`;
}

/** The texts as they begin, and every file. */
function renderMaterial(work: Work, view: View): Html {
  const { words } = view.options;
  const rows = work.item.assets.map((asset) => renderAsset(asset, work, view));
  return rows.length === 0 ? html`` : html`<h4>${words.work.files}</h4><dl class="material">${rows}</dl>`;
}

function renderAsset(asset: ReportAsset, work: Work, view: View): Html {
  const { options } = view;
  const { words, screen } = options;
  const { path, sizeBytes, source, failure, slot } = asset;
  const name = slotName(work.item.category, slot, view) ?? words.work.extraFile;
  if (source === 'declared') return html`<div><dt>${name}</dt><dd>${screen.burnedIn}</dd></div>`;
  const size = source === 'file' ? formatSize(sizeBytes) : null;
  const written = writtenText(asset, work);
  const [own, beside] = source === 'text' && written !== null ? [written, null] : [fileLink(path, view), written];
  const facts = join([own, size, ...textFacts(asset, options), beside]);
  const firstLine = asset.facts?.kind === 'document' ? asset.facts.firstLine : null;
  return html`<div><dt>${name}</dt><dd>${facts}${
    firstLine === null ? null : html`<br><span class="label">${words.work.firstLine}</span> <q>${bdi(firstLine)}</q>`
  }${failure === null ? null : html`<br>${bdi(words.work.failure(failure.detail))}`}</dd></div>`;
}

/** A text that the package holds as a file: out of a document too, where that is pasted. */
function writtenText({ slot }: ReportAsset, { packed }: Work): Html | null {
  const file = packed?.assets.find((one) => one.originalPath === null && one.slot === slot);
  return file === undefined ? null : packedLink(file.path);
}

function textFacts({ facts }: ReportAsset, { words }: HtmlOptions): string[] {
  if (facts?.kind === 'video') return facts.durationMs === null ? [] : [formatDuration(facts.durationMs)];
  if (facts?.kind !== 'document') return [];
  const { wordCount, pages } = facts;
  return [
    ...(wordCount === null ? [] : [words.work.words(wordCount)]),
    ...(pages === null ? [] : [words.work.pages(pages)]),
  ];
}

/** Neither checked nor packed: who took it back should be able to see that it is. */
function renderWithdrawn({ item, anchor }: Work, { options: { words } }: View): Html {
  return html`<article class="work withdrawn" id="${anchor}" aria-labelledby="${anchor}-title" data-group="work" data-category="${item.category}" data-institution="${item.institution ?? ''}">
<h3 id="${anchor}-title">${bdi(item.title)}</h3>
<p class="quiet">${join([item.institution === null ? null : bdi(item.institution), bdi(item.id)])}</p>
<p>${bdi(words.work.withdrawn(item.reason))}</p>
</article>`;
}
