/** The module of each command, loaded only when it is called. Apart from the table, which commands themselves may read. */
import type { CommandName } from '../i18n/cli.ts';
import type { CommandModule } from './command.ts';

export const COMMAND_MODULES: Readonly<Record<CommandName, () => Promise<CommandModule>>> = {
  init: () => import('./commands/init.ts'),
  validate: () => import('./commands/validate.ts'),
  fix: () => import('./commands/fix.ts'),
  pack: () => import('./commands/pack.ts'),
  verify: () => import('./commands/verify.ts'),
  summary: () => import('./commands/summary.ts'),
  status: () => import('./commands/status.ts'),
  exclude: () => import('./commands/exclude.ts'),
  include: () => import('./commands/include.ts'),
  report: () => import('./commands/report.ts'),
  'merge-reports': () => import('./commands/merge-reports.ts'),
  probe: () => import('./commands/probe.ts'),
  rules: () => import('./commands/rules.ts'),
  spec: () => import('./commands/spec.ts'),
  doctor: () => import('./commands/doctor.ts'),
  demo: () => import('./commands/demo.ts'),
  completion: () => import('./commands/completion.ts'),
  man: () => import('./commands/man.ts'),
};
