/** `sizheng init`: asks what it was not told, and makes a workspace. */
import { dirname, relative, resolve, sep } from 'node:path';
import { type InitAnswers, initWorkspace } from '../../app/init.ts';
import { nextYear } from '../../app/next-year.ts';
import { loadSpecFor } from '../../app/open-workspace.ts';
import type { InitScreen } from '../../i18n/screens.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { BATCHES, type Batch, SCOPES, type Scope } from '../../model/spec.ts';
import { wrapText } from '../../util/display-width.ts';
import { isWithin } from '../../util/is-within.ts';
import { quoteArgument } from '../../util/quote.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import { PROVINCES } from '../../workspace/provinces.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';

type Answers = Omit<InitAnswers, 'spec' | 'categories' | 'attestations'>;

export async function run(
  plain: CliContext,
  [given]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'init');
  const asked = options.spec as string | undefined;
  const spec = await loadSpecFor(DEFAULT_CONFIG, process.cwd(), { spec: asked, language: context.language });
  const answers = await completeAnswers(givenAnswers(options), nextYear(spec, Date.now()), context, options);
  const dir = given ?? (asksPerson(context, options) ? await askFolder(answers, context.messages.init) : '.');
  const entries = await initWorkspace(dir, {
    ...answers,
    spec: asked === undefined ? DEFAULT_CONFIG.spec : fromWorkspace(asked, dir),
    categories: spec.categories,
    attestations: spec.attestations,
  });
  await context.write(summary(entries, dir, context));
  return EXIT.ok;
}

function asksPerson({ interactive }: CliContext, { yes }: Options): boolean {
  return interactive && yes !== true;
}

async function completeAnswers(
  given: Partial<Answers>,
  year: number,
  context: CliContext<'init'>,
  options: Options,
): Promise<Answers> {
  // Who names an institution and no province speaks for the institution.
  const scope: Scope = given.institution !== undefined && given.province === undefined ? 'institution' : 'province';
  const defaults: Answers = { scope, province: null, institution: null, batch: 'first', year };
  const asked = asksPerson(context, options) ? await ask(given, defaults, context.messages.init) : {};
  return { ...defaults, ...given, ...asked };
}

/** A spec's path as it reads from the workspace; an id stays as it is. */
function fromWorkspace(spec: string, dir: string): string {
  if (!/[\\/]|\.ya?ml$/i.test(spec)) return spec;
  const root = resolve(dir);
  // Refused later, where the workspace names it.
  if (!isWithin(resolve(spec), dirname(root))) throw usageError('spec/outside', { path: spec });
  return relative(root, resolve(spec)).split(sep).join('/');
}

async function askFolder({ province, institution, year, batch }: Answers, screen: InitScreen): Promise<string> {
  const { default: inquirer } = await import('inquirer');
  const name = [institution ?? province, year, screen.batchNames[batch]].filter((part) => part !== null).join('-');
  const { dir } = await inquirer.prompt([{ type: 'input', name: 'dir', message: screen.askFolder, default: name }]);
  return String(dir);
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
  { messages: { init }, width }: CliContext<'init'>,
): string {
  const kept = entries.filter(({ outcome, type }) => outcome === 'kept' && type === 'file').map(({ path }) => path);
  const created = entries.filter(({ outcome }) => outcome === 'created').length;
  const lines = [
    init.created(created),
    ...(kept.length > 0 ? [init.kept(kept)] : []),
    ...init.next(quoteArgument(dir)),
  ];
  return `${lines.flatMap((line) => wrapText(line, width)).join('\n')}\n`;
}
