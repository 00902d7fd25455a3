/** What is found in no work: in a category, a file that belongs nowhere, the whole. */
import { groupBySubject } from '../subjects.ts';
import { renderFindings } from './findings.ts';
import { html } from './html.ts';
import { namedSection, type Section } from './section.ts';
import type { View } from './view.ts';

export function renderRest(view: View): Section | null {
  const { rest, report, options } = view;
  if (rest.length === 0) return null;
  const shown = new Map(rest.map((one) => [one.finding, one]));
  const groups = groupBySubject(report, [...shown.keys()], options.screen).map(({ heading, findings }, index) => {
    const [first] = findings;
    const id = `rest-${index + 1}`;
    return html`<article class="work" aria-labelledby="${id}" data-group="rest" data-category="${first?.place.category ?? ''}">
<h3 id="${id}"><bdi>${heading}</bdi></h3>
${renderFindings(
  findings.flatMap((finding) => shown.get(finding) ?? []),
  view,
)}
</article>`;
  });
  return namedSection('whole', options.words, groups);
}
