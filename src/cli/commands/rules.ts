/** `sizheng rules`: the catalogue; or one rule explained, or all of a family (`privacy`). */

import { loadSpecFor } from '../../app/open-workspace.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import {
  describeRules,
  type RulesView,
  renderRule,
  renderRulesMarkdown,
  renderRulesTable,
} from '../../report/rules.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import { toJsonText } from '../../util/json-text.ts';
import { nearest } from '../../util/order.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';

export async function run(plain: CliContext, [id]: readonly (string | undefined)[], options: Options): Promise<number> {
  const context = await withWords(plain, 'rules', 'rulesScreen', 'report', 'spec');
  const rules =
    id === undefined ? CATALOGUE : CATALOGUE.filter((rule) => rule.id === id || rule.id.startsWith(`${id}/`));
  if (rules.length === 0)
    throw usageError('usage/unknown-rule', {
      id: id ?? '',
      near: nearest(
        id ?? '',
        CATALOGUE.map((rule) => rule.id),
      ),
    });
  const view = await makeView(context, options.spec as string | undefined);
  const format = (options.format as string | undefined) ?? 'text';
  if (format === 'json') await context.write(`${toJsonText(describeRules(rules, view))}\n`);
  else if (format === 'md') await context.write(renderRulesMarkdown(rules, view));
  else
    await context.write(
      id === undefined ? renderRulesTable(rules, view) : rules.map((rule) => renderRule(rule, view)).join('\n'),
    );
  return EXIT.ok;
}

async function makeView(
  { messages, language, width }: CliContext<'rules' | 'rulesScreen' | 'report' | 'spec'>,
  asked: string | undefined,
): Promise<RulesView> {
  const spec = await loadSpecFor(DEFAULT_CONFIG, process.cwd(), { spec: asked, language });
  return {
    texts: messages.rules,
    screen: messages.rulesScreen,
    severity: messages.report.severity,
    binding: messages.spec.binding,
    spec,
    width,
  };
}
