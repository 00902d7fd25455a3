/** Every command, its arguments and options: the one place from which help, parsing and the menu are made. */
import { LANGUAGES } from '../i18n/catalogue.ts';
import { BATCHES, SCOPES } from '../model/spec.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

const spec: OptionSpec = { name: 'spec', flags: '--spec <id|file>' };
const scope: OptionSpec = { name: 'scope', flags: '--scope <scope>', choices: SCOPES };
const at: OptionSpec = { name: 'at', flags: '--at <time>' };
const json: OptionSpec = { name: 'json', flags: '--json' };
const jobs: OptionSpec = { name: 'jobs', flags: '--jobs <n>' };

const validateOptions: readonly OptionSpec[] = [
  { name: 'reporter', flags: '--reporter <name[=file]>', repeatable: true },
  { name: 'strict', flags: '--strict' },
  { name: 'only', flags: '--only <category|path>', repeatable: true },
  spec,
  scope,
  at,
  jobs,
  { name: 'noCache', flags: '--no-cache' },
  { name: 'cacheDir', flags: '--cache-dir <dir>' },
  { name: 'quiet', flags: '-q, --quiet' },
  { name: 'verbose', flags: '-v, --verbose' },
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
    load: () => import('./commands/init.ts'),
  },
  { name: 'validate', arguments: ['[dir]'], options: validateOptions, load: () => import('./commands/validate.ts') },
  {
    name: 'status',
    arguments: ['[dir]'],
    options: [spec, scope, at],
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'exclude',
    arguments: ['<item>'],
    options: [
      { name: 'reason', flags: '--reason <text>' },
      { name: 'dir', flags: '--dir <dir>' },
    ],
    load: () => import('./commands/exclude.ts'),
  },
  {
    name: 'include',
    arguments: ['<item>'],
    options: [{ name: 'dir', flags: '--dir <dir>' }],
    load: () => import('./commands/include.ts'),
  },
  { name: 'probe', arguments: ['<file...>'], options: [json, jobs], load: () => import('./commands/probe.ts') },
  {
    name: 'rules',
    arguments: ['[id]'],
    options: [{ name: 'format', flags: '--format <format>', choices: ['text', 'md', 'json'] }, spec],
    load: () => import('./commands/rules.ts'),
  },
  { name: 'spec', arguments: ['[action]', '[spec]'], options: [json], load: () => import('./commands/spec.ts') },
  { name: 'doctor', arguments: ['[dir]'], options: [json], load: () => import('./commands/doctor.ts') },
  {
    name: 'demo',
    arguments: ['[dir]'],
    options: [{ name: 'clean', flags: '--clean' }],
    load: () => import('./commands/demo.ts'),
  },
];

export const LANGUAGE_CHOICES: readonly string[] = LANGUAGES;
