/** One package on the screen: what it holds, and what is wrong with it; the same fault in many files is told a few times and then counted. */
import type { Finding } from '../model/report.ts';
import { SEVERITIES } from '../model/spec.ts';
import type { Verification, VerifiedPackage } from '../model/verification.ts';
import { wrapText } from '../util/display-width.ts';
import { formatDigest, formatSize } from '../util/format.ts';
import { groupBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import { indent, tagOf } from './terminal-lines.ts';
import type { VerificationOptions } from './terminal-options.ts';
import { renderComparisons } from './verification-comparisons.ts';

/** Findings of one rule that are told before the rest is counted. */
const TOLD = 5;

export function renderPackage(
  one: VerifiedPackage,
  verification: Verification,
  options: VerificationOptions,
): string[] {
  const own = verification.findings.filter(({ place }) => place.package === one.path);
  const shown = own.filter(({ blocking }) => blocking || options.verbose).toSorted((a, b) => rankOf(a) - rankOf(b));
  const groups = [...groupBy(shown, (finding) => `${rankOf(finding)} ${finding.rule}`).values()];
  return [
    ...renderName(one, verification, options),
    ...indent(factLines(one, verification, options), '  ', '  '),
    ...groups.flatMap((group, index) => renderGroup(group, index + 1, options)),
  ];
}

export function problemsOf({ path }: VerifiedPackage, { findings }: Verification): number {
  return findings.filter(({ place, blocking }) => place.package === path && blocking).length;
}

/** Of several packages, with how each stands. */
export function renderName(
  one: VerifiedPackage,
  verification: Verification,
  { verify, width }: VerificationOptions,
): string[] {
  const isOne = verification.packages.length === 1;
  const state = isOne ? '' : `  ${verify.state(problemsOf(one, verification), one.draft)}`;
  return wrapText(`${safeText(one.path)}${state}`, width);
}

/** What blocks comes first, and of that what is gravest. */
function rankOf({ blocking, severity }: Finding): number {
  return (blocking ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
}

function factLines(one: VerifiedPackage, verification: Verification, options: VerificationOptions): string[] {
  const { verify, width, verbose, style } = options;
  const { kind, itemCount, fileCount: files, payloadBytes, sha256, draft } = one;
  const facts = [
    ...(kind === 'unknown' ? [] : [verify.contents(itemCount, { files, size: formatSize(payloadBytes) })]),
    ...(sha256 === null ? [] : [verify.digest(formatDigest(sha256))]),
    ...(sha256 !== null && verbose ? [`SHA-256 ${sha256}`] : []),
    ...renderComparisons(one, verification, options),
  ].flatMap((fact) => wrapText(fact, width - 2));
  return [...facts, ...(draft ? wrapText(verify.draft, width - 2).map(style.warning) : [])];
}

function renderGroup(findings: readonly Finding[], number: number, options: VerificationOptions): string[] {
  const { screen, rules, verbose } = options;
  const told = verbose ? findings : findings.slice(0, TOLD);
  const left = findings.length - told.length;
  const lines = told.flatMap((finding, index) => {
    const head = index === 0 ? `${number} ${tagOf(finding, options)} ` : '';
    // What to do is said once where it is the same for the next.
    const isLast = told[index + 1]?.fix !== finding.fix;
    return [
      ...messageLines(head + finding.message, index === 0, options),
      ...(isLast ? fixLines(finding, options) : []),
    ];
  });
  const [{ rule }] = findings as readonly [Finding, ...Finding[]];
  return left === 0 ? lines : [...lines, `  ${screen.moreAlike(left, rules[rule].title)}`];
}

function messageLines(text: string, isFirst: boolean, { width }: VerificationOptions): string[] {
  return indent(wrapText(text, width - 2), isFirst ? '' : '  ', '  ');
}

function fixLines({ fix }: Finding, { screen, style, width }: VerificationOptions): string[] {
  return indent(wrapText(`${screen.fixLabel}${fix}`, width - 2), '  ', '  ').map((line) => style.dim(line));
}
