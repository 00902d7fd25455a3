/** What the rules over subtitles share: which cues they look at, and how they tell of them. */
import type { AssetSubject, Check } from '../../model/rule.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { SubtitleCue, SubtitleLine, SubtitleText } from '../../model/subtitle-facts.ts';
import type { Spot } from '../../model/text-params.ts';
import { remember } from '../../util/remember.ts';
import { NOT_APPLICABLE, SKIPPED } from '../define.ts';

export type SubtitleSubject = AssetSubject<SubtitleText>;
export type Script = SubtitleLine['script'];
export const SCRIPTS = ['han', 'other'] as const satisfies readonly Script[];

/** A cue that is shown from one moment to another. */
export interface TimedCue extends SubtitleCue {
  readonly endMs: number;
}

/**
 * Cues with something to read and times to rely on. A time that is in doubt has a finding of its own (the scanner leaves such a
 * cue without an end): what else seems amiss with it follows from that.
 */
export const soundCues = remember(({ format, cues }: SubtitleText): readonly SubtitleCue[] => {
  const isSound = (cue: SubtitleCue) => format === 'lrc' || (isTimed(cue) && cue.endMs > cue.startMs);
  return cues.filter((cue) => cue.lines.length > 0 && isSound(cue));
});

const timedCues = remember((facts: SubtitleText) => soundCues(facts).filter(isTimed));

/** By line, which cue's text stands there. */
export const cueOfLine = remember(({ cues }: SubtitleText): ReadonlyMap<number, SubtitleCue> => {
  return new Map(cues.flatMap((cue) => cue.lines.map(({ line }) => [line, cue])));
});

/** Cues whose text is not what was written: one fault, after which nothing else can be said of their words. */
export const garbledCues = remember((facts: SubtitleText): ReadonlySet<SubtitleCue> => {
  // A byte order mark hides no character.
  const lost = facts.faults.filter(({ kind, detail }) => kind === 'mojibake' && detail !== 'bom-inside');
  return new Set(lost.flatMap(({ line }) => cueOfLine(facts).get(line) ?? []));
});

const readableCues = remember((facts: SubtitleText): readonly SubtitleCue[] => {
  const garbled = garbledCues(facts);
  return garbled.size === 0 ? facts.cues : facts.cues.filter((cue) => !garbled.has(cue));
});

/** Runs a check over cues whose text can be read; where there is none, nothing was checked. */
export function checkTexts<Id extends RuleId>(
  facts: SubtitleText,
  check: (cues: readonly SubtitleCue[]) => Check<Id>,
): Check<Id> {
  const cues = readableCues(facts);
  return cues.length === 0 ? SKIPPED : check(cues);
}

/** Runs a check over cues that end. LRC has no ends; where no time is sound, nothing could be checked. */
export function checkTimed<Id extends RuleId>(
  facts: SubtitleText,
  check: (cues: readonly TimedCue[]) => Check<Id>,
): Check<Id> {
  if (facts.format === 'lrc') return NOT_APPLICABLE;
  const cues = timedCues(facts);
  return cues.length === 0 ? SKIPPED : check(cues);
}

export function isTimed(cue: SubtitleCue): cue is TimedCue {
  return cue.endMs !== null;
}

export function durationMs({ startMs, endMs }: TimedCue): number {
  return endMs - startMs;
}

/** A track has no lines: its cues are found by their times. `line`: that of the text where it is the text that is told of. */
export function placeOf({ format }: SubtitleText, { line, startMs }: Pick<SubtitleCue, 'line' | 'startMs'>): Spot {
  return format === 'mov_text' ? { timeMs: startMs } : { line, timeMs: startMs };
}

/** Where the first spot lies: the place of the finding. */
export function firstPlace([first]: readonly Spot[]): Pick<Spot, 'line' | 'timeMs'> {
  const { line, timeMs } = first ?? {};
  return { ...(line === undefined ? {} : { line }), ...(timeMs === undefined ? {} : { timeMs }) };
}

/** One finding for all places where something is amiss. */
export function judgeSpots<S extends Spot, Told extends object = object>(
  { asset }: SubtitleSubject,
  spots: readonly S[],
  grade = 'default',
  told?: Told,
) {
  const actual = String(spots.length);
  const params = { path: asset.path, spots, ...(told as Told) };
  const breaches = spots.length === 0 ? [] : [{ grade, at: firstPlace(spots), actual, expected: '0', params }];
  return { outcome: 'judged' as const, actual, breaches };
}
