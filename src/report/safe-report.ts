/** A judgement as texts for people are made of: what it says can begin no line of its own, move no cursor and turn nothing around. */
import type { Finding, Judgement, Report } from '../model/report.ts';
import { safeDeep } from '../util/safe-text.ts';

/** Works and verdicts, which are many, are made safe where one is told of; so are places, by which findings belong to works. */
export function safeReport(report: Report): Report {
  const { findings, items, verdicts, ...rest } = report;
  return { ...safeDeep(rest), ...withSafeFindings({ findings }), items, verdicts };
}

export function withSafeFindings<T extends Pick<Judgement, 'findings'>>(judgement: T): T {
  return { ...judgement, findings: judgement.findings.map(safeFinding) };
}

function safeFinding(finding: Finding): Finding {
  const { message, fix, params, spare } = finding;
  return {
    ...finding,
    ...safeDeep({ message, fix, params }),
    ...(spare === undefined ? {} : { spare: safeDeep(spare) }),
  };
}

/** GitHub Actions obeys a line that begins with two colons, blanks before them or not: a name alone on its line must not. */
export function withoutCommands(text: string): string {
  return text.replace(/^( *):(?=:)/gm, '$1\\u{3A}');
}
