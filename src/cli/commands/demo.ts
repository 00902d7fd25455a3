/** `sizheng demo`: a sample province, its faults, the mending, and the passing verdict. */
import { existsSync } from 'node:fs';
import { applyPack } from '../../app/apply-pack.ts';
import { applyFault, DEMO_FAULTS, makeSample, mendFault } from '../../app/demo.ts';
import { nextYear } from '../../app/next-year.ts';
import { loadSpecFor } from '../../app/open-workspace.ts';
import { refuseExisting } from '../../app/output-place.ts';
import { preparePack } from '../../app/prepare-pack.ts';
import { validate } from '../../app/validate.ts';
import { verify } from '../../app/verify.ts';
import { EXIT } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { renderVerification } from '../../report/verification.ts';
import { wrapText } from '../../util/display-width.ts';
import { quoteArgument } from '../../util/quote.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { planText, resultText } from '../pack-screens.ts';
import { terminalOptions, verificationOptions } from '../screen-options.ts';

const FOLDER = 'sizheng-demo';

type DemoContext = CliContext<'demo' | 'report' | 'rules' | 'pack' | 'verify'>;

export async function run(
  plain: CliContext,
  [given]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'demo', 'report', 'rules', 'pack', 'verify');
  const { language, messages } = context;
  const dir = given ?? freeFolder();
  if (options.clean !== true) await refuseExisting([packageOf(dir)]);
  const screen = messages.demo;
  const spec = await loadSpecFor(DEFAULT_CONFIG, dir, { language });
  await makeSample(dir, nextYear(spec, Date.now()));
  if (options.clean === true) {
    await say(context, screen.cleanMade(dir));
    if ((await check(context, dir)).verdict !== 'pass') return unexpected(context);
    await say(context, '', ...screen.done(quoteArgument(dir)));
    return EXIT.ok;
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
  const mended = await check(context, dir);
  if (mended.verdict !== 'pass') return unexpected(context);
  await say(context, '', screen.packing);
  if (!(await packAndVerify(context, dir))) return unexpected(context);
  await say(context, '', ...screen.done(quoteArgument(dir)));
  return EXIT.ok;
}

/** Whether both did what they are shown for. */
async function packAndVerify(context: DemoContext, dir: string): Promise<boolean> {
  const { language, signal, env, messages } = context;
  const prepared = await preparePack(dir, { language, signal, env, output: packageOf(dir) }, false);
  if (!prepared.ready || prepared.target === null) return false;
  await context.write(planText(prepared, dir, context));
  const packed = await applyPack(prepared);
  await context.write(resultText(packed, prepared, context));
  await say(context, '', messages.demo.verifying);
  const verification = await verify([packageOf(dir)], { language, signal, env });
  await context.write(renderVerification(verification, verificationOptions(context, {})));
  return packed.verified && verification.verdict === 'pass';
}

/** Beside the sample. */
function packageOf(dir: string): string {
  return `${dir}.zip`;
}

/** A folder that is not there yet, so that the demo can be run again. */
function freeFolder(): string {
  let dir = FOLDER;
  for (let count = 2; existsSync(dir) || existsSync(packageOf(dir)); count += 1) dir = `${FOLDER}-${count}`;
  return dir;
}

async function check(context: DemoContext, dir: string): Promise<Report> {
  const { language, signal, env } = context;
  const startedMs = Date.now();
  const report = await validate(dir, { language, signal, env });
  const elapsedMs = Date.now() - startedMs;
  await context.write(renderTerminal(report, terminalOptions(context, { elapsedMs, target: dir })));
  return report;
}

function unexpected(context: DemoContext): number {
  context.writeError(`${context.messages.demo.unexpected}\n`);
  return EXIT.machine;
}

async function say({ write, width }: CliContext, ...lines: readonly string[]): Promise<void> {
  await write(`${lines.flatMap((line) => (line === '' ? [''] : wrapText(line, width))).join('\n')}\n`);
}
