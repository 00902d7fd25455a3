/** Cues in order of time, each once: the rules that ask it, and the order for those that go by it. */
import type { SubtitleCue, SubtitleFaultDetail, SubtitleText } from '../../model/subtitle-facts.ts';
import { formatDuration } from '../../util/format.ts';
import { remember } from '../../util/remember.ts';
import { defineRule, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { garbledCues, judgeSpots, placeOf, SCRIPTS, soundCues } from './cues.ts';

/** Players of these formats sort by time themselves, and LRC writes a line that is sung twice once, with both its times. */
const UNORDERED = new Set(['ass', 'lrc', 'ttml']);

function isOrdered({ format }: SubtitleText): boolean {
  return !UNORDERED.has(format);
}

export const order = defineRule({
  id: 'subtitle/order',
  on: 'subtitle',
  severities: { default: 'error' },
  source: 'practice',
  waivable: true,
  check(subject) {
    const { facts } = subject;
    if (!isOrdered(facts)) return NOT_APPLICABLE;
    if (soundCues(facts).length === 0) return SKIPPED;
    const wrong = misplaced(facts);
    const spots = facts.cues
      .filter((cue) => wrong.has(cue))
      .map((cue) => ({ ...placeOf(facts, cue), found: formatDuration(cue.startMs, true) }));
    return judgeSpots(subject, spots, 'default', hasDoubtfulTimes(facts) ? { doubtful: true as const } : {});
  },
});

/** What leaves a cue without times that can be relied on, though it may have both. */
const DOUBTS: ReadonlySet<SubtitleFaultDetail> = new Set(['not-a-time', 'time-missing', 'text-beside']);

/** `fix` puts no cue in order by times that are in doubt. */
function hasDoubtfulTimes({ cues, faults }: SubtitleText): boolean {
  return (
    cues.some(({ endMs }) => endMs === null) ||
    faults.some(({ kind, detail }) => kind === 'time-range' || DOUBTS.has(detail))
  );
}

export const duplicateCue = defineRule({
  id: 'subtitle/duplicate-cue',
  on: 'subtitle',
  severities: { default: 'warning', info: 'info' },
  source: 'practice',
  waivable: true,
  check(subject) {
    const { facts } = subject;
    if (soundCues(facts).length === 0) return SKIPPED;
    const [repeated, garbled] = [duplicates(facts), garbledCues(facts)];
    const spots = facts.cues
      .filter((cue) => repeated.has(cue) && !garbled.has(cue))
      .map((cue) => ({ ...placeOf(facts, cue), found: cue.lines.map(({ text }) => text).join(' ') }));
    // Effects in ASS are made of one text drawn several times over.
    return judgeSpots(subject, spots, facts.format === 'ass' ? 'info' : 'default');
  },
});

/** Cues that say at the same time what another says already: the later ones. */
const duplicates = remember((facts: SubtitleText): ReadonlySet<SubtitleCue> => {
  const found = new Set<SubtitleCue>();
  const shownUntil = new Map<string, { startMs: number; endMs: number }>();
  for (const cue of byTime(soundCues(facts))) {
    const text = cue.lines.map((line) => line.text).join('\n');
    const shown = shownUntil.get(text);
    if (shown !== undefined && (cue.startMs < shown.endMs || cue.startMs === shown.startMs)) found.add(cue);
    const endMs = Math.max(cue.endMs ?? cue.startMs, shown?.endMs ?? 0);
    shownUntil.set(text, { startMs: cue.startMs, endMs });
  }
  return found;
});

/** The fewest cues that would have to move for the rest to be in order of time. */
const misplaced = remember((facts: SubtitleText): ReadonlySet<SubtitleCue> => {
  if (!isOrdered(facts)) return new Set();
  const repeated = duplicates(facts);
  const cues = soundCues(facts).filter((cue) => !repeated.has(cue));
  return new Set(byLanguage(facts, cues).flatMap(outOfOrder));
});

/** Cues in order of time, those that are misplaced or said twice left out; each language of a bilingual file by itself. */
export const timelines = remember((facts: SubtitleText): readonly SubtitleCue[][] => {
  const [repeated, wrong] = [duplicates(facts), misplaced(facts)];
  const cues = soundCues(facts).filter((cue) => !repeated.has(cue) && !wrong.has(cue));
  return byLanguage(facts, cues).map(byTime);
});

/** Two languages may have cues of their own at the same time, one after the other or each in a block. */
function byLanguage({ languages }: SubtitleText, cues: readonly SubtitleCue[]): SubtitleCue[][] {
  if (languages.length < 2) return [[...cues]];
  return SCRIPTS.map((script) => cues.filter(({ lines }) => lines.some((line) => line.script === script)));
}

function byTime(cues: readonly SubtitleCue[]): SubtitleCue[] {
  return cues.toSorted((a, b) => a.startMs - b.startMs);
}

interface Link {
  readonly cue: SubtitleCue;
  readonly before: Link | undefined;
}

/** What is not in the longest run of cues whose starts never fall (patience sorting). */
function outOfOrder(cues: readonly SubtitleCue[]): SubtitleCue[] {
  /** Of the runs of n + 1 cues, the one that ends earliest stands at n. */
  const runs: Link[] = [];
  for (const cue of cues) {
    const length = countUpTo(runs, cue.startMs);
    runs[length] = { cue, before: runs[length - 1] };
  }
  if (runs.length === cues.length) return [];
  const kept = new Set<SubtitleCue>();
  for (let link = runs.at(-1); link !== undefined; link = link.before) kept.add(link.cue);
  return cues.filter((cue) => !kept.has(cue));
}

/** How many of the runs end no later than `startMs`; they are in order. */
function countUpTo(runs: readonly Link[], startMs: number): number {
  if ((runs.at(-1)?.cue.startMs ?? 0) <= startMs) return runs.length;
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((runs[middle]?.cue.startMs ?? 0) <= startMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
