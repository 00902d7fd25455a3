/** The report as one HTML file: nothing is fetched, nothing is sent, and it reads the same without its script. */
import { createHash } from 'node:crypto';
import type { HtmlScreen } from '../../i18n/screens-html.ts';
import type { Report } from '../../model/report.ts';
import { renderFilters } from './filters.ts';
import { Html, html } from './html.ts';
import { renderLedger } from './ledger.ts';
import { renderNext } from './next.ts';
import { renderAttestations, renderMethod, renderRules, renderWaivers } from './notes.ts';
import type { HtmlOptions } from './options.ts';
import { renderPackage } from './package.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PRINT_STYLE } from './print-style.ts';
import { renderRest } from './rest.ts';
import type { Section } from './section.ts';
import { renderTopics } from './topics.ts';
import { batchName, headline, renderHeader } from './verdict.ts';
import { makeView, type View } from './view.ts';
import { renderWorks } from './works.ts';

const STYLE = PAGE_STYLE + PRINT_STYLE;

export function renderHtml(report: Report, options: HtmlOptions): string {
  const view = makeView(report, options);
  return `${renderPage(view).markup}\n`;
}

function renderPage(view: View): Html {
  const { report, options } = view;
  const { words, language } = options;
  const before = [renderPackage(view), renderNext(view), renderLedger(view)].filter((one) => one !== null);
  const after = [
    renderRest(view),
    ...renderWorks(view),
    renderTopics(view),
    renderWaivers(view),
    renderAttestations(view),
    renderRules(view),
    renderMethod(view),
  ].filter((one) => one !== null);
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${batchName(report, options)} - ${headline(report, options)}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${HATCH}
${renderHeader(view)}
${renderContents([...before, ...after], words)}
<main id="main" tabindex="-1">
${before.map(({ markup }) => markup)}
${renderFilters(view)}
<p id="nothing" hidden>${words.filters.nothing}</p>
${after.map(({ markup }) => markup)}
</main>
<script>${new Html(PAGE_SCRIPT)}</script>
</body>
</html>`;
}

/** What faulty works are filled with: stripes, so that no colour has to be told from another. */
const HATCH = html`<svg width="0" height="0" class="unseen" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>`;

function renderContents(sections: readonly Section[], { contents }: HtmlScreen): Html {
  const links = sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<nav aria-label="${contents}"><ul>${links}</ul></nav>`;
}

/** Only this style and this script, pictures that are in the page itself, and nothing else at all. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${digest(STYLE)}'`,
  `script-src '${digest(PAGE_SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
