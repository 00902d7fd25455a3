/** The system's refusal to write, in the words of `fix`: it writes nowhere but in the workspace. */
import { machineError, type SizhengError, unwritable } from '../model/errors.ts';

/** @param during what was not done */
export function fixUnwritable(path: string, during: 'fix' | 'undo', cause: unknown): SizhengError {
  const error = unwritable(path, cause);
  return error.id === 'machine/disk-full' ? machineError('machine/fix-disk-full', { path, during }, cause) : error;
}
