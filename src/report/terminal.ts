/** The verdict as a clerk reads it: what it is, how each category stands, what to mend, what to type next. */
import type { ReportScreen } from '../i18n/screens.ts';
import type { Report } from '../model/report.ts';
import { formatTable, wrapText } from '../util/display-width.ts';
import { safeText } from '../util/safe-text.ts';
import { formatEndOfDay, formatLocalMinute } from '../util/zone.ts';
import { verboseCommand } from './commands.ts';
import { safeReport, withoutCommands } from './safe-report.ts';
import { categoryName } from './subjects.ts';
import { joinSections } from './terminal-lines.ts';
import { renderNotes } from './terminal-notes.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { renderPassed } from './terminal-passed.ts';
import { renderProblems } from './terminal-problems.ts';
import { renderTexts } from './terminal-texts.ts';
import { DAY_MS, timeLeft } from './time-left.ts';

export function renderTerminal(given: Report, options: TerminalOptions): string {
  const report = safeReport(given);
  const verdict = renderVerdict(report, options);
  if (options.quiet) return `${verdict}\n`;
  const sections = [
    [...renderHead(report, options), verdict],
    renderLedger(report, options),
    renderProblems(report, options),
    renderNotes(report, options),
    options.verbose ? renderTexts(report, options) : [],
    options.verbose ? renderPassed(report.verdicts, (subject) => subjectName(subject, report, options), options) : [],
    renderHints(report, options),
  ];
  return withoutCommands(joinSections(sections));
}

function renderHead(report: Report, { screen, elapsedMs, width }: TerminalOptions): string[] {
  const owner = report.scope === 'province' ? report.province : report.institution;
  const seconds = elapsedMs === null ? null : Math.max(1, Math.round(elapsedMs / 1000));
  const when = screen.checkedAt(
    formatLocalMinute(Date.parse(report.at), report.timezone),
    report.timezone,
    seconds,
    report.atGiven,
  );
  const head = `${screen.batch(owner === null ? null : safeText(owner), report.year, report.batch, report.scope)}    ${when}`;
  const { checkedAs } = report;
  const notes = [
    checkedAs === null ? '' : screen.checkedAs(safeText(checkedAs.path), checkedAs.category, checkedAs.slot),
    report.partial ? screen.partial : '',
    report.strict ? screen.strict : '',
    deadlineNote(report, screen),
  ];
  return [head, ...notes.filter((note) => note !== '')].flatMap((line) => wrapText(line, width));
}

// Farther off nobody hurries, and what is past a finding tells.
const NEAR_MS = 14 * DAY_MS;

function deadlineNote({ deadline, at, timezone, partial }: Report, screen: ReportScreen): string {
  if (deadline === null || partial) return '';
  const prudentMs = Date.parse(deadline.prudent);
  const leftMs = prudentMs - Date.parse(at);
  if (leftMs <= 0 || leftMs > NEAR_MS) return '';
  return screen.untilPrudent(formatEndOfDay(prudentMs, timezone).slice(5), screen.timeLeft(timeLeft(leftMs)));
}

function renderVerdict({ findings, verdict, partial }: Report, { screen, style, width }: TerminalOptions): string {
  const blocking = findings.filter((finding) => finding.blocking).length;
  const warnings = findings.filter(
    ({ severity, blocking: blocks, waived }) => severity === 'warning' && !blocks && !waived,
  ).length;
  const text = wrapText(screen.verdict(verdict === 'pass', blocking, warnings, partial), width).join('\n');
  return verdict === 'pass' ? style.success(text) : style.error(text);
}

function subjectName(subject: string, report: Report, { screen }: TerminalOptions): string {
  return subject === 'submission' ? screen.wholeSubmission : categoryName(subject, report);
}

function renderLedger({ ledger }: Report, { screen }: TerminalOptions): string[] {
  if (ledger.length === 0) return [];
  const rows = ledger.map((row) => [
    row.name,
    screen.required(row),
    String(row.found),
    String(row.valid),
    screen.ledgerNote(row),
  ]);
  const align = (['left', 'left', 'right', 'right', 'left'] as const).map((side) => ({ align: side }));
  return formatTable([screen.ledgerHead, ...rows], align);
}

function renderHints({ findings, verdict, checkedAs }: Report, options: TerminalOptions): string[] {
  const { screen, verbose } = options;
  if (verbose) return [];
  // Of a single file all is told at once.
  const more =
    checkedAs === null &&
    findings.some(({ severity, blocking, waived }) => severity !== 'info' && !blocking && waived === undefined);
  const hints = more ? [screen.seeWarnings(verboseCommand(options))] : [];
  return verdict === 'pass' && !more ? [screen.seeAll(verboseCommand(options))] : hints;
}
