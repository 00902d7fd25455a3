/** The verdict on packages as a clerk reads it: whether they are intact, what they hold, what is wrong and what to do. */
import type { FastLook } from '../i18n/screens.ts';
import type { Verification, VerifiedPackage } from '../model/verification.ts';
import { wrapText } from '../util/display-width.ts';
import { formatSize } from '../util/format.ts';
import { formatLocalMinute } from '../util/zone.ts';
import { verifyCommand } from './commands.ts';
import { withoutCommands, withSafeFindings } from './safe-report.ts';
import { indent, joinSections } from './terminal-lines.ts';
import { summarize } from './terminal-notes.ts';
import type { VerificationOptions } from './terminal-options.ts';
import { renderPassed } from './terminal-passed.ts';
import { problemsOf, renderName, renderPackage } from './verification-package.ts';

export function renderVerification(given: Verification, options: VerificationOptions): string {
  const verification = withSafeFindings(given);
  const verdict = renderVerdict(verification, options);
  if (options.quiet) return withoutCommands(`${[verdict, ...nameFaulty(verification, options)].join('\n')}\n`);
  const { findings, verdicts, packages } = verification;
  const sections = [
    [...renderHead(verification, options), verdict],
    ...packages.map((one) => renderPackage(one, verification, options)),
    options.verbose ? [] : summarize(findings, options).flatMap((line) => wrapText(line, options.width)),
    options.verbose ? renderPassed(verdicts, (subject) => subject, options) : [],
    renderHints(verification, options),
  ];
  return withoutCommands(joinSections(sections));
}

function renderHead(
  { at, atGiven, timezone, fast, strict, packages }: Verification,
  { verify, screen, elapsedMs, width }: VerificationOptions,
): string[] {
  const seconds = elapsedMs === null ? null : Math.max(1, Math.round(elapsedMs / 1000));
  const when = verify.verifiedAt(formatLocalMinute(Date.parse(at), timezone), timezone, seconds, atGiven);
  return [when, ...(fast ? [verify.fast(lookOf(packages))] : []), ...(strict ? [screen.strict] : [])].flatMap((line) =>
    wrapText(line, width),
  );
}

function lookOf(packages: readonly VerifiedPackage[]): FastLook {
  return {
    zips: packages.some(({ form }) => form === 'zip'),
    folders: packages.some(({ form }) => form === 'folder'),
    receipt: packages.some(({ receipt }) => receipt !== null),
    against: packages.some(({ against }) => against !== null),
  };
}

function renderVerdict(
  { packages, findings, verdict, fast }: Verification,
  { verify, style, width }: VerificationOptions,
): string {
  const problems = findings.filter(({ blocking }) => blocking);
  const faulty = new Set(problems.map(({ place }) => place.package)).size;
  const files = packages.reduce((sum, { fileCount }) => sum + fileCount, 0);
  const size = formatSize(packages.reduce((sum, { payloadBytes }) => sum + payloadBytes, 0));
  const passed = verdict === 'pass';
  const words = passed
    ? verify.passed(packages.length, { files, size }, fast)
    : verify.failed(packages.length, faulty, problems.length);
  const warnings = findings.filter(({ severity, blocking }) => severity === 'warning' && !blocking).length;
  const text = wrapText(words + (warnings > 0 ? verify.alsoWarnings(warnings) : ''), width).join('\n');
  return passed ? style.success(text) : style.error(text);
}

/** Of several, those that make the verdict what it is. */
function nameFaulty(verification: Verification, options: VerificationOptions): string[] {
  if (verification.packages.length === 1) return [];
  return verification.packages
    .filter((one) => problemsOf(one, verification) > 0)
    .flatMap((one) => indent(renderName(one, verification, { ...options, width: options.width - 2 }), '  ', '  '));
}

/** Packages that a line to be copied still names. */
const NAMED = 3;

function renderHints(
  { packages, findings }: Verification,
  { verbose, screen, commandOptions }: VerificationOptions,
): string[] {
  const [first, ...others] = packages.map(({ path }) => path);
  if (verbose || first === undefined || others.length >= NAMED) return [];
  const command = verifyCommand(first, ...others, ...commandOptions, '--verbose');
  const open = findings.some(({ severity, blocking }) => severity !== 'info' && !blocking);
  if (open) return [screen.seeWarnings(command)];
  return findings.length === 0 ? [screen.seeAll(command)] : [];
}
