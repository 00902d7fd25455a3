/** `sizheng verify`: packages, and their reports. */
import { type VerifyOptions, verify } from '../../app/verify.ts';
import { renderPackages, renderScreen, VERIFICATION_REPORTERS } from '../../report/reporters.ts';
import { PLAIN } from '../../report/style.ts';
import { readNumber, readSize } from '../check-options.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { keptWords } from '../kept-words.ts';
import { startPackProgress } from '../pack-progress.ts';
import { refusePlaces } from '../report-places.ts';
import { readTargets, writeReports } from '../reports.ts';
import { renderOptions, verificationOptions } from '../screen-options.ts';

export async function run(
  plain: CliContext,
  given: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules', 'verify', 'pack');
  const targets = readTargets(VERIFICATION_REPORTERS, options.reporter as string[] | undefined);
  await refusePlaces(targets, null);
  const paths = given.filter((path) => path !== undefined);
  const startedMs = Date.now();
  const progress = startPackProgress(context);
  const verification = await verify(paths, {
    ...verifyOptions(context, options),
    onVerify: progress.update,
  }).finally(progress.clear);
  const screen = verificationOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: Date.now() - startedMs,
    commandOptions: keptWords(options, KEPT),
  });
  await writeReports(
    targets,
    ({ name, file }) =>
      renderPackages(name, verification, renderOptions(context, screen, file !== null), file !== null),
    context,
    null,
  );
  if (targets.every(({ file }) => file !== null))
    context.writeError(renderScreen(verification, { ...screen, quiet: true, style: PLAIN }));
  return verification.exitCode;
}

const KEPT = {
  receipt: '--receipt',
  against: '--against',
  fast: '--fast',
  strict: '--strict',
  maxEntries: '--max-entries',
  maxTotal: '--max-total',
  maxRatio: '--max-ratio',
};

const MAX_ENTRIES = 10_000_000;
const MAX_RATIO = 1_000_000;

function verifyOptions({ language, signal, env }: CliContext, options: Options): VerifyOptions {
  const { receipt, against, maxEntries, maxTotal, maxRatio } = options as Record<string, string | undefined>;
  const limits = {
    maxEntries: readNumber('--max-entries', maxEntries, MAX_ENTRIES),
    maxTotalBytes: readSize('--max-total', maxTotal),
    maxRatio: readNumber('--max-ratio', maxRatio, MAX_RATIO),
  };
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  return {
    ...{ language, signal, env, receipt, against, limits: given },
    fast: options.fast === true,
    strict: options.strict === true,
  };
}
