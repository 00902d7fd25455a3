/** `sizheng rules`: the catalogue, or one rule explained. */

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
import type { CliContext } from '../context.ts';

export async function run(
  context: CliContext,
  [id]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const rules = id === undefined ? CATALOGUE : CATALOGUE.filter((rule) => rule.id === id);
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

async function makeView({ messages, language, width }: CliContext, asked: string | undefined): Promise<RulesView> {
  const spec = await loadSpecFor(DEFAULT_CONFIG, process.cwd(), { spec: asked, language });
  return {
    texts: messages.rules,
    screen: messages.screens.rules,
    severity: messages.report.severity,
    binding: messages.screens.spec.binding,
    spec,
    width,
  };
}
