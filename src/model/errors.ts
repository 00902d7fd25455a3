/** The few ways a run can end without a verdict. The words are in the message catalogue; the code is the exit code. */
import type { ErrorId, ErrorParams } from './error-params.ts';
import type { Report } from './report.ts';

export const EXIT = { ok: 0, findings: 1, usage: 2, machine: 3, interrupted: 130 } as const;

export class SizhengError<Id extends ErrorId = ErrorId> extends Error {
  override readonly name = 'SizhengError';
  readonly exitCode: 1 | 2 | 3;
  readonly id: Id;
  readonly params: ErrorParams[Id];

  constructor(exitCode: 1 | 2 | 3, id: Id, params: ErrorParams[Id], cause?: unknown) {
    super(`${id} ${JSON.stringify(params)}`, { cause });
    this.exitCode = exitCode;
    this.id = id;
    this.params = params;
  }
}

/** What was to be packed has findings that block; the command line tells them by its report, exit 1. */
export class NotReadyError extends SizhengError<'usage/not-ready'> {
  readonly report: Report;

  constructor(path: string, report: Report) {
    const blocking = report.findings.filter((finding) => finding.blocking).length;
    super(EXIT.findings, 'usage/not-ready', { path, blocking });
    this.report = report;
  }
}

/** Wrong usage, spec or configuration: exit 2. */
export function usageError<Id extends ErrorId>(id: Id, params: ErrorParams[Id], cause?: unknown): SizhengError<Id> {
  return new SizhengError(EXIT.usage, id, params, cause);
}

/** The machine failed: exit 3. */
export function machineError<Id extends ErrorId>(id: Id, params: ErrorParams[Id], cause?: unknown): SizhengError<Id> {
  return new SizhengError(EXIT.machine, id, params, cause);
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The system refused to write: exit 3, with the system's own code. */
export function unwritable(path: string, cause: unknown): SizhengError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (FULL.has(code)) return machineError('machine/disk-full', { path, neededBytes: null, freeBytes: null }, cause);
  if (code === 'EFBIG') return machineError('machine/file-too-large', { path }, cause);
  return machineError('machine/output-unwritable', { path, detail: code }, cause);
}

/** Ctrl-C: exit 130, and nothing is printed but a line on stderr. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
