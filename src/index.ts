/** The library behind the command line. Importing it does nothing: no file is read, nothing is printed, nothing is started. */
export { collectFrames, type FramesOptions } from './app/frames.ts';
export {
  explain,
  type Language,
  type LoadSpecOptions,
  loadSpec,
  type PackOutcome,
  pack,
  type RenderChoices,
  type ReporterName,
  render,
  type VerificationReporter,
} from './app/library.ts';
export type { PackOptions, PackProgress } from './app/prepare-pack.ts';
export { type CacheChoice, type ValidateOptions, validate } from './app/validate.ts';
export { type VerifyOptions, type VerifyProgress, verify } from './app/verify.ts';
export type { ErrorId, ErrorParams } from './model/error-params.ts';
export { NotReadyError, SizhengError } from './model/errors.ts';
export type { FactsSummary } from './model/facts.ts';
export type { CollectedFrames, Frame } from './model/frame.ts';
export type { LedgerRow } from './model/ledger.ts';
export type { Layout } from './model/package-manifest.ts';
export type { Receipt } from './model/receipt.ts';
export type { Finding, Report, ReportAsset, ReportItem, Verdict } from './model/report.ts';
export type { Place } from './model/rule.ts';
export type { RuleId, RuleParams } from './model/rule-params.ts';
export type { Batch, Category, Clause, Scope, Severity, Slot, Spec } from './model/spec.ts';
export type { Verification, VerifiedPackage } from './model/verification.ts';
