/** The library behind the command line. Importing it does nothing. */
export { type CacheChoice, type ValidateOptions, validate } from './app/validate.ts';
export { SizhengError } from './model/errors.ts';
export type { LedgerRow } from './model/ledger.ts';
export type { Finding, Report, ReportItem, Verdict } from './model/report.ts';
export type { Spec } from './model/spec.ts';
