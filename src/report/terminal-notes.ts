/** What is true beside the findings: waivers, declarations, candidates, how the check was made. */
import type { Finding, Report } from '../model/report.ts';
import { wrapText } from '../util/display-width.ts';
import { groupBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import { itemLabel } from './subjects.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { waiverLines } from './waivers.ts';

export function renderNotes(report: Report, options: TerminalOptions): string[] {
  const notes = [
    ...(options.verbose || report.checkedAs !== null ? [] : summarize(report.findings, options)),
    ...waiverLines(report, options),
    ...declared(report, options),
    ...notCounted(report, options),
    ...readers(report, options),
    ...(options.verbose ? attestations(report, options) : []),
  ];
  return notes.flatMap((note) => wrapText(note, options.width));
}

/** What does not block, counted. */
export function summarize(findings: readonly Finding[], { screen, rules }: TerminalOptions): string[] {
  const open = findings.filter(({ blocking, waived }) => !blocking && waived === undefined);
  const warnings = open.filter(({ severity }) => severity !== 'info');
  const infos = open.length - warnings.length;
  const byRule = [...groupBy(warnings, ({ rule }) => rule)];
  const parts = byRule.map(([rule, members]) => ({ title: rules[rule].title, count: members.length }));
  return [
    ...(warnings.length > 0 ? [screen.warningsSummary(warnings.length, parts)] : []),
    ...(infos > 0 ? [screen.infosSummary(infos)] : []),
  ];
}

function declared({ items }: Report, { screen }: TerminalOptions): string[] {
  const count = items.filter(
    ({ status, assets }) => status === 'selected' && assets.some(({ source }) => source === 'declared'),
  ).length;
  return count > 0 ? [screen.declared(count)] : [];
}

function notCounted({ items }: Report, { screen }: TerminalOptions): string[] {
  const candidates = items.filter(({ status }) => status === 'candidate').map((item) => itemLabel(item, screen));
  const withdrawn = items.filter(({ status }) => status === 'withdrawn');
  const labels = withdrawn.map((item) => ({
    label: itemLabel(item, screen),
    reason: item.reason === null ? null : safeText(item.reason),
  }));
  return [
    ...(candidates.length > 0 ? [screen.candidates(candidates)] : []),
    ...(labels.length > 0 ? [screen.withdrawn(labels)] : []),
  ];
}

function readers({ readers: used }: Report, { screen }: TerminalOptions): string[] {
  const [only, ...others] = used;
  return only !== undefined && others.length === 0 ? [screen.oneReader(only.name)] : [];
}

function attestations({ attestations: declaredBy }: Report, { screen }: TerminalOptions): string[] {
  if (declaredBy.length === 0) return [];
  return [
    screen.attestationsHead,
    ...declaredBy.map(({ text, by }) => `  ${screen.attestation(text, by === null ? null : safeText(by))}`),
  ];
}
