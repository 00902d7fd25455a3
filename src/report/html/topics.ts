/** Which work speaks of which topic: works down, topics across. */
import type { ReportCategory } from '../../model/report.ts';
import { bdi, type Html, html } from './html.ts';
import { namedSection, type Section, scrollable } from './section.ts';
import type { View, Work } from './view.ts';
import { categoriesOf } from './works.ts';

export function renderTopics(view: View): Section | null {
  const { options, report, works } = view;
  const tables = categoriesOf(report).flatMap(({ id, name, topics }) => {
    const members = works.filter(({ item }) => item.category === id && item.status === 'selected');
    return topics.length === 0 || members.length === 0 ? [] : [renderMatrix(name, topics, members, view)];
  });
  if (tables.length === 0) return null;
  return namedSection('topics', options.words, [html`<p class="quiet">${options.words.topics.note}</p>`, tables]);
}

function renderMatrix(name: string, topics: ReportCategory['topics'], works: readonly Work[], { options }: View): Html {
  const { topics: say } = options.words;
  const missing = topics.filter(({ items }) => items.length === 0).map(({ topic }) => topic);
  const covered = topics.map(({ items }) => new Set(items));
  const yes = html`<svg class="yes" width="14" height="14" viewBox="0 0 14 14" role="img" aria-label="${say.covered}"><circle cx="7" cy="7" r="5"/></svg>`;
  const rows = works.map(
    ({ item, anchor, number }) =>
      html`<tr><th scope="row"><a href="#${anchor}">${number === null ? null : `${number} `}${bdi(item.title)}</a></th>${covered.map((items) => html`<td>${items.has(item.id) ? yes : null}</td>`)}</tr>`,
  );
  const totals = topics.map(
    ({ items }) => html`<td class="${items.length === 0 ? 'none' : 'some'}">${items.length}</td>`,
  );
  const table = html`<table class="matrix">
<thead><tr><th scope="col">${say.work}</th>${topics.map(({ topic }) => html`<th scope="col"><span>${topic}</span></th>`)}</tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">${say.total}</th>${totals}</tr></tfoot>
</table>`;
  return html`<h3>${name}</h3>
<p>${missing.length === 0 ? say.complete : say.missing(missing)}</p>
${scrollable(name, table)}`;
}
