/** SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning; `npx @microsoft/sarif-multitool validate` finds no error. */
import type { Finding, Outcome } from '../../model/report.ts';
import { toJsonText } from '../../util/json-text.ts';
import { safeText } from '../../util/safe-text.ts';
import { lonelyLines } from './finding-text.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { byLevel, levelOf } from './level.ts';
import type { AnyReport, MachineOptions } from './options.ts';
import { placesOf } from './place.ts';
import { type Guide, primaryLocation, ROOT_ID, relatedLocations } from './sarif-locations.ts';
import { describeRules } from './sarif-rules.ts';
import { plainMessage } from './sarif-text.ts';
import { MACHINE_WORDS } from './words.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** More than this in one run, and GitHub refuses the log. */
const MAX_RESULTS = 25_000;

export function renderSarif(report: AnyReport, options: MachineOptions): string {
  const { tool, at, verdict, partial, strict } = report;
  const { language } = options;
  const results = resultsOf(report, options);
  const { name, version } = tool;
  const run = {
    tool: { driver: { name, version, semanticVersion: version, language, rules: describeRules(options) } },
    language,
    // Two logs of one commit are kept apart by it.
    automationDetails: { id: 'packages' in report ? 'sizheng/verify/' : 'sizheng/validate/' },
    invocations: [invocationOf(report, report.findings.length - results.length, options)],
    originalUriBaseIds: { [ROOT_ID]: { description: { text: MACHINE_WORDS[language].workspace } } },
    columnKind: 'utf16CodeUnits',
    results,
    properties: { verdict, at, partial, strict, outcomes: outcomesOf(report) },
  };
  return `${toJsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
}

/** Faults that were found are a success of the tool: what fails it ends without a log. */
function invocationOf({ exitCode }: AnyReport, leftOut: number, { language }: MachineOptions): object {
  const invocation = { executionSuccessful: true, exitCode };
  if (leftOut === 0) return invocation;
  const message = { text: plainMessage(MACHINE_WORDS[language].leftOut(leftOut)) };
  return { ...invocation, toolExecutionNotifications: [{ level: 'warning', message }] };
}

/** Verdicts by outcome: results are of failures only, and what could not be checked has not passed. */
function outcomesOf({ verdicts }: AnyReport): Record<Outcome, number> {
  const outcomes = { pass: 0, fail: 0, skipped: 0, 'not-applicable': 0 };
  for (const { outcome } of verdicts) outcomes[outcome] += 1;
  return outcomes;
}

/** In the order of the report; where there are too many, those that block are kept before the others. */
function resultsOf(report: AnyReport, options: MachineOptions): object[] {
  const { findings } = report;
  const fingerprints = fingerprintsOf(findings);
  const indexes = new Map(options.catalogue.map(({ id }, index) => [id, index]));
  const guide = { ...placesOf(report, options), screen: options.screen };
  const kept = findings.length > MAX_RESULTS ? new Set(byLevel(findings).slice(0, MAX_RESULTS)) : null;
  return findings.flatMap((finding, index) => {
    if (kept !== null && !kept.has(finding)) return [];
    const ruleIndex = indexes.get(finding.rule) ?? -1;
    return {
      ...resultOf(finding, ruleIndex, guide, options),
      partialFingerprints: { 'sizheng/v1': fingerprints[index] },
    };
  });
}

function resultOf(finding: Finding, ruleIndex: number, guide: Guide, options: MachineOptions): object {
  const { rule, severity, clause, institution, actual, expected, blocking, waived } = finding;
  const { locations, leftOut } = relatedLocations(finding, guide);
  const told = Object.entries({ institution, actual, expected }).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, safeText(text)]],
  );
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(finding),
    message: { text: plainMessage(lonelyLines(finding, guide.anchorOf(finding.place), guide, options).join('\n')) },
    locations: [primaryLocation(finding, guide)],
    ...(locations.length === 0 ? {} : { relatedLocations: locations }),
    // An empty list says that it is not suppressed; none would leave it open.
    suppressions: waived === undefined ? [] : [{ kind: 'external', justification: safeText(waived.reason) }],
    properties: {
      ...{ severity, blocking, clause },
      ...Object.fromEntries(told),
      ...(leftOut > 0 ? { relatedLocationsLeftOut: leftOut } : {}),
    },
  };
}
