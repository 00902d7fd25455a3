/** Telling what the system refused from every other failure. */

/** The system's code (`EIO`) when it was the system that failed; `null` for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}
