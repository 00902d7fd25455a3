/** A finding in words, for every machine the same. */
import type { Finding } from '../../model/report.ts';
import { safeText } from '../../util/safe-text.ts';
import type { MachineOptions } from './options.ts';
import type { Places } from './place.ts';
import { MACHINE_WORDS } from './words.ts';

type WordOptions = Pick<MachineOptions, 'screen' | 'language'>;

/** What was found, what to do, and why it may stay; a line each, without line ends. */
export function findingLines({ message, fix, waived }: Finding, { screen, language }: WordOptions): string[] {
  const lines = [message, `${screen.fixLabel}${fix}`];
  return (waived === undefined ? lines : [...lines, MACHINE_WORDS[language].waived(waived.reason)]).map(safeText);
}

/**
 * The same where findings stand one by one: after the work or the category that it is about, unless the message names it.
 * @param shown the file beside which the finding is shown; `''` for none
 */
export function lonelyLines(finding: Finding, shown: string, { subjectOf }: Places, options: WordOptions): string[] {
  const [message = '', ...rest] = findingLines(finding, options);
  const subject = safeText(subjectOf(finding.place) ?? '');
  const name = subject.slice(subject.lastIndexOf('/') + 1);
  if (`${safeText(shown)} ${message}`.normalize('NFC').includes(name)) return [message, ...rest];
  return [MACHINE_WORDS[options.language].about(subject, message), ...rest];
}

/** `须整改`, or `已豁免`. */
export function gradeWord({ severity, blocking, waived }: Finding, { screen }: WordOptions): string {
  if (waived !== undefined) return screen.waivedTag;
  return screen.severity[blocking ? 'error' : severity];
}
