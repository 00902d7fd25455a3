/** Rules over how a video is made: what a spec may demand, and what practice warns of where it does not. */

import type { VideoFacts } from '../../model/facts.ts';
import type { AssetSubject, Check, RuleContext } from '../../model/rule.ts';
import type { RuleParams } from '../../model/rule-params.ts';
import type { Binding, RequirementField } from '../../model/spec.ts';
import { formatDuration, trimDecimals } from '../../util/format.ts';
import { bindingOf, defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { limitWords, neutralLimit, requirementsOn } from '../limits.ts';
import { isWithin } from './limits.ts';

/** 8-bit 4:2:0, which every player decodes. */
const COMMON_PIXEL_FORMATS = ['yuv420p', 'yuvj420p', 'nv12'];

const SEVERITIES = { default: 'warning', required: 'clause' } as const;

/** The clause of the spec's own requirement on a field, if there is one. */
function requiredClause(field: RequirementField, subject: AssetSubject<VideoFacts>, { spec }: RuleContext) {
  const [requirement] = requirementsOn(field, subject);
  if (requirement === undefined) return { required: null, grade: 'default', binding: null, clause: null };
  const { clause } = requirement;
  return { required: requirement, grade: 'required', binding: bindingOf(spec, clause), clause };
}

export const pixelFormat = defineRule({
  id: 'video/pixel-format',
  on: 'video',
  severities: SEVERITIES,
  source: 'practice',
  waivable: true,
  check(subject, context) {
    const { video } = subject.facts;
    if (video === null) return NOT_APPLICABLE;
    const actual = video.pixelFormat;
    if (actual === null) return SKIPPED;
    const { required, grade, binding, clause } = requiredClause('pixelFormat', subject, context);
    const limit = required === null ? null : limitWords(required.limit);
    const kept = required === null ? COMMON_PIXEL_FORMATS.includes(actual) : isWithin(required.limit, actual, 0);
    const expected = limit === null ? COMMON_PIXEL_FORMATS.join(' | ') : neutralLimit(limit);
    return judgedIf(!kept, { grade, clause, actual, expected, params: { actual, limit, binding } }, actual);
  },
});

export const interlaced = defineRule({
  id: 'video/interlaced',
  on: 'video',
  severities: SEVERITIES,
  source: 'practice',
  waivable: true,
  check: (subject, context) =>
    checkWord('scan', subject.facts.video?.scan, 'progressive', subject, context, (binding) => ({ binding })),
});

export const variableFrameRate = defineRule({
  id: 'video/variable-frame-rate',
  on: 'video',
  severities: SEVERITIES,
  source: 'practice',
  waivable: true,
  check(subject, context) {
    const { frameRate = null, frameRateMode } = subject.facts.video ?? {};
    const mean = frameRate === null ? null : trimDecimals(frameRate, 3);
    return checkWord('frameRateMode', frameRateMode, 'constant', subject, context, (binding) => ({ mean, binding }));
  },
});

/** Breached unless the fact is `wanted`, or what the spec demands in its place. */
function checkWord<Id extends 'video/interlaced' | 'video/variable-frame-rate'>(
  field: RequirementField,
  actual: string | null | undefined,
  wanted: string,
  subject: AssetSubject<VideoFacts>,
  context: RuleContext,
  paramsOf: (binding: Binding | null) => RuleParams[Id],
): Check<Id> {
  if (actual === undefined) return NOT_APPLICABLE;
  if (actual === null) return SKIPPED;
  const { required, grade, binding, clause } = requiredClause(field, subject, context);
  const kept = required === null ? actual === wanted : isWithin(required.limit, actual, 0);
  const expected = required === null ? wanted : neutralLimit(limitWords(required.limit));
  return judgedIf<Id>(!kept, { grade, clause, actual, expected, params: paramsOf(binding) }, actual);
}

export const rotated = defineRule({
  id: 'video/rotated',
  on: 'video',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts: { video } }) {
    if (video === null) return NOT_APPLICABLE;
    if (video.rotation === null) return SKIPPED;
    return judgedIf(
      video.rotation !== 0,
      { actual: `${video.rotation}`, expected: '0', params: { degrees: video.rotation } },
      `${video.rotation}`,
    );
  },
});

export const anamorphic = defineRule({
  id: 'video/anamorphic',
  on: 'video',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts: { video } }) {
    if (video === null) return NOT_APPLICABLE;
    const ratio = video.sampleAspectRatio;
    if (ratio === null) return SKIPPED;
    const coded = `${video.width}x${video.height}`;
    const displayed = `${video.displayWidth}x${video.displayHeight}`;
    return judgedIf(ratio !== '1:1', { actual: ratio, expected: '1:1', params: { ratio, coded, displayed } }, ratio);
  },
});

export const noAudio = defineRule({
  id: 'video/no-audio',
  on: 'video',
  severities: { default: 'error' },
  source: 'practice',
  waivable: true,
  check: ({ facts: { audio } }) =>
    judgedIf(audio.length === 0, { actual: '0', expected: '>= 1', params: {} }, String(audio.length)),
});

// Encoders pad the last audio frame; a second apart can be seen and heard.
const AV_LENGTH_TOLERANCE_MS = 1000;

export const avLength = defineRule({
  id: 'video/av-length',
  on: 'video',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts }) {
    const [audio] = facts.audio;
    if (facts.video === null || audio === undefined) return NOT_APPLICABLE;
    const [videoMs, audioMs] = [facts.video.durationMs, audio.durationMs];
    if (videoMs === null || audioMs === null) return SKIPPED;
    const actual = `${formatDuration(videoMs, true)} / ${formatDuration(audioMs, true)}`;
    return judgedIf(
      Math.abs(videoMs - audioMs) > AV_LENGTH_TOLERANCE_MS,
      { actual, params: { videoMs, audioMs } },
      actual,
    );
  },
});

export const extraStreams = defineRule({
  id: 'video/extra-streams',
  on: 'video',
  severities: { default: 'info' },
  source: 'practice',
  waivable: true,
  check({ facts: { extra } }) {
    const { videoStreams: video, audioStreams: audio, dataStreams: data, attachedPictures: pictures } = extra;
    const count = video + audio + data + pictures;
    return judgedIf(
      count > 0,
      { actual: String(count), expected: '0', params: { video, audio, data, pictures } },
      String(count),
    );
  },
});
