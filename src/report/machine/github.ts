/** Workflow commands of GitHub Actions: a finding becomes an annotation at its file and line. */
import type { Finding } from '../../model/report.ts';
import { safeText } from '../../util/safe-text.ts';
import { lonelyLines } from './finding-text.ts';
import { byLevel, type Level, levelOf, type Tally, tallyOf } from './level.ts';
import type { AnyReport, MachineOptions } from './options.ts';
import { hasFile, lineOf, type Places, placesOf } from './place.ts';
import { MACHINE_WORDS } from './words.ts';

/** Annotations of one kind that GitHub shows of a step: the first ones. */
const SHOWN = 10;
const COMMANDS: Record<Level, string> = { error: 'error', warning: 'warning', note: 'notice' };

/** All findings, what blocks first, and a line for people. The log holds them all, whatever GitHub shows. */
export function renderGithub(report: AnyReport, options: MachineOptions): string {
  const { findings, verdict } = report;
  const words = MACHINE_WORDS[options.language];
  const tally = tallyOf(findings);
  const places = placesOf(report, options);
  const annotations = byLevel(findings).map((finding) => annotate(finding, places, options));
  const waived = findings.filter((finding) => finding.waived !== undefined).length;
  return `${[...withHidden(annotations, tally, words.hidden), words.summary(verdict === 'pass', tally, waived)].join(
    '\n',
  )}\n`;
}

/** Says how many are not shown in a notice of its own: the last of those that are, else it would not be shown either. */
function withHidden(annotations: readonly string[], tally: Tally, tell: (hidden: Tally) => string): string[] {
  if (Object.values(tally).every((count) => count <= SHOWN)) return [...annotations];
  const beyond = (count: number, shown = SHOWN) => Math.max(0, count - shown);
  const hidden = {
    error: beyond(tally.error),
    warning: beyond(tally.warning),
    note: beyond(tally.note, SHOWN - 1),
  };
  return annotations.toSpliced(tally.error + tally.warning + SHOWN - 1, 0, command('notice', {}, tell(hidden)));
}

function annotate(finding: Finding, places: Places, options: MachineOptions): string {
  const { rule, place } = finding;
  const file = hasFile(place) ? places.anchorOf(place) : null;
  const properties = { file, line: lineOf(place), title: `${options.rules[rule].title} (${rule})` };
  const lines = lonelyLines(finding, file ?? '', places, options);
  return command(COMMANDS[levelOf(finding)], properties, lines.join('\n'));
}

function command(name: string, properties: Readonly<Record<string, string | number | null>>, message: string): string {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escapeProperty(safeText(String(value)))}`);
  return `::${[name, given.join(',')].filter(Boolean).join(' ')}::${escapeData(message)}`;
}

/** As `@actions/core` does. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
