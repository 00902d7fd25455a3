/** Completions to make scripts of, with known words that do not change when a rule is added. */

import type { Language } from '../../i18n/catalogue.ts';
import type { CliTexts } from '../../i18n/cli.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import { SPEC_ACTIONS } from '../spec-actions.ts';
import { type Completions, completionsOf } from './completions.ts';
import { SHELLS } from './shells.ts';

export const KNOWN = {
  shells: SHELLS,
  specActions: SPEC_ACTIONS,
  specs: ['micro-video-2023', 'moe-2022'],
  rules: ['video/duration', 'video/size', 'file/type'],
  reporters: ['terminal', 'json', 'html'],
  verificationReporters: ['terminal', 'json'],
};

export function completionsIn(language: Language): Completions {
  return completionsOf(messagesIn(language).cli, KNOWN, '1.2.3');
}

/** What a shell could stumble over, in every place where a description stands. */
export const HOSTILE = '「甲」it\'s "quoted" $HOME `id` \\ \\u4e00 [a]: b|c & <d> %s $' + '{x} $(id) {e,f} ‘g’ #h; i!';

export function hostileCompletions(): Completions {
  const { cli } = messagesIn('en');
  const hostile = <T extends Record<string, string>>(texts: T) =>
    Object.fromEntries(Object.keys(texts).map((key) => [key, HOSTILE])) as T;
  const texts: CliTexts = {
    ...cli,
    commands: hostile(cli.commands),
    options: hostile(cli.options),
    language: HOSTILE,
    help: HOSTILE,
  };
  return completionsOf(texts, KNOWN, '1.2.3');
}
