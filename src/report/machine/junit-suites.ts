/** A report as tests are told of: a suite for each work or package and one for the rest, a case for each rule. */

import type { Finding, ReportItem, Verdict } from '../../model/report.ts';
import type { RuleId } from '../../model/rule-params.ts';
import { groupBy } from '../../util/order.ts';
import type { AnyReport, MachineOptions } from './options.ts';

export interface Suite {
  readonly name: string;
  /** Jenkins takes what stands before the last dot for the package. */
  readonly classname: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly Case[];
}

export interface Case {
  readonly rule: RuleId;
  /** `video/duration 时长`; the same whatever is found. */
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
}

/** What a suite is about; `null` is all that concerns no work or package alone. */
type Owner = string | null;

/** Suites without a case are left out: readers take an empty one for a mistake. */
export function suitesOf(report: AnyReport, options: MachineOptions): Suite[] {
  const owners = ownersOf(report);
  const ownerOf = (subject = ''): Owner =>
    owners.get(subject) ?? owners.get(subject.slice(0, Math.max(0, subject.lastIndexOf('#')))) ?? null;
  const findings = groupBy(report.findings, ({ place }) => ownerOf(place.item ?? place.package));
  const verdicts = groupBy(report.verdicts, ({ subject }) => ownerOf(subject));
  const nameOf = namesOf(report, options);
  const suite = (owner: Owner, names: Omit<Suite, 'cases'>): Suite => ({
    ...names,
    cases: casesOf(findings.get(owner) ?? [], verdicts.get(owner) ?? [], nameOf),
  });
  const owned =
    'items' in report
      ? report.items.map((item) => suite(item.id, itemNames(item)))
      : report.packages.map(({ path }) => suite(path, packageNames(path)));
  return [...owned, suite(null, wholeNames(report, options))].filter(({ cases }) => cases.length > 0);
}

function itemNames({ id, title, institution, status }: ReportItem): Omit<Suite, 'cases'> {
  const cut = id.indexOf('/');
  const classname = [id.slice(0, cut), id.slice(cut + 1)].map(withoutDots).join('.');
  return {
    name: id,
    classname,
    properties: [
      ['title', title],
      ['institution', institution ?? ''],
      ['status', status],
    ],
  };
}

function packageNames(path: string): Omit<Suite, 'cases'> {
  return { name: path, classname: `sizheng.${withoutDots(path)}`, properties: [] };
}

function wholeNames(report: AnyReport, { screen }: MachineOptions): Omit<Suite, 'cases'> {
  const { verdict, exitCode, partial, strict, tool } = report;
  const properties = Object.entries({ verdict, exitCode, partial, strict, version: tool.version });
  return {
    name: screen.wholeSubmission,
    classname: 'sizheng.submission',
    properties: properties.map(([name, value]) => [name, String(value)]),
  };
}

function withoutDots(name: string): string {
  return name.replaceAll('.', '_');
}

/** Whose a verdict is: subjects are works, packages, or files, and `file#part` where a file holds more than one thing. */
function ownersOf(report: AnyReport): ReadonlyMap<string, string> {
  if ('packages' in report) return new Map(report.packages.map(({ path }) => [path, path]));
  const owners = new Map<string, string>();
  for (const { id, assets } of report.items) for (const { path } of assets) owners.set(path, id);
  for (const { id } of report.items) owners.set(id, id);
  return owners;
}

function casesOf(
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
  nameOf: (rule: RuleId, subject: string) => string,
): Case[] {
  const found = groupBy(findings, ({ rule, place }) => nameOf(rule, place.category ?? ''));
  // What failed is told of by its findings. What does not apply was not tested: to count it as skipped would hide what
  // could not be checked.
  const ran = verdicts.filter(({ outcome }) => outcome === 'pass' || outcome === 'skipped');
  const judged = groupBy(ran, ({ rule, subject }) => nameOf(rule, subject));
  return [...new Set([...judged.keys(), ...found.keys()])].sort().map((name) => {
    const [own = [], others = []] = [found.get(name), judged.get(name)];
    const { rule } = (own[0] ?? others[0]) as Finding | Verdict;
    return { rule, name, findings: own, verdicts: others };
  });
}

/** `video/duration 时长`; a rule over categories has a case for each. */
function namesOf(report: AnyReport, { catalogue, rules }: MachineOptions): (rule: RuleId, subject: string) => string {
  const perCategory = new Set(catalogue.filter(({ on }) => on === 'category').map(({ id }) => id));
  const categories = new Map('ledger' in report ? report.ledger.map(({ category, name }) => [category, name]) : []);
  return (rule, subject) => {
    const about = perCategory.has(rule) ? [categories.get(subject) ?? subject] : [];
    return [rule, rules[rule].title, ...about].join(' ');
  };
}
