/** What is true beside the findings: waivers, what people declare, the rules, and how the check was made. */
import type { RuleId } from '../../model/rule-params.ts';
import { groupBy } from '../../util/order.ts';
import { formatLocalSecond } from '../../util/zone.ts';
import { categoryName } from '../subjects.ts';
import { ruleAnchor } from './findings.ts';
import { bdi, type Content, type Html, html, join } from './html.ts';
import { namedSection, type Section, scrollable } from './section.ts';
import type { ShownFinding, View } from './view.ts';

/** They leave the house with the batch: whoever signs it should have read them. */
export function renderWaivers({ findings, report, byId, options, handedIn }: View): Section | null {
  const { words, rules, screen } = options;
  const waived = findings.filter(({ finding }) => finding.waived !== undefined);
  if (waived.length === 0) return null;
  const nameOf = ({ finding: { place } }: ShownFinding) => {
    const work = byId.get(place.item ?? '');
    if (work !== undefined)
      return html`<a href="#${work.anchor}">${bdi(screen.itemLabel(categoryName(work.item.category, report), work.number, work.item.title, work.item.institution))}</a>`;
    return place.category === undefined ? html`${screen.wholeSubmission}` : bdi(categoryName(place.category, report));
  };
  const rows = waived.map(
    (one) =>
      html`<tr><th scope="row">${nameOf(one)}</th><td>${rules[one.finding.rule].title}</td><td>${bdi(one.finding.message)}</td><td>${bdi(one.finding.waived?.reason ?? '')}</td></tr>`,
  );
  return namedSection('waivers', words, [
    html`<p class="quiet">${handedIn ? words.packed.waivers : words.waivers.note}</p>`,
    plainTable(words.sections.waivers, words.waivers.head, rows),
  ]);
}

export function renderAttestations({ report: { attestations }, options: { words } }: View): Section | null {
  if (attestations.length === 0) return null;
  const { note, head, nobody } = words.attestations;
  const rows = attestations.map(
    ({ text, by }) =>
      html`<tr><th scope="row">${bdi(text)}</th><td>${by === null ? html`<span class="quiet">${nobody}</span>` : bdi(by)}</td></tr>`,
  );
  return namedSection('attestations', words, [
    html`<p class="quiet">${note}</p>`,
    plainTable(words.sections.attestations, head, rows),
  ]);
}

function plainTable(name: string, head: readonly string[], rows: readonly Html[]): Html {
  return scrollable(
    name,
    html`<table><thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** Each rule that found something, once: why it is asked and how to keep it. */
export function renderRules({ findings, options, handedIn }: View): Section | null {
  const { words, rules } = options;
  if (findings.length === 0) return null;
  const entries = [...groupBy(findings, ({ finding }) => finding.rule)].map(
    ([rule, members]: readonly [RuleId, readonly ShownFinding[]]) => html`<div class="rule" id="${ruleAnchor(rule)}">
<h3>${rules[rule].title} <code>${rule}</code> <span class="count">${words.rules.count(members.length)}</span></h3>
<p><span class="label">${words.rules.why}</span>${rules[rule].why}</p>
${handedIn ? null : html`<p><span class="label">${words.rules.mend}</span>${rules[rule].mend}</p>`}
</div>`,
  );
  return namedSection('rules', words, [
    html`<p class="quiet">${handedIn ? words.packed.rules : words.rules.note}</p>`,
    entries,
  ]);
}

export function renderMethod(view: View): Section {
  const { words } = view.options;
  const { clauses, clausesHead } = words.method;
  const entries = methodRows(view).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  const rows = view.report.clauses.map(
    ({ text, binding }) => html`<tr><td>${words.binding[binding]}</td><td>${bdi(text)}</td></tr>`,
  );
  return namedSection('method', words, [
    html`<dl class="method">${entries}</dl>`,
    rows.length === 0 ? null : html`<h3>${clauses}</h3>${plainTable(clauses, clausesHead, rows)}`,
  ]);
}

function methodRows({ report, options }: View): (readonly [name: string, value: Content])[] {
  const { words, screen, framesMissing } = options;
  const { method: say } = words;
  const { tool, readers, spec, at, timezone, atGiven, partial, strict } = report;
  const used = readers.map(({ name, version }) => `${name} ${version}`);
  const [only, ...others] = readers;
  const alone = only !== undefined && others.length === 0 ? screen.oneReader(only.name) : null;
  return [
    [say.at, screen.checkedAt(formatLocalSecond(Date.parse(at), timezone), timezone, null, atGiven)],
    [say.tool, `${tool.name} ${tool.version}`],
    [say.readers, join([used.length === 0 ? say.noReaders : bdi(words.next.list(used)), alone], html`<br>`)],
    [say.spec, html`${bdi(spec.title)} <code>${spec.id}</code>`],
    [say.digest, html`<code class="digest">${spec.sha256}</code>`],
    [say.extent, join([partial ? screen.partial : say.extentWhole, strict ? screen.strict : null], html`<br>`)],
    ...(framesMissing === null ? [] : [[say.frames, framesMissing] as const]),
    [say.privacy, say.privacyNote],
  ];
}
