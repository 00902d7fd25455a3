/** What to do next: the works to be mended, as a way into the page. */
import type { Finding } from '../../model/report.ts';
import { groupBy } from '../../util/order.ts';
import { packCommand, validateCommand } from '../commands.ts';
import { categoryName } from '../subjects.ts';
import { bdi, type Html, html } from './html.ts';
import { namedSection, type Section } from './section.ts';
import type { ShownFinding, View } from './view.ts';

/** Subjects that are named before the rest is folded away. */
const SHOWN = 12;

/** Of a package without anything to be mended there is nothing to say: it has been handed in, or is a draft. */
export function renderNext(view: View): Section | null {
  const { report, options } = view;
  const { words, target, packed } = options;
  const { partial } = report;
  const blocking = [...view.works.flatMap((work) => work.findings), ...view.rest].filter(
    ({ grade }) => grade === 'error',
  );
  if (blocking.length === 0) {
    if (packed !== null) return null;
    const command = target === undefined ? null : packCommand(target);
    return namedSection(
      'next',
      words,
      partial ? html`<p>${words.next.passPartial}</p>` : advice(words.next.pass(command), command),
    );
  }
  const command = target === undefined || partial ? null : validateCommand(target);
  const rows = [...groupBy(blocking, ({ finding }) => subjectKey(finding))].map(([, members]) =>
    renderRow(members, view),
  );
  const [shown, folded] = [rows.slice(0, SHOWN), rows.slice(SHOWN)];
  return namedSection(
    'next',
    words,
    html`${advice(words.next.fail(command), command)}
<ol class="next">${shown}</ol>
${folded.length === 0 ? null : html`<details class="more"><summary>${words.next.more(folded.length)}</summary><ol class="next" start="${SHOWN + 1}">${folded}</ol></details>`}`,
  );
}

function advice(text: string, command: string | null): Html {
  return html`<p>${text}</p>${command === null ? null : html`<pre><code>${bdi(command)}</code></pre>`}`;
}

function subjectKey({ place: { item, category, path } }: Finding): string {
  return item ?? `${category ?? ''}\n${path ?? ''}`;
}

function renderRow(members: readonly ShownFinding[], view: View): Html {
  const { rules, words } = view.options;
  const [first] = members as readonly [ShownFinding, ...ShownFinding[]];
  const titles = new Set(members.map(({ finding }) => rules[finding.rule].title));
  const work = view.byId.get(first.finding.place.item ?? '');
  const institution = work?.item.institution ?? null;
  return html`<li><a href="#${work?.anchor ?? first.anchor}">${subjectName(first, view)}</a><span class="quiet">${institution === null ? null : bdi(institution)}</span><span class="what">${words.next.list([...titles])}</span></li>`;
}

function subjectName({ finding: { place } }: ShownFinding, { report, byId, options: { screen } }: View): Html {
  const work = byId.get(place.item ?? '');
  if (work !== undefined)
    return bdi(screen.itemLabel(categoryName(work.item.category, report), work.number, work.item.title, null));
  if (place.category !== undefined) return bdi(categoryName(place.category, report));
  return bdi(place.path ?? screen.wholeSubmission);
}
