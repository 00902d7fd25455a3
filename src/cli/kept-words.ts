/** What a command that is offered keeps of the one that was given. */
import type { Options } from './command.ts';

/** @param flags by the name an option has once it is read; a flag without a value is kept as it is */
export function keptWords(options: Options, flags: Readonly<Record<string, string>>): string[] {
  return Object.entries(flags).flatMap(([name, flag]) => {
    const value = options[name];
    return typeof value === 'string' ? [flag, value] : value === true ? [flag] : [];
  });
}
