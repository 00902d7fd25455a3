/** A report that was written as JSON, read again: nothing is measured twice. */
import { readFile, stat } from 'node:fs/promises';
import type { Language, RuleTexts } from '../i18n/catalogue.ts';
import { loadMessages } from '../i18n/messages.ts';
import { renderFinding } from '../i18n/render-finding.ts';
import { SizhengError, usageError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { isGzip } from '../util/is-gzip.ts';
import { isRecord } from '../util/is-record.ts';
import { safeDeep } from '../util/safe-text.ts';

/** A report of ten thousand works has some 100 MB. */
const MAX_BYTES = 256 << 20;

/**
 * The words of its findings are made anew, in the language asked for.
 * @throws usageError `usage/not-this-report` for what is plainly something else, `usage/no-report` for what this version could not
 *   have written
 */
export async function readReport(path: string, language: Language): Promise<Report> {
  const { reportSchema } = await import('../report/schema.ts');
  const json = await readJson(path);
  refuseOther(path, json);
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

/** Other documents of this program, by how their schema begins. */
const OTHERS = {
  'sizheng-receipt/': 'receipt',
  'sizheng-package/': 'manifest',
  'sizheng-verification/': 'verification',
} as const;

function refuseOther(path: string, json: unknown): void {
  const schema = isRecord(json) ? String(json.schema) : '';
  for (const [start, found] of Object.entries(OTHERS))
    if (schema.startsWith(start)) throw usageError('usage/not-this-report', { path, found });
}

async function readJson(path: string): Promise<unknown> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw usageError('usage/not-this-report', { path, found: 'folder' });
    // A pipe or a device might never end.
    if (!stats.isFile() || stats.size > MAX_BYTES) throw new RangeError('no file, or too large');
    const bytes = await readFile(path);
    if (isGzip(bytes)) throw usageError('usage/not-this-report', { path, found: 'blob' });
    return JSON.parse(bytes.toString());
  } catch (cause) {
    if (cause instanceof SizhengError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw usageError('usage/not-this-report', { path, found: 'nothing' }, cause);
    throw usageError('usage/no-report', { path, detail: '' }, cause);
  }
}
