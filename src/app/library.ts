/** The use cases as other programs call them. `validate` and `verify` are such already; here is what takes a step or two more. */
import type { Language } from '../i18n/catalogue.ts';
import { errorText } from '../i18n/error-text.ts';
import { ERRORS } from '../i18n/errors.ts';
import { loadMessages } from '../i18n/messages.ts';
import { NotReadyError, type SizhengError } from '../model/errors.ts';
import { type CollectedFrames, NO_FRAMES } from '../model/frame.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Report } from '../model/report.ts';
import type { Spec } from '../model/spec.ts';
import { VERIFICATION_SCHEMA, type Verification } from '../model/verification.ts';
import {
  type ReporterName,
  renderPackages,
  render as renderReport,
  type VerificationReporter,
} from '../report/reporters.ts';
import { PLAIN } from '../report/style.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { loadSpec as loadSpecFile } from '../spec/load.ts';
import { applyPack } from './apply-pack.ts';
import { settableRules } from './open-workspace.ts';
import { type PackOptions, preparePack } from './prepare-pack.ts';

export type { Language, ReporterName, VerificationReporter };

export interface LoadSpecOptions {
  /** Where a relative path starts; the current folder, when absent. */
  readonly from?: string;
  /** Of what an error says of a fault in the file. */
  readonly language?: Language;
}

/**
 * A spec by its id (`moe-2022`) or its path, with what it extends, checked.
 * @throws SizhengError when there is none, it cannot be read, or with every fault and its place
 */
export function loadSpec(
  idOrPath: string,
  { from = process.cwd(), language = 'zh-CN' }: LoadSpecOptions = {},
): Promise<Spec> {
  return loadSpecFile(idOrPath, { from, language, rules: settableRules });
}

export interface PackOutcome {
  /** Absolute: a ZIP, or the folder of another layout. */
  readonly path: string;
  /** As it was written beside the package, twice. */
  readonly receipt: Receipt;
  readonly receiptPaths: { readonly txt: string; readonly json: string };
  /** The check that it was packed after. */
  readonly report: Report;
  /** Where a folder that stood in the way was moved to, with `force`. */
  readonly aside: string | null;
}

/**
 * Checks a workspace and packs it: written, flushed, read back, and only then under its name, its receipts beside it.
 * @throws NotReadyError with the report, where findings block and no draft is asked for; SizhengError for whatever else keeps
 *   the package from being written. Either way nothing is left behind
 */
export async function pack(dir: string, options: PackOptions = {}): Promise<PackOutcome> {
  const prepared = await preparePack(dir, options, false);
  const { report, target } = prepared;
  if (target === null) throw new NotReadyError(dir, report);
  const { receipt, aside } = await applyPack(prepared);
  return { path: target.path, receipt, receiptPaths: target.receipts, report, aside };
}

export interface RenderChoices {
  /** Of the words around the findings, which stay as the check wrote them. */
  readonly language?: Language;
  /** Columns of `terminal`. */
  readonly width?: number;
  /** For `terminal`: what passed, too. */
  readonly verbose?: boolean;
  /** The workspace as seen from the root of the repository, for reports that machines read there: `2027/浙江省`. */
  readonly base?: string;
  /** For `html`: what `collectFrames` gave. None, when absent. */
  readonly frames?: CollectedFrames;
}

/** A report, or a verification, in the form of a reporter: a text, and for `xlsx` the bytes of a workbook. */
export function render(name: 'xlsx', report: Report, choices?: RenderChoices): Promise<Uint8Array>;
export function render(name: Exclude<ReporterName, 'xlsx'>, report: Report, choices?: RenderChoices): Promise<string>;
export function render(
  name: VerificationReporter,
  verification: Verification,
  choices?: RenderChoices,
): Promise<string>;
export async function render(
  name: ReporterName,
  report: Report | Verification,
  { language = 'zh-CN', width = 80, verbose = false, base = '', frames = NO_FRAMES }: RenderChoices = {},
): Promise<string | Uint8Array> {
  const { report: words, rules, verify } = await loadMessages(language, 'report', 'rules', 'verify');
  const screen = {
    ...{ width, verbose, quiet: false, style: PLAIN, elapsedMs: null, target: null, commandOptions: [] },
    ...{ screen: words, rules, verify },
  };
  const options = { language, screen, base, catalogue: CATALOGUE, frames };
  return report.schema === VERIFICATION_SCHEMA
    ? renderPackages(name as VerificationReporter, report, options, false)
    : renderReport(name, report, options, false);
}

/** What an error means and what to do about it, in words. */
export function explain(error: SizhengError, language: Language = 'zh-CN'): { message: string; fix: string } {
  return errorText(error, ERRORS[language]);
}
