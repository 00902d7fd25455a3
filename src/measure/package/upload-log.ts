/** 上传台账.xlsx: the rows that name files. People may have moved its columns, added rows, and saved it with another program. */
import type { Measured } from '../../model/facts.ts';
import type { UploadLogFacts } from '../../model/package-facts.ts';
import { UPLOAD_FILE_COLUMNS, UPLOAD_FILES_SHEET } from '../../model/upload-log.ts';
import { listWorksheets, type ReadPart, readRows, type Worksheet } from '../../util/xlsx-rows.ts';
import { XmlError } from '../../util/xml-scan.ts';
import { openZipBytes, ZIP_LIMITS, ZipError } from '../../util/zip-guard.ts';
import { failed } from '../text/failure.ts';

type LogRow = UploadLogFacts['rows'][number];
type Field = keyof typeof UPLOAD_FILE_COLUMNS;

const LIMITS = { ...ZIP_LIMITS, maxEntries: 2_000, maxTotalBytes: 64 << 20 };
/** A header lies within the rows that a title and a note may take. */
const HEADER_ROWS = 10;

/**
 * Fails with 'damaged', 'encrypted' or 'too-large'.
 * @param spend called for every row, so that the caller can end the reading
 */
export async function readUploadLog(bytes: Buffer, spend: () => void): Promise<Measured<UploadLogFacts>> {
  try {
    const zip = await openZipBytes(bytes, LIMITS);
    try {
      const rows = await findRows((name) => zip.read(name), spend);
      return rows === null ? failed('damaged', NO_HEADER) : { ok: true, value: { rows } };
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ZipError) return failed(error.reason, error);
    if (error instanceof XmlError) return failed('damaged', error);
    throw error;
  }
}

const NO_HEADER = `no sheet with the columns ${UPLOAD_FILE_COLUMNS.path} and ${UPLOAD_FILE_COLUMNS.sha256}`;

/** Of the sheet with the log's own name first; `null` when no sheet has its columns. */
async function findRows(read: ReadPart, spend: () => void): Promise<LogRow[] | null> {
  const sheets = await listWorksheets(read);
  const own = ({ name }: Worksheet) => name === UPLOAD_FILES_SHEET;
  for (const sheet of [...sheets.filter(own), ...sheets.filter((one) => !own(one))]) {
    const rows = await readSheet(read, sheet, spend);
    if (rows !== null) return rows;
  }
  return null;
}

async function readSheet(read: ReadPart, sheet: Worksheet, spend: () => void): Promise<LogRow[] | null> {
  const rows: LogRow[] = [];
  let columns: ReadonlyMap<Field, number> | null = null;
  await readRows(read, sheet, (line, cells) => {
    if (columns === null) {
      if (line <= HEADER_ROWS) columns = findColumns(cells);
      return;
    }
    const cell = (field: Field) => (cells.get(columns?.get(field) ?? 0) ?? '').trim();
    if (cell('path') === '') return;
    spend();
    rows.push({
      line,
      path: cell('path'),
      originalPath: cell('originalPath') || null,
      sizeBytes: parseSize(cell('sizeBytes')),
      sha256: parseDigest(cell('sha256')),
    });
  });
  return columns === null ? null : rows;
}

/** Of two columns for one field the first counts. `null` for a row that is not the header. */
function findColumns(cells: ReadonlyMap<number, string>): Map<Field, number> | null {
  const columns = new Map<Field, number>();
  for (const [column, text] of cells) {
    const field = FIELD_BY_NAME.get(lettersOf(text));
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  }
  return columns.has('path') && (columns.has('sha256') || columns.has('sizeBytes')) ? columns : null;
}

const FIELD_BY_NAME: ReadonlyMap<string, Field> = new Map(
  Object.entries(UPLOAD_FILE_COLUMNS).map(([field, name]) => [lettersOf(name), field as Field]),
);

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A number as a spreadsheet keeps or shows it: `1234`, `1,234`. */
function parseSize(text: string): number | null {
  const sizeBytes = text === '' ? Number.NaN : Number(text.replace(/[,\s]/g, ''));
  return Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 ? sizeBytes : null;
}

function parseDigest(text: string): string | null {
  const digest = text.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null;
}
