/** When a subtitle speaks, under the length of its video, and where something was found. */
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { SubtitleSummary } from '../../model/subtitle-facts.ts';
import type { SpotsParams } from '../../model/text-params.ts';
import { formatDuration } from '../../util/format.ts';
import { type Html, html, join } from './html.ts';
import { fileLink } from './links.ts';
import { share } from './share.ts';
import type { ShownFinding, View, Work } from './view.ts';

/** Marks that lie closer than this part of the length are drawn as one. */
const MARK_WIDTH = 1 / 250;
const AXIS = [0, 0.25, 0.5, 0.75, 1];

export function renderTimelines(work: Work, view: View): Html[] {
  const { words } = view.options;
  const videoMs = videoLength(work);
  return work.item.assets.flatMap(({ facts, source, path }) => {
    if (facts?.kind !== 'subtitle') return [];
    const spots = spotTimes(work.findings, path);
    const title = html`${source === 'track' ? words.work.track : words.timeline.title} ${fileLink(path, view)}`;
    return html`<div class="timeline">
<h4>${title}</h4>
<p class="quiet">${join([told(facts, words), spots.length === 0 ? null : words.timeline.spots(spots.length)])}</p>
${facts.spans.length === 0 ? null : renderLine({ facts, videoMs, spots }, words)}
</div>`;
  });
}

/** Of the first video whose length is known. */
function videoLength({ item }: Work): number | null {
  const lengths = item.assets.flatMap(({ facts }) => (facts?.kind === 'video' ? (facts.durationMs ?? []) : []));
  return lengths[0] ?? null;
}

function told({ firstMs, lastMs, coveredMs, cueCount }: SubtitleSummary, { timeline: say }: HtmlScreen): string {
  if (firstMs === null || lastMs === null) return say.noCues;
  const covered = coveredMs === null ? null : formatDuration(coveredMs);
  return say.facts(cueCount, formatDuration(firstMs), formatDuration(lastMs), covered);
}

interface Line {
  readonly facts: SubtitleSummary;
  /** `null` where it is not known. */
  readonly videoMs: number | null;
  /** Milliseconds, in order. */
  readonly spots: readonly number[];
}

function renderLine({ facts: { spans, firstMs, lastMs }, videoMs, spots }: Line, { timeline: say }: HtmlScreen): Html {
  const wholeMs = Math.max(videoMs ?? 0, lastMs ?? 0);
  const at = (ms: number) => share(ms, wholeMs);
  const covered = spans.map(
    ([start, end]) => html`<rect class="covered" x="${at(start)}" y="9" width="${at(end - start)}" height="12"/>`,
  );
  const end =
    videoMs === null || videoMs === wholeMs
      ? null
      : html`<line class="limit" x1="${at(videoMs)}" x2="${at(videoMs)}" y1="5" y2="25"/>`;
  const marks = thin(spots, wholeMs * MARK_WIDTH).map(
    (ms) =>
      html`<svg class="spot" x="${at(ms)}" overflow="visible"><path d="M-4 0h8l-4 7z"/><path class="stem" d="M0 6v16"/></svg>`,
  );
  const label = say.label(
    formatDuration(firstMs ?? 0),
    formatDuration(lastMs ?? 0),
    formatDuration(videoMs ?? wholeMs),
  );
  return html`<svg width="100%" height="26" role="img" aria-label="${label}"><rect class="track" y="9" width="100%" height="12"/>${covered}${end}${marks}</svg>
<div class="axis" aria-hidden="true">${AXIS.map((part) => html`<span>${formatDuration(part * wholeMs)}</span>`)}</div>`;
}

/** Where something was found in this subtitle, in order. */
function spotTimes(findings: readonly ShownFinding[], path: string): number[] {
  const times = findings
    .filter(({ finding: { place } }) => place.path === path)
    .flatMap(({ finding: { place, params } }) => {
      const { spots = [place] } = params as Partial<SpotsParams>;
      return spots.flatMap(({ timeMs }) => timeMs ?? []);
    });
  return [...new Set(times)].sort((a, b) => a - b);
}

/** Leaves out what lies closer to its neighbour than `gap`. */
function thin(times: readonly number[], gap: number): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return times.filter((ms) => {
    if (ms - last < gap) return false;
    last = ms;
    return true;
  });
}

/** What the marks mean, once for the page. */
export function renderTimelineLegend({ timeline: { legend } }: HtmlScreen): Html {
  return html`<ul class="legend">
<li><svg class="key" width="14" height="14" aria-hidden="true"><rect class="covered" y="1" width="100%" height="12"/></svg> ${legend.covered}</li>
<li><svg class="key" width="14" height="14" aria-hidden="true"><rect class="track" y="1" width="100%" height="12"/></svg> ${legend.empty}</li>
<li><svg class="key spot" width="14" height="14" viewBox="-7 -2 14 14" aria-hidden="true"><path d="M-4 0h8l-4 7z"/></svg> ${legend.spot}</li>
<li><svg class="key" width="14" height="14" aria-hidden="true"><line class="limit" x1="7" x2="7" y1="0" y2="14"/></svg> ${legend.end}</li>
</ul>`;
}
