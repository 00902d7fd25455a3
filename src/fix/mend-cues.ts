/**
 * SRT and WebVTT mended line by line: only what the scanner calls certain, and the words of no cue. Cues are numbered anew and put
 * in order only where every time and every index is beyond doubt.
 */
import type { LineEdit, TextChange } from '../model/fix.ts';
import type { SubtitleFaultKind } from '../model/subtitle-facts.ts';
import { withoutInvisible } from '../text/subtitle/lines.ts';
import type { ScanFault, ScannedCue, SubtitleScan } from '../text/subtitle/scan.ts';
import { formatTimeLine } from './time-line.ts';

export interface MendedLines {
  readonly lines: readonly string[];
  readonly changes: readonly TextChange[];
  /** Every index is the right one now. */
  readonly isNumbered: boolean;
  /** Cues are out of order, and stay so. */
  readonly staysUnordered: boolean;
}

/** Faults after which no cue can be said to be where it belongs. */
const STRUCTURAL: readonly SubtitleFaultKind[] = ['time-syntax', 'time-range', 'index', 'blank-lines'];

export function isMendable({ kind, certain }: ScanFault): boolean {
  return certain && STRUCTURAL.includes(kind);
}

export function mendCues(lines: readonly string[], scan: SubtitleScan): MendedLines {
  const blocks = toBlocks(lines, scan);
  const certain =
    scan.faults.every((fault) => fault.certain || !STRUCTURAL.includes(fault.kind)) &&
    everyTime(scan) &&
    !hasDoubtfulIndex(scan);
  const unordered = blocks.filter(({ cue }, at) => at > 0 && cue.startMs < (blocks[at - 1] as Block).cue.startMs);
  const reorders = unordered.length > 0 && certain && canMove(blocks, lines);
  const order = reorders ? blocks.toSorted((a, b) => a.cue.startMs - b.cue.startMs) : blocks;
  const numbers = certain && scan.format === 'srt' ? new Map(order.map(({ cue }, at) => [cue, at + 1])) : null;
  const edits = planEdits(lines, scan, blocks, numbers);
  return {
    lines: reorders ? inOrder(lines, blocks, order, edits) : inPlace(lines, edits),
    changes: changesOf(edits, reorders ? unordered.map(({ cue }) => cue.timeLine) : []),
    isNumbered: numbers !== null,
    staysUnordered: unordered.length > 0 && !reorders,
  };
}

function everyTime({ cues }: SubtitleScan): boolean {
  return cues.every(({ endMs }) => endMs !== null);
}

