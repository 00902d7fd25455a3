/** ASS and SSA: a `Dialogue:` line for each cue, whose fields stand in the order that `Format:` gives. */
import { type FaultLog, faultLog } from './fault-log.ts';
import { withoutInvisible } from './lines.ts';
import { reportMarkup } from './markup-faults.ts';
import { reportMojibake } from './mojibake.ts';
import { MAX_CUES, type ScannedCue, type SubtitleScan } from './scanned.ts';
import { ASS_TIME, LENIENT_TIME, NOT_A_TIME, type ReadTime, readSpan, readTime } from './time.ts';

const SECTION = /^\s{0,8}\[([^\]]{1,80})\]\s*$/;
const DIALOGUE = /^\s{0,8}Dialogue\s{0,8}([:：])(.*)$/i;
const FORMAT = /^\s{0,8}Format\s{0,8}:(.{0,2000})$/i;
/** Lines of `[Events]` that show nothing, or no text; a line that begins with `;` or `!:` is a remark. */
const OTHER_EVENT = /^\s{0,8}(?:;|!:|(?:Comment|Picture|Sound|Movie|Command|Format)\s{0,8}[:：])/i;

/** The order of version 4, with which every program writes; version 3 has `Marked` for the first. */
const USUAL_FIELDS = 'layer start end style name marginl marginr marginv effect text'.split(' ');

export function scanAss(raw: readonly string[]): Pick<SubtitleScan, 'cues' | 'faults'> {
  const faults = faultLog();
  const cues: ScannedCue[] = [];
  let fields = USUAL_FIELDS;
  let section = '';
  raw.forEach((line, at) => {
    const bare = withoutInvisible(line);
    const dialogue = DIALOGUE.exec(bare);
    if (dialogue !== null) {
      const cue = cues.length < MAX_CUES ? readDialogue(dialogue, fields, at, faults) : null;
      if (cue !== null) cues.push(cue);
      return;
    }
    section = SECTION.exec(bare)?.[1]?.toLowerCase() ?? section;
    fields = eventFields(bare) ?? fields;
    const isStray = section === 'events' && bare.trim() !== '' && !OTHER_EVENT.test(bare) && !SECTION.test(bare);
    if (isStray) faults.add('time-syntax', 'time-missing', at + 1, line);
  });
  reportMarkup(cues, 'ass', faults);
  reportMojibake(raw, faults);
  return { cues, faults: faults.list() };
}

/** The fields of an event, lower case; `null` for another line, the `Format:` of styles among them. */
function eventFields(line: string): string[] | null {
  const names = FORMAT.exec(line)?.[1]
    ?.split(',')
    .map((name) => name.trim().toLowerCase());
  return names !== undefined && ['start', 'end', 'text'].every((name) => names.includes(name)) ? names : null;
}

function readDialogue(
  [line, colon, values = '']: RegExpExecArray,
  fields: readonly string[],
  at: number,
  faults: FaultLog,
): ScannedCue | null {
  const written = splitFields(values, fields.length);
  const value = (name: string) => written[fields.indexOf(name)];
  const time = (name: string) => readField(value(name) ?? '');
  const words = value('text');
  const span =
    words === undefined ? { startMs: null, endMs: null, faults: [NOT_A_TIME] } : readSpan(time('start'), time('end'));
  faults.cueFrom(at + 1, span.startMs);
  if (colon !== ':') faults.add('time-syntax', 'full-width', at + 1, line, true);
  faults.addAll(span.faults, at + 1, line);
  const { startMs, endMs } = span;
  if (words === undefined || startMs === null) return null;
  const text = [{ line: at + 1, raw: words }];
  return { index: null, indexLine: null, timeLine: at + 1, startMs, endMs, settings: '', text };
}

const TIME = new RegExp(`^\\s{0,8}(${LENIENT_TIME})\\s{0,8}$`);

function readField(written: string): ReadTime | null {
  const time = TIME.exec(written)?.[1];
  return time === undefined ? null : readTime(time, ASS_TIME);
}

/** The last field has the commas that are left. */
function splitFields(values: string, count: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let comma = values.indexOf(','); comma >= 0 && parts.length < count - 1; comma = values.indexOf(',', from)) {
    parts.push(values.slice(from, comma));
    from = comma + 1;
  }
  return [...parts, values.slice(from)];
}
