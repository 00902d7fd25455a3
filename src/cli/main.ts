/** Where the program starts: what asks for the version alone is told it before anything else is loaded. */
import { toolVersion } from '../app/version.ts';
import { ignoreClosedPipe, writeTo } from './output.ts';

export async function main(argv: readonly string[]): Promise<void> {
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V'))
    return writeTo(process.stdout, `${toolVersion()}\n`);
  const { runProgram } = await import('./run-program.ts');
  await runProgram(argv);
}
