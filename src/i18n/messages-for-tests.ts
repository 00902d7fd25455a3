/** Every word in both languages, at hand without a wait. */
import type { Language } from './catalogue.ts';
import { loadMessages, type Messages, PARTS } from './messages.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = {
  'zh-CN': await loadMessages('zh-CN', ...PARTS),
  en: await loadMessages('en', ...PARTS),
};

export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}
