/** A report that was written as JSON, read again: nothing is measured twice. */
import { readFile, stat } from 'node:fs/promises';
import type { Language, RuleTexts } from '../i18n/catalogue.ts';
import { loadMessages } from '../i18n/messages.ts';
import { renderFinding } from '../i18n/render-finding.ts';
import { usageError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { safeDeep } from '../util/safe-text.ts';

/** A report of ten thousand works has some 100 MB. */
const MAX_BYTES = 256 << 20;

/**
 * The words of its findings are made anew, in the language asked for.
 * @throws usageError `usage/no-report` when there is none, or none that this version could have written
 */
export async function readReport(path: string, language: Language): Promise<Report> {
  const { reportSchema } = await import('../report/schema.ts');
  const json = await readJson(path);
  const { error } = reportSchema.safeParse(json);
  // Not what the schema made of it: keys stay in their order.
  const report = json as Report;
  const { rules } = await loadMessages(language, 'rules');
  const fault = error === undefined ? faultOf(report, rules) : (error.issues[0]?.path.join('.') ?? '');
  if (fault !== null) throw usageError('usage/no-report', { path, detail: fault });
  const findings = report.findings.map((finding, index) => {
    try {
      // As the check made it, which leaves nothing else in a true report.
      const params = safeDeep(finding.params);
      return { ...finding, params, ...renderFinding(rules, finding.rule, params) };
    } catch (cause) {
      throw usageError('usage/no-report', { path, detail: `findings.${index}.params` }, cause);
    }
  });
  return { ...report, findings };
}

/** Where the report has what no schema can say: a rule of another version, a verdict that its findings do not bear out. */
function faultOf({ findings, verdicts, verdict, exitCode, ledger }: Report, rules: RuleTexts): string | null {
  for (const [key, list] of Object.entries({ findings, verdicts })) {
    const index = list.findIndex(({ rule }) => !Object.hasOwn(rules, rule));
    if (index >= 0) return `${key}.${index}.rule`;
  }
  const failed = findings.some(({ blocking }) => blocking);
  if (verdict !== (failed ? 'fail' : 'pass')) return 'verdict';
  if (exitCode !== (failed ? 1 : 0)) return 'exitCode';
  // A selected work falls out of `valid` only by a finding that blocks.
  return !failed && ledger.some(({ found, valid }) => valid < found) ? 'ledger' : null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    const stats = await stat(path);
    // A pipe or a device might never end.
    if (!stats.isFile() || stats.size > MAX_BYTES) throw new RangeError('no file, or too large');
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw usageError('usage/no-report', { path, detail: '' }, cause);
  }
}
