/** `sizheng init`: asks what it was not told, and makes a workspace. */
import { type InitAnswers, initWorkspace } from '../../app/init.ts';
import { nextYear } from '../../app/next-year.ts';
import { loadSpecFor } from '../../app/open-workspace.ts';
import type { InitScreen } from '../../i18n/screens.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { BATCHES, type Batch, SCOPES, type Scope } from '../../model/spec.ts';
import { wrapText } from '../../util/display-width.ts';
import { quoteArgument } from '../../util/quote.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import { PROVINCES } from '../../workspace/provinces.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';

type Answers = Omit<InitAnswers, 'spec' | 'categories'>;

export async function run(
  context: CliContext,
  [dir = '.']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const config = DEFAULT_CONFIG;
  const specId = (options.spec as string | undefined) ?? config.spec;
  const spec = await loadSpecFor(config, process.cwd(), {
    spec: options.spec as string | undefined,
    language: context.language,
  });
  const given = givenAnswers(options);
  const defaults: Answers = {
    scope: 'province',
    province: null,
    institution: null,
    batch: 'first',
    year: nextYear(spec, Date.now()),
  };
  const asked =
    context.interactive && options.yes !== true ? await ask(given, defaults, context.messages.screens.init) : {};
  const answers = { ...defaults, ...given, ...asked };
  const entries = await initWorkspace(dir, { ...answers, spec: specId, categories: spec.categories });
  await context.write(summary(entries, dir, context));
  return EXIT.ok;
}

function givenAnswers(options: Options): Partial<Answers> {
  const { scope, province, institution, batch, year } = options as Record<string, string | undefined>;
  return {
    ...(scope === undefined ? {} : { scope: scope as Scope }),
    ...(province === undefined ? {} : { province }),
    ...(institution === undefined ? {} : { institution }),
    ...(batch === undefined ? {} : { batch: batch as Batch }),
    ...(year === undefined ? {} : { year: readYear(year) }),
  };
}

function readYear(text: string): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw usageError('usage/bad-value', { option: '--year', value: text, expected: '2000-2100' });
  return year;
}

const OTHER = '';

async function ask(given: Partial<Answers>, defaults: Answers, screen: InitScreen): Promise<Partial<Answers>> {
  const { default: inquirer } = await import('inquirer');
  const scope: Scope = given.scope ?? (await inquirer.prompt([scopeQuestion(screen)])).scope;
  const questions = [
    ...(given.province === undefined && scope === 'province' ? provinceQuestions(screen) : []),
    ...(given.institution === undefined && scope === 'institution'
      ? [{ type: 'input' as const, name: 'institution', message: screen.askInstitution }]
      : []),
    ...(given.batch === undefined ? [batchQuestion(screen)] : []),
    ...(given.year === undefined
      ? [
          {
            type: 'number' as const,
            name: 'year',
            message: screen.askYear,
            default: defaults.year,
            min: 2000,
            max: 2100,
          },
        ]
      : []),
  ];
  // The questions are built above, so the shape of the answers is known to us and not to inquirer.
  const answers = (questions.length === 0 ? {} : await inquirer.prompt(questions as never)) as {
    province?: string;
    otherProvince?: string;
  } & Partial<Answers>;
  const { province, otherProvince, ...rest } = answers;
  return {
    scope,
    ...rest,
    ...(province === undefined ? {} : { province: province === OTHER ? (otherProvince ?? null) : province }),
  };
}

function scopeQuestion({ askScope, scopes }: InitScreen) {
  return {
    type: 'select' as const,
    name: 'scope',
    message: askScope,
    choices: SCOPES.map((value) => ({ value, name: scopes[value] })),
  };
}

function batchQuestion({ askBatch, batches }: InitScreen) {
  return {
    type: 'select' as const,
    name: 'batch',
    message: askBatch,
    choices: BATCHES.map((value) => ({ value, name: batches[value] })),
  };
}

function provinceQuestions({ askProvince, otherProvince }: InitScreen) {
  const choices = [
    ...PROVINCES.map(({ full }) => ({ value: full, name: full })),
    { value: OTHER, name: otherProvince },
  ];
  return [
    { type: 'select' as const, name: 'province', message: askProvince, choices, pageSize: 12 },
    {
      type: 'input' as const,
      name: 'otherProvince',
      message: otherProvince,
      when: ({ province }: { province: string }) => province === OTHER,
    },
  ];
}

function summary(
  entries: Awaited<ReturnType<typeof initWorkspace>>,
  dir: string,
  { messages, width }: CliContext,
): string {
  const { init } = messages.screens;
  const kept = entries.filter(({ outcome, type }) => outcome === 'kept' && type === 'file').map(({ path }) => path);
  const created = entries.filter(({ outcome }) => outcome === 'created').length;
  const lines = [
    init.created(created),
    ...(kept.length > 0 ? [init.kept(kept)] : []),
    ...init.next(quoteArgument(dir)),
  ];
  return `${lines.flatMap((line) => wrapText(line, width)).join('\n')}\n`;
}
