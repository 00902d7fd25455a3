/** Entry of the document process; built as `dist/document-worker.js`. */
import { serveGuarded } from '../../util/guarded-service.ts';
import { readInIsolation } from './isolated.ts';

/** Node and pdf.js take 110 MiB before a page is read. */
const MEMORY_BYTES = 256 * 1024 * 1024;

serveGuarded(import.meta.url, { memoryBytes: MEMORY_BYTES }, readInIsolation);
