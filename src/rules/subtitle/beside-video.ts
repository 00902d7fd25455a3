/** Rules over how far a subtitle and its video go together. */
import type { VideoFacts } from '../../model/facts.ts';
import { limitsOf } from '../../model/rule-limits.ts';
import type { SubtitleCue, SubtitleText } from '../../model/subtitle-facts.ts';
import { formatDuration } from '../../util/format.ts';
import { remember } from '../../util/remember.ts';
import { defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { isTimed, placeOf, type SubtitleSubject } from './cues.ts';
import { timelines } from './order.ts';

/** The first covers what containers round; past the second the subtitle is another video's. */
const PAST_END = { warningMs: 500, errorPercent: 50 };

export const pastEnd = defineRule({
  id: 'subtitle/past-end',
  on: 'subtitle',
  needs: ['video'],
  severities: { default: 'warning', error: 'error' },
  limits: PAST_END,
  source: 'practice',
  waivable: true,
  check(subject, { spec }) {
    const videoMs = videoLength(subject);
    const cues = orderedCues(subject.facts);
    const last = latest(cues);
    if (videoMs === null || last === undefined) return SKIPPED;
    const { warningMs, errorPercent } = limitsOf('subtitle/past-end', PAST_END, spec);
    const lastMs = endOf(last);
    const cuesAfterEnd = cues.filter(({ startMs }) => startMs >= videoMs).length;
    const mostAfterEnd = cuesAfterEnd * 100 > cues.length * errorPercent;
    const pastMs = lastMs - videoMs;
    const actual = formatDuration(lastMs, true);
    return judgedIf(
      lastMs > videoMs + warningMs,
      {
        grade: mostAfterEnd ? 'error' : 'default',
        at: placeOf(subject.facts, cues.find((cue) => endOf(cue) > videoMs + warningMs) ?? last),
        actual,
        expected: `<= ${formatDuration(videoMs, true)}`,
        params: { path: subject.asset.path, pastMs, cues: cues.length, cuesAfterEnd, videoMs, lastMs, mostAfterEnd },
      },
      actual,
    );
  },
});

/** Of lectures that were subtitled with care, 95 in 100 have more than 81 % of their time under cues. */
const COVERAGE = { warningPercent: 60 };

export const coverage = defineRule({
  id: 'subtitle/coverage',
  on: 'subtitle',
  severities: { default: 'warning' },
  limits: COVERAGE,
  source: 'practice',
  waivable: true,
  check(subject, { spec }) {
    const { facts, asset } = subject;
    if (facts.format === 'lrc') return NOT_APPLICABLE;
    // What comes after the end of the video is another finding's.
    const endMs = videoLength(subject) ?? Number.POSITIVE_INFINITY;
    const covered = coveredSpan(
      orderedCues(facts).filter(({ startMs }) => startMs < endMs),
      endMs,
    );
    if (covered === null) return SKIPPED;
    const { warningPercent } = limitsOf('subtitle/coverage', COVERAGE, spec);
    const percent = Math.round((covered.coveredMs * 100) / covered.spanMs);
    const params = { path: asset.path, percent, limitPercent: warningPercent };
    const actual = `${percent} %`;
    return judgedIf(percent < warningPercent, { actual, expected: `>= ${warningPercent} %`, params }, actual);
  },
});

const TAIL = { warningMs: 60_000 };
/** No credits are as long. */
const LARGE_TAIL_PERCENT = 30;

export const tail = defineRule({
  id: 'subtitle/tail',
  on: 'subtitle',
  needs: ['video'],
  severities: { default: 'warning' },
  limits: TAIL,
  source: 'practice',
  waivable: true,
  check(subject, { spec }) {
    if (subject.facts.format === 'lrc') return NOT_APPLICABLE;
    const videoMs = videoLength(subject);
    const last = latest(orderedCues(subject.facts));
    if (videoMs === null || last === undefined) return SKIPPED;
    const { warningMs } = limitsOf('subtitle/tail', TAIL, spec);
    const lastMs = endOf(last);
    const actual = `${formatDuration(lastMs)} / ${formatDuration(videoMs)}`;
    const percent = Math.round(((videoMs - lastMs) * 100) / videoMs);
    const largePercent = percent > LARGE_TAIL_PERCENT ? percent : null;
    const params = { path: subject.asset.path, lastMs, videoMs, limitMs: warningMs, largePercent };
    const expected = `>= ${formatDuration(videoMs - warningMs)}`;
    return judgedIf(
      videoMs - lastMs > warningMs,
      { at: placeOf(subject.facts, last), actual: formatDuration(lastMs), expected, params },
      actual,
    );
  },
});

/** `null` where the video does not say. */
function videoLength({ needed }: SubtitleSubject): number | null {
  return needed.find((facts): facts is VideoFacts => facts.kind === 'video')?.durationMs ?? null;
}

/** Sound cues in order of time, each once; one that is misplaced has a finding of its own. */
const orderedCues = remember((facts: SubtitleText): readonly SubtitleCue[] =>
  [...new Set(timelines(facts).flat())].toSorted((a, b) => a.startMs - b.startMs),
);

/** LRC has no ends. */
function endOf({ startMs, endMs }: SubtitleCue): number {
  return endMs ?? startMs;
}

function latest(cues: readonly SubtitleCue[]): SubtitleCue | undefined {
  return cues.reduce<SubtitleCue | undefined>(
    (last, cue) => (last === undefined || endOf(cue) > endOf(last) ? cue : last),
    undefined,
  );
}

/** Time from the first cue to the last, and how much of it is under cues; `null` where there is none. */
function coveredSpan(cues: readonly SubtitleCue[], limitMs: number): { coveredMs: number; spanMs: number } | null {
  const [first] = cues;
  if (first === undefined) return null;
  let coveredMs = 0;
  let untilMs = first.startMs;
  for (const { startMs, endMs } of cues.filter(isTimed)) {
    const end = Math.min(endMs, limitMs);
    coveredMs += Math.max(0, end - Math.max(startMs, untilMs));
    untilMs = Math.max(untilMs, end);
  }
  return { coveredMs, spanMs: untilMs - first.startMs };
}
