/** What was measured of a work against what was asked, and the rest of what was checked. */
import type { Verdict } from '../../model/report.ts';
import type { Binding } from '../../model/spec.ts';
import { groupBy } from '../../util/order.ts';
import { renderTag } from './findings.ts';
import { bdi, type Html, html } from './html.ts';
import { fileName } from './links.ts';
import type { HtmlOptions } from './options.ts';
import { gradeWord, type ShownFinding, slotName, type View, type Work } from './view.ts';

interface Row extends Verdict {
  readonly binding: Binding | null;
  /** Where the clause stands in the letter; behind all others where there is none. */
  readonly order: number;
  /** What was found there, where it failed. */
  readonly found: ShownFinding | null;
}

export interface Measured {
  /** What was asked, measured; `null` where nothing was. */
  readonly asked: Html | null;
  /** The rest of what was checked, folded away. */
  readonly rest: Html | null;
}

export function renderMeasured(work: Work, view: View): Measured {
  const rows = work.verdicts
    .filter(({ outcome }) => outcome !== 'not-applicable')
    .map((verdict) => toRow(verdict, work, view));
  const asked = rows
    .filter(({ expected, actual, binding }) => expected !== undefined || (binding && actual))
    .toSorted((a, b) => a.order - b.order);
  const rest = rows.filter((row) => !asked.includes(row) && row.outcome !== 'fail');
  return { asked: renderAsked(asked, work, view), rest: renderOthers(rest, asked.length > 0, view.options) };
}

/** What a verdict leaves open is told by the finding it led to. */
function toRow(verdict: Verdict, { findings }: Work, { report: { clauses } }: View): Row {
  const found = verdict.outcome === 'fail' ? foundBy(verdict, findings) : null;
  const clause = verdict.clause ?? found?.finding.clause;
  const expected = verdict.expected ?? found?.finding.expected;
  const order = clauses.findIndex(({ id }) => id === clause);
  const binding = clauses[order]?.binding ?? null;
  return {
    ...verdict,
    ...(expected === undefined ? {} : { expected }),
    binding,
    order: order < 0 ? clauses.length : order,
    found,
  };
}

function foundBy({ rule, subject }: Verdict, findings: readonly ShownFinding[]): ShownFinding | null {
  const same = findings.filter(({ finding }) => finding.rule === rule);
  const own = same.find(({ finding: { place } }) => subject === place.path || subject.startsWith(`${place.path}#`));
  return own ?? same[0] ?? null;
}

/** A table with a head for each file, so that two videos are not taken for one. */
function renderAsked(rows: readonly Row[], work: Work, view: View): Html | null {
  if (rows.length === 0) return null;
  const { options } = view;
  const { words } = options;
  const [item, actual, expected, letter, result] = words.work.askedHead;
  const bodies = [...groupBy(rows, ({ subject }) => subject)].map(
    ([subject, members]) => html`<tbody>
<tr><th colspan="5" scope="rowgroup" class="file">${subjectName(subject, work, view)}</th></tr>
${members.map((row) => renderRow(row, options))}
</tbody>`,
  );
  return html`<div class="asked">
<h4>${words.work.asked}</h4>
<table>
<thead><tr><th scope="col">${item}</th><th scope="col">${actual}</th><th scope="col">${expected}</th><th scope="col">${letter}</th><th scope="col">${result}</th></tr></thead>
${bodies}
</table>
</div>`;
}

function renderRow({ rule, actual, expected, binding, outcome, found }: Row, options: HtmlOptions): Html {
  const { words, screen } = options;
  const result =
    found === null
      ? html`<span class="outcome ${outcome}">${screen.outcome[outcome]}</span>`
      : html`<a href="#${found.anchor}">${renderTag(gradeWord(found.grade, options), found.grade)}</a>`;
  return html`<tr>
<th scope="row">${aspectOf(rule, options)}</th>
<td class="value">${actual === undefined ? screen.outcome[outcome] : bdi(actual)}</td>
<td class="value">${expected === undefined ? null : bdi(expected.replace('>=', '≥').replace('<=', '≤'))}</td>
<td>${binding === null ? words.practice : words.binding[binding]}</td>
<td>${result}</td>
</tr>`;
}

function aspectOf(rule: Verdict['rule'], { rules }: HtmlOptions): string {
  return rules[rule].aspect ?? rules[rule].title;
}

/** `视频 微课.mp4`, `简介`, `作品`. */
function subjectName(subject: string, { item }: Work, view: View): Html {
  const { work: say } = view.options.words;
  if (subject === item.id) return html`${say.itself}`;
  const asset = item.assets.find(({ path, source }) => source === 'file' && path === subject);
  if (asset !== undefined) return html`${slotName(item.category, asset.slot, view)} ${fileName(subject, view)}`;
  const cut = subject.lastIndexOf('#');
  const slot = slotName(item.category, subject.slice(cut + 1), view);
  return slot === null ? html`${say.track} ${fileName(subject.slice(0, cut), view)}` : html`${slot}`;
}

/** Folded away, `beside` what was asked; what could not be checked is named first, and never among what passed. */
function renderOthers(rows: readonly Row[], beside: boolean, options: HtmlOptions): Html | null {
  const { words, screen } = options;
  if (rows.length === 0) return null;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped');
  const told = rows.filter(({ outcome, actual }) => outcome === 'pass' && actual !== undefined);
  const silent = rows.length - skipped.length - told.length;
  const lines = [...skipped, ...told].map(
    ({ rule, outcome, actual }) =>
      html`<li><span class="outcome ${outcome}">${screen.outcome[outcome]}</span> ${aspectOf(rule, options)}${actual === undefined ? null : html` <span class="value">${bdi(actual)}</span>`}</li>`,
  );
  return html`<details class="checks${skipped.length > 0 ? ' open-checks' : ''}"><summary>${words.work.checks(rows.length, skipped.length, beside)}</summary>
<ul>${lines}</ul>${silent > 0 ? html`<p class="quiet">${screen.passedRest(silent)}</p>` : null}
</details>`;
}
