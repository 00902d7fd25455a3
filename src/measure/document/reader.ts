/** Facts of a document. One reader serves a whole run: its process starts once, and only when a file needs it. */
import { existsSync } from 'node:fs';
import pLimit from 'p-limit';
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { Measured } from '../../model/facts.ts';
import { GuardedProcess, type ProcessLimits, type ProcessOutcome } from '../../util/guarded-process.ts';
import { failed } from '../text/failure.ts';
import type { FileSource } from '../text/read-whole.ts';
import type { DocumentRequest, IsolatedFormat } from './isolated.ts';

export interface DocumentReader {
  /**
   * Reads the text of a document, private data masked. Formats without a reader (rtf, wps, odt, pages …) have none, and
   * do not fail.
   * Fails with any reason but those of media and subtitles; rejects only when the signal is aborted, with its reason.
   */
  read(source: FileSource, format: string, options?: { signal?: AbortSignal }): Promise<Measured<DocumentFacts>>;
  /** Ends the process. The reader can be used again afterwards. */
  close(): void;
}

export interface DocumentReaderOptions {
  /** The entry of the process; `null` reads in the caller's own, without limits. */
  readonly worker?: URL | null;
  readonly limits?: ProcessLimits;
}

type DocumentProcess = GuardedProcess<DocumentRequest, Measured<DocumentFacts>>;

/** A page of dense Chinese text takes 5 ms, so 500 of them on a slow machine stay well within the total. */
export const DOCUMENT_LIMITS: ProcessLimits = { silenceMs: 4_000, totalMs: 30_000, heapMib: 160 };

export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const { worker = findWorker(), limits = DOCUMENT_LIMITS } = options;
  const isolated: DocumentProcess | null = worker && new GuardedProcess(worker, limits);
  // A part near the limit takes 100 MB for a moment: never several of them at once.
  const oneAtATime = pLimit(1);
  return {
    async read(source, format, { signal } = {}) {
      signal?.throwIfAborted();
      // Loaded late: a run that finds everything in the cache pays for no reader.
      if (format === 'docx') return oneAtATime(async () => (await import('./docx/read-docx.ts')).readDocx(source));
      if (format === 'md' || format === 'txt') return (await import('./plain.ts')).readPlain(source, format);
      if (format === 'pdf' || format === 'doc') return readIsolated(isolated, source, format, signal);
      return { ok: true, value: (await import('../../text/document/facts.ts')).unreadFacts(format) };
    },
    close: () => isolated?.close(),
  };
}

/** Beside the bundle, where everything is flat. Run from the sources there is none: Node 20 cannot load TypeScript. */
function findWorker(): URL | null {
  const url = new URL('./document-worker.js', import.meta.url);
  return existsSync(url) ? url : null;
}

async function readIsolated(
  isolated: DocumentProcess | null,
  { location, sizeBytes }: FileSource,
  format: IsolatedFormat,
  signal: AbortSignal | undefined,
): Promise<Measured<DocumentFacts>> {
  const request = { format, location, sizeBytes };
  if (isolated) return toMeasured(await isolated.run(request, signal));
  const { readInIsolation } = await import('./isolated.ts');
  return readInIsolation(request, () => signal?.throwIfAborted());
}

function toMeasured(outcome: ProcessOutcome<Measured<DocumentFacts>>): Measured<DocumentFacts> {
  switch (outcome.type) {
    case 'done':
      return outcome.response;
    case 'timeout':
      return failed('timeout');
    case 'failed':
      return failed('damaged');
    case 'died':
      return failed('too-large');
  }
}
