/** `sizheng fix`: what can be mended without a doubt, shown first, written when asked, and taken back. */
import { type AppliedFix, applyFix, type PreparedFix, prepareFix, type UndoneFix, undoFix } from '../../app/fix.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import type { LineEnd } from '../../model/fix.ts';
import { toJsonText } from '../../util/json-text.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { appliedScreen, type FixView, planScreen, undoneScreen } from '../fix-screens.ts';
import { keptWords } from '../kept-words.ts';

const KEPT = { eol: '--eol', to: '--to', spec: '--spec' };
const FIX_SCHEMA = 'sizheng-fix/1';

export async function run(
  plain: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'fix');
  if (options.undo === true) return undo(context, dir ?? null, options);
  const only = (options.only as string[] | undefined) ?? [];
  const view: FixView = {
    verbose: options.verbose === true,
    target: dir ?? null,
    options: [...only.flatMap((word) => ['--only', word]), ...keptWords(options, KEPT)],
  };
  const { language, signal } = context;
  const prepared = await prepareFix(dir ?? '.', {
    ...{ language, signal, only, toSrt: options.to === 'srt' },
    lineEnd: options.eol as LineEnd | undefined,
    spec: options.spec as string | undefined,
  });
  const writes = options.write === true && prepared.plan.steps.length > 0;
  const applied = writes ? await applyFix(prepared, signal) : null;
  if (options.json === true) await context.write(fixJson(prepared, applied));
  else if (applied === null) await context.write(planScreen(prepared, view, context));
  else await context.write(appliedScreen(prepared, applied, view, context));
  return EXIT.ok;
}

async function undo(context: CliContext<'fix'>, target: string | null, options: Options): Promise<number> {
  if (options.write === true) throw usageError('usage/fix-options', { options: ['--undo', '--write'], target });
  const outcome = await undoFix(target ?? '.');
  await context.write(options.json === true ? undoJson(outcome) : undoneScreen(outcome, context));
  return outcome.type === 'refused' ? EXIT.findings : EXIT.ok;
}

function fixJson({ plan: { steps: _, ...told } }: PreparedFix, applied: AppliedFix | null): string {
  return `${toJsonText({ schema: FIX_SCHEMA, written: applied !== null, backup: applied?.backup ?? null, ...told })}\n`;
}

function undoJson({ type, ...outcome }: UndoneFix): string {
  return `${toJsonText({ schema: FIX_SCHEMA, undo: type, ...outcome })}\n`;
}
