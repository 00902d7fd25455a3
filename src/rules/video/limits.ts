/** Rules over the limits that a spec sets: one a field, all of one form. */

import type { VideoFacts } from '../../model/facts.ts';
import type { LimitParams, LimitWords } from '../../model/limit-params.ts';
import type { AssetSubject, Breach, Check, Rule, RuleContext } from '../../model/rule.ts';
import type { RuleParams } from '../../model/rule-params.ts';
import type { Limit, RequirementField, Resolution } from '../../model/spec.ts';
import { formatBitRate, formatDuration, formatSize, trimDecimals } from '../../util/format.ts';
import { bindingOf, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { formatResolution, limitWords, neutralLimit, requirementsIn, requirementsOn } from '../limits.ts';

type VideoSubject = AssetSubject<VideoFacts>;
type LimitRuleId = {
  [Id in keyof RuleParams]: RuleParams[Id] extends LimitParams
    ? LimitParams extends RuleParams[Id]
      ? Id
      : never
    : never;
}[keyof RuleParams];

/** A value read from the facts: `null` unknown, `undefined` where the thing itself is not there. */
type Reading = string | number | Resolution | null | undefined;

interface LimitRule {
  readonly id: LimitRuleId;
  readonly field: RequirementField;
  read(facts: VideoFacts): Reading;
  format?(value: number): string;
  /** In place of `format` where that would read as if the limit were kept. */
  formatExactly?(value: number): string;
  /** How far beyond the limit is still held to be on it, in the field's unit. */
  readonly tolerance?: number;
}

// A frame more or less at the end, and the rounding of time scales, are no one's fault: ±0.5 s.
const DURATION_TOLERANCE_MS = 500;

const firstAudio =
  <T>(read: (audio: VideoFacts['audio'][number]) => T) =>
  (facts: VideoFacts): T | undefined => {
    const [audio] = facts.audio;
    return audio === undefined ? undefined : read(audio);
  };
const picture =
  <T>(read: (video: NonNullable<VideoFacts['video']>) => T) =>
  (facts: VideoFacts): T | undefined =>
    facts.video === null ? undefined : read(facts.video);

const LIMIT_RULES: readonly LimitRule[] = [
  { id: 'video/container', field: 'container', read: (facts) => facts.container },
  { id: 'video/codec', field: 'codec', read: picture((video) => video.codec) },
  {
    id: 'video/resolution',
    field: 'resolution',
    read: picture(({ displayWidth: width, displayHeight: height }) =>
      width === null || height === null ? null : { width, height },
    ),
  },
  {
    id: 'video/duration',
    field: 'duration',
    read: (facts) => facts.durationMs,
    format: (ms) => formatDuration(ms),
    formatExactly: (ms) => formatDuration(ms, true),
    tolerance: DURATION_TOLERANCE_MS,
  },
  {
    id: 'video/size',
    field: 'size',
    read: (facts) => facts.sizeBytes,
    format: formatSize,
    formatExactly: (bytes) => `${formatSize(bytes)} (${bytes} B)`,
  },
  { id: 'video/profile', field: 'profile', read: picture((video) => video.profile) },
  {
    id: 'video/level',
    field: 'level',
    read: picture(({ level }) => (level === null ? null : level / 10)),
    format: (value) => trimDecimals(value, 1),
  },
  {
    id: 'video/frame-rate',
    field: 'frameRate',
    read: picture((video) => video.frameRate),
    format: (value) => trimDecimals(value, 3),
    tolerance: 0.01,
  },
  { id: 'video/bit-rate', field: 'bitRate', read: picture((video) => video.bitRate), format: formatBitRate },
  { id: 'video/bit-depth', field: 'bitDepth', read: picture((video) => video.bitDepth) },
  { id: 'video/aspect-ratio', field: 'aspectRatio', read: picture(aspectRatio) },
  { id: 'video/audio-codec', field: 'audioCodec', read: firstAudio((audio) => audio.codec) },
  {
    id: 'video/audio-sample-rate',
    field: 'sampleRate',
    read: firstAudio((audio) => audio.sampleRate),
    format: (value) => `${value} Hz`,
  },
  { id: 'video/audio-channels', field: 'channels', read: firstAudio((audio) => audio.channels) },
  {
    id: 'video/audio-bit-rate',
    field: 'audioBitRate',
    read: firstAudio((audio) => audio.bitRate),
    format: formatBitRate,
  },
  { id: 'video/audio-bit-rate-mode', field: 'audioBitRateMode', read: firstAudio((audio) => audio.bitRateMode) },
];

export const limitRules = LIMIT_RULES.map(
  (limitRule): Rule<LimitRuleId, 'video'> => ({
    id: limitRule.id,
    on: 'video',
    severities: limitRule.id === 'video/size' ? { default: 'clause', decimal: 'info' } : { default: 'clause' },
    source: 'spec',
    waivable: true,
    clausesOf: (spec) => requirementsIn(spec, limitRule.field).map(({ clause }) => clause),
    check: (subject, context) => checkLimits(limitRule, subject, context),
  }),
);

/** A limit that nobody could measure is not kept: a video must not pass for want of a value. */
export const unmeasured: Rule<'video/unmeasured', 'video'> = {
  id: 'video/unmeasured',
  on: 'video',
  severities: { default: 'error' },
  source: 'spec',
  waivable: true,
  check(subject) {
    const asked = LIMIT_RULES.filter(({ field }) => requirementsOn(field, subject).length > 0);
    if (asked.length === 0) return NOT_APPLICABLE;
    const fields = asked.filter((rule) => rule.read(subject.facts) === null).map(({ field }) => field);
    const measured = `${asked.length - fields.length}/${asked.length}`;
    return judgedIf(fields.length > 0, { actual: measured, params: { fields } }, measured);
  },
};

function checkLimits(rule: LimitRule, subject: VideoSubject, context: RuleContext): Check<LimitRuleId> {
  const requirements = requirementsOn(rule.field, subject);
  const reading = rule.read(subject.facts);
  if (requirements.length === 0 || reading === undefined) return NOT_APPLICABLE;
  if (reading === null) return SKIPPED;
  const [first] = requirements;
  return {
    outcome: 'judged',
    actual: formatReading(rule, reading),
    ...(first === undefined
      ? {}
      : { expected: neutralLimit(limitWords(first.limit, rule.format)), clause: first.clause }),
    breaches: requirements.flatMap(({ limit, clause }) => breachesOf(rule, limit, reading, clause, context)),
  };
}

function breachesOf(
  rule: LimitRule,
  limit: Limit,
  reading: NonNullable<Reading>,
  clause: string | null,
  context: RuleContext,
): Breach<LimitRuleId>[] {
  const within = isWithin(limit, reading, rule.tolerance ?? 0);
  const decimal =
    within &&
    limit.type === 'number' &&
    limit.field === 'size' &&
    limit.max === BINARY_GIGA &&
    Number(reading) > DECIMAL_GIGA;
  if (within && !decimal) return [];
  const words = limitWords(limit, rule.format);
  const actual = formatBreach(rule, reading, words);
  const binding = bindingOf(context.spec, clause);
  const params: LimitParams = { actual, limit: words, binding, ...(decimal ? { decimal } : {}) };
  return [{ grade: decimal ? 'decimal' : 'default', clause, actual, expected: neutralLimit(words), params }];
}

// 1G: 10⁹ to those who make disks, 2³⁰ to Windows.
const DECIMAL_GIGA = 1e9;
const BINARY_GIGA = 2 ** 30;

export function isWithin(limit: Limit, reading: NonNullable<Reading>, tolerance: number): boolean {
  if (limit.type === 'word') return limit.oneOf.some((word) => sameWord(limit.field, word, String(reading)));
  if (limit.type === 'number') {
    const value = Number(reading);
    if (limit.oneOf !== null) return limit.oneOf.some((one) => Math.abs(one - value) <= tolerance);
    return value >= (limit.min ?? 0) - tolerance && value <= (limit.max ?? Number.POSITIVE_INFINITY) + tolerance;
  }
  const { width, height } = reading as Resolution;
  if (limit.oneOf !== null) return limit.oneOf.some((one) => one.width === width && one.height === height);
  const { min, max } = limit;
  return (
    (min === null || (width >= min.width && height >= min.height)) &&
    (max === null || (width <= max.width && height <= max.height))
  );
}

function sameWord(field: RequirementField, wanted: string, actual: string): boolean {
  if (field === 'aspectRatio') return Math.abs(ratioOf(wanted) / ratioOf(actual) - 1) < ASPECT_TOLERANCE;
  return wanted.toLowerCase() === actual.toLowerCase();
}

// 1366x768 and 854x480 are sold as 16:9.
const ASPECT_TOLERANCE = 0.01;

function ratioOf(text: string): number {
  const [width = 0, height = 1] = text.split(':').map(Number);
  return width / height;
}

function aspectRatio({ displayWidth, displayHeight }: NonNullable<VideoFacts['video']>): string | null {
  if (displayWidth === null || displayHeight === null) return null;
  const divisor = greatestCommonDivisor(displayWidth, displayHeight);
  return `${displayWidth / divisor}:${displayHeight / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Rounded, unless that reads as the limit itself. */
function formatBreach(rule: LimitRule, reading: NonNullable<Reading>, { min, max }: LimitWords): string {
  const rounded = formatReading(rule, reading);
  if (typeof reading !== 'number' || (rounded !== min && rounded !== max)) return rounded;
  return (rule.formatExactly ?? String)(reading);
}

function formatReading(
  { format }: { format?: LimitRule['format'] | undefined },
  reading: NonNullable<Reading>,
): string {
  if (typeof reading === 'object') return formatResolution(reading);
  return typeof reading === 'number' ? (format ?? String)(reading) : reading;
}

/** Any limit of a spec, its values formatted as in findings. */
export function limitInWords(limit: Limit): string {
  const rule = LIMIT_RULES.find(({ field }) => field === limit.field);
  return neutralLimit(limitWords(limit, rule?.format));
}
