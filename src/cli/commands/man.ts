/** `sizheng man`: the manual page. */
import { packingTimeMs } from '../../app/clock.ts';
import { toolVersion } from '../../app/version.ts';
import { EXIT } from '../../model/errors.ts';
import type { CliContext } from '../context.ts';
import { manPage } from '../man-page.ts';

export async function run({ messages, env, write }: CliContext): Promise<number> {
  const date = new Date(packingTimeMs(env)).toISOString().slice(0, 10);
  await write(manPage(messages.cli, toolVersion(), date));
  return EXIT.ok;
}
