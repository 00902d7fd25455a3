/** An argument as it can be typed in any shell people use here; what could turn a line around is made visible. */
import { safeText } from './safe-text.ts';

export function quoteArgument(raw: string): string {
  const argument = safeText(raw);
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(argument) && !argument.startsWith('-')
    ? argument
    : `"${argument.replace(/(["\\$`])/g, '\\$1')}"`;
}