/** `#12`, `12.`, `[12]`, and no other marks. */
const SPOILT_INDEX = /^(?:#|＃|\[|［)?(\d{1,6})[.．:：、\]］]?$/;

/** `50%` may be the last words of the cue above: what is no number, and not the one that comes next, is a person's to judge. */
function hasDoubtfulIndex({ format, cues }: SubtitleScan): boolean {
  return format === 'srt' && cues.some((_, at) => isDoubtful(cues, at));
}

function isDoubtful(cues: readonly ScannedCue[], at: number): boolean {
  const { index } = cues[at] as ScannedCue;
  const written = index === null ? null : withoutInvisible(index).trim();
  if (written === null || /^\p{Nd}+$/u.test(written)) return false;
  const before = at === 0 ? 0 : numberOf(cues[at - 1]?.index ?? null);
  return numberOf(written) !== (before ?? at) + 1;
}

function numberOf(index: string | null): number | null {
  const number = SPOILT_INDEX.exec(withoutInvisible(index ?? '').trim())?.[1];
  return number === undefined ? null : Number(number);
}

/** A cue with its lines, counted from 1: up to its last word, and up to the next cue. */
interface Block {
  readonly cue: ScannedCue;
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

function toBlocks(lines: readonly string[], { cues }: SubtitleScan): Block[] {
  const firsts = cues.map(({ indexLine, timeLine }) => indexLine ?? timeLine);
  return cues.map((cue, at) => ({
    cue,
    first: firsts[at] as number,
    last: Math.max(cue.timeLine, cue.text.at(-1)?.line ?? 0),
    end: (firsts[at + 1] ?? lines.length + 1) - 1,
  }));
}

/** What stands between two cues and belongs to neither (a comment of WebVTT) says nothing of where it would go. */
function canMove(blocks: readonly Block[], lines: readonly string[]): boolean {
  return blocks.every(({ last, end }) => lines.slice(last, end).every(isBlank));
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || withoutInvisible(line).trim() === '';
}

type Why = 'times' | 'indexes' | 'blank-lines';
interface Edits {
  /** By line; `null` takes it out. */
  readonly replaced: ReadonlyMap<number, { readonly text: string | null; readonly why: Why }>;
  /** Lines to put before the line of this number, in order. */
  readonly inserted: ReadonlyMap<number, readonly { readonly text: string; readonly why: Why }[]>;
  readonly list: readonly (LineEdit & { readonly why: Why })[];
}

function planEdits(
  lines: readonly string[],
  scan: SubtitleScan,
  blocks: readonly Block[],
  numbers: ReadonlyMap<ScannedCue, number> | null,
): Edits {
  const replaced = new Map<number, { text: string | null; why: Why }>();
  const inserted = new Map<number, { text: string; why: Why }[]>();
  const faults = faultsByLine(scan.faults);
  for (const { cue, first } of blocks) {
    const opens = faults.get(first) ?? [];
    if (opens.some(({ detail, certain }) => detail === 'missing-before' && certain))
      inserted.set(first, [{ text: '', why: 'blank-lines' }]);
    const number = numbers?.get(cue);
    if (number !== undefined && cue.indexLine === null)
      inserted.set(first, [...(inserted.get(first) ?? []), { text: String(number), why: 'indexes' }]);
    if (number !== undefined && cue.indexLine !== null && !saysNumber(cue.index, number))
      replaced.set(cue.indexLine, { text: String(number), why: 'indexes' });
    const times = mendedTimes(cue, scan.format, faults.get(cue.timeLine) ?? []);
    if (times !== null && times !== lines[cue.timeLine - 1]) replaced.set(cue.timeLine, { text: times, why: 'times' });
  }
  for (const { detail, line, certain } of scan.faults) {
    if (detail !== 'inside' || !certain) continue;
    for (let at = line; at <= lines.length && isBlank(lines[at - 1]); at += 1)
      replaced.set(at, { text: null, why: 'blank-lines' });
  }
  return { replaced, inserted, list: listEdits(lines, replaced, inserted) };
}

function faultsByLine(faults: readonly ScanFault[]): ReadonlyMap<number, ScanFault[]> {
  const byLine = new Map<number, ScanFault[]>();
  for (const fault of faults) {
    const known = byLine.get(fault.line);
    if (known === undefined) byLine.set(fault.line, [fault]);
    else known.push(fault);
  }
  return byLine;
}

/** `007` says 7. What a number cannot be told from is written anew. */
function saysNumber(index: string | null, number: number): boolean {
  return index !== null && /^\d+$/.test(index) && Number(index) === number;
}

function mendedTimes(cue: ScannedCue, format: SubtitleScan['format'], faults: readonly ScanFault[]): string | null {
  const own = faults.filter(({ kind }) => kind === 'time-syntax' || kind === 'time-range');
  if (own.length === 0 || own.some(({ certain }) => !certain) || cue.endMs === null) return null;
  return formatTimeLine({ startMs: cue.startMs, endMs: cue.endMs, settings: cue.settings }, format);
}

function listEdits(
  lines: readonly string[],
  replaced: Edits['replaced'],
  inserted: Edits['inserted'],
): (LineEdit & { why: Why })[] {
  return [
    ...[...replaced].map(([line, { text, why }]) => ({ line, before: lines[line - 1] ?? '', after: text, why })),
    ...[...inserted].flatMap(([line, added]) =>
      added.map(({ text, why }) => ({ line, before: null, after: text, why })),
    ),
  ].sort((a, b) => a.line - b.line);
}

function edited(lines: readonly string[], from: number, to: number, { replaced, inserted }: Edits): string[] {
  const out: string[] = [];
  for (let line = from; line <= to; line += 1) {
    for (const { text } of inserted.get(line) ?? []) out.push(text);
    const change = replaced.get(line);
    if (change === undefined) out.push(lines[line - 1] as string);
    else if (change.text !== null) out.push(change.text);
  }
  return out;
}

function inPlace(lines: readonly string[], edits: Edits): string[] {
  return edited(lines, 1, lines.length, edits);
}

/** What stands before the first cue stays there; between two cues lies one blank line. */
function inOrder(lines: readonly string[], blocks: readonly Block[], order: readonly Block[], edits: Edits): string[] {
  const preamble = lines.slice(0, (blocks[0]?.first ?? 1) - 1);
  const cues = order.map(({ first, last }) => trimBlank(edited(lines, first, last, edits)));
  const apart = isBlank(preamble.at(-1));
  return [...preamble, ...cues.flatMap((cue, at) => (at === 0 && apart ? cue : ['', ...cue]))];
}

/** A blank line put in before a cue stands there already. */
function trimBlank(lines: readonly string[]): string[] {
  return lines.slice(lines.findIndex((line) => !isBlank(line)));
}

function changesOf({ list }: Edits, moved: readonly number[]): TextChange[] {
  const editsFor = (what: Why): TextChange[] => {
    const own = list.filter(({ why }) => why === what).map(({ line, before, after }) => ({ line, before, after }));
    return own.length === 0 ? [] : [{ what, edits: own }];
  };
  const order: TextChange[] = moved.length === 0 ? [] : [{ what: 'order', lines: moved }];
  // In the order in which one thing follows from another: numbers from the order, the order from the times.
  return [...editsFor('times'), ...order, ...editsFor('indexes'), ...editsFor('blank-lines')];
}
