/** `sizheng status`: quotas, the last check, and the time that is left. */
import { readStatus, type Status } from '../../app/status.ts';
import type { ReportScreen, StatusScreen } from '../../i18n/screens.ts';
import { EXIT } from '../../model/errors.ts';
import type { Scope } from '../../model/spec.ts';
import { validateCommand } from '../../report/commands.ts';
import { timeLeft } from '../../report/time-left.ts';
import { formatTable, wrapText } from '../../util/display-width.ts';
import { safeText } from '../../util/safe-text.ts';
import { formatEndOfDay, formatLocalMinute, localTime } from '../../util/zone.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';

const EXAMPLES = 3;

export async function run(
  plain: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'status', 'report');
  const status = await readStatus(dir ?? '.', {
    language: context.language,
    spec: options.spec as string | undefined,
    scope: options.scope as Scope | undefined,
    at: options.at as string | undefined,
  });
  const command = validateCommand(dir ?? null);
  await context.write(`${renderStatus(status, command, context).join('\n')}\n`);
  return EXIT.ok;
}

function renderStatus(status: Status, command: string, { messages, width }: CliContext<'status' | 'report'>): string[] {
  const { report, status: screen } = messages;
  const { config, timezone, atMs } = status;
  const owner = config.scope === 'province' ? config.province : config.institution;
  const now = screen.now(formatLocalMinute(atMs, timezone), localTime(atMs, timezone).weekday, timezone);
  const head = `${report.batch(owner, status.year, config.batch, config.scope)}    ${now}`;
  const lines = [head, ...deadlineLines(status, screen, report)];
  return [
    ...lines.flatMap((line) => wrapText(safeText(line), width)),
    ...ledgerLines(status, messages),
    ...lastLines(status, screen).flatMap((line) => wrapText(line, width)),
    nothingToDo(status) ? screen.done : screen.next(command),
  ];
}

/** The last check passed, and not a file has changed since. */
function nothingToDo({ last, changed }: Status): boolean {
  return last?.verdict === 'pass' && changed.length === 0;
}

function deadlineLines({ deadline, atMs, timezone }: Status, screen: StatusScreen, report: ReportScreen): string[] {
  if (deadline === null) return [screen.noDeadline];
  const { prudentMs, latestMs, source } = deadline;
  const dates = screen.deadline(formatEndOfDay(prudentMs, timezone), formatEndOfDay(latestMs, timezone), source);
  if (atMs >= latestMs) return [dates, screen.passed];
  const prudent = atMs < prudentMs;
  const left = report.timeLeft(timeLeft((prudent ? prudentMs : latestMs) - atMs));
  return [dates, prudent ? screen.leftToPrudent(left) : screen.leftToLatest(left)];
}

function ledgerLines(
  { ledger, last }: Status,
  { report, status: screen }: CliContext<'status' | 'report'>['messages'],
): string[] {
  const rows = ledger.map((row) => [
    safeText(row.name),
    report.required(row),
    String(row.found),
    String(last?.valid[row.category] ?? '-'),
  ]);
  const align = (['left', 'left', 'right', 'right'] as const).map((side) => ({ align: side }));
  return ['', ...formatTable([screen.head, ...rows], align), ''];
}

function lastLines({ last, changed, timezone }: Status, screen: StatusScreen): string[] {
  if (last === null) return [screen.neverChecked];
  const checked = screen.lastCheck(formatLocalMinute(Date.parse(last.at), timezone), last.verdict === 'pass');
  const since =
    changed.length === 0 ? screen.unchanged : screen.changed(changed.length, changed.slice(0, EXAMPLES).map(safeText));
  return [checked, since];
}
