/** Rules over whether the file itself holds together. */
import type { VideoReading } from '../../model/facts.ts';
import { formatDuration } from '../../util/format.ts';
import { defineRule, judged, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';

export const truncated = defineRule({
  id: 'video/truncated',
  on: 'video',
  severities: { default: 'error' },
  source: 'ISO/IEC 14496-12, 8.7.5 (chunk offsets)',
  waivable: false,
  check({ facts }) {
    if (facts.truncated === null) return SKIPPED;
    return judgedIf(facts.truncated, { actual: 'truncated', params: { missingBytes: facts.missingBytes } }, 'complete');
  },
});

export const faststart = defineRule({
  id: 'video/faststart',
  on: 'video',
  severities: { default: 'info' },
  source: 'practice',
  waivable: true,
  check({ facts }) {
    // Containers without an index of this kind have nothing to move to the front.
    if (facts.faststart === null) return NOT_APPLICABLE;
    return judgedIf(
      !facts.faststart,
      { actual: 'moov after mdat', expected: 'moov before mdat', params: {} },
      'moov before mdat',
    );
  },
});

// Readers round, and count a last frame or not; more than a second is another length.
const DURATION_TOLERANCE_MS = 1000;

type Field = 'codec' | 'size' | 'duration';

export const readersDisagree = defineRule({
  id: 'video/readers-disagree',
  on: 'video',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ facts }) {
    const [first, second] = facts.readings;
    if (first === undefined || second === undefined) return SKIPPED;
    const apart = (['codec', 'size', 'duration'] as const).filter((field) => disagree(field, first, second));
    return judged(
      apart.map((field) => {
        const readings = [first, second].map((reading) => ({
          reader: reading.reader,
          value: shown(field, reading) ?? '',
        }));
        return { actual: readings.map(({ value }) => value).join(' / '), params: { field, readings } };
      }),
      apart.length === 0 ? `${first.reader} = ${second.reader}` : undefined,
    );
  },
});

function disagree(field: Field, left: VideoReading, right: VideoReading): boolean {
  if (field === 'duration') {
    const [a, b] = [left.durationMs, right.durationMs];
    return a !== null && b !== null && Math.abs(a - b) > DURATION_TOLERANCE_MS;
  }
  const [a, b] = [shown(field, left), shown(field, right)];
  return a !== null && b !== null && a !== b;
}

function shown(field: Field, { codec, width, height, durationMs }: VideoReading): string | null {
  if (field === 'codec') return codec;
  if (field === 'size') return width === null || height === null ? null : `${width}x${height}`;
  return durationMs === null ? null : formatDuration(durationMs, true);
}
