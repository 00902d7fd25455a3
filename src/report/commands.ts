/** Commands that a report tells people to type. */
import { quoteArgument } from '../util/quote.ts';

/** @param target the folder or file that was checked, as it was given; `null` for the one we stand in */
export function validateCommand(target: string | null, ...options: readonly string[]): string {
  return ['sizheng validate', ...(target === null ? [] : [quoteArgument(target)]), ...options].join(' ');
}

/** For the whole of what a screen shows in part. @param command what gave the screen; `null` for a check of the target */
export function verboseCommand({ command, target }: { command?: string | null; target: string | null }): string {
  return command == null ? validateCommand(target, '--verbose') : `${command} --verbose`;
}

/** @param words files and folders, flags and their values */
export function commandAgain(name: string, ...words: readonly string[]): string {
  return ['sizheng', name, ...quoteValues(words)].join(' ');
}

/** @param options flags and their values */
export function verifyCommand(target: string, ...options: readonly string[]): string {
  return ['sizheng verify', quoteArgument(target), ...quoteValues(options)].join(' ');
}

/** @param options flags and their values */
export function packCommand(target: string | null, ...options: readonly string[]): string {
  return ['sizheng pack', ...(target === null ? [] : [quoteArgument(target)]), ...quoteValues(options)].join(' ');
}

/** @param options flags and their values */
export function fixCommand(target: string | null, ...options: readonly string[]): string {
  return ['sizheng fix', ...(target === null ? [] : [quoteArgument(target)]), ...quoteValues(options)].join(' ');
}

/** What a rule advises names the command bare, since rules know no folder: here it gets the one that was checked. */
export function adviceFor(target: string | null, advice: string): string {
  return advice.replaceAll('sizheng fix', () => fixCommand(target));
}

function quoteValues(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith('--') ? word : quoteArgument(word)));
}

export function excludeCommand(item: string, reason: string, target: string | null): string {
  const dir = target === null ? [] : ['--dir', quoteArgument(target)];
  return ['sizheng exclude', quoteArgument(item), '--reason', quoteArgument(reason), ...dir].join(' ');
}

/** A line for `attestations:` in `sizheng.yaml`. Blank behind the id: a name that is only an example would declare something. */
export function attestationLine(id: string, text: string): string {
  return `${id}:  # ${text.replace(/\s+/g, ' ')}`;
}

/** A line for `waivers:` in `sizheng.yaml`. */
export function waiverLine(rule: string, subject: string, reason: string): string {
  const [about, why] = [subject, reason].map((text) =>
    /^[\p{L}\p{N}_/.-]+$/u.test(text) ? text : JSON.stringify(text),
  );
  return `- {rule: ${rule}, subject: ${about}, reason: ${why}}`;
}
