/** The words of the command line itself. */
import type { ManTexts } from './man.ts';

export type CommandName =
  | 'init'
  | 'validate'
  | 'pack'
  | 'verify'
  | 'fix'
  | 'summary'
  | 'status'
  | 'exclude'
  | 'include'
  | 'probe'
  | 'report'
  | 'merge-reports'
  | 'rules'
  | 'spec'
  | 'doctor'
  | 'demo'
  | 'completion'
  | 'man';

export type OptionName =
  | 'reporter'
  | 'strict'
  | 'only'
  | 'shard'
  | 'spec'
  | 'scope'
  | 'at'
  | 'jobs'
  | 'noCache'
  | 'cacheDir'
  | 'quiet'
  | 'verbose'
  | 'json'
  | 'initScope'
  | 'province'
  | 'institution'
  | 'batch'
  | 'year'
  | 'yes'
  | 'reason'
  | 'dir'
  | 'reportDir'
  | 'format'
  | 'clean'
  | 'layout'
  | 'draft'
  | 'output'
  | 'summaryOutput'
  | 'force'
  | 'link'
  | 'maxSize'
  | 'noVerify'
  | 'dryRun'
  | 'plan'
  | 'packJson'
  | 'packYes'
  | 'verifyReporter'
  | 'receipt'
  | 'against'
  | 'fast'
  | 'maxEntries'
  | 'maxTotal'
  | 'maxRatio'
  | 'write'
  | 'undo'
  | 'eol'
  | 'toFormat'
  | 'fixOnly'
  | 'fixVerbose';

export interface CliTexts {
  readonly tagline: string;
  readonly headings: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:' | 'Global Options:', string>>;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly language: string;
  readonly noColor: string;
  readonly version: string;
  readonly help: string;
  readonly helpCommand: string;
  withChoices(description: string, choices: readonly string[]): string;
  readonly exitCodes: string;
  /** What commander found wrong, by its code. */
  readonly parse: {
    unknownCommand(name: string, near: readonly string[]): string;
    unknownOption(flag: string): string;
    missingArgument(name: string): string;
    missingOptionArgument(flags: string): string;
    excessArguments(): string;
    invalidArgument(flags: string, value: string, choices: readonly string[]): string;
    missingOption(flags: string): string;
  };
  readonly errorLabel: string;
  readonly fixLabel: string;
  readonly internal: string;
  readonly interrupted: string;
  /** Of `--shard`: more shards than works. */
  emptyShard(index: number, count: number): string;
  /** Of a report. */
  written(path: string, inWorkspace: boolean): string;
  progress(done: number, total: number, seconds: number, path: string): string;
  readonly menu: { readonly question: string; readonly quit: string };
  readonly man: ManTexts;
}
