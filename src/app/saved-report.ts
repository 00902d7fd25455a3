/** A report that was written as JSON, read again: nothing is measured twice. */
import { readFile, stat } from 'node:fs/promises';
import type { Language } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages.ts';
import { renderFinding } from '../i18n/render-finding.ts';
import { usageError } from '../model/errors.ts';
import type { Finding, Report } from '../model/report.ts';

/** A report of ten thousand works has some 100 MB. */
const MAX_BYTES = 256 << 20;

/**
 * The words of its findings are made anew, in the language asked for.
 * @throws usageError `usage/no-report` when there is none, or none of this version's form
 */
export async function readReport(path: string, language: Language): Promise<Report> {
  const { reportSchema } = await import('../report/schema.ts');
  const parsed = reportSchema.safeParse(await readJson(path));
  if (!parsed.success)
    throw usageError('usage/no-report', { path, detail: parsed.error.issues[0]?.path.join('.') ?? '' });
  const report: Report = parsed.data;
  const { rules } = messagesIn(language);
  const retold = (finding: Finding): Finding =>
    Object.hasOwn(rules, finding.rule)
      ? { ...finding, ...renderFinding(rules, finding.rule, finding.params) }
      : finding;
  return { ...report, findings: report.findings.map(retold) };
}

async function readJson(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new RangeError('too large');
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw usageError('usage/no-report', { path, detail: '' }, cause);
  }
}
