/** The readers that run in a process of their own, because their libraries follow a file's own pointers. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { Measured } from '../../model/facts.ts';
import { readDoc } from './doc.ts';
import { readPdf } from './pdf.ts';

export type IsolatedFormat = 'pdf' | 'doc';

export interface DocumentRequest {
  readonly format: IsolatedFormat;
  /** A Buffer arrives on the other side as a plain Uint8Array. */
  readonly location: string | Uint8Array;
  readonly sizeBytes: number;
}

const READERS = { pdf: readPdf, doc: readDoc } as const satisfies Record<IsolatedFormat, unknown>;

/** @param alive called after each step of a long reading */
export function readInIsolation(
  { format, location, sizeBytes }: DocumentRequest,
  alive: () => void,
): Promise<Measured<DocumentFacts>> {
  const source = { location: typeof location === 'string' ? location : Buffer.from(location), sizeBytes };
  return READERS[format](source, alive);
}
