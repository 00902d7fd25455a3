/** Collects faults: one for a line and detail, certain if all of them are, each with the start of the cue that it stands in. */
import {
  SUBTITLE_FAULT_DETAILS,
  type SubtitleFaultDetail,
  type SubtitleFaultKind,
} from '../../model/subtitle-facts.ts';
import type { LineFault, ScanFault } from './scanned.ts';

/** Bounds memory where every line of a large file is at fault in several ways. */
export const MAX_FAULTS = 200_000;
const DETAIL_NUMBERS = new Map(SUBTITLE_FAULT_DETAILS.map((detail, at) => [detail, at]));

export interface FaultLog {
  /** @param foundLine where `found` stands, if on another line */
  add(
    kind: SubtitleFaultKind,
    detail: SubtitleFaultDetail,
    line: number,
    found: string,
    certain?: boolean,
    foundLine?: number,
  ): void;
  addAll(faults: readonly LineFault[], line: number, found: string): void;
  /** From this line on, faults belong to the cue that starts then; `null`: to one whose start is not known. */
  cueFrom(line: number, startMs: number | null): void;
  /** In order of line, those of one line in order of their coming. */
  list(): readonly ScanFault[];
}

type Kept = { -readonly [Field in keyof ScanFault]: ScanFault[Field] };

export function faultLog(): FaultLog {
  const faults: Kept[] = [];
  const seen = new Map<number, Kept>();
  const cues: { readonly line: number; readonly startMs: number | null }[] = [];
  const add: FaultLog['add'] = (kind, detail, line, found, certain = false, foundLine = line) => {
    if (faults.length >= MAX_FAULTS) return;
    const key = line * DETAIL_NUMBERS.size + (DETAIL_NUMBERS.get(detail) ?? 0);
    const known = seen.get(key);
    if (known !== undefined) {
      known.certain &&= certain;
      return;
    }
    const fault: Kept = {
      kind,
      detail,
      line,
      timeMs: null,
      found,
      certain,
      ...(foundLine === line ? {} : { foundLine }),
    };
    seen.set(key, fault);
    faults.push(fault);
  };
  return {
    add,
    addAll(list, line, found) {
      for (const { kind, detail, certain } of list) add(kind, detail, line, found, certain);
    },
    cueFrom(line, startMs) {
      cues.push({ line, startMs });
    },
    list() {
      faults.sort((a, b) => a.line - b.line);
      let next = 0;
      let timeMs: number | null = null;
      for (const fault of faults) {
        for (let cue = cues[next]; cue !== undefined && cue.line <= fault.line; cue = cues[next]) {
          timeMs = cue.startMs;
          next += 1;
        }
        fault.timeMs = timeMs;
      }
      return faults;
    },
  };
}
