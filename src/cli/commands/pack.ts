/** `sizheng pack`: the check, the plan, the question, the package and its receipt. */
import type { Writable } from 'node:stream';
import { applyPack, applyPackTo, type PackResult } from '../../app/apply-pack.ts';
import { type PackOptions, type PackPreparation, preparePack } from '../../app/prepare-pack.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import type { Layout } from '../../model/package-manifest.ts';
import { packCommand } from '../../report/commands.ts';
import { renderJson } from '../../report/json.ts';
import { renderPlanJson } from '../../report/pack-plan.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { toJsonText } from '../../util/json-text.ts';
import { checkOptions, readSize } from '../check-options.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { keptWords } from '../kept-words.ts';
import { startPackProgress } from '../pack-progress.ts';
import { planText, resultText } from '../pack-screens.ts';
import { startProgress } from '../progress.ts';
import { terminalOptions } from '../screen-options.ts';

const PIPE = '-';

export async function run(
  plain: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules', 'pack');
  const sink = readSink(context, options);
  // What is said beside a package in a pipe goes where errors go.
  const say = sink === null ? context.write : async (text: string) => context.writeError(text);
  const prepared = await prepare(context, dir ?? '.', options, sink !== null);
  if (!prepared.ready) return refuse(prepared, dir ?? null, options, say, context);
  await say(planOf(prepared, dir ?? null, options, context));
  if (stopsAtPlan(options)) return EXIT.ok;
  if (await declines(context, options, sink)) {
    await say(`${context.messages.pack.declined}\n`);
    return EXIT.interrupted;
  }
  const progress = startPackProgress(context);
  const apply: PackPreparation = { ...prepared, options: { ...prepared.options, onPack: progress.update } };
  const result = await (sink === null ? applyPack(apply) : applyPackTo(sink, apply)).finally(progress.clear);
  await say(options.json === true ? resultJson(result) : resultText(result, prepared, context));
  return EXIT.ok;
}

function readSink({ pipe }: CliContext, { output }: Options): Writable | null {
  if (output !== PIPE) return null;
  if (pipe === null) throw usageError('usage/output-terminal', {});
  return pipe;
}

function prepare(context: CliContext, dir: string, options: Options, streams: boolean): Promise<PackPreparation> {
  const progress = startProgress(context);
  const { only: _, ...check } = checkOptions(context, options);
  const how: PackOptions = {
    ...check,
    layout: (options.layout as Layout | undefined) ?? 'bag',
    draft: options.draft === true,
    output: streams ? undefined : (options.output as string | undefined),
    force: options.force === true,
    link: options.link === true,
    verify: options.verify !== false,
    maxSizeBytes: readSize('--max-size', options.maxSize as string | undefined),
    onProgress: progress.update,
  };
  return preparePack(dir, how, streams, stopsAtPlan(options)).finally(progress.clear);
}

function stopsAtPlan({ plan, dryRun }: Options): boolean {
  return plan === 'json' || dryRun === true;
}

type Say = (text: string) => Promise<void>;

/** Kept beside `--draft`. */
const KEPT = {
  layout: '--layout',
  output: '--output',
  spec: '--spec',
  scope: '--scope',
  at: '--at',
  maxSize: '--max-size',
};

/** The findings, and that nothing was packed. */
async function refuse(
  { report }: PackPreparation,
  target: string | null,
  options: Options,
  say: Say,
  context: CliContext<'report' | 'rules' | 'pack'>,
): Promise<number> {
  const { pack } = context.messages;
  const blocking = report.findings.filter((finding) => finding.blocking).length;
  const lines = [pack.refused(blocking), pack.draftHint(packCommand(target, '--draft', ...keptWords(options, KEPT)))];
  const text = `${renderTerminal(report, terminalOptions(context, { target }))}\n${lines.join('\n')}\n`;
  await say(options.json === true || options.plan === 'json' ? renderJson(report) : text);
  return report.exitCode;
}

function planOf(
  prepared: PackPreparation,
  folder: string | null,
  { plan, json, dryRun }: Options,
  context: CliContext<'rules' | 'pack'>,
): string {
  if (plan === 'json') return renderPlanJson(prepared.plan, prepared.report, prepared.target);
  if (json === true) return '';
  return planText(prepared, folder, context) + (dryRun === true ? `${context.messages.pack.dryRun}\n` : '');
}

async function declines(
  { interactive, messages }: CliContext<'pack'>,
  options: Options,
  sink: Writable | null,
): Promise<boolean> {
  if (!interactive || options.yes === true || options.json === true || sink !== null) return false;
  const { default: inquirer } = await import('inquirer');
  const { go } = await inquirer.prompt([
    { type: 'confirm', name: 'go', message: messages.pack.confirm, default: true },
  ]);
  return go === false;
}

function resultJson({ receipt, receiptPath, aside, timings }: PackResult): string {
  return `${toJsonText({ ...receipt, receiptPath, aside, timings })}\n`;
}
