/** Every command, its arguments and options: the one place from which help, parsing and the menu are made. */
import { LANGUAGES } from '../i18n/catalogue.ts';
import { LINE_ENDS } from '../model/fix.ts';
import { LAYOUTS } from '../model/package-manifest.ts';
import { BATCHES, SCOPES } from '../model/spec.ts';
import type { CommandSpec, GlobalOption, OptionSpec } from './command.ts';

const spec: OptionSpec = { name: 'spec', flags: '--spec <id|file>' };
const scope: OptionSpec = { name: 'scope', flags: '--scope <scope>', choices: SCOPES };
const at: OptionSpec = { name: 'at', flags: '--at <time>' };
const json: OptionSpec = { name: 'json', flags: '--json' };
const jobs: OptionSpec = { name: 'jobs', flags: '--jobs <n>' };

const noCache: OptionSpec = { name: 'noCache', flags: '--no-cache' };
const cacheDir: OptionSpec = { name: 'cacheDir', flags: '--cache-dir <dir>' };
const strict: OptionSpec = { name: 'strict', flags: '--strict' };
const force: OptionSpec = { name: 'force', flags: '--force' };

const validateOptions: readonly OptionSpec[] = [
  { name: 'reporter', flags: '--reporter <name[=file]>', repeatable: true },
  strict,
  { name: 'only', flags: '--only <category|path>', repeatable: true },
  { name: 'shard', flags: '--shard <i/n>' },
  spec,
  scope,
  at,
  jobs,
  noCache,
  cacheDir,
  { name: 'quiet', flags: '-q, --quiet' },
  { name: 'verbose', flags: '-v, --verbose' },
];

const packOptions: readonly OptionSpec[] = [
  { name: 'layout', flags: '--layout <layout>', choices: LAYOUTS },
  { name: 'output', flags: '-o, --output <path>' },
  { name: 'packYes', flags: '-y, --yes' },
  { name: 'dryRun', flags: '--dry-run' },
  { name: 'plan', flags: '--plan <format>', choices: ['json'] },
  { name: 'draft', flags: '--draft' },
  strict,
  force,
  { name: 'link', flags: '--link' },
  { name: 'maxSize', flags: '--max-size <size>' },
  { name: 'noVerify', flags: '--no-verify' },
  { name: 'packJson', flags: '--json' },
  spec,
  scope,
  at,
  jobs,
  noCache,
  cacheDir,
];

const verifyOptions: readonly OptionSpec[] = [
  { name: 'verifyReporter', flags: '--reporter <name[=file]>', repeatable: true },
  { name: 'receipt', flags: '--receipt <file>' },
  { name: 'against', flags: '--against <dir>' },
  { name: 'fast', flags: '--fast' },
  strict,
  { name: 'maxEntries', flags: '--max-entries <n>' },
  { name: 'maxTotal', flags: '--max-total <size>' },
  { name: 'maxRatio', flags: '--max-ratio <n>' },
  { name: 'quiet', flags: '-q, --quiet' },
  { name: 'verbose', flags: '-v, --verbose' },
];

const fixOptions: readonly OptionSpec[] = [
  { name: 'write', flags: '--write' },
  { name: 'undo', flags: '--undo' },
  { name: 'fixOnly', flags: '--only <category|path>', repeatable: true },
  { name: 'eol', flags: '--eol <eol>', choices: LINE_ENDS },
  { name: 'toFormat', flags: '--to <format>', choices: ['srt'] },
  spec,
  json,
  { name: 'fixVerbose', flags: '-v, --verbose' },
];

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    arguments: ['[dir]'],
    options: [
      { name: 'initScope', flags: '--scope <scope>', choices: SCOPES },
      { name: 'province', flags: '--province <name>' },
      { name: 'institution', flags: '--institution <name>' },
      { name: 'batch', flags: '--batch <batch>', choices: BATCHES },
      { name: 'year', flags: '--year <year>' },
      spec,
      { name: 'yes', flags: '-y, --yes' },
    ],
  },
  { name: 'validate', arguments: ['[dir]'], options: validateOptions },
  { name: 'fix', arguments: ['[dir]'], options: fixOptions },
  { name: 'pack', arguments: ['[dir]'], options: packOptions },
  { name: 'verify', arguments: ['<package...>'], options: verifyOptions },
  {
    name: 'summary',
    arguments: ['[dir]'],
    options: [{ name: 'summaryOutput', flags: '-o, --output <path>' }, force, spec, scope, at, noCache, cacheDir],
  },
  { name: 'status', arguments: ['[dir]'], options: [spec, scope, at] },
  {
    name: 'exclude',
    arguments: ['<item>'],
    options: [
      { name: 'reason', flags: '--reason <text>' },
      { name: 'dir', flags: '--dir <dir>' },
    ],
  },
  { name: 'include', arguments: ['<item>'], options: [{ name: 'dir', flags: '--dir <dir>' }] },
  {
    name: 'report',
    arguments: ['<report.json>'],
    options: [
      { name: 'reporter', flags: '--reporter <name[=file]>', repeatable: true },
      { name: 'reportDir', flags: '--dir <dir>' },
      { name: 'quiet', flags: '-q, --quiet' },
      { name: 'verbose', flags: '-v, --verbose' },
    ],
  },
  {
    name: 'merge-reports',
    arguments: ['<blob...>'],
    options: [
      { name: 'reporter', flags: '--reporter <name[=file]>', repeatable: true },
      { name: 'reportDir', flags: '--dir <dir>' },
      at,
      { name: 'quiet', flags: '-q, --quiet' },
      { name: 'verbose', flags: '-v, --verbose' },
    ],
  },
  { name: 'probe', arguments: ['<file...>'], options: [json, jobs] },
  {
    name: 'rules',
    arguments: ['[id]'],
    options: [{ name: 'format', flags: '--format <format>', choices: ['text', 'md', 'json'] }, spec],
  },
  { name: 'spec', arguments: ['[action]', '[spec]'], options: [json] },
  { name: 'doctor', arguments: ['[dir]'], options: [json] },
  { name: 'demo', arguments: ['[dir]'], options: [{ name: 'clean', flags: '--clean' }] },
  { name: 'completion', arguments: ['<shell>'], options: [] },
  { name: 'man', arguments: [], options: [] },
];

/** Understood beside every command, and without one. */
export const GLOBAL_OPTIONS: readonly GlobalOption[] = [
  { text: 'language', flags: '--lang <lang>', choices: LANGUAGES },
  { text: 'noColor', flags: '--no-color' },
  { text: 'version', flags: '-V, --version' },
];

/** What the parser adds by itself. */
export const HELP_FLAGS = '-h, --help';
export const HELP_COMMAND = { name: 'help', arguments: ['[command]'] } as const;
