/** The words of `fix`. */
import type { Conversion, LeftReason, LineEnd, Loss, UndoObstacle } from '../model/fix.ts';
import type { SubtitleFaultDetail } from '../model/subtitle-facts.ts';

export interface FixCounts {
  readonly texts: number;
  readonly names: number;
  readonly removals: number;
}

export interface FixScreen {
  /** What would be changed. */
  planned(counts: FixCounts): string;
  readonly nothing: string;
  /** Neither a work nor subtitles. @param target `null` for the folder one stands in */
  nothingFound(target: string | null): string;
  text(path: string): string;
  encoding(from: string): string;
  sample(line: number, text: string): string;
  readonly bom: string;
  lineEnds(to: LineEnd, lines: number): string;
  readonly edits: Readonly<Record<'times' | 'indexes' | 'blank-lines', (count: number) => string>>;
  order(lines: readonly number[], more: number): string;
  /** @param extension of the file as it is */
  conversion(conversion: Conversion, extension: string): string;
  losses(losses: readonly (readonly [Loss, number])[]): string;
  line(line: number): string;
  readonly blankLine: string;
  /** Below a list that was cut short. */
  more(count: number): string;
  readonly renames: string;
  readonly removals: string;
  readonly subjects: string;
  leftHead(count: number): string;
  readonly left: Readonly<Record<LeftReason, string>>;
  fault(line: number, detail: SubtitleFaultDetail, found: string): string;
  of(path: string, reason: string): string;
  dryRun(command: string): string;
  seeAll(command: string): string;
  brokenOff(folder: string, command: string): string;
  done(counts: FixCounts): string;
  backup(path: string): string;
  undo(command: string): string;
  next(command: string): string;
  undone(backup: string): string;
  readonly nothingToUndo: string;
  readonly refused: string;
  readonly obstacles: Readonly<Record<UndoObstacle['why'], string>>;
  originals(path: string): string;
}
