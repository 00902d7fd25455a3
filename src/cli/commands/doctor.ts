/** `sizheng doctor`: this machine, line by line, with what to do. */
import { type DoctorCheck, examine } from '../../app/doctor.ts';
import type { DoctorScreen, ToolWords } from '../../i18n/screens.ts';
import { EXIT } from '../../model/errors.ts';
import { wrapText } from '../../util/display-width.ts';
import { formatSize } from '../../util/format.ts';
import { toJsonText } from '../../util/json-text.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';

export async function run(
  plain: CliContext,
  [dir = '.']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'doctor');
  const { env, width, messages } = context;
  const checks = await examine({ folder: dir, env, columns: width, isTerminal: Boolean(process.stdout.isTTY) });
  const text = options.json ? toJsonText(checks) : renderChecks(checks, messages.doctor, context).join('\n');
  await context.write(`${text}\n`);
  return checks.some(({ state }) => state === 'failed') ? EXIT.machine : EXIT.ok;
}

function renderChecks(checks: readonly DoctorCheck[], screen: DoctorScreen, { width, style }: CliContext): string[] {
  const tags = {
    ok: style.success(`[${screen.ok}]`),
    warning: style.warning(`[${screen.warning}]`),
    failed: style.error(`[${screen.failed}]`),
  };
  const lines = checks.flatMap((check) => {
    const { text, fix } = wordsOf(check, screen);
    return [`${tags[check.state]} ${text}`, ...(check.state === 'ok' ? [] : [`  ${fix}`])];
  });
  const problems = checks.filter(({ state }) => state !== 'ok').length;
  return [...lines.flatMap((line) => wrapText(line, width)), screen.summary(problems)];
}

function wordsOf(check: DoctorCheck, screen: DoctorScreen): { text: string; fix: string } {
  switch (check.id) {
    case 'node':
      return { text: screen.node(check.version, check.wanted), fix: screen.nodeFix };
    case 'ffprobe':
      return toolWords(check, screen.ffprobe);
    case 'ffmpeg':
      return toolWords(check, screen.ffmpeg);
    case 'index':
      return { text: screen.index(check.version), fix: '' };
    case 'locale':
      return { text: screen.locale(check.name, check.utf8), fix: screen.localeFix };
    case 'terminal':
      return { text: screen.terminal(check.columns, check.isTerminal), fix: screen.narrowFix };
    case 'disk':
      return { text: screen.disk(check.path, formatSize(check.freeBytes)), fix: screen.diskFix };
    case 'cache':
      if (check.state !== 'ok') return { text: screen.cacheUnwritable(check.path), fix: screen.cacheFix };
      return { text: screen.cache(check.path, check.entries, formatSize(check.sizeBytes)), fix: '' };
  }
}

function toolWords({ path, version, origin }: Extract<DoctorCheck, { id: 'ffprobe' | 'ffmpeg' }>, tool: ToolWords) {
  if (path === null || origin === null) return { text: tool.missing, fix: tool.missingFix };
  if (version === null) return { text: tool.broken(path), fix: tool.brokenFix };
  return { text: tool.found(version, origin, path), fix: '' };
}
