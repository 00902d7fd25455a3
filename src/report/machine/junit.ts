/**
 * JUnit XML, as Jenkins (junit-10.xsd of its xUnit plugin), GitLab and GitHub's actions read it. A case fails where
 * something blocks, so that a run with failures is a run that ends with 1. `file` and `line` of a case are not in that
 * schema: GitLab and GitHub's actions show them, and the JUnit step of Jenkins passes over them.
 */
import type { Finding } from '../../model/report.ts';
import { SPOTS_IN_MESSAGE, type SpotsParams } from '../../model/text-params.ts';
import { findingLines, gradeWord } from './finding-text.ts';
import { type Case, type Suite, suitesOf } from './junit-suites.ts';
import { byLevel } from './level.ts';
import type { AnyReport, MachineOptions } from './options.ts';
import { hasFile, lineOf, type Places, placesOf } from './place.ts';
import { MACHINE_WORDS } from './words.ts';
import { type Attributes, parentElement, textElement } from './xml-text.ts';

type State = 'failure' | 'skipped' | 'passed';

export function renderJunit(report: AnyReport, options: MachineOptions): string {
  const suites = suitesOf(report, options);
  const places = placesOf(report, options);
  const elements = suites.map((suite) =>
    parentElement(
      'testsuite',
      // No zone, and the time is UTC: so Ant has it, and so the schemas do.
      { name: suite.name, ...countsOf(suite.cases), timestamp: report.at.slice(0, 19) },
      [propertiesOf(suite), ...suite.cases.map((one) => renderCase(one, suite, places, options))],
    ),
  );
  const { tests, failures, errors, time } = countsOf(suites.flatMap(({ cases }) => cases));
  const totals = { name: 'sizheng', tests, failures, errors, time };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${parentElement('testsuites', totals, elements)}\n`;
}

/** How long a rule took is not known: no time is what readers can add up. */
function countsOf(cases: readonly Case[]): Record<'tests' | 'failures' | 'errors' | 'skipped' | 'time', number> {
  const count = (state: State) => cases.filter((one) => stateOf(one) === state).length;
  return { tests: cases.length, failures: count('failure'), errors: 0, skipped: count('skipped'), time: 0 };
}

function propertiesOf({ properties }: Suite): string {
  const elements = properties.map(([name, value]) => textElement('property', { name, value }, []));
  return parentElement('properties', {}, elements);
}

/** What was waived or could not be checked has not passed; what only warns has. */
function stateOf({ findings, verdicts }: Case): State {
  if (findings.some(({ blocking }) => blocking)) return 'failure';
  const open =
    findings.some(({ waived }) => waived !== undefined) || verdicts.some(({ outcome }) => outcome === 'skipped');
  return open ? 'skipped' : 'passed';
}

function renderCase(one: Case, { classname }: Suite, places: Places, options: MachineOptions): string {
  const findings = byLevel(one.findings);
  const place = findings[0]?.place;
  const where = place === undefined || !hasFile(place) ? {} : { file: places.anchorOf(place), line: lineOf(place) };
  const attributes = { name: one.name, classname, time: 0, ...where };
  const lines = linesOf(one, findings, options);
  const state = stateOf(one);
  if (state === 'passed') {
    return parentElement('testcase', attributes, lines.length === 0 ? [] : [textElement('system-out', {}, lines)]);
  }
  const about: Attributes = { message: messageOf(one, findings, options), type: one.rule };
  return parentElement('testcase', attributes, [textElement(state, about, lines)]);
}

/** What blocks, or the reason it may stay; where nothing was found, how much was not checked. */
function messageOf({ verdicts }: Case, findings: readonly Finding[], { language }: MachineOptions): string {
  const words = MACHINE_WORDS[language];
  const [blocking, ...others] = findings.filter((finding) => finding.blocking);
  if (blocking !== undefined) return blocking.message + (others.length === 0 ? '' : ` (+${others.length})`);
  const reason = findings.find(({ waived }) => waived !== undefined)?.waived?.reason;
  if (reason !== undefined) return words.waived(reason);
  return words.notChecked(verdicts.filter(({ outcome }) => outcome === 'skipped').length);
}

/** Every finding with its way out; then what could not be checked, and what was measured where nothing was amiss. */
function linesOf({ verdicts }: Case, findings: readonly Finding[], options: MachineOptions): string[] {
  const { screen } = options;
  const told = findings.flatMap((finding) => {
    const [message = '', ...rest] = findingLines(finding, options);
    return [
      `[${gradeWord(finding, options)}] ${message}`,
      ...[...spotWords(finding, screen), ...rest].map((line) => `  ${line}`),
    ];
  });
  const ran = verdicts
    .filter(({ outcome, actual }) => outcome === 'skipped' || (outcome === 'pass' && actual !== undefined))
    .map(({ subject, outcome, actual }) => [screen.outcome[outcome], subject, actual].filter(Boolean).join(' '));
  return [...told, ...ran];
}

/** Every place of a finding in many: the message told of the first few. */
function spotWords({ params }: Finding, { spot }: MachineOptions['screen']): string[] {
  const { spots = [] } = params as Partial<SpotsParams>;
  return spots.length > SPOTS_IN_MESSAGE ? spots.map(spot) : [];
}
