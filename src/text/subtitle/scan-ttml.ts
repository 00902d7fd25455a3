/** TTML: only so much as to say what a file holds. It is taken nowhere, so that its faults are nobody's to mend. */
import { readAttribute, scanXml, XmlError } from '../../util/xml-scan.ts';
import { faultLog } from './fault-log.ts';
import { reportMojibake } from './mojibake.ts';
import { MAX_CUES, type ScannedCue, type SubtitleScan } from './scanned.ts';

interface Paragraph {
  readonly attributes: string;
  readonly line: number;
  text: string;
}

export function scanTtml(raw: readonly string[], text: string): Pick<SubtitleScan, 'cues' | 'faults'> {
  const faults = faultLog();
  const cues: ScannedCue[] = [];
  const lineAt = lineCounter(text);
  let open: Paragraph | null = null;
  const handler = {
    open(name: string, attributes: string, { start }: { start: number }) {
      if (localName(name) === 'p') open = { attributes, line: lineAt(start), text: '' };
      else if (open !== null && localName(name) === 'br') open.text += '\n';
    },
    text(value: string) {
      if (open !== null) open.text += value.replace(/\s+/g, ' ');
    },
    close(name: string) {
      if (localName(name) !== 'p' || open === null) return;
      const cue = cues.length < MAX_CUES ? readParagraph(open) : null;
      faults.cueFrom(open.line, cue?.startMs ?? null);
      if (cue !== null) cues.push(cue);
      else faults.add('time-syntax', 'not-a-time', open.line, raw[open.line - 1] ?? '');
      open = null;
    },
  };
  try {
    scanXml(text, handler);
  } catch (error) {
    // What stood before it still counts.
    if (!(error instanceof XmlError)) throw error;
  }
  reportMojibake(raw, faults);
  return { cues, faults: faults.list() };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The line of an offset, asked for in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  const ends = text.matchAll(/\r\n|\n|\r/g);
  let next = ends.next();
  let line = 1;
  return (offset) => {
    for (; !next.done && next.value.index < offset; next = ends.next()) line += 1;
    return line;
  };
}

function readParagraph({ attributes, line, text }: Paragraph): ScannedCue | null {
  const [begin, end, dur] = ['begin', 'end', 'dur'].map((name) => readClock(readAttribute(attributes, name) ?? ''));
  if (begin === null || begin === undefined) return null;
  const endMs = end ?? (dur === null || dur === undefined ? null : begin + dur);
  const words = text.split('\n').map((raw) => ({ line, raw: raw.trim() }));
  const seen = words.filter(({ raw }) => raw !== '');
  return { index: null, indexLine: null, timeLine: line, startMs: begin, endMs, settings: '', text: seen };
}

const CLOCK = /^(\d{2,9}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/;
const OFFSET = /^(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms)$/;
const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `00:00:01.500`, `1.5s`; `null` for frames and ticks, whose length stands elsewhere. */
function readClock(written: string): number | null {
  const [, hours, minutes, seconds] = CLOCK.exec(written) ?? [];
  if (hours !== undefined) return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  const [, amount, unit = ''] = OFFSET.exec(written) ?? [];
  return amount === undefined ? null : Math.round(Number(amount) * (UNIT_MS[unit] ?? 0));
}
