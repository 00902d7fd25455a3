/** Findings with what to do about them. */
import { SPOTS_IN_MESSAGE, type Spot, type SpotsParams } from '../../model/text-params.ts';
import { excludeCommand, waiverLine } from '../commands.ts';
import { bdi, type Html, html, join } from './html.ts';
import { fileLink } from './links.ts';
import type { HtmlOptions } from './options.ts';
import { clauseOf, gradeWord, type ShownFinding, type View } from './view.ts';

/** Places that are listed of one finding: a subtitle may be wrong in every line. */
const LISTED = 60;

export function renderFindings(findings: readonly ShownFinding[], view: View): Html | null {
  if (findings.length === 0) return null;
  return html`<ul class="findings">${findings.map((one) => renderFinding(one, view))}</ul>`;
}

function renderFinding({ finding, grade, anchor, institution }: ShownFinding, view: View): Html {
  const { options, handedIn } = view;
  const { words, screen } = options;
  const { rule, message, fix, waived } = finding;
  return html`<li class="finding ${grade}" id="${anchor}" data-grade="${grade}" data-rule="${rule}"${institution === null ? null : html` data-institution="${institution}"`}>
<p class="message">${renderTag(gradeWord(grade, options), grade)} ${bdi(message)}</p>
${waived === undefined ? null : html`<p class="reason">${bdi(words.finding.waived(waived.reason))}</p>`}
${handedIn ? null : html`<p class="fix"><span class="label">${screen.fixLabel}</span>${bdi(fix)}</p>`}
${renderSpots(finding.params, options)}
${renderWays(finding, options)}
<p class="meta">${join([renderPlace(finding, view), renderClause(finding.clause, view), ruleLink(rule)])}</p>
</li>`;
}

/** @param kind the class that colours it */
export function renderTag(word: string, kind: string): Html {
  return html`<span class="tag ${kind}">${word}</span>`;
}

function renderPlace(
  { place: { path, line, paragraph, page, timeMs, part } }: ShownFinding['finding'],
  view: View,
): Html | null {
  if (path === undefined) return null;
  const within = Object.entries({ line, paragraph, page, timeMs, part }).filter(([, value]) => value !== undefined);
  const where = view.options.screen.spot(Object.fromEntries(within) as Spot);
  return html`<span class="where">${fileLink(path, view)}${where === '' ? null : ` ${where}`}</span>`;
}

function renderClause(id: string | undefined, view: View): Html | null {
  const clause = clauseOf(id, view);
  if (clause === null) return null;
  return html`<span>${view.options.words.finding.clause(clause.text, clause.binding)}</span>`;
}

function ruleLink(rule: string): Html {
  return html`<a class="code" href="#${ruleAnchor(rule)}">${rule}</a>`;
}

export function ruleAnchor(rule: string): string {
  return `rule-${rule.replaceAll('/', '-')}`;
}

/** The message told of the first few. */
function renderSpots(params: object, { screen, words }: HtmlOptions): Html | null {
  const { spots } = params as Partial<SpotsParams>;
  if (spots === undefined || spots.length <= SPOTS_IN_MESSAGE) return null;
  const listed = spots.slice(0, LISTED).map((spot) => html`<li>${bdi(screen.spot(spot))}</li>`);
  return html`<details><summary>${words.finding.spots(spots.length, listed.length)}</summary><ul class="spots">${listed}</ul></details>`;
}

/** Leaving the work out, or a written reason: for those who have the folder. */
function renderWays(
  { rule, blocking, spare, waiverSubject }: ShownFinding['finding'],
  options: HtmlOptions,
): Html | null {
  const { screen, rules, words, target } = options;
  if (target === undefined || !blocking) return null;
  const reason = screen.reason(rules[rule].title);
  const ways = [
    ...(spare === undefined
      ? []
      : [{ hint: screen.spare(spare.left, spare.unit), line: excludeCommand(spare.item, reason, target) }]),
    ...(waiverSubject === undefined
      ? []
      : [{ hint: screen.waiverHint, line: waiverLine(rule, waiverSubject, screen.waiverReason) }]),
  ];
  if (ways.length === 0) return null;
  const parts = ways.map(({ hint, line }) => html`<p>${hint}</p><pre><code>${bdi(line)}</code></pre>`);
  return html`<details><summary>${words.finding.otherWays}</summary>${parts}</details>`;
}
