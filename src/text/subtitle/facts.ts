/** The facts of a subtitle from what the scanner found: words as they are seen, masked; how much there is; in which languages. */
import type {
  SubtitleCue,
  SubtitleFacts,
  SubtitleFault,
  SubtitleFaultKind,
  SubtitleLine,
} from '../../model/subtitle-facts.ts';
import type { TextBlock } from '../../model/text-facts.ts';
import { cutText, cutTextFront } from '../../util/cut-text.ts';
import { safeText } from '../../util/safe-text.ts';
import { maskBlocks } from '../privacy/mask.ts';
import { toColumns } from './cue-columns.ts';
import { languagesOf } from './languages.ts';
import { type MarkupFormat, readMarkup } from './markup.ts';
import { measureLine } from './measure-line.ts';
import type { ScanFault, ScannedCue } from './scanned.ts';
import { timelineOf } from './timeline.ts';

/** A scan of a file, or a text track made to look like one. */
export interface ScannedText {
  readonly format: MarkupFormat;
  readonly cues: readonly ScannedCue[];
  /** Of the file, raw; a track has none. */
  readonly lines: readonly string[];
  readonly faults: readonly ScanFault[];
}

export function subtitleFacts(
  scan: ScannedText,
  { encoding, hadBom }: Pick<SubtitleFacts, 'encoding' | 'hadBom'>,
): SubtitleFacts {
  const seen = scan.cues.map(({ text }) => readMarkup(text, scan.format).lines);
  const { blocks, privateData } = maskBlocks(seen.flatMap((lines, at) => toBlocks(lines, scan.cues[at], scan.format)));
  const measured = seen.map((lines) => lines.map(({ line, text }) => ({ line, text, ...measureLine(text) })));
  let next = 0;
  const toLine = ({ line, columns, characters, script }: SubtitleLine): SubtitleLine => {
    const text = blocks[next]?.text ?? '';
    next += 1;
    return { line, text, columns, characters, script };
  };
  const cues = scan.cues.map(({ timeLine, startMs, endMs }, at): SubtitleCue => {
    const lines = (measured[at] ?? []).map(toLine);
    return { line: timeLine, startMs, endMs, lines };
  });
  return {
    kind: 'subtitle',
    format: scan.format,
    encoding,
    hadBom,
    languages: languagesOf(measured),
    cueCount: cues.length,
    ...timelineOf(cues),
    cues: toColumns(cues),
    faults: faultsOf(scan, seen.flat(), blocks),
    privateData,
  };
}

type SeenLine = { readonly line: number; readonly text: string };

function toBlocks(lines: readonly SeenLine[], cue: ScannedCue | undefined, format: MarkupFormat): TextBlock[] {
  const timeMs = cue?.startMs ?? 0;
  // The cues of a track have no lines.
  return lines.map(({ line, text }) => ({ text, at: format === 'mov_text' ? { timeMs } : { line, timeMs } }));
}

/** Of each kind; nobody reads more, and one kind must not push out another. */
export const MAX_FAULTS_OF_KIND = 2000;
/** Read of a long line before it is masked and cut. */
const MAX_READ = 400;
const MAX_FOUND = 60;

function faultsOf(
  { faults, lines }: ScannedText,
  seen: readonly SeenLine[],
  masked: readonly TextBlock[],
): SubtitleFault[] {
  const counts = new Map<SubtitleFaultKind, number>();
  const kept = faults.filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= MAX_FAULTS_OF_KIND;
  });
  const words = wordsByLine(kept, seen, masked);
  // What stands in no cue is masked with the line before it, where a label may stand.
  const read = kept.flatMap((fault) => [
    lineBefore(lines, lineOf(fault)),
    foundOf(fault, words.get(lineOf(fault)) ?? []),
  ]);
  const found = maskBlocks(read.map((text) => ({ text, at: {} }))).blocks;
  return kept.map(({ kind, detail, line, timeMs }, at) => ({
    kind,
    detail,
    line,
    timeMs,
    found: cut(safeText((found[2 * at + 1]?.text ?? '').replace(/\s+/g, ' '))),
  }));
}

function lineOf({ line, foundLine = line }: ScanFault): number {
  return foundLine;
}

/** A line as it is seen, and as it may be shown: masked with all the words around it. */
interface SeenWords {
  readonly text: string;
  readonly masked: string;
}

/** Of the lines at fault; a line of ASS holds several. */
function wordsByLine(faults: readonly ScanFault[], seen: readonly SeenLine[], masked: readonly TextBlock[]) {
  const words = new Map<number, SeenWords[]>(faults.map((fault) => [lineOf(fault), []]));
  seen.forEach(({ line, text }, at) => {
    words.get(line)?.push({ text, masked: masked[at]?.text ?? '' });
  });
  return words;
}

/** As it stands, but for private data in it; where markup parts these, the words are shown without the markup. */
function foundOf({ kind, found }: ScanFault, words: readonly SeenWords[]): string {
  const shown = words.map(({ masked }) => masked).join(' ');
  if (kind === 'mojibake' && shown !== '') return cutText(shown, MAX_READ).trim();
  const piece = found.trim();
  let text = found;
  for (const { text: own, masked } of words) {
    if (own === masked) continue;
    const at = own.indexOf(piece);
    if (found.includes(own)) text = text.replaceAll(own, () => masked);
    else if (at >= 0) text = masked.slice(at, at + piece.length);
    else if (kind !== 'tags') text = shown;
  }
  return cutText(text, MAX_READ).trim();
}

/** The last words of the line before that is not blank. */
function lineBefore(lines: readonly string[], line: number): string {
  let at = line - 2;
  while (at >= 0 && lines[at]?.trim() === '') at -= 1;
  return cutTextFront(lines[at] ?? '', MAX_FOUND);
}

function cut(text: string): string {
  return text.length <= MAX_FOUND ? text : `${cutText(text, MAX_FOUND - 2)}..`;
}
