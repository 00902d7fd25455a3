/** The catalogue for people and for programs. */

import type { RuleTexts } from '../i18n/catalogue.ts';
import type { RulesScreen } from '../i18n/screens.ts';
import type { Rule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Severity, Spec } from '../model/spec.ts';
import { formatTable, wrapText } from '../util/display-width.ts';

export interface RulesView {
  readonly texts: RuleTexts;
  readonly screen: RulesScreen;
  readonly severity: Record<Severity, string>;
  readonly spec: Spec;
  readonly width: number;
}

type Described = Pick<Rule, 'id' | 'severities' | 'source' | 'waivable'>;

/** `须整改`, `按条款 / 提示`: the severities a rule can end in, as the spec has it. */
export function severityWords({ id, severities }: Described, { screen, severity, spec }: RulesView): string {
  const setting = spec.rules[id];
  if (setting?.off === true) return screen.off;
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
    rule.waivable ? screen.waivable : screen.notWaivable,
    `${screen.why}${why}`,
    `${screen.source}${sourceWords(rule.source, screen)}`,
    `${screen.mend}${mend}`,
    `${screen.example}${example}`,
  ];
  return `${[`${rule.id}  ${title}`, ...parts].flatMap((part) => wrapText(part, width)).join('\n')}\n`;
}

function sourceWords(source: string, { specClause, practice }: RulesScreen): string {
  if (source === 'spec') return specClause;
  return source === 'practice' ? practice : source;
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
  return rules.map(({ id, severities, source, waivable }) => {
    const { title, why, mend, example } = texts[id as RuleId];
    return { id, title, severities, source, waivable, why, mend, example };
  });
}
