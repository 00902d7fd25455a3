/** Rules over when cues stand on the screen: in order, one at a time, long enough and not too long. */
import type { VideoFacts } from '../../model/facts.ts';
import { limitsOf } from '../../model/rule-limits.ts';
import type { SubtitleCue, SubtitleText } from '../../model/subtitle-facts.ts';
import { trimDecimals } from '../../util/format.ts';
import { defineRule, NOT_APPLICABLE } from '../define.ts';
import { checkTimed, durationMs, isTimed, type SubtitleSubject, type TimedCue } from './cues.ts';
import { judgeReadings, same } from './limits.ts';
import { timelines } from './order.ts';

/** Five sixths of a second. */
export const MIN_DURATION = { warningMs: 833 };

export const minDuration = defineRule({
  id: 'subtitle/min-duration',
  on: 'subtitle',
  severities: { warning: 'warning' },
  limits: MIN_DURATION,
  source: 'Netflix Timed Text Style Guide',
  waivable: true,
  check(subject, { spec }) {
    const { warningMs } = limitsOf('subtitle/min-duration', MIN_DURATION, spec);
    return checkTimed(subject.facts, (cues) =>
      judgeReadings(
        subject,
        cues.map((cue) => ({ cue, value: durationMs(cue) })),
        { limits: { warning: same(warningMs) }, allowed: '>=', format: formatSeconds },
        (spots) => ({ path: subject.asset.path, spots, limit: warningMs }),
      ),
    );
  },
});

/** Over the first a cue is odd, over the second its end is a mistake. */
const MAX_DURATION = { infoMs: 7000, warningMs: 15_000 };

export const maxDuration = defineRule({
  id: 'subtitle/max-duration',
  on: 'subtitle',
  severities: { warning: 'warning', info: 'info' },
  limits: MAX_DURATION,
  source: 'Netflix Timed Text Style Guide',
  waivable: true,
  check(subject, { spec }) {
    const { infoMs, warningMs } = limitsOf('subtitle/max-duration', MAX_DURATION, spec);
    // In ASS a title may stand as long as the scene.
    const warning = subject.facts.format === 'ass' ? {} : { warning: same(warningMs) };
    return checkTimed(subject.facts, (cues) =>
      judgeReadings(
        subject,
        cues.map((cue) => ({ cue, value: durationMs(cue) })),
        { limits: { ...warning, info: same(infoMs) }, allowed: '<=', format: formatSeconds },
        (spots, grade) => ({ path: subject.asset.path, spots, limit: grade === 'info' ? infoMs : warningMs }),
      ),
    );
  },
});

/** By less than the second two cues change over; by more they hide one another. */
const OVERLAP = { infoMs: 0, warningMs: 500 };

export const overlap = defineRule({
  id: 'subtitle/overlap',
  on: 'subtitle',
  severities: { warning: 'warning', info: 'info' },
  limits: OVERLAP,
  source: 'practice',
  waivable: true,
  check(subject, { spec }) {
    // Made for several texts at once (titles, notes), which its players set one above the other.
    if (subject.facts.format === 'ass') return NOT_APPLICABLE;
    const { infoMs, warningMs } = limitsOf('subtitle/overlap', OVERLAP, spec);
    const longest = limitsOf('subtitle/max-duration', MAX_DURATION, spec).warningMs;
    return checkTimed(subject.facts, () =>
      judgeReadings(
        subject,
        // A cue that does not end when it should is told of once, and not once more by its neighbour.
        changes(subject.facts)
          .filter(({ previous }) => durationMs(previous) <= longest)
          .map(({ cue, pauseMs }) => ({ cue, value: Math.max(0, -pauseMs) })),
        { limits: { warning: same(warningMs), info: same(infoMs) }, allowed: '<=', format: formatSeconds },
        (spots, grade) => ({ path: subject.asset.path, spots, limit: grade === 'info' ? infoMs : warningMs }),
      ),
    );
  },
});

/** So that the eye sees the text change. */
const GAP = { frames: 2 };
/** Frames a second of Chinese television: for a video that nobody could read, or of slides with a frame now and then. */
const USUAL_FRAME_RATE = 25;
const LEAST_FRAME_RATE = 23;

export const gap = defineRule({
  id: 'subtitle/gap',
  on: 'subtitle',
  severities: { warning: 'warning' },
  limits: GAP,
  offByDefault: true,
  source: 'Netflix Timed Text Style Guide',
  waivable: true,
  check(subject, { spec }) {
    const { frames } = limitsOf('subtitle/gap', GAP, spec);
    // Subtitles round to milliseconds.
    const leastMs = Math.floor((frames * 1000) / frameRateOf(subject));
    return checkTimed(subject.facts, () =>
      judgeReadings(
        subject,
        changes(subject.facts)
          .filter(({ pauseMs }) => pauseMs >= 0)
          .map(({ cue, pauseMs }) => ({ cue, value: pauseMs })),
        { limits: { warning: same(leastMs) }, allowed: '>=', format: formatSeconds },
        (spots) => ({ path: subject.asset.path, spots, limit: leastMs, frames }),
      ),
    );
  },
});

/** `0.832 s`. */
function formatSeconds(ms: number): string {
  return `${trimDecimals(ms / 1000, 3)} s`;
}

function frameRateOf({ needed }: SubtitleSubject): number {
  const video = needed.find((facts): facts is VideoFacts => facts.kind === 'video');
  const frameRate = video?.video?.frameRate ?? 0;
  return frameRate < LEAST_FRAME_RATE ? USUAL_FRAME_RATE : frameRate;
}

/** One cue giving way to the next. */
interface Change {
  readonly previous: TimedCue;
  readonly cue: TimedCue;
  /** Negative where both are shown. */
  readonly pauseMs: number;
}

/** Of each language by itself, in order of the file; two languages that change over together change once. */
function changes(facts: SubtitleText): Change[] {
  const shortest = new Map<SubtitleCue, Change>();
  for (const timeline of timelines(facts)) {
    timeline.filter(isTimed).forEach((cue, at, cues) => {
      const previous = cues[at - 1];
      if (previous === undefined) return;
      const pauseMs = cue.startMs - previous.endMs;
      if (pauseMs < (shortest.get(cue)?.pauseMs ?? Number.POSITIVE_INFINITY))
        shortest.set(cue, { previous, cue, pauseMs });
    });
  }
  return [...shortest.values()].toSorted((a, b) => a.cue.line - b.cue.line);
}
