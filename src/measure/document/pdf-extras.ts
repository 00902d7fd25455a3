/** What a PDF carries beside its text: scripts, files, names of people (ISO 32000-1, 12.6, 7.11.4 and 14.3.3). */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type DocumentExtras, NO_EXTRAS } from '../../model/document-facts.ts';
import { describePeople } from '../../text/document/people.ts';
import { maskWord } from '../../text/privacy/mask.ts';
import { cutTextFront } from '../../util/cut-text.ts';

/** A click on it runs a program. */
const PROGRAM = /\.(?:exe|com|bat|cmd|ps1|vbs|js|jar|msi|scr|lnk|hta|app|sh)$/i;
const MAX_NAMED = 100;
const MAX_NAME_LENGTH = 80;
/** Texts of the document's own, among its properties. */
const TEXT_PROPERTIES = ['Title', 'Subject', 'Keywords'];

interface Annotation {
  readonly subtype?: string;
  /** An address that no browser would open: a file on the reader's own disk. */
  readonly unsafeUrl?: string;
  readonly actions?: object;
  readonly file?: { readonly filename?: string };
}

export class PdfExtras {
  readonly #macros = new Set<string>();
  readonly #embedded = new Set<string>();

  static async of(document: PDFDocumentProxy): Promise<PdfExtras> {
    const extras = new PdfExtras();
    for (const name of Object.keys((await document.getJSActions()) ?? {})) extras.#addScript(name);
    const attachments: Record<string, { filename?: string }> = (await document.getAttachments()) ?? {};
    for (const [name, { filename }] of Object.entries(attachments)) extras.#embedded.add(filename ?? name);
    return extras;
  }

  async addPage(page: PDFPageProxy): Promise<void> {
    for (const name of Object.keys((await page.getJSActions()) ?? {})) this.#addScript(name);
    const annotations: readonly Annotation[] = await page.getAnnotations();
    for (const { actions, file, unsafeUrl } of annotations) {
      for (const name of Object.keys(actions ?? {})) this.#addScript(name);
      if (file?.filename) this.#embedded.add(file.filename);
      if (unsafeUrl !== undefined && PROGRAM.test(unsafeUrl)) this.#macros.add(unsafeUrl);
    }
  }

  toExtras(people: DocumentExtras['people']): DocumentExtras {
    return { ...NO_EXTRAS, people, macros: shortNames(this.#macros), embedded: shortNames(this.#embedded) };
  }

  #addScript(event: string): void {
    this.#macros.add(`JavaScript (${event})`);
  }
}

function shortNames(names: ReadonlySet<string>): string[] {
  return [...names].slice(0, MAX_NAMED).map((name) => maskWord(cutTextFront(name, MAX_NAME_LENGTH)));
}

export interface PdfInfo {
  readonly people: DocumentExtras['people'];
  readonly texts: readonly string[];
}

export async function readPdfInfo(document: PDFDocumentProxy): Promise<PdfInfo> {
  const info: Record<string, unknown> = { ...(await document.getMetadata()).info };
  const custom: Record<string, unknown> = { ...(info.Custom ?? {}) };
  const word = (value: unknown) => (typeof value === 'string' ? value : null);
  const people = describePeople([
    ['author', word(info.Author)],
    ['company', word(custom.Company)],
    ['manager', word(custom.Manager)],
  ]);
  return { people, texts: TEXT_PROPERTIES.flatMap((name) => word(info[name]) ?? []) };
}
