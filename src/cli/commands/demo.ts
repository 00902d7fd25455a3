/** `sizheng demo`: a sample province, its faults, the mending, and the passing verdict. */
import { existsSync } from 'node:fs';
import { applyFault, DEMO_FAULTS, makeSample, mendFault } from '../../app/demo.ts';
import { nextYear } from '../../app/next-year.ts';
import { loadSpecFor } from '../../app/open-workspace.ts';
import { validate } from '../../app/validate.ts';
import { EXIT } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { wrapText } from '../../util/display-width.ts';
import { quoteArgument } from '../../util/quote.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';

const FOLDER = 'sizheng-demo';

export async function run(
  context: CliContext,
  [given]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const { language, messages } = context;
  const dir = given ?? freeFolder();
  const screen = messages.screens.demo;
  const spec = await loadSpecFor(DEFAULT_CONFIG, dir, { language });
  await makeSample(dir, nextYear(spec, Date.now()));
  if (options.clean === true) {
    await say(context, screen.cleanMade(dir));
    return expect(context, await check(context, dir), 'pass', dir);
  }
  for (const fault of DEMO_FAULTS) await applyFault(dir, fault);
  await say(
    context,
    screen.made(dir),
    '',
    screen.faultsAhead,
    ...DEMO_FAULTS.map((fault, index) => `  ${index + 1}. ${screen.faults[fault]}`),
    '',
  );
  const faulty = await check(context, dir);
  if (faulty.verdict !== 'fail') return unexpected(context);
  await say(context, '');
  for (const fault of DEMO_FAULTS) {
    await mendFault(dir, fault);
    await say(context, screen.mending(screen.mends[fault]));
  }
  await say(context, '', screen.checkAgain, '');
  return expect(context, await check(context, dir), 'pass', dir);
}

/** A folder that is not there yet, so that the demo can be run again. */
function freeFolder(): string {
  let dir = FOLDER;
  for (let count = 2; existsSync(dir); count += 1) dir = `${FOLDER}-${count}`;
  return dir;
}

async function check(context: CliContext, dir: string): Promise<Report> {
  const { language, messages, width, style, signal, env } = context;
  const startedMs = Date.now();
  const report = await validate(dir, { language, signal, env });
  const elapsedMs = Date.now() - startedMs;
  const options = {
    width,
    style,
    elapsedMs,
    screen: messages.report,
    rules: messages.rules,
    verbose: false,
    quiet: false,
    target: dir,
  };
  await context.write(renderTerminal(report, options));
  return report;
}

async function expect(context: CliContext, report: Report, wanted: Report['verdict'], dir: string): Promise<number> {
  if (report.verdict !== wanted) return unexpected(context);
  await say(context, '', ...context.messages.screens.demo.done(quoteArgument(dir)));
  return EXIT.ok;
}

function unexpected(context: CliContext): number {
  context.writeError(`${context.messages.screens.demo.unexpected}\n`);
  return EXIT.machine;
}

async function say({ write, width }: CliContext, ...lines: readonly string[]): Promise<void> {
  await write(`${lines.flatMap((line) => (line === '' ? [''] : wrapText(line, width))).join('\n')}\n`);
}
