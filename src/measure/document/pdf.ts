/** Facts of a PDF (ISO 32000), by pdf.js. Runs in the document process: pages may ask for any time and memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { Measured } from '../../model/facts.ts';
import { TextCollector } from '../../text/document/collect.ts';
import { collectedFacts, unreadFacts } from '../../text/document/facts.ts';
import { countUnexpected } from '../../text/document/readable.ts';
import { failed } from '../text/failure.ts';
import type { FileSource } from '../text/read-whole.ts';
import { PdfExtras, readPdfInfo } from './pdf-extras.ts';
import { pageText } from './pdf-text.ts';

/** pdf.js keeps room for the whole file. Scans above some 120 MB end at the process's memory limit before this. */
const MAX_PDF_BYTES = 256 * 1024 * 1024;
const MAX_PDF_PAGES = 500;
/** Of the characters; bullets from a symbol font stay far below. */
const MAX_UNEXPECTED_SHARE = 0.5;

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Calls `alive` after each page. Fails with 'encrypted', 'damaged', 'too-large' or 'unreadable'. */
export async function readPdf(source: FileSource, alive: () => void): Promise<Measured<DocumentFacts>> {
  if (source.sizeBytes > MAX_PDF_BYTES) return failed('too-large');
  let fd: number;
  try {
    fd = openSync(source.location, 'r');
  } catch (error) {
    return failed('unreadable', error);
  }
  try {
    return await readOpenPdf(fd, source.sizeBytes, alive);
  } finally {
    closeSync(fd);
  }
}

async function readOpenPdf(fd: number, sizeBytes: number, alive: () => void): Promise<Measured<DocumentFacts>> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    range: createRange(pdfjs, fd, sizeBytes),
    // Read as pages ask for it; pictures that a page draws are asked for too.
    disableStream: true,
    disableAutoFetch: true,
    // Without the CMaps every Chinese PDF with a predefined encoding reads as empty.
    cMapUrl: `${join(packageFolder(), 'cmaps')}/`,
    cMapPacked: true,
    isEvalSupported: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await readPages(await task.promise, alive);
  } catch (error) {
    return failed(isPasswordError(error) ? 'encrypted' : 'damaged');
  } finally {
    await task.destroy();
  }
}

/** pdf.js does not export the class; the name is the documented way to tell it. */
function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

async function readPages(document: PDFDocumentProxy, alive: () => void): Promise<Measured<DocumentFacts>> {
  const pages = document.numPages;
  if (pages > MAX_PDF_PAGES) return failed('too-large');
  const collected = new TextCollector();
  const carried = await PdfExtras.of(document);
  let [all, unexpected] = [0, 0];
  for (let number = 1; number <= pages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = pageText(items);
    const counted = countUnexpected(text);
    all += counted.all;
    unexpected += counted.unexpected;
    collected.add({ text, at: { page: number } });
    await carried.addPage(page);
    page.cleanup();
    alive();
  }
  const { people, texts } = await readPdfInfo(document);
  for (const text of texts) collected.add({ text, at: { part: 'properties' } });
  const extras = carried.toExtras(people);
  const facts =
    unexpected > all * MAX_UNEXPECTED_SHARE
      ? unreadFacts('pdf', { pages, extras })
      : collectedFacts({ format: 'pdf', collected, pages, extras });
  return { ok: true, value: facts };
}

/** Serves pdf.js from the open file; it asks for pieces of 64 KiB. */
function createRange(pdfjs: PdfJs, fd: number, sizeBytes: number) {
  const range = new pdfjs.PDFDataRangeTransport(sizeBytes, null);
  range.requestDataRange = (begin: number, end: number) => {
    const bytes = new Uint8Array(end - begin);
    const filled = readSync(fd, bytes, 0, bytes.length, begin);
    // pdf.js registers its listener after this call.
    queueMicrotask(() => range.onDataRange(begin, bytes.subarray(0, filled)));
  };
  return range;
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}
