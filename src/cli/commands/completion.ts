/** `sizheng completion`: the script by which a shell completes what is typed behind `sizheng`. */
import { toolVersion } from '../../app/version.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { REPORTERS, VERIFICATION_REPORTERS } from '../../report/reporters.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import { listBuiltInSpecs } from '../../spec/load.ts';
import { completionsOf } from '../completion/completions.ts';
import { COMPLETIONS, SHELLS } from '../completion/shells.ts';
import type { CliContext } from '../context.ts';
import { SPEC_ACTIONS } from '../spec-actions.ts';

export async function run(
  { messages, write }: CliContext,
  [given = '']: readonly (string | undefined)[],
): Promise<number> {
  const shell = SHELLS.find((one) => one === given);
  if (shell === undefined)
    throw usageError('usage/bad-value', { option: 'sizheng completion', value: given, expected: SHELLS.join(', ') });
  const known = {
    shells: SHELLS,
    specActions: SPEC_ACTIONS,
    specs: await listBuiltInSpecs(),
    rules: CATALOGUE.map(({ id }) => id),
    reporters: REPORTERS,
    verificationReporters: VERIFICATION_REPORTERS,
  };
  await write(COMPLETIONS[shell](completionsOf(messages.cli, known, toolVersion())));
  return EXIT.ok;
}
