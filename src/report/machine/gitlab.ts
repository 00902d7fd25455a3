/** GitLab's Code Quality report: what its merge requests show beside the changes. */
import type { Finding } from '../../model/report.ts';
import { toJsonText } from '../../util/json-text.ts';
import { gradeWord, lonelyLines } from './finding-text.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { AnyReport, MachineOptions } from './options.ts';
import { lineOf, placesOf } from './place.ts';

/** In the order of the report, without a byte order mark: GitLab refuses one. */
export function renderGitlab(report: AnyReport, options: MachineOptions): string {
  const places = placesOf(report, options);
  const fingerprints = fingerprintsOf(report.findings);
  const issues = report.findings.map((finding, index) => {
    const path = places.anchorOf(finding.place);
    return {
      description: `[${gradeWord(finding, options)}] ${lonelyLines(finding, path, places, options).join(' ')}`,
      check_name: finding.rule,
      fingerprint: fingerprints[index],
      severity: severityOf(finding),
      // GitLab demands a line of everything.
      location: { path: wellFormed(path), lines: { begin: lineOf(finding.place) ?? 1 } },
    };
  });
  return `${toJsonText(issues)}\n`;
}

/** Only what blocks is a `blocker`; an error of a candidate would block if the work were chosen. */
function severityOf({ blocking, severity, waived }: Finding): 'blocker' | 'major' | 'minor' | 'info' {
  if (blocking) return 'blocker';
  if (waived !== undefined || severity === 'info') return 'info';
  return severity === 'error' ? 'major' : 'minor';
}

/** Half a character, which not every reader of JSON can stand, as U+FFFD. */
function wellFormed(path: string): string {
  return path.replace(/\p{Surrogate}/gu, '\uFFFD');
}
