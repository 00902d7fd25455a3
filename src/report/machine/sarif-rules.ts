/** The catalogue as SARIF has it (3.49). */
import type { RuleText } from '../../i18n/catalogue.ts';
import type { Level } from './level.ts';
import type { MachineOptions, RuleMetadata } from './options.ts';
import { markdownText, plainMessage } from './sarif-text.ts';

export function describeRules({ catalogue, rules, screen }: MachineOptions): object[] {
  return catalogue.map((rule) => {
    const { title, why, mend }: Pick<RuleText<never>, 'title' | 'why' | 'mend'> = rules[rule.id];
    const markdown = [`# ${markdownText(title)}`, markdownText(why), markdownText(`${screen.fixLabel}${mend}`)];
    return {
      id: rule.id,
      shortDescription: { text: plainMessage(title) },
      fullDescription: { text: plainMessage(why) },
      help: { text: plainMessage(mend), markdown: markdown.join('\n\n') },
      defaultConfiguration: { enabled: rule.offByDefault !== true, level: defaultLevel(rule) },
      properties: { tags: rule.id.split('/').slice(0, 1), source: rule.source, waivable: rule.waivable },
    };
  });
}

/** The gravest that a rule can end in; a clause of the letter can be a demand. */
function defaultLevel({ severities }: RuleMetadata): Level {
  const all = Object.values(severities);
  if (all.includes('error') || all.includes('clause')) return 'error';
  return all.includes('warning') ? 'warning' : 'note';
}
