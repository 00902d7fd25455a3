/** The catalogue for people and for programs. */

import type { RuleTexts } from '../i18n/catalogue.ts';
import type { RulesScreen } from '../i18n/screens.ts';
import type { Rule } from '../model/rule.ts';
import { limitsOf } from '../model/rule-limits.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Binding, Severity, Spec } from '../model/spec.ts';
import { formatTable, wrapText } from '../util/display-width.ts';
import { waiverLine } from './commands.ts';

export interface RulesView {
  readonly texts: RuleTexts;
  readonly screen: RulesScreen;
  readonly severity: Record<Severity, string>;
  readonly binding: Record<Binding, string>;
  readonly spec: Spec;
  readonly width: number;
}

type Described = Pick<Rule, 'id' | 'severities' | 'source' | 'waivable' | 'clausesOf' | 'limits' | 'offByDefault'>;

/** `须整改`, `按条款 / 提示`: the severities a rule can end in, as the spec has it. */
function severityWords({ id, severities, offByDefault }: Described, { screen, severity, spec }: RulesView): string {
  const setting = spec.rules[id];
  if (setting?.off ?? offByDefault) return screen.off;
  const words = Object.values(severities).map((one) => {
    if (setting?.severity != null && one !== 'info') return severity[setting.severity];
    return one === 'clause' ? screen.clauseSeverity : severity[one];
  });
  return [...new Set(words)].join(' / ');
}

export function renderRulesTable(rules: readonly Described[], view: RulesView): string {
  const rows = rules.map((rule) => [rule.id, severityWords(rule, view), view.texts[rule.id].title]);
  return `${formatTable([view.screen.head, ...rows], [{ align: 'left' }, { align: 'left' }, { align: 'left' }]).join('\n')}\n`;
}

export function renderRule(rule: Described, view: RulesView): string {
  const { screen, texts, width } = view;
  const { title, why, mend, example } = texts[rule.id];
  const parts = [
    `${screen.severity}${severityWords(rule, view)}`,
    rule.waivable ? `${screen.waivable}${waiverExample(rule.id, view)}` : screen.notWaivable,
    ...limitWords(rule, view),
    `${screen.why}${why}`,
    `${screen.source}${sourceWords(rule, view)}`,
    `${screen.mend}${mend}`,
    `${screen.example}${example}`,
  ];
  return `${[`${rule.id}  ${title}`, ...parts].flatMap((part) => wrapText(part, width)).join('\n')}\n`;
}

/** What to write into `sizheng.yaml`. */
function waiverExample(id: RuleId, { screen, spec }: RulesView): string {
  const [category] = spec.categories;
  return screen.waiverExample(waiverLine(id, `${category?.name ?? ''}/04`, screen.waiverReason));
}

/** The numbers of a rule as the spec has them, by the names that a spec sets them with. */
function limitWords({ id, limits }: Described, { screen, spec }: RulesView): string[] {
  if (limits === undefined) return [];
  const numbers = limitsOf(id, limits, spec);
  return [screen.limits(Object.entries(numbers).map(([name, value]) => `${name} ${value}`))];
}

/** The letter's own words where a clause stands behind the rule; else a standard, or practice. */
function sourceWords({ source, clausesOf }: Described, { screen, binding, spec }: RulesView): string {
  const ids = new Set(clausesOf?.(spec) ?? []);
  const clauses = spec.clauses
    .filter(({ id }) => ids.has(id))
    .map((clause) => screen.clause(clause.text, binding[clause.binding]));
  if (clauses.length > 0) return clauses.join(screen.clauseSeparator);
  if (source === 'spec') return screen.noClause;
  return source === 'practice' ? screen.practice : source;
}

export function renderRulesMarkdown(rules: readonly Described[], view: RulesView): string {
  const { columns, heading } = view.screen;
  const cells = (values: readonly string[]) =>
    `| ${values.map((value) => value.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const rows = rules.map((rule) => {
    const { title, why, mend } = view.texts[rule.id];
    return cells([`\`${rule.id}\``, severityWords(rule, view), title, why, mend]);
  });
  const head = [columns.id, columns.severity, columns.title, columns.why, columns.mend];
  return `${[`# ${heading}`, '', cells(head), cells(head.map(() => '---')), ...rows].join('\n')}\n`;
}

export function describeRules(rules: readonly Described[], { texts }: Pick<RulesView, 'texts'>): object[] {
  return rules.map(({ id, severities, source, waivable, limits = {}, offByDefault = false }) => {
    const { title, why, mend, example } = texts[id as RuleId];
    return { id, title, severities, source, waivable, limits, offByDefault, why, mend, example };
  });
}
