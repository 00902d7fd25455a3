/** `sizheng spec`: show the spec in force, check a spec file, or print the schema for editors. */
import { stat } from 'node:fs/promises';
import { loadSpecFor, openWorkspace } from '../../app/open-workspace.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { CONFIG_NAME } from '../../model/file-names.ts';
import type { Spec } from '../../model/spec.ts';
import { renderSpec } from '../../report/spec.ts';
import { limitInWords } from '../../rules/video/limits.ts';
import { toJsonText } from '../../util/json-text.ts';
import { DEFAULT_CONFIG } from '../../workspace/default-config.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { SPEC_ACTIONS } from '../spec-actions.ts';

export async function run(
  plain: CliContext,
  [first, second]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'spec', 'report');
  const action =
    SPEC_ACTIONS.find((one) => one === first) ?? (first === undefined || second === undefined ? 'show' : null);
  if (action === null)
    throw usageError('usage/bad-value', {
      option: 'sizheng spec',
      value: first ?? '',
      expected: SPEC_ACTIONS.join(', '),
    });
  const asked = SPEC_ACTIONS.some((one) => one === first) ? second : first;
  if (action === 'schema') return showSchema(context);
  const spec = await specInForce(context, asked);
  const { spec: screen, report } = context.messages;
  if (action === 'check') await context.write(`${screen.valid(spec.id, spec.title)}\n`);
  else if (options.json) await context.write(`${toJsonText(spec)}\n`);
  else
    await context.write(
      renderSpec(spec, {
        screen,
        report,
        width: context.width,
        limit: ({ limit }) => limitInWords(limit),
      }),
    );
  return EXIT.ok;
}

/** The one asked for; else the workspace's we stand in; else the built-in default. */
async function specInForce({ language }: CliContext, asked: string | undefined): Promise<Spec> {
  const here = process.cwd();
  const inWorkspace = await stat(CONFIG_NAME).then(
    () => true,
    () => false,
  );
  if (asked === undefined && inWorkspace) return (await openWorkspace(here, { language })).spec;
  return loadSpecFor(DEFAULT_CONFIG, here, { spec: asked, language });
}

async function showSchema(context: CliContext): Promise<number> {
  const { specJsonSchema } = await import('../../app/schemas.ts');
  await context.write(`${toJsonText(specJsonSchema())}\n`);
  return EXIT.ok;
}
