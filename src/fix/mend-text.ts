/** One subtitle, from its bytes to its bytes: the encoding, the line ends, the cues; or the same cues as SRT. */
import type { LeftReason, LineEdit, LineEnd, TextChange, TextFix } from '../model/fix.ts';
import type { SubtitleFault } from '../model/subtitle-facts.ts';
import { isCertain } from '../text/encoding/certainty.ts';
import { type DecodedText, decodeText } from '../text/encoding/decode.ts';
import { maskWord } from '../text/privacy/mask.ts';
import { MAX_FAULTS } from '../text/subtitle/fault-log.ts';
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { splitLines } from '../text/subtitle/lines.ts';
import { type ScanFault, type SubtitleScan, scanSubtitle } from '../text/subtitle/scan.ts';
import { truncateTo } from '../util/display-width.ts';
import { convertToSrt } from './convert.ts';
import { isMendable, mendCues } from './mend-cues.ts';

export interface TextSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly format: SubtitleFormat;
}

export interface MendOptions {
  readonly lineEnd: LineEnd;
  /** What the file is to be called as SRT; `null` where it keeps its format. */
  readonly srtName: string | null;
}

export interface MendedText {
  readonly fix: TextFix;
  /** Why the file, or something that was asked of it, stays as it is. */
  readonly left: LeftReason | null;
  /** `null` where nothing changes. */
  readonly content: Uint8Array | null;
}

const LINE_END: Readonly<Record<LineEnd, string>> = { lf: '\n', crlf: '\r\n' };

export function mendText(source: TextSource, options: MendOptions): MendedText {
  const { path, bytes, format } = source;
  const untouched = (left: LeftReason | null) => ({
    fix: { path, format, changes: [], faults: [] },
    left,
    content: null,
  });
  const decoded = decodeText(bytes);
  if (!decoded.ok || !isCertain(bytes, decoded.value.encoding)) return untouched('undecodable');
  if (hasBrokenBytes(bytes, decoded.value)) return untouched('broken-bytes');
  const text = decoded.value.text.replaceAll('\uFEFF', '');
  // It says its encoding in itself.
  if (format === 'ttml') return untouched(ttmlLeft(decoded.value, options));
  const scan = scanSubtitle(text, format);
  if (isTooLarge(scan)) return untouched('too-large');
  if (scan.cues.length === 0) return untouched('no-cues');
  const { lines, isClosed, isConverted, changes, faults, left } = mendLines(text, scan, options);
  const end = LINE_END[options.lineEnd];
  const content = Buffer.from(lines.join(end) + (isClosed ? end : ''));
  const textLines = splitLines(text);
  const stored = encodingChanges(decoded.value, textLines, text !== decoded.value.text, scan);
  const storage = isConverted ? stored : [...stored, ...lineEndChanges(text, options.lineEnd)];
  const fix: TextFix = {
    path,
    format,
    changes: [...storage, ...changes.map((change) => shown(change, textLines))],
    faults: faults.map((fault) => maskFault(fault, textLines)),
  };
  return { fix, left, content: content.equals(bytes) ? null : content };
}

function ttmlLeft({ encoding }: DecodedText, { srtName }: MendOptions): LeftReason | null {
  if (srtName !== null) return 'no-conversion';
  return encoding === 'utf-8' ? null : 'markup';
}

/** What the scanner did not see, or did not tell of, cannot be kept. */
function isTooLarge({ isCutShort, faults }: SubtitleScan): boolean {
  return isCutShort || faults.length >= MAX_FAULTS;
}

/** What is no character stands as U+FFFD in the text: writing that would lose the bytes for good. */
function hasBrokenBytes(bytes: Uint8Array, { text, encoding }: DecodedText): boolean {
  if (!text.includes('\uFFFD')) return false;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

interface Lines {
  readonly lines: readonly string[];
  /** The last line has an end. */
  readonly isClosed: boolean;
  readonly isConverted: boolean;
  readonly changes: readonly TextChange[];
  readonly faults: readonly ScanFault[];
  readonly left: LeftReason | null;
}

function mendLines(text: string, scan: SubtitleScan, { srtName }: MendOptions): Lines {
  if (srtName === null || scan.format === 'srt') return mendInPlace(text, scan);
  const converted = convertToSrt(text, scan);
  if (!converted.ok) return { ...mendInPlace(text, scan), left: converted.reason };
  const { lines, cues, losses } = converted;
  const change: TextChange = { what: 'format', from: scan.format, name: srtName, cues, losses };
  return { lines, isClosed: true, isConverted: true, changes: [change], faults: [], left: null };
}

function mendInPlace(text: string, scan: SubtitleScan): Lines {
  const lines = splitLines(text);
  const own = { isClosed: /[\r\n]$/.test(text), isConverted: false };
  if (scan.format !== 'srt' && scan.format !== 'vtt')
    return { ...own, lines, changes: [], faults: scan.faults, left: null };
  const mended = mendCues(lines, scan);
  const faults = scan.faults.filter((fault) => !isMendable(fault) || (fault.kind === 'index' && !mended.isNumbered));
  const left = mended.staysUnordered ? 'order' : null;
  return { ...own, lines: mended.lines, changes: mended.changes, faults, left };
}

function encodingChanges(
  { encoding, hadBom }: DecodedText,
  textLines: readonly string[],
  hadMarks: boolean,
  scan: SubtitleScan,
): TextChange[] {
  if (encoding !== 'utf-8') return [{ what: 'encoding', from: encoding, sample: sampleOf(scan, textLines) }];
  return hadBom || hadMarks ? [{ what: 'bom' }] : [];
}

function lineEndChanges(text: string, to: LineEnd): TextChange[] {
  const lines = (text.match(/\r\n|\n|\r/g) ?? []).filter((end) => end !== LINE_END[to]).length;
  return lines > 0 ? [{ what: 'line-ends', to, lines }] : [];
}

/** The first line that could be read wrongly. */
function sampleOf({ cues }: SubtitleScan, textLines: readonly string[]): { line: number; text: string } | null {
  const lines = cues.flatMap(({ text }) => text);
  const found = lines.find(({ raw }) => /[^\0-\x7F]/.test(raw)) ?? lines[0];
  return found === undefined ? null : { line: found.line, text: evidence(found.raw, found.line, textLines) };
}

/** Columns of a line that is shown. */
const MAX_SHOWN = 72;

/** Lines above that may say what a number is. */
const MASKED_WITH = 4;

/** Masked, one line, short. @param line where it stands in the text, from 1 */
function evidence(raw: string, line: number, textLines: readonly string[]): string {
  const above = textLines.slice(Math.max(0, line - 1 - MASKED_WITH), line - 1);
  const masked = maskWord([...above, raw.trim()].join('\n'));
  return truncateTo(masked.slice(masked.lastIndexOf('\n') + 1), MAX_SHOWN);
}

function shown(change: TextChange, textLines: readonly string[]): TextChange {
  if (!('edits' in change)) return change;
  const edits = change.edits.map(({ line, before, after }): LineEdit => {
    const show = (text: string | null) => (text === null ? null : evidence(text, line, textLines));
    return { line, before: show(before), after: show(after) };
  });
  return { ...change, edits };
}

function maskFault({ kind, detail, line, timeMs, found }: ScanFault, textLines: readonly string[]): SubtitleFault {
  return { kind, detail, line, timeMs, found: evidence(found, line, textLines) };
}
